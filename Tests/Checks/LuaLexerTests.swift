import Testing

@testable import Checks
@testable import Lua

/// The words of Lua texts, as Lua itself divides them.
@Suite struct LuaLexerTests {
  private func words(_ text: String) throws -> [String] {
    try LuaLexer.read(Array(text.utf8)).tokens.dropLast().map { "\($0.kind) \($0.text)" }
  }

  @Test func `each kind of word is told`() throws {
    #expect(
      try words("local a_1 = not b.c ~= 0x1p-4 // 2 ... 'x'")
        == [
          "keyword local", "name a_1", "symbol =", "keyword not", "name b", "symbol .", "name c", "symbol ~=",
          "number 0x1p-4", "symbol //", "number 2", "symbol ...", "string 'x'",
        ])
  }

  @Test(arguments: [
    ("a<=b<c<<d", ["a", "<=", "b", "<", "c", "<<", "d"]),
    ("a~=b~c", ["a", "~=", "b", "~", "c"]),
    ("a..b", ["a", "..", "b"]),
    ("::l:: goto l", ["::", "l", "::", "goto", "l"]),
    ("3 0xA .5 5. 1e+10 0x.8p1 0xep1", ["3", "0xA", ".5", "5.", "1e+10", "0x.8p1", "0xep1"]),
    (#"'a\'b' "c\"d" 'e\\'"#, [#"'a\'b'"#, #""c\"d""#, #"'e\\'"#]),
    ("'a\\z \n  b' x", ["'a\\z \n  b'", "x"]),
    ("'a\\\nb' x", ["'a\\\nb'", "x"]),
    ("[[a]b]] [==[a]]b]=]c]==] [ [", ["[[a]b]]", "[==[a]]b]=]c]==]", "[", "["]),
    ("a[b[1]]", ["a", "[", "b", "[", "1", "]", "]"]),
    ("a--b\nc --[[d\n]]e --[==[ ]] ]==]f", ["a", "c", "e", "f"]),
    ("a--[=b\nc", ["a", "c"]),
    ("", []),
  ])
  func `words end where Lua ends them`(text: String, words: [String]) throws {
    #expect(try LuaLexer.read(Array(text.utf8)).tokens.dropLast().map(\.text) == words)
  }

  @Test func `lines are counted as Lua counts them`() throws {
    let (tokens, comments) = try LuaLexer.read(Array("a\r\nb\n\rc\r\rd [[\n\n]] e --x\n--[[y\n]]f".utf8))
    #expect(tokens.dropLast().map(\.line) == [1, 2, 3, 5, 5, 7, 9])
    #expect(comments == [LuaComment(text: "x", line: 7), LuaComment(text: "y\n", line: 8)])
  }

  @Test(arguments: [
    "'a", "'a\nb'", "\"a", "'a\\", "[[a", "[=[a]]", "[=a", "--[[a", "3x", "3..2", "0x", "0xg", "1e", "1e+", "0x1p",
    "1.2.3",
    "a ! b", "a @ b", "é", "\u{0}", "`", "\\",
  ])
  func `what is no word is refused, by Lua too`(text: String) throws {
    #expect(throws: LuaTextFault.self) { try LuaLexer.read(Array(text.utf8)) }
    #expect(throws: LuaError.self) { _ = try LuaState().lines(file: "a.lua", of: Array("return \(text)".utf8)) }
  }

  @Test func `no bytes end the program`() {
    // A fixed sequence of pieces that mean something to a lexer, so that the test is the same every time.
    let pieces = [
      "[", "]", "=", "[[", "]]", "--", "'", "\"", "\\", "\\z", "\n", "\r", "0x", "1", ".", "e", "p", "+", "a", "\u{0}",
      "é", " ",
      "if", "then", "end", "(", ")", "{", "}", "function", "return", "not", "and", ",", "::",
    ].map { Array($0.utf8) }
    var state: UInt64 = 1
    var read = 0
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<(state >> 33) % 40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if (try? LuaText("a.lua", bytes)) != nil { read += 1 }
    }
    #expect(read > 0)
  }

  @Test(arguments: ["(", "{", "not ", "f(", "a[", "function() return ", "if a then ", "a..", "a^", "- "])
  func `what nests without end is refused`(piece: String) {
    let text = "return " + String(repeating: piece, count: 2_000)
    #expect(throws: LuaTextFault.self) { try LuaText("a.lua", Array(text.utf8)) }
  }
}
