public import Compliance
import Lua
import SiteData

extension Plugin {
  /// What the plugin reads and verifies, for people.
  public var description: PluginDescription {
    PluginDescription(
      id: id, version: version, title: title, about: about, sources: sources.map(Self.describe),
      checks: checks.map { PluginDescription.Verification($0.check, sources: $0.sources) },
      parameters: parameters.map { parameter in
        PluginDescription.Parameter(
          name: parameter.name, type: parameter.type.rawValue, fallback: fallback(of: parameter),
          bounds: parameter.bounds, unit: parameter.unit, doc: parameter.doc)
      })
  }

  private static func describe(_ source: SourceDeclaration) -> PluginDescription.Source {
    PluginDescription.Source(
      id: source.id, title: source.title, origin: source.origin.description, format: source.format.rawValue,
      template: source.templateName, isOptional: source.isOptional, needsGrant: source.origin.needsGrant,
      maxAgeDays: source.maxAgeDays,
      columns: source.writtenColumns.map { column in
        PluginDescription.Column(
          name: column.name, headers: column.headers, type: column.type.rawValue, isOptional: column.isOptional,
          isPersonal: column.isPersonal, repeats: column.sameAsAbove != nil, doc: column.doc, example: column.example)
      })
  }

  /// A default as people read it: the members of a list or set by themselves.
  private func fallback(of parameter: Parameter) -> String {
    switch parameter.fallback {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .boolean(let value): "\(value)"
    case .table(let table):
      parameter.type == .set
        ? table.entries.keys.compactMap(\.string).sorted().joined(separator: ", ")
        : (table.list ?? []).compactMap(\.string).joined(separator: ", ")
    case .nil, .function, .other: ""
    }
  }
}

extension SourceDeclaration {
  /// The columns in the order in which the plugin's text has them.
  fileprivate var writtenColumns: [Column] {
    let order = Dictionary(columnOrder.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    return columns.sorted { (order[$0.name] ?? .max, $0.name) < (order[$1.name] ?? .max, $1.name) }
  }

  /// The name of the file of its template without an ending, if it is a ledger: a table of its own in the site's data, where several
  /// files of a pattern are what programs export.
  fileprivate var templateName: String? {
    guard [.csv, .tsv, .xlsx].contains(format), case .data(let path) = origin, !path.contains("*"), !path.contains("?")
    else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
