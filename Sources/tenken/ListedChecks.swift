import CatalogueFiles
import Checks
import Compliance
import Frames
import SiteData
import Sweeps

/// The checks of plugins as far as lists of requirements show them. A plugin's file runs in a worker, which takes longer than all
/// the rest, so they are kept for the same files of plugins and catalogue.
struct ListedChecks: FrameCodable {
  struct Entry {
    let id: CheckID
    let title: LocalizedText
    let requirements: [RequirementID]
  }

  let entries: [Entry]

  /// The checks that come with Tenken, and a site's. Plugins that cannot be loaded have none, and are looked at again each time.
  static func read(_ installation: Installation, _ folder: SiteFolder?, _ reading: CatalogueReader.Reading) -> Self {
    var plugins = PluginFolder.readAll(in: installation.pluginsFolder, shownAs: "Plugins")
    if let folder { plugins += PluginFolder.readAll(in: folder.pluginsFolder, shownAs: "plugins") }
    let files = plugins.compactMap { try? $0.get() }
    let snapshot = reading.state.flatMap { state in
      files.count == plugins.count
        ? Snapshots.own?.snapshot(
          "checks", of: [installation.pluginsFolder] + (folder.map { [$0.pluginsFolder] } ?? []),
          key: [state] + files.flatMap { [$0.folder, $0.id.description, $0.sha256] }) : nil
    }
    if let known: Self = snapshot?.value() { return known }
    let loaded = PluginHost(reading.catalogue).load(plugins)
    let checks = Self(
      entries: loaded.flatMap(\.checks).map {
        Entry(id: $0.check.id, title: $0.check.title, requirements: $0.check.requirements)
      })
    let isWhole = loaded.allSatisfy { if case .plugin = $0 { true } else { false } }
    if isWhole { snapshot?.store(checks) }
    return checks
  }
}

extension ListedChecks {
  /// Writes the checks.
  func write(to writer: inout FrameWriter) {
    writer.write(list: entries) { writer, entry in
      writer.write(entry.id.description)
      writer.write(entry.title)
      writer.write(list: entry.requirements) { $0.write($1.description) }
    }
  }

  /// Reads the checks.
  init(from reader: inout FrameReader) throws(FrameError) {
    entries = try reader.list { (reader) throws(FrameError) in
      guard let id = CheckID(try reader.string()) else { throw FrameError.malformed }
      return Entry(
        id: id, title: try reader.value(),
        requirements: try reader.list { (reader) throws(FrameError) in
          guard let id = RequirementID(try reader.string()) else { throw FrameError.malformed }
          return id
        })
    }
  }
}
