import CLuaBridge
import CRecords

/// One value of a record on its way into Lua. Text stays where it is: a cell names bytes of the buffer that the record comes with.
public struct LuaCell: Sendable {
  let raw: tr_cell

  /// A blank: `nil` in Lua.
  public static let null = LuaCell(TR_NULL, integer: 0)

  /// A boolean.
  public static func boolean(_ value: Bool) -> LuaCell { LuaCell(TR_BOOLEAN, integer: value ? 1 : 0) }

  /// An integer.
  public static func integer(_ value: Int64) -> LuaCell { LuaCell(TR_INTEGER, integer: value) }

  /// A number.
  public static func number(_ value: Double) -> LuaCell {
    var raw = tr_cell()
    raw.type = TR_NUMBER
    raw.value.number = value
    return LuaCell(raw: raw)
  }

  /// Bytes of the record's text. The range must lie in that buffer; ``LuaState`` checks it.
  public static func text(_ range: Range<Int>) -> LuaCell { LuaCell(TR_TEXT, range) }

  /// Bytes of the record's text that hold a list: each item is followed by a NUL byte.
  public static func list(_ range: Range<Int>) -> LuaCell { LuaCell(TR_LIST, range) }

  private init(_ type: tr_cell_type, integer: Int64) {
    var raw = tr_cell()
    raw.type = type
    raw.value.integer = integer
    self.raw = raw
  }

  private init(_ type: tr_cell_type, _ range: Range<Int>) {
    var raw = tr_cell()
    raw.type = type
    raw.value.text.offset = UInt32(range.lowerBound)
    raw.value.text.length = UInt32(range.count)
    self.raw = raw
  }

  init(raw: tr_cell) { self.raw = raw }

  /// Whether the bytes that it names, if any, are among the first `count`.
  func isWithin(_ count: Int) -> Bool {
    guard raw.type == TR_TEXT || raw.type == TR_LIST else { return true }
    return Int(raw.value.text.offset) + Int(raw.value.text.length) <= count
  }
}

/// A kind of record that a state knows the columns of.
public struct LuaSource: Hashable, Sendable {
  let reference: Int32
}

/// A value kept in a state for later calls.
public struct LuaReference: Hashable, Sendable {
  let reference: Int32
}

/// One function with what it is called with, beside the records.
public struct LuaTest: Sendable {
  let raw: tl_test

  /// A test of a plugin with its parameters and its context.
  /// - Parameter callSeconds: the processor time in seconds that one call may take, to an eighth of the state's limit.
  public init(_ function: LuaFunction, parameters: LuaReference, context: LuaReference, callSeconds: Double = 0) {
    raw = tl_test(
      function: function.reference, parameters: parameters.reference, context: context.reference,
      call_seconds: callSeconds)
  }
}

/// One outcome that a test returned.
public struct LuaOutcome: Hashable, Sendable {
  /// A record of a list.
  public struct Record: Hashable, Sendable {
    /// What kind of record it is.
    public let source: LuaSource
    /// Its number, counted from 1.
    public let number: Int

    /// Names a record.
    public init(source: LuaSource, number: Int) {
      self.source = source
      self.number = number
    }
  }

  /// The code that the host's own Lua gave it.
  public let code: Int
  /// The record that it was put at; nil if it was put at none.
  public let record: Record?
  /// The day until which it holds, written as one number: 20261121; 0 if the test named none.
  public let due: Int
  /// The subject; nil if the test named none.
  public let subject: String?
  // Optional, though an empty text would do: most passes have no text, and what is nil needs not be released.
  private let ja, en: String?

  /// The message in Japanese; empty if there is none.
  public var japanese: String { ja ?? "" }
  /// The message in English; empty if there is none.
  public var english: String { en ?? "" }

  /// Copies an outcome out of the state; texts that are not there, as in most passes, cost nothing.
  @inline(__always)
  init(raw: tl_outcome) {
    code = Int(raw.code)
    record =
      raw.record > 0 ? Record(source: LuaSource(reference: raw.source), number: Int(raw.record)) : nil
    due = Int(raw.due)
    let (japanese, english, about) = (Int(raw.ja), Int(raw.en), Int(raw.subject))
    ja = japanese > 0 ? text(raw.text, japanese) : nil
    en = english > 0 ? text(raw.text.map { $0 + japanese }, english) : nil
    subject = about > 0 ? text(raw.text.map { $0 + japanese + english }, about) : nil
  }
}
