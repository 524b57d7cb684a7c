import Checks
import Compliance
import SiteData
import Wording

/// What a plugin reads and whether it may, for people who decide on it.
struct SourceListing {
  private let plugin: Plugin
  private let review: GrantReview
  private let hasSite: Bool

  /// - Parameter settings: the site's; without them a listing says what any site would have to grant.
  init(_ plugin: Plugin, _ settings: SiteSettings?) {
    self.plugin = plugin
    hasSite = settings != nil
    review = GrantReview(
      plugin.id, sha256: plugin.files.sha256, Array(plugin.sources(settings?.plugins[plugin.id]).declarations.values),
      grant: settings?.grants[plugin.id])
  }

  /// The lines of the listing: each source, the lines of settings that are missing, and what there is to say about the grants.
  func lines(in language: Language) -> [String] {
    var lines = ["  SHA-256: \(plugin.files.sha256)"]
    lines += review.sources.map { source in
      let origin = source.declaration.origin
      let optional = source.declaration.isOptional ? Wording.Command.isOptional[language] : ""
      return "  \(source.declaration.id): \(origin)" + program(of: origin)[language] + optional + mark(source)[language]
    }
    if let wish = review.wish {
      lines.append("  " + Wording.Command.linesToGrant[language])
      lines += wish.yaml.split(separator: "\n").map { "    \($0)" }
    }
    return lines + review.notes.map { "  \($0.line(in: language))" }
  }

  private func program(of origin: SourceOrigin) -> LocalizedText {
    guard case .command(let arguments) = origin, arguments.first?.hasPrefix("/") == false else {
      return LocalizedText(verbatim: "")
    }
    return Wording.Command.programFound(origin.program)
  }

  private func mark(_ source: GrantReview.Source) -> LocalizedText {
    guard source.declaration.origin.needsGrant else { return LocalizedText(verbatim: "") }
    return hasSite ? Wording.Command.isGranted(source.isGranted) : Wording.Command.needsGrant
  }
}
