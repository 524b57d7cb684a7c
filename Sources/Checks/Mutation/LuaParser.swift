/// Reads a Lua 5.4 text by its grammar (manual, 9) and tells of each part that ``LuaPart`` knows, in the order in which they end.
///
/// What is read has been compiled by Lua before, so it only follows the grammar and says nothing of what is wrong.
struct LuaParser {
  private let tokens: [LuaToken]
  private var index = 0
  private var depth = 0
  private var parts: [LuaPart] = []
  /// How many functions are open here.
  private var functions = 0

  /// As deep as Lua itself nests (LUAI_MAXCCALLS, 200), and with room for the other counting here.
  private static let deepest = 400

  /// The parts of a text.
  /// - Throws: ``LuaTextFault`` where the text does not follow the grammar.
  static func read(_ tokens: [LuaToken]) throws(LuaTextFault) -> [LuaPart] {
    var parser = LuaParser(tokens)
    _ = try parser.block()
    guard parser.next.kind == .end else { throw parser.fault }
    return parser.parts
  }

  private init(_ tokens: [LuaToken]) { self.tokens = tokens }

  private var next: LuaToken { tokens[min(index, tokens.count - 1)] }
  private var following: LuaToken { tokens[min(index + 1, tokens.count - 1)] }
  private var fault: LuaTextFault { LuaTextFault(line: next.line) }
  /// Where the last word that was taken ends.
  private var end: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

  private func at(_ word: String) -> Bool {
    (next.kind == .symbol || next.kind == .keyword) && next.text == word
  }

  private mutating func take(_ word: String) -> Bool {
    guard at(word) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ word: String) throws(LuaTextFault) {
    guard take(word) else { throw fault }
  }

  private mutating func name() throws(LuaTextFault) -> String {
    guard next.kind == .name else { throw fault }
    defer { index += 1 }
    return next.text
  }

  private mutating func deeper<T>(
    _ body: (inout LuaParser) throws(LuaTextFault) -> T
  ) throws(LuaTextFault) -> T {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault }
    return try body(&self)
  }

  // MARK: - Statements

  private var isBlockEnd: Bool {
    next.kind == .end || at("end") || at("else") || at("elseif") || at("until")
  }

  /// Reads statements.
  /// - Returns: whether they are a single `return`.
  private mutating func block() throws(LuaTextFault) -> Bool {
    var count = 0
    while !isBlockEnd {
      count += 1
      if at("return") {
        try returnStatement()
        return count == 1
      }
      try deeper { (parser) throws(LuaTextFault) in try parser.statement() }
    }
    return false
  }

  private mutating func returnStatement() throws(LuaTextFault) {
    let first = next
    index += 1
    let hasValues = !isBlockEnd && !at(";")
    if hasValues { _ = try expressions() }
    let range = first.range.lowerBound..<end
    _ = take(";")
    guard isBlockEnd else { throw fault }
    if functions > 0 { parts.append(.returned(range)) }
  }

  private mutating func statement() throws(LuaTextFault) {
    switch next.kind == .keyword || next.kind == .symbol ? next.text : "" {
    case ";": index += 1
    case "if": try ifStatement()
    case "while":
      index += 1
      try condition(.while)
      try expect("do")
      try enclosed()
    case "do":
      index += 1
      try enclosed()
    case "for": try forStatement()
    case "repeat":
      index += 1
      _ = try block()
      try expect("until")
      try condition(.until)
    case "function":
      index += 1
      _ = try name()
      while take(".") { _ = try name() }
      if take(":") { _ = try name() }
      try functionBody()
    case "local": try localStatement()
    case "::":
      index += 1
      _ = try name()
      try expect("::")
    case "break": index += 1
    case "goto":
      index += 1
      _ = try name()
    default: try expressionStatement()
    }
  }

  private mutating func enclosed() throws(LuaTextFault) {
    _ = try block()
    try expect("end")
  }

  private mutating func ifStatement() throws(LuaTextFault) {
    index += 1
    var branches = 0
    var isReturn = false
    repeat {
      branches += 1
      try condition(.if)
      try expect("then")
      isReturn = try block()
    } while take("elseif")
    if take("else") {
      _ = try block()
    } else if branches == 1, isReturn, functions > 0 {
      // Without this `return` it is as if the condition were false.
      parts.removeLast()
    }
    try expect("end")
  }

  private mutating func condition(_ word: LuaPart.Word) throws(LuaTextFault) {
    let start = next.range.lowerBound
    let before = parts.count
    try expression()
    let range = start..<end
    // What is all of the condition comes last. Its opposite shows no more than that the condition counts.
    switch parts.count > before ? parts.last : nil {
    case .comparison(var comparison)? where comparison.whole == range:
      comparison.isCondition = true
      parts[parts.count - 1] = .comparison(comparison)
    case .negation(let negation)? where negation.whole == range: parts.removeLast()
    default: break
    }
    parts.append(.condition(word, range))
  }

  private mutating func forStatement() throws(LuaTextFault) {
    index += 1
    _ = try name()
    if take("=") {
      _ = try expressions()
    } else {
      while take(",") { _ = try name() }
      try expect("in")
      _ = try expressions()
    }
    try expect("do")
    try enclosed()
  }

  private mutating func localStatement() throws(LuaTextFault) {
    index += 1
    if take("function") {
      _ = try name()
      return try functionBody()
    }
    var names: [String] = []
    repeat {
      names.append(try name())
      if take("<") {
        _ = try name()
        try expect(">")
      }
    } while take(",")
    if take("=") { parts.append(.local(names, try expressions())) }
  }

  private mutating func expressionStatement() throws(LuaTextFault) {
    try suffixed()
    if at("=") || at(",") {
      while take(",") { try suffixed() }
      try expect("=")
      _ = try expressions()
    }
  }

  private mutating func functionBody() throws(LuaTextFault) {
    try expect("(")
    if !at(")") {
      repeat {
        if take("...") { break }
        _ = try name()
      } while take(",")
    }
    try expect(")")
    functions += 1
    defer { functions -= 1 }
    try deeper { (parser) throws(LuaTextFault) in try parser.enclosed() }
    // A function that ends by returning nothing ends so without its `return`, too.
    let last = tokens[..<(index - 1)].suffix(2).map(\.text)
    if case .returned? = parts.last, last.last == "return" || last == ["return", "nil"] { parts.removeLast() }
  }

  // MARK: - Expressions

  /// Reads expressions with commas between them.
  /// - Returns: the words of each.
  private mutating func expressions() throws(LuaTextFault) -> [ArraySlice<LuaToken>] {
    var all: [ArraySlice<LuaToken>] = []
    repeat {
      let start = index
      try expression()
      all.append(tokens[start..<index])
    } while take(",")
    return all
  }

  private mutating func expression() throws(LuaTextFault) { try expression(above: 0) }

  /// The priorities of an operator to its left and right (lparser.c).
  private static let priorities: [String: (left: Int, right: Int)] = [
    "or": (1, 1), "and": (2, 2), "<": (3, 3), ">": (3, 3), "<=": (3, 3), ">=": (3, 3), "~=": (3, 3), "==": (3, 3),
    "|": (4, 4), "~": (5, 5), "&": (6, 6), "<<": (7, 7), ">>": (7, 7), "..": (9, 8), "+": (10, 10), "-": (10, 10),
    "*": (11, 11), "/": (11, 11), "//": (11, 11), "%": (11, 11), "^": (14, 13),
  ]
  private static let unaryPriority = 12

  private mutating func expression(above limit: Int) throws(LuaTextFault) {
    try deeper { (parser) throws(LuaTextFault) in try parser.operators(above: limit) }
  }

  private mutating func operators(above limit: Int) throws(LuaTextFault) {
    let start = next.range.lowerBound
    if at("not") || at("-") || at("#") || at("~") {
      let word = next
      index += 1
      let operand = next.range.lowerBound
      try expression(above: Self.unaryPriority)
      if word.text == "not" {
        parts.append(.negation(LuaPart.Negation(whole: start..<end, operand: operand..<end)))
      }
    } else {
      try simple()
    }
    while next.kind == .symbol || next.kind == .keyword, let priority = Self.priorities[next.text],
      priority.left > limit
    {
      let word = next
      let left = start..<end
      index += 1
      let second = next.range.lowerBound
      try expression(above: priority.right)
      let right = second..<end
      switch word.text {
      case "and", "or": parts.append(.logical(LuaPart.Logical(word: word.text, left: left, right: right)))
      case "<", ">", "<=", ">=", "==", "~=":
        parts.append(.comparison(LuaPart.Comparison(word: word, whole: left.lowerBound..<end)))
      default: break
      }
    }
  }

  private mutating func simple() throws(LuaTextFault) {
    switch next.kind {
    case .number, .string: index += 1
    case .keyword where ["nil", "true", "false"].contains(next.text): index += 1
    case .symbol where next.text == "...": index += 1
    case .symbol where next.text == "{": try table()
    case .keyword where next.text == "function":
      index += 1
      try functionBody()
    default: try suffixed()
    }
  }

  /// A name or an expression in parentheses, with what is looked up in it and called.
  private mutating func suffixed() throws(LuaTextFault) {
    let start = index
    if take("(") {
      try expression()
      try expect(")")
    } else {
      _ = try name()
    }
    while true {
      switch next.kind {
      case .string: call(from: start) { $0.index += 1 }
      case .symbol where next.text == "{":
        try deeper { (parser) throws(LuaTextFault) in try parser.tableCall(from: start) }
      case .symbol where next.text == "(":
        try deeper { (parser) throws(LuaTextFault) in try parser.argumentCall(from: start) }
      case .symbol where next.text == ".":
        index += 1
        _ = try name()
      case .symbol where next.text == ":":
        index += 1
        _ = try name()
        guard next.kind == .string || at("{") || at("(") else { throw fault }
      case .symbol where next.text == "[":
        index += 1
        try expression()
        try expect("]")
      default: return
      }
    }
  }

  private mutating func call(from start: Int, _ arguments: (inout LuaParser) -> Void) {
    let callee = tokens[start..<index]
    arguments(&self)
    parts.append(.call(LuaPart.Call(callee: callee, arguments: nil)))
  }

  private mutating func tableCall(from start: Int) throws(LuaTextFault) {
    let callee = tokens[start..<index]
    try table()
    parts.append(.call(LuaPart.Call(callee: callee, arguments: nil)))
  }

  private mutating func argumentCall(from start: Int) throws(LuaTextFault) {
    let callee = tokens[start..<index]
    let open = next.range.lowerBound
    index += 1
    let isEmpty = at(")")
    if !isEmpty { _ = try expressions() }
    try expect(")")
    parts.append(.call(LuaPart.Call(callee: callee, arguments: isEmpty ? open..<end : nil)))
  }

  private mutating func table() throws(LuaTextFault) {
    let first = next
    try expect("{")
    var keys: [String] = []
    while !at("}") {
      if take("[") {
        if next.kind == .string, following.text == "]" { keys.append(String(next.text.dropFirst().dropLast())) }
        try expression()
        try expect("]")
        try expect("=")
        try expression()
      } else if next.kind == .name, following.kind == .symbol, following.text == "=" {
        keys.append(try name())
        index += 1
        try expression()
      } else {
        try expression()
      }
      guard take(",") || take(";") else { break }
    }
    try expect("}")
    parts.append(.table(LuaPart.Table(line: first.line, start: first.range.lowerBound, keys: keys)))
  }
}
