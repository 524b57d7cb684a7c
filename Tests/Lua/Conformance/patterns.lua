-- Lua 5.4 manual, 6.4 (find, match, gmatch, gsub) and 6.4.1 "Patterns".
local check = require "check"
local equal, yes, no, results, fails = check.equal, check.yes, check.no, check.results, check.fails
local pack = table.pack

-- All matches, one after another.
local function all(s, pattern)
  local found = {}
  for match in s:gmatch(pattern) do found[#found + 1] = match end
  return table.concat(found, "|")
end

return {
  -- classes
  ["%a and %A"] = function()
    equal(all("a1B_é ", "%a"), "a|B")
    equal(all("a1 ", "%A"), "1| ")
  end,
  ["%d and %D"] = function()
    equal(all("a12b3", "%d"), "1|2|3")
    equal(all("a12b3", "%D+"), "a|b")
  end,
  ["%l and %L, %u and %U"] = function()
    equal(all("aBc", "%l"), "a|c")
    equal(all("aBc", "%L"), "B")
    equal(all("aBc", "%u"), "B")
    equal(all("aBc", "%U"), "a|c")
  end,
  ["%s and %S"] = function()
    equal(all("a \t\n\v\f\rb", "%s+"), " \t\n\v\f\r")
    equal(all(" ab  c ", "%S+"), "ab|c")
  end,
  ["%w and %W"] = function()
    equal(all("a1_-b", "%w+"), "a1|b")
    equal(all("a1_-b", "%W+"), "_-")
  end,
  ["%x and %X"] = function()
    equal(all("0xFFg", "%x+"), "0|FF")
    equal(all("0xFFg", "%X+"), "x|g")
  end,
  ["%p and %P"] = function()
    equal(all("a.b,c!", "%p"), ".|,|!")
    equal(all("a.b", "%P"), "a|b")
  end,
  ["%c and %C, %g and %G"] = function()
    equal(all("a\nb\0c", "%c"), "\n|\0")
    equal(all("a\nb", "%C+"), "a|b")
    equal(all("a b\n", "%g+"), "a|b")
    equal(all("a b\n", "%G+"), " |\n")
  end,
  ["a dot is any byte, NUL too"] = function()
    equal(all("a\0é", "."), "a|\0|\xC3|\xA9")
  end,
  ["%z is still NUL"] = function()
    equal(("a\0b"):find("%z"), 2)
  end,
  ["a class knows ASCII alone"] = function()
    no(("é"):find("%a"))
    no(("点"):find("%w"))
  end,
  -- sets
  ["a set is any of its characters"] = function()
    equal(all("hello world", "[aeiou]"), "e|o|o")
    equal(all("hello", "[^aeiou]"), "h|l|l")
  end,
  ["a set holds ranges and classes"] = function()
    equal(all("a5_-Z", "[%w_]+"), "a5_|Z")
    equal(all("abcxyz019", "[a-cx0-1]+"), "abcx|01")
    equal(all("a-b]", "[]]"), "]")
    equal(all("a-b", "[a-]"), "a|-")
    equal(all("a^b", "[b^]"), "^|b")
    equal(all("a]b", "[^]]"), "a|b")
    equal(all("x%y", "[%%]"), "%")
    equal(all("ab-", "[%a-]"), "a|b|-")
  end,
  ["a set of bytes finds parts of UTF-8"] = function()
    equal(all("aé", "[\128-\255]+"), "é")
  end,
  -- repetitions
  ["* takes the most, from none"] = function()
    equal(("aaab"):match("^a*"), "aaa")
    equal(("b"):match("^a*"), "")
    equal(("<<a>>"):match("<.*>"), "<<a>>")
  end,
  ["+ takes the most, from one"] = function()
    equal(("aaab"):match("a+"), "aaa")
    equal(("b"):match("a+"), nil)
  end,
  ["- takes the least"] = function()
    equal(("<a><b>"):match("<.->"), "<a>")
    equal(("/* a */ b */"):match("/%*.-%*/"), "/* a */")
    equal(("aaa"):match("^a-"), "")
    equal(("aaa"):match("^a-$"), "aaa")
  end,
  ["? takes one or none"] = function()
    equal(("color colour"):gsub("colou?r", "X"), "X X")
    equal(("ab"):match("ab?c?"), "ab")
  end,
  ["a repetition gives back what the rest needs"] = function()
    equal(("aaa"):match("a*a"), "aaa")
    equal(("aaa"):match("(a*)(a)"), "aa")
    equal(("key=a=b"):match("(.*)=(.*)"), "key=a")
    equal(("key=a=b"):match("(.-)=(.*)"), "key")
  end,
  -- anchors
  ["^ binds to the beginning, $ to the end"] = function()
    equal(("abc"):find("^b"), nil)
    equal(("abc"):find("^a"), 1)
    equal(("abc"):find("c$"), 3)
    equal(("abc"):find("b$"), nil)
    equal(("abc"):match("^abc$"), "abc")
    equal((""):match("^$"), "")
  end,
  ["^ and $ elsewhere are themselves"] = function()
    equal(("a^b"):find("a^b"), 1)
    equal(("a$b"):find("a$b"), 1)
    equal(("^"):match("%^"), "^")
    equal(("$x"):match("^%$"), "$")
  end,
  ["^ binds to where the search begins"] = function()
    equal(("aab"):find("^a", 2), 2)
    equal(("aab"):find("^b", 2), nil)
  end,
  ["a caret anchors gsub, and is taken as it is by gmatch"] = function()
    results(pack(("aaa"):gsub("^a", "b")), "baa", 1)
    equal(all("^a^a", "%^a"), "^a|^a")
  end,
  -- %b, %f
  ["%b finds a balanced pair"] = function()
    equal(("f(a(b)c)d)"):match("%b()"), "(a(b)c)")
    equal(("x{{}}"):match("%b{}"), "{{}}")
    equal(("((a)"):match("%b()"), "(a)")
    equal(("no"):match("%b()"), nil)
    equal(all("(a)(b)", "%b()"), "(a)|(b)")
    equal(("'it''s'"):match("%b''"), "'it'")
    fails("missing arguments to '%b'", string.match, "x", "%b")
    fails("missing arguments to '%b'", string.match, "x", "%b(")
  end,
  ["%f finds where a set begins"] = function()
    equal(("THE (quick) fox"):find("%f[%a]%a+%f[%A]"), 1)
    equal(("THE (quick) fox"):gsub("%f[%w]%w+", "W"), "W (W) W")
    equal(("foo.bar"):match("%f[%w]bar"), "bar")
    equal(("foobar"):match("%f[%w]bar"), nil)
    equal(("word"):find("%f[%z]"), 5)
    equal(("a"):find("%f[\0]"), 2)
    fails("missing '[' after '%f' in pattern", string.find, "x", "%fa")
  end,
  -- captures
  ["captures come out in the order of their parentheses"] = function()
    results(pack(("2026-11-21"):match("(%d+)-(%d+)-(%d+)")), "2026", "11", "21")
    results(pack(("abc"):match("((a)(b))c")), "ab", "a", "b")
    results(pack(("key = value"):match("^(%w+)%s*=%s*(%w+)$")), "key", "value")
  end,
  ["an empty capture is a position"] = function()
    results(pack(("hello"):match("()ll()")), 3, 5)
    results(pack((""):match("()")), 1)
    results(pack(("hello"):find("()ll()")), 3, 4, 3, 5)
  end,
  ["a back reference is what the capture matched"] = function()
    equal(("say \"hi\""):match("([\"'])(.-)%1"), '"')
    results(pack(('say "it\'s"'):match("([\"'])(.-)%1")), '"', "it's")
    equal(("abcabc"):match("^(%a+)%1$"), "abc")
    equal(("hello"):find("(l)%1"), 3)
  end,
  ["a capture may be part of a repetition's neighbour only"] = function()
    equal(("abab"):match("(ab)+"), nil)
    equal(("ab+"):match("(ab)+"), "ab")
  end,
  ["malformed patterns raise"] = function()
    fails("malformed pattern (ends with '%')", string.find, "x", "%")
    fails("malformed pattern (missing ']')", string.find, "x", "[a")
    fails("malformed pattern (missing ']')", string.find, "x", "[]")
    fails("malformed pattern (missing ']')", string.find, "x", "[^]")
    fails("malformed pattern (missing ']')", string.find, "x", "[%a")
    fails("unfinished capture", string.find, "x", "(x")
    fails("invalid pattern capture", string.find, "x", ".)")
    fails("invalid capture index %1", string.find, "x", "%1")
    fails("invalid capture index", string.find, "x", "(x)%2")
    fails("invalid capture index", string.find, "xx", "(x%1)")
  end,
  ["too many captures raise, 32 do not"] = function()
    equal(select("#", ("x"):rep(32):match(("(.)"):rep(32))), 32)
    fails("too many captures", string.find, ("x"):rep(33), ("(.)"):rep(33))
  end,
  ["a pattern too complex for the stack is an error"] = function()
    fails("pattern too complex", string.find, ("x"):rep(300000), (".-"):rep(300) .. "b")
  end,
  ["a pattern may hold NUL"] = function()
    equal(("a\0b"):find("\0b"), 2)
    equal(("a\0b"):match("[\0]b"), "\0b")
  end,
  -- find
  ["find gives the place and the captures"] = function()
    results(pack(("hello"):find("l")), 3, 3)
    results(pack(("hello"):find("l+")), 3, 4)
    results(pack(("hello"):find("(l)(.)")), 3, 4, "l", "l")
    results(pack(("hello"):find("x")), nil)
    results(pack(("hello"):find("")), 1, 0)
    results(pack((""):find("")), 1, 0)
  end,
  ["find begins where it is told"] = function()
    equal(("hello"):find("l", 4), 4)
    equal(("hello"):find("l", -2), 4)
    equal(("hello"):find("l", 5), nil)
    equal(("hello"):find("", 6), 6)
    equal(("hello"):find("", 7), nil)
    equal(("hello"):find("h", -100), 1)
    equal(("hello"):find("", math.maxinteger), nil)
  end,
  -- match
  ["match gives the captures, or the whole"] = function()
    results(pack(("k=v"):match("(%w)=(%w)")), "k", "v")
    results(pack(("k=v"):match("%w=%w")), "k=v")
    results(pack(("k=v"):match("x")), nil)
    results(pack(("aXbX"):match("X()", 3)), 5)
    equal(("  trim  "):match("^%s*(.-)%s*$"), "trim")
  end,
  -- gmatch
  ["gmatch goes over all matches"] = function()
    equal(all("one two  three", "%a+"), "one|two|three")
    equal(all("abc", ""), "|||")
    equal(all("", "x"), "")
    equal(all("aaa", "a-"), "|||")
    equal(all("a,b,,c", "([^,]*)"), "a|b||c")
  end,
  ["gmatch gives captures"] = function()
    local found = {}
    for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do found[#found + 1] = k .. v end
    equal(table.concat(found, " "), "a1 b2")
    found = {}
    for position in ("abc"):gmatch("()") do found[#found + 1] = position end
    equal(table.concat(found, " "), "1 2 3 4")
  end,
  ["gmatch begins where it is told"] = function()
    local found = {}
    for x in ("abc"):gmatch("%a", 2) do found[#found + 1] = x end
    equal(table.concat(found), "bc")
    found = {}
    for x in ("abc"):gmatch("%a", -1) do found[#found + 1] = x end
    equal(table.concat(found), "c")
    for _ in ("abc"):gmatch("%a", 10) do error "never" end
  end,
  ["two gmatch at once do not mix"] = function()
    local a, b = ("12"):gmatch("%d"), ("34"):gmatch("%d")
    equal(a() .. b() .. a() .. b(), "1324")
    equal(a(), nil)
  end,
  -- gsub
  ["gsub replaces all, and counts"] = function()
    results(pack(("hello"):gsub("l", "L")), "heLLo", 2)
    results(pack(("hello"):gsub("x", "y")), "hello", 0)
    results(pack(("abc"):gsub("", "-")), "-a-b-c-", 4)
    results(pack((""):gsub("", "x")), "x", 1)
    results(pack(("abc"):gsub("b*", "-")), "-a-c-", 3)
  end,
  ["gsub replaces no more than it is told"] = function()
    results(pack(("aaaa"):gsub("a", "b", 2)), "bbaa", 2)
    results(pack(("aaaa"):gsub("a", "b", 0)), "aaaa", 0)
    results(pack(("aaaa"):gsub("a", "b", -1)), "aaaa", 0)
  end,
  ["a replacement string refers to captures"] = function()
    equal(("hello world"):gsub("(%w+)", "<%1>"), "<hello> <world>")
    equal(("hello world"):gsub("%w+", "%0 %0", 1), "hello hello world")
    equal(("ab"):gsub("(a)(b)", "%2%1"), "ba")
    equal(("a"):gsub("a", "%%"), "%")
    equal(("x"):gsub("x", "%1"), "x")
    fails("invalid capture index %2", string.gsub, "x", "x", "%2")
    fails("invalid use of '%' in replacement string", string.gsub, "x", "x", "%y")
    fails("invalid use of '%' in replacement string", string.gsub, "x", "x", "%")
  end,
  ["a replacement table is asked for the first capture"] = function()
    local t = { name = "lua", version = "5.4", no = false }
    equal(("$name-$version"):gsub("%$(%w+)", t), "lua-5.4")
    equal(("$missing $no"):gsub("%$(%w+)", t), "$missing $no")
    equal(("x"):gsub("x", { x = 1 }), "1")
    equal(("xy"):gsub("%w", setmetatable({}, { __index = function(_, k) return k .. k end })), "xxyy")
  end,
  ["a replacement function gets the captures"] = function()
    equal(("4+5"):gsub("(%d)(.)(%d)", function(a, op, b) return b .. op .. a end), "5+4")
    equal(("abc"):gsub("%w", function(c) if c == "b" then return "B" end end), "aBc")
    equal(("abc"):gsub("%w", function() return false end), "abc")
    equal(("abc"):gsub("%w", function(c) return c:byte() end), "979899")
    fails("invalid replacement value (a table)", string.gsub, "x", "x", function() return {} end)
    fails("invalid replacement value (a boolean)", string.gsub, "x", "x", { x = true })
  end,
  ["a replacement of another type is an error"] = function()
    fails("bad argument #3 to 'string.gsub' (string/function/table expected, got nil)", string.gsub, "x", "x", nil)
    fails("bad argument #3 to 'string.gsub' (string/function/table expected, got boolean)", string.gsub, "x", "x", true)
    equal(("x"):gsub("x", 7), "7")
  end,
  ["position captures go into replacements"] = function()
    equal(("abc"):gsub("()b", "%1"), "a2c")
    equal(("abc"):gsub("()", function(p) return p .. ":" end), "1:a2:b3:c4:")
  end,
  ["the usual uses"] = function()
    equal(("CamelCaseText"):gsub("(%l)(%u)", "%1_%2"):lower(), "camel_case_text")
    equal(("a  b   c"):gsub("%s+", " "), "a b c")
    equal(("/usr/local/bin/lua"):match("[^/]+$"), "lua")
    equal(("192.0.2.10"):match("^(%d+)%.(%d+)%.(%d+)%.(%d+)$"), "192")
    equal(("00:1a:2b:3c:4d:5e"):match("^%x%x:%x%x:%x%x:%x%x:%x%x:%x%x$"), "00:1a:2b:3c:4d:5e")
    yes(not ("2026-1-1"):match("^%d%d%d%d%-%d%d%-%d%d$"))
  end,
  ["what is too long for a search is refused"] = function()
    fails("bad argument #2 to 'string.find' (pattern too long)", string.find, "x", ("y"):rep(5000))
    fails("bad argument #2 to 'string.gsub' (pattern too long)", string.gsub, "x", ("y"):rep(5000), "")
    fails("bad argument #1 to 'string.match' (string limit exceeded)", string.match,
      ("x"):rep(5000000) .. ("y"):rep(5000000), "z")
  end,
}
