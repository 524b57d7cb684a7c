import Testing

@testable import Lua

/// What the grammar refuses (manual, 3.1 to 3.5), with the line that the error names. Plugins have no `load`, so that the files
/// of `Conformance/` cannot ask for these.
@Suite struct SyntaxTests {
  @Test(
    arguments: [
      ("local x <const> = 1\nx = 2", 2, "attempt to assign to const variable 'x'"),
      ("local x <close> = nil\nx = 2", 2, "attempt to assign to const variable 'x'"),
      ("local x <const> = 1\nlocal function f() x = 2 end", 2, "attempt to assign to const variable 'x'"),
      ("local x <constant> = 1", 1, "unknown attribute 'constant'"),
      ("local a <close>, b <close> = nil, nil", 1, "multiple to-be-closed variables in local list"),
      ("\nbreak", 2, "break outside loop at line 2"),
      ("goto nowhere", 1, "no visible label 'nowhere' for <goto> at line 1"),
      ("do ::inside:: end\ngoto inside", 2, "no visible label 'inside' for <goto> at line 2"),
      ("goto f\nlocal x\n::f::\nprint(x)", 4, "<goto f> at line 1 jumps into the scope of local 'x'"),
      ("::twice::\n::twice::", 2, "label 'twice' already defined on line"),
      ("local function f()\nreturn ...\nend", 2, "cannot use '...' outside a vararg function near '...'"),
      ("local s = 'open\n'", 1, "unfinished string near ''open'"),
      ("local s = 'open", 1, "unfinished string near <eof>"),
      ("local s = [[open\n\n", 3, "unfinished long string (starting at line 1)"),
      ("--[[ open\n", 2, "unfinished long comment (starting at line 1)"),
      ("local s = [=x", 1, "invalid long string delimiter near '[='"),
      ("local s = '\\q'", 1, "invalid escape sequence near ''\\q'"),
      ("local s = '\\256'", 1, "decimal escape too large near ''\\256''"),
      ("local s = '\\xZZ'", 1, "hexadecimal digit expected near ''\\xZ'"),
      ("local s = '\\u{80000000}'", 1, "UTF-8 value too large near ''\\u{80000000'"),
      ("local s = '\\u{41'", 1, "missing '}' near ''\\u{41''"),
      ("local s = '\\u41'", 1, "missing '{' near ''\\u4'"),
      ("local n = 3x", 1, "malformed number near '3x'"),
      ("local n = 0xg", 1, "malformed number near '0xg'"),
      ("local n = 1..2", 1, "malformed number near '1..2'"),
      ("local n = 1e", 1, "malformed number near '1e'"),
      ("local and = 1", 1, "<name> expected near 'and'"),
      ("x = = 1", 1, "unexpected symbol near '='"),
      ("f() = 1", 1, "syntax error near '='"),
      ("local a = 1 2", 1, "unexpected symbol near '2'"),
      ("if true then\n\n", 3, "'end' expected (to close 'if' at line 1) near <eof>"),
      ("while true do", 1, "'end' expected near <eof>"),
      ("repeat\nlocal x", 2, "'until' expected (to close 'repeat' at line 1) near <eof>"),
      ("local t = {\n1, 2", 2, "'}' expected (to close '{' at line 1) near <eof>"),
      ("print((1)", 1, "')' expected near <eof>"),
      ("for i = 1 do end", 1, "',' expected near 'do'"),
      ("return 1 return 2", 1, "<eof> expected near 'return'"),
      ("end", 1, "<eof> expected near 'end'"),
      ("local x = @", 1, "unexpected symbol near '@'"),
      ("local 点 = 1", 1, "<name> expected near '<\\231>'"),
      ("x = }", 1, "unexpected symbol near '}'"),
      ("local f = function(a, ..., b) end", 1, "')' expected near ','"),
      ("a.b:c = 1", 1, "function arguments expected near '='"),
    ] as [(String, Int, String)])
  func `what is no Lua is refused at its line`(source: String, line: Int, message: String) throws {
    let error = try failure(of: source)
    #expect(error?.kind == .syntax)
    #expect(error?.file == mainFile)
    #expect(error?.line == line, "\(error?.summary ?? "")")
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  /// Two functions of 150 locals each, and one within that uses all of them.
  private static let manyUpvalues: String = {
    let outer = (1...150).map { "a\($0)" }
    let inner = (1...150).map { "b\($0)" }
    func declared(_ names: [String]) -> String { names.map { "local \($0) = 1\n" }.joined() }
    let sum = (outer + inner).joined(separator: " + ")
    return "\(declared(outer)) return function() \(declared(inner)) return function() return \(sum) end end"
  }()

  private static func nested(_ open: String, _ middle: String, _ close: String) -> String {
    "return " + String(repeating: open, count: 300) + middle + String(repeating: close, count: 300)
  }

  @Test(arguments: [
    ("too many local variables", (1...201).map { "local v\($0)\n" }.joined()),
    ("too many upvalues", manyUpvalues),
    ("C stack overflow", nested("(", "1", ")")),
    ("C stack overflow", nested("{", "", "}")),
    ("C stack overflow", nested("- ", "1", "")),
    ("C stack overflow", nested("'a' .. ", "'a'", "")),
    ("C stack overflow", nested("function() return ", "1", " end")),
  ])
  func `the limits of the compiler are errors`(message: String, source: String) throws {
    let error = try failure(of: source)
    // Too deep a nesting is an error of the compiler's own run (lua_error, not its syntax error), and no fatal one.
    #expect(error?.kind == (message == "C stack overflow" ? .runtime : .syntax))
    #expect(error?.message.contains(message) == true, "\(error?.message.suffix(200) ?? "")")
  }

  @Test func `a byte order mark at the beginning is passed over, and nowhere else`() throws {
    let mark = "\u{FEFF}"
    #expect(try run(mark + "return 1") == .integer(1))
    #expect(try run("return require 'm'", modules: ["m": mark + "return 2"]) == .integer(2))
    #expect(try failure(of: mark + "\nreturn +")?.line == 2)
    #expect(try failure(of: mark + mark + "return 1")?.kind == .syntax)
    #expect(try run("") == .nil)
  }

  @Test func `a recursion without end is a stack overflow where memory allows, and a memory error where not`() throws {
    let script = "local function f() return 1 + f() end local ok, why = pcall(f) return why"
    guard case .string(let why) = try run(script, limits { ($0.memory, $0.callSeconds) = (256 << 20, 20) }) else {
      Issue.record("no message")
      return
    }
    #expect(why.contains("stack overflow"))
    #expect(try failure(of: script, limits { ($0.memory, $0.callSeconds) = (16 << 20, 20) })?.kind == .memory)
  }
}
