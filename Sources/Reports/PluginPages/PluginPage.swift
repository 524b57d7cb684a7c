public import Compliance
import Wording

/// A page of what a plugin reads and verifies, in the plugin's own words. What the plugin says is text, and never becomes markup.
public struct PluginPage {
  typealias Words = Wording.PluginPage

  /// A part of the page, from which both formats are made.
  enum Part {
    case heading(Int, String)
    case paragraph(String)
    case list([String])
    case quotation(String)
    case table([String], [[String]])
    /// Words before links to files beside the page.
    case links(String, [String])
  }

  private let plugin: PluginDescription
  private let catalogue: Catalogue
  let language: Language

  /// - Parameters:
  ///   - plugin: the plugin.
  ///   - catalogue: has the requirements that its checks give evidence for.
  ///   - language: of everything but the official texts.
  public init(_ plugin: PluginDescription, _ catalogue: Catalogue, language: Language) {
    self.plugin = plugin
    self.catalogue = catalogue
    self.language = language
  }

  var title: String { plugin.title[language] }

  var parts: [Part] {
    var parts: [Part] = [
      .heading(1, title),
      .paragraph([plugin.id.description, Words.version(plugin.version)[language]].joined(separator: "  ")),
    ]
    if let about = plugin.about { parts.append(.paragraph(about[language])) }
    parts.append(.heading(2, Words.sources[language]))
    // What people keep stands before what machines write.
    for source in plugin.sources.filter({ $0.template != nil }) { parts += ledger(source) }
    for source in plugin.sources.filter({ $0.template == nil }) { parts += self.parts(of: source) }
    parts.append(.heading(2, Words.checks[language]))
    for check in plugin.checks { parts += self.parts(of: check) }
    return parts + parameters
  }

  private func parts(of source: PluginDescription.Source) -> [Part] {
    var facts = [Words.origin(source.origin, format: source.format)]
    if source.isOptional { facts.append(Words.optional) }
    if source.needsGrant { facts.append(Words.needsGrant) }
    if let days = source.maxAgeDays { facts.append(Words.maxAge(days)) }
    if source.template == nil { facts.append(Words.fields(source.columns.map(\.name))) }
    return [.heading(3, source.title[language]), .list(facts.map { $0[language] })]
  }

  /// A source that a person fills in, with what to write where.
  private func ledger(_ source: PluginDescription.Source) -> [Part] {
    let files = ["csv", "xlsx"].map { "templates/\(source.template ?? "").\($0)" }
    let rows = source.columns.map { column in LedgerTemplate.explanation(of: column).map { $0[language] } }
    return parts(of: source)
      + [.links(Words.template[language], files), .table(Words.columnHeads.map { $0[language] }, rows)]
  }

  private func parts(of item: PluginDescription.Verification) -> [Part] {
    let check = item.check
    let titles = Dictionary(plugin.sources.map { ($0.id, $0.title) }) { first, _ in first }
    let facts = Words.facts(
      severity: Wording.Report.severity(check.severity), cadence: check.cadence,
      sources: item.sources.map { titles[$0] ?? LocalizedText(verbatim: $0) })
    var parts: [Part] = [
      .heading(3, check.title[language]), .list([check.id.description] + facts.map { $0[language] }),
      .paragraph(Words.remedy(check.remedy)[language]),
    ]
    for id in check.requirements {
      let requirement = catalogue[id]
      let title = requirement?.title ?? LocalizedText(verbatim: id.description)
      let name = Wording.Report.classGroup(requirement?.requirementClass)
      parts.append(
        .paragraph(Words.requirement(catalogue.citation(id, in: language), title: title, class: name)[language]))
      if let text = requirement?.text { parts.append(.quotation(text)) }
    }
    return parts
  }

  private var parameters: [Part] {
    guard !plugin.parameters.isEmpty else { return [] }
    let rows = plugin.parameters.map { parameter in
      [
        parameter.name, parameter.doc[language], parameter.type, parameter.fallback, parameter.bounds ?? "",
        parameter.unit ?? "",
      ]
    }
    return [
      .heading(2, Words.parameters[language]), .paragraph(Words.howToSet(plugin.id.description)[language]),
      .table(Words.parameterHeads.map { $0[language] }, rows),
    ]
  }
}
