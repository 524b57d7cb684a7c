import Compliance

/// How an input of the REPL went, as one line of JSON of the schema `tenken.repl/1`, for programs.
///
/// `values` are the results: requirements as objects, records with their fields (a blank cell is null), and what has no
/// content of its own, such as a function, as its name. `printed` is what the code printed. With `error`, there are no values.
/// `is_cut` is true where a list had more elements than were taken.
public struct ExploredJSON {
  /// The name and version of the schema.
  public static let schema = "tenken.repl/1"

  private let catalogue: Catalogue
  private let language: Language

  /// Says where requirements are, and the language of messages; titles come in both.
  public init(_ catalogue: Catalogue, language: Language) {
    self.catalogue = catalogue
    self.language = language
  }

  /// The line of an input that ran.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public func text(_ values: [ExploredValue], printed: String, notes: [String]) throws -> String {
    try jsonLine(
      Document(
        values: values.map(encodable), printed: printed, notes: notes, isCut: values.contains(where: \.isCutSomewhere),
        error: nil))
  }

  /// The line of an input that failed.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public func text(_ fault: LocalizedText, at place: Place?, printed: String, notes: [String]) throws -> String {
    try jsonLine(
      Document(
        values: nil, printed: printed, notes: notes, isCut: false,
        error: Document.Fault(place: Nullable(place?.description), text: fault[language])))
  }

  private struct Document: Encodable {
    struct Fault: Encodable {
      let place: Nullable<String>
      let text: String
    }

    enum CodingKeys: String, CodingKey {
      case schema, values, printed, notes, error
      case isCut = "is_cut"
    }

    let schema = ExploredJSON.schema
    let values: [JSONValue]?
    let printed: String
    let notes: [String]
    let isCut: Bool
    let error: Fault?
  }

  private func encodable(_ value: ExploredValue) -> JSONValue {
    switch value {
    case .nothing: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    // JSON has no such numbers; nothing is better than a wrong one.
    case .number(let value): value.isFinite ? .number(value) : .null
    case .text(let text), .object(let text): .string(text)
    case .list(let values, _): .array(values.map(encodable))
    case .record(let record):
      .object(
        Dictionary(record.fields.map { ($0.name.inline, encodable($0.value)) }) { _, last in last })
    case .requirement(let id): requirement(id)
    }
  }

  private func requirement(_ id: RequirementID) -> JSONValue {
    guard let requirement = catalogue[id] else { return .string(id.description) }
    let title: [String: JSONValue] = ["ja": .string(requirement.title.ja), "en": .string(requirement.title.en)]
    let fields: [String: JSONValue] = [
      "id": .string(id.description), "citation": .string(requirement.citation),
      "class": orNull(requirement.requirementClass?.rawValue), "status": .string(requirement.status.rawValue),
      "title": .object(title), "text": orNull(requirement.text),
    ]
    return .object(fields)
  }

  private func orNull(_ text: String?) -> JSONValue {
    guard let text else { return .null }
    return .string(text)
  }
}

extension ExploredValue {
  fileprivate var isCutSomewhere: Bool {
    switch self {
    case .list(let values, let isCut): isCut || values.contains(where: \.isCutSomewhere)
    case .record(let record): record.isCut || record.fields.contains { $0.value.isCutSomewhere }
    default: false
    }
  }
}
