/// A value that a person has asked for while exploring: data, and the requirements among it.
public indirect enum ExploredValue: Hashable, Sendable {
  /// Nothing: `nil`.
  case nothing
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  /// Values in an order, and whether there were more of them.
  case list([ExploredValue], isCut: Bool)
  case record(ExploredRecord)
  case requirement(RequirementID)
  /// Something whose inside means nothing to people, such as a function; by what it is called.
  case object(String)
}

/// Values by name, in an order.
public struct ExploredRecord: Hashable, Sendable {
  /// A value and its name.
  public struct Field: Hashable, Sendable {
    /// The name; a text, where it is not a number.
    public let name: ExploredValue
    /// The value.
    public let value: ExploredValue

    /// Makes a field.
    public init(name: ExploredValue, value: ExploredValue) {
      self.name = name
      self.value = value
    }
  }

  /// The fields.
  public let fields: [Field]
  /// Where the record stands in a file, such as `data/devices.csv:12`; nil for what was not read from one.
  public let place: String?
  /// Whether there were more fields.
  public let isCut: Bool

  /// Makes a record.
  public init(_ fields: [Field], place: String? = nil, isCut: Bool = false) {
    self.fields = fields
    self.place = place
    self.isCut = isCut
  }
}

extension ExploredValue {
  /// A record with fields by name, in the order in which they are written.
  public static func fields(_ fields: KeyValuePairs<String, ExploredValue>) -> ExploredValue {
    .record(ExploredRecord(fields.map { .init(name: .text($0), value: $1) }))
  }

  /// A whole list.
  public static func list(_ values: some Sequence<ExploredValue>) -> ExploredValue {
    .list(Array(values), isCut: false)
  }

  /// A text, or nothing where there is none.
  public static func text(orNothing text: String?) -> ExploredValue { text.map { .text($0) } ?? .nothing }
}
