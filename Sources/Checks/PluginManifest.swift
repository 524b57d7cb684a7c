import Compliance
import Frames
import Lua
import SiteData

/// What a plugin declares, apart from its code and from where that lies.
public struct PluginManifest: Sendable, Hashable {
  let version: String
  let title: LocalizedText
  let about: LocalizedText?
  let parameters: [Parameter]
  let sources: [SourceDeclaration]
  /// The checks; their places name files of the plugin's own folder.
  let checks: [PluginCheck]

  /// Takes what a plugin declares.
  public init(of plugin: Plugin) {
    (version, title, about) = (plugin.version, plugin.title, plugin.about)
    (parameters, sources) = (plugin.parameters, plugin.sources)
    let folder = plugin.files.folder + "/"
    checks = plugin.checks.map { check in
      check.at(Place(file: String(check.place.file.dropFirst(folder.count)), of: check.place))
    }
  }

  /// Whether a catalogue has all requirements that are named, and none of them is deleted.
  func names(only catalogue: Catalogue) -> Bool {
    checks.allSatisfy { check in
      check.check.requirements.allSatisfy { id in catalogue[id].map { $0.status != .deleted } ?? false }
    }
  }

  /// The plugin of this manifest and this code.
  public func plugin(of files: PluginFiles) -> Plugin {
    Plugin(
      id: files.id, version: version, title: title, about: about, parameters: parameters, sources: sources,
      checks: checks.map { $0.at(files.place($0.place.file, line: $0.place.line, column: $0.place.column)) },
      files: files)
  }
}

extension Place {
  /// The same line and column of another file.
  fileprivate init(file: String, of place: Place) { self.init(file: file, line: place.line, column: place.column) }
}

extension PluginCheck {
  fileprivate func at(_ place: Place) -> PluginCheck {
    PluginCheck(check: check, call: call, source: source, companions: companions, place: place)
  }
}

// MARK: - As bytes

extension PluginManifest: FrameCodable {
  /// Writes everything that is declared.
  public func write(to writer: inout FrameWriter) {
    writer.write(version)
    writer.write(title)
    writer.write(about) { $0.write($1) }
    writer.write(list: parameters) { $0.write($1) }
    writer.write(list: sources) { $0.write($1) }
    writer.write(list: checks) { $0.write($1) }
  }

  /// Reads everything that is declared.
  public init(from reader: inout FrameReader) throws(FrameError) {
    version = try reader.string()
    title = try reader.value()
    about = try reader.optional { (reader) throws(FrameError) in try reader.value() }
    parameters = try reader.list { (reader) throws(FrameError) in try reader.value() }
    sources = try reader.list { (reader) throws(FrameError) in try reader.value() }
    checks = try reader.list { (reader) throws(FrameError) in try reader.value() }
  }
}

extension Parameter: FrameCodable {
  /// Writes what is declared of it.
  public func write(to writer: inout FrameWriter) {
    writer.write(name)
    writer.write(word: type)
    writer.write(fallback)
    writer.write(unit) { $0.write($1) }
    writer.write(minimum) { $0.write($1) }
    writer.write(maximum) { $0.write($1) }
    writer.write(doc)
  }

  /// Reads what is declared of it.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      name: try reader.string(), type: try reader.word(), fallback: try reader.value(),
      unit: try reader.optional { (reader) throws(FrameError) in try reader.string() },
      minimum: try reader.optional { (reader) throws(FrameError) in try reader.double() },
      maximum: try reader.optional { (reader) throws(FrameError) in try reader.double() }, doc: try reader.value())
  }
}

extension PluginCheck: FrameCodable {
  /// Writes what is declared of it.
  public func write(to writer: inout FrameWriter) {
    writer.write(check.id.description)
    writer.write(check.title)
    writer.write(list: check.requirements) { $0.write($1.description) }
    writer.write(word: check.severity)
    writer.write(check.cadence)
    writer.write(check.remedy)
    writer.write(call == .all)
    writer.write(source)
    writer.write(list: companions) { $0.write($1) }
    writer.write(place)
  }

  /// Reads what is declared of it.
  public init(from reader: inout FrameReader) throws(FrameError) {
    guard let id = CheckID(try reader.string()) else { throw .malformed }
    let check = Check(
      id: id, title: try reader.value(),
      requirements: try reader.list { (reader) throws(FrameError) in
        guard let id = RequirementID(try reader.string()) else { throw .malformed }
        return id
      }, severity: try reader.word(), cadence: try reader.string(), remedy: try reader.value())
    self.init(
      check: check, call: try reader.bool() ? .all : .each, source: try reader.string(),
      companions: try reader.list { (reader) throws(FrameError) in try reader.value() }, place: try reader.value())
  }
}

extension PluginCheck.Companion: FrameCodable {
  /// Writes its name, its source and what it is looked up by.
  public func write(to writer: inout FrameWriter) {
    writer.write(name)
    writer.write(source)
    writer.write(index) { writer, index in
      writer.write(index.column)
      writer.write(word: index.duplicates)
    }
  }

  /// Reads its name, its source and what it is looked up by.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      name: try reader.string(), source: try reader.string(),
      index: try reader.optional { (reader) throws(FrameError) in
        PluginCheck.Index(column: try reader.string(), duplicates: try reader.word())
      })
  }
}
