import Attacks
import Testing

@testable import Lua

/// Library functions whose work in C no deadline reaches take only arguments that bound it.
@Suite struct LibraryBoundsTests {
  /// A table with few elements whose length, a border, is 2^62.
  @Test func `a sparse table claims a length that it does not have`() throws {
    #expect(try run("return #\(Attack.sparse) >= 1 << 61") == true)
  }

  @Test(arguments: [
    ("('x'):rep(1 << 40)", "string limit exceeded"), ("('x'):rep(1, ('y'):rep(9000000))", "string limit exceeded"),
    ("(''):rep(1 << 40, 'x')", "string limit exceeded"),
    ("table.concat({ 'a', 'b' }, ('x'):rep(8000000), 1, 10)", "string limit exceeded"),
    ("('x'):find(('y'):rep(5000))", "bad argument #1 to 'find' (pattern too long)"),
    ("string.find('x', ('y'):rep(5000))", "bad argument #2 to 'find' (pattern too long)"),
    ("string.match('x', ('y'):rep(5000))", "bad argument #2 to 'match' (pattern too long)"),
    ("string.gmatch('x', ('y'):rep(5000))", "bad argument #2 to 'gmatch' (pattern too long)"),
    ("string.gsub('x', ('y'):rep(5000), '')", "bad argument #2 to 'gsub' (pattern too long)"),
    ("string.find(('x'):rep(5000000) .. ('y'):rep(5000000), 'z')", "bad argument #1 to 'find' (string limit exceeded)"),
    ("table.move({}, 1, math.maxinteger, 1)", "bad argument #3 to 'move' (index out of range)"),
    ("table.move({}, math.mininteger, math.maxinteger, 1)", "bad argument #3 to 'move' (index out of range)"),
    ("table.unpack({}, 1, 1 << 31)", "bad argument #3 to 'unpack' (index out of range)"),
    ("table.unpack({}, 1, 2000000)", "too many results to unpack"),
    ("table.concat({}, '', 1, math.maxinteger)", "bad argument #4 to 'concat' (index out of range)"),
    ("table.insert(\(Attack.sparse), 1, 0)", "bad argument #1 to 'insert' (table too large)"),
    ("table.remove(\(Attack.sparse), 1)", "bad argument #1 to 'remove' (table too large)"),
    ("table.sort(\(Attack.sparse))", "bad argument #1 to 'sort' (table too large)"),
    ("table.concat(\(Attack.sparse))", "bad argument #4 to 'concat' (index out of range)"),
    ("table.unpack(\(Attack.sparse))", "bad argument #3 to 'unpack' (index out of range)"),
  ])
  func `an argument that would keep C busy is refused`(call: String, message: String) throws {
    #expect(try failure(of: "return \(call)")?.message == message)
  }

  @Test(arguments: [
    "insert(%, 1, 0)", "remove(%, 1)", "sort(%)", "concat(%)", "unpack(%)", "move(%, 1, 2, 3)", "move({}, 1, 2, 3, %)",
  ])
  func `a table with metamethods is refused`(call: String) throws {
    let liar = "setmetatable({}, { __len = function() return 1 << 50 end, __index = function() return '' end })"
    let error = try failure(of: "return table.\(call.replacing("%", with: liar))")
    #expect(error?.message.contains("plain table expected, got one with a metatable") == true)
  }

  @Test(
    arguments: [
      ("('x'):rep(0)", ""), ("('x'):rep(-1)", ""), ("(''):rep(math.maxinteger)", ""),
      ("#('x'):rep(8 << 20)", 8_388_608),
      ("table.concat({}, 'x', 5, 1)", ""), ("#table.move({}, 5, 1, 1)", 0), ("select('#', table.unpack({}, 1, 9))", 9),
    ] as [(String, LuaValue)])
  func `what lies at the bounds works`(expression: String, expected: LuaValue) throws {
    #expect(try run("return \(expression)") == expected)
  }

  @Test func `the guards hold for methods of strings too`() throws {
    #expect(try failure(of: "local s = 'x' return s:rep(1 << 40)")?.message == "string limit exceeded")
    #expect(try failure(of: "return ('%p'):format(1)")?.message.contains("%p") == true)
  }
}
