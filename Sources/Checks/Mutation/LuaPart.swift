/// A part of a Lua text that can be changed, or that says something of the text around it. Ranges are in bytes.
enum LuaPart {
  /// Before what a condition stands.
  enum Word: Hashable {
    case `if`
    case `while`
    case until
  }

  /// A comparison.
  struct Comparison {
    /// The operator.
    let word: LuaToken
    /// It with both operands.
    let whole: Range<Int>
    /// Whether it is all of a condition.
    var isCondition = false
  }

  /// An `and` or `or`.
  struct Logical {
    let word: String
    let left: Range<Int>
    let right: Range<Int>
  }

  /// A `not` with its operand.
  struct Negation {
    let whole: Range<Int>
    let operand: Range<Int>
  }

  /// A call.
  struct Call {
    /// The words of what is called.
    let callee: ArraySlice<LuaToken>
    /// The parentheses, if there is nothing in them.
    let arguments: Range<Int>?
  }

  /// A table constructor.
  struct Table {
    let line: Int
    let start: Int
    /// The keys that are written out as names.
    let keys: [String]
  }

  case comparison(Comparison)
  case logical(Logical)
  case negation(Negation)
  /// The condition of a statement.
  case condition(Word, Range<Int>)
  case call(Call)
  /// A `return` of a function.
  case returned(Range<Int>)
  /// Local names and the words of the expressions that they are assigned.
  case local([String], [ArraySlice<LuaToken>])
  case table(Table)
}
