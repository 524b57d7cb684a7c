-- Lua 5.4 manual, 6.4 "String Manipulation", but for formats and patterns.
local check = require "check"
local equal, results, fails = check.equal, check.results, check.fails
local pack = table.pack

return {
  ["byte gives codes, of a range"] = function()
    results(pack(("abc"):byte()), 97)
    results(pack(("abc"):byte(2)), 98)
    results(pack(("abc"):byte(1, 3)), 97, 98, 99)
    results(pack(("abc"):byte(-1)), 99)
    results(pack(("abc"):byte(10)))
    results(pack(("abc"):byte(0)))
    results(pack((""):byte()))
    results(pack(("abc"):byte(2, 1)))
    results(pack(("a\0b"):byte(1, -1)), 97, 0, 98)
    results(pack(("abc"):byte(-100, 100)), 97, 98, 99)
  end,
  ["byte of a whole long string is an error of the stack"] = function()
    fails("string slice too long", string.byte, ("x"):rep(1100000), 1, -1)
  end,
  ["char makes a string of codes"] = function()
    equal(string.char(), "")
    equal(string.char(97, 0, 255), "a\0\255")
    fails("bad argument #1 to 'string.char' (value out of range)", string.char, 256)
    fails("bad argument #2 to 'string.char' (value out of range)", string.char, 0, -1)
  end,
  ["len counts bytes"] = function()
    equal(string.len(""), 0)
    equal(string.len("a\0b"), 3)
    equal(("点"):len(), 3)
    equal(string.len(12), 2)
    fails("string expected, got nil", string.len, nil)
  end,
  ["lower and upper change ASCII alone"] = function()
    equal(("AbC1é"):lower(), "abc1é")
    equal(("AbC1é"):upper(), "ABC1é")
    equal((""):upper(), "")
    equal(("É"):lower(), "É")
  end,
  ["reverse turns bytes round"] = function()
    equal(("abc"):reverse(), "cba")
    equal((""):reverse(), "")
    equal(("a\0b"):reverse(), "b\0a")
  end,
  ["sub cuts, counted from either end"] = function()
    local s = "abcdef"
    equal(s:sub(2, 4), "bcd")
    equal(s:sub(3), "cdef")
    equal(s:sub(-2), "ef")
    equal(s:sub(-4, -2), "cde")
    equal(s:sub(0), s)
    equal(s:sub(-100, 3), "abc")
    equal(s:sub(4, 2), "")
    equal(s:sub(10), "")
    equal(s:sub(1, 100), s)
    equal(s:sub(math.mininteger, math.maxinteger), s)
    equal(s:sub(math.maxinteger), "")
    equal(s:sub(2.0, 3.0), "bc")
    fails("number has no integer representation", string.sub, s, 1.5)
    fails("bad argument #1 to 'sub' (number expected, got no value)", function() return s:sub() end)
  end,
  ["rep repeats, with a separator"] = function()
    equal(("ab"):rep(3), "ababab")
    equal(("ab"):rep(3, ", "), "ab, ab, ab")
    equal(("ab"):rep(1, ", "), "ab")
    equal(("ab"):rep(0), "")
    equal(("ab"):rep(-1), "")
    equal((""):rep(1000), "")
    equal((""):rep(3, "-"), "--")
  end,
  ["rep of nothing is quick, however often"] = function()
    equal((""):rep(math.maxinteger), "")
    equal((""):rep(math.maxinteger, ""), "")
  end,
  ["rep refuses what is too long"] = function()
    fails("string limit exceeded", string.rep, "x", 1 << 40)
    fails("string limit exceeded", string.rep, "x", math.maxinteger)
    fails("string limit exceeded", string.rep, "", 1 << 40, "x")
  end,
  ["numbers are taken for strings"] = function()
    equal(string.rep(7, 3), "777")
    equal(string.sub(12345, 2, 3), "23")
    equal((5 .. ""):byte(), 53)
    equal(string.upper(1.5), "1.5")
  end,
  ["functions can be reached through a string"] = function()
    local s = "x"
    equal(s.rep, string.rep)
    equal(s:rep(2), "xx")
    equal(("%s"):format("y"), "y")
  end,
  ["a plain find is no pattern"] = function()
    results(pack(("a.b"):find(".", 1, true)), 2, 2)
    results(pack(("a%b"):find("%", 1, true)), 2, 2)
    results(pack(("abc"):find("", 1, true)), 1, 0)
    results(pack(("abc"):find("", 4, true)), 4, 3)
    results(pack(("abc"):find("", 5, true)), nil)
    results(pack(("abcabc"):find("c", -1, true)), 6, 6)
    results(pack(("a\0b"):find("\0", 1, true)), 2, 2)
    results(pack(("abc"):find("abcd", 1, true)), nil)
    results(pack(("aXb"):find("X", -100, true)), 2, 2)
  end,
}
