import Testing

@testable import Lua

/// `find` and `match` pass over subjects that lack what every match holds. They must say what the library says, which `gmatch`
/// and `gsub` still ask in every case.
@Suite struct PatternLiteralTests {
  /// Tries patterns made of random pieces on random subjects, with each start, against the first match of `gmatch`.
  @Test(arguments: 1...8) func `random patterns match as those of gmatch do`(seed: Int) throws {
    let script = """
      local pieces = { 'a', 'b', 'ab', 'aba', 'bb', 'c', '.', '%a', '%A', '%.', '%%', '%d', '[ab]', '[^a]', '[%]a]', '[]a]', '*', '+',
        '-', '?', '(', ')', '()', '$', '^', '%f[a]', '%bab', '%1', '%', '[', '%b', '%f', '\\0', ' ' }
      local letters = { 'a', 'b', 'a', 'b', 'c', '.', '%', '1', ']', '\\0', '$', '^', ' ', '*' }
      local state = \(seed)
      local function random(most)
        state = (state * 6364136223846793005 + 1442695040888963407)
        return (state >> 33) % most + 1
      end
      local function text(of, most)
        local made = {}
        for i = 1, random(most) - 1 do made[i] = of[random(#of)] end
        return table.concat(made)
      end
      local function asked(f, ...)
        local answer = table.pack(pcall(f, ...))
        -- Where it is raised, and in which function, is not the question.
        for i = 1, answer.n do answer[i] = tostring(answer[i]):gsub("'g?%a+'", 'F'):gsub('^[^ ]+:%d+: ', '') end
        return table.concat(answer, '|')
      end
      -- The iterator returns nothing where the others return nil.
      local function first(subject, pattern, start)
        local found = table.pack(string.gmatch(subject, pattern, start)())
        return table.unpack(found, 1, math.max(1, found.n))
      end
      local function place(subject, pattern, start)
        local from, to = string.gmatch(subject, '()' .. pattern .. '()', start)()
        if from then return from, to - 1 end
        return nil
      end
      local known = 0
      for _ = 1, 4000 do
        local subject, pattern, start = text(letters, 12), text(pieces, 8), random(14) - 3
        -- gmatch knows no anchor at the beginning, and counts captures from the one that is put before.
        if pattern:sub(1, 1) ~= '^' then
          local said, expected = asked(string.match, subject, pattern, start), asked(first, subject, pattern, start)
          if said ~= expected then return ('match(%q, %q, %d): %s, not %s'):format(subject, pattern, start, said, expected) end
          -- What stands behind them would make others of these.
          if not pattern:find('[()%$1%%]') then
            said, expected = asked(string.find, subject, pattern, start), asked(place, subject, pattern, start)
            if said ~= expected then return ('find(%q, %q, %d): %s, not %s'):format(subject, pattern, start, said, expected) end
          end
          if said:sub(1, 4) == 'true' and said ~= 'true|nil' then known = known + 1 end
        end
      end
      return known
      """
    let matched = try run(script)
    guard case .integer(let count) = matched else { Issue.record("\(matched)"); return }
    #expect(count > 400)
  }

  @Test(
    arguments: [
      ("('x'):rep(100) .. 'sqlmap/1'", "sqlmap/%d", 101), ("'aXbXc'", "b()X", 3), ("'a.b'", "%.b", 2),
      ("'ab'", "b$", 2),
      ("'ab'", "^b", nil), ("'GET /x 503 '", " 50[0-9] ", 7), ("'a$b'", "a$b", 1), ("'colour'", "colou?r", 1),
      ("'color'", "colou?r", 1),
      ("'abab'", "ab", 1), ("''", "", 1), ("'x'", "y", nil), ("'\\0a'", "\\0a", 1),
      ("('a'):rep(70) .. 'b'", String(repeating: "a", count: 70), 1),
      ("('a'):rep(70)", String(repeating: "a", count: 70) + "b", nil),
    ] as [(String, String, Int?)])
  func `a match is found where it is`(subject: String, pattern: String, place: Int?) throws {
    #expect(try run("return (string.find(\(subject), '\(pattern)'))") == place.map { .integer(Int64($0)) } ?? .nil)
  }

  @Test(
    arguments: [
      ("string.find('aXa', 'X', -9)", 2), ("string.find('aXa', 'X', -2)", 2), ("string.find('aXa', 'X', 3)", .nil),
      ("string.find('aXa', 'X', 99)", .nil), ("string.find('aXa', 'X', math.mininteger)", 2),
      ("string.find('a.a', '.', 2, true)", 2),
      ("string.find('a.a', 'a.', 2, true)", .nil), ("string.match('aXa', '(X)a', 2)", "X"),
      ("string.match(12345, '3%d')", "34"),
    ] as [(String, LuaValue)])
  func `a start counts as in the manual`(call: String, expected: LuaValue) throws {
    #expect(try run("return (\(call))") == expected)
  }

  /// Only what is reached is faulty to the library, and a pattern that is faulty is left to it.
  @Test(arguments: [
    ("string.find('ab', 'b%')", "malformed pattern (ends with '%')"),
    ("string.find('ab', 'a[')", "malformed pattern (missing ']')"),
    ("string.match('ab', 'a)')", "invalid pattern capture"), ("string.find('ab', '(a')", "unfinished capture"),
    ("string.find('ab', 'b', 'x')", "bad argument #3 to 'find' (number expected, got string)"),
  ])
  func `faults are told as before`(call: String, message: String) throws {
    #expect(try failure(of: "return \(call)")?.message.contains(message) == true)
  }
}
