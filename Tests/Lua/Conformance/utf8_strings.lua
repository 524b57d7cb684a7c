-- Lua 5.4 manual, 6.5 "UTF-8 Support".
local check = require "check"
local equal, results, fails = check.equal, check.results, check.fails
local pack = table.pack

return {
  ["char makes the UTF-8 of code points"] = function()
    equal(utf8.char(), "")
    equal(utf8.char(72, 228, 0x8A9E, 0x1F600), "Hä語😀")
    equal(utf8.char(0), "\0")
    equal(utf8.char(0x7FFFFFFF), "\u{7FFFFFFF}")
    fails("value out of range", utf8.char, -1)
    fails("value out of range", utf8.char, 0x80000000)
  end,
  ["charpattern matches one character"] = function()
    equal(utf8.charpattern, "[\0-\x7F\xC2-\xFD][\x80-\xBF]*")
    local seen = {}
    for c in ("aé点😀"):gmatch(utf8.charpattern) do seen[#seen + 1] = c end
    equal(table.concat(seen, "|"), "a|é|点|😀")
  end,
  ["codes goes over positions and code points"] = function()
    local seen = {}
    for p, c in utf8.codes("aé点😀") do seen[#seen + 1] = p .. ":" .. c end
    equal(table.concat(seen, " "), "1:97 2:233 4:28857 7:128512")
    for _ in utf8.codes("") do error "never" end
  end,
  ["codes raises at what is no UTF-8"] = function()
    for _, bad in ipairs { "a\xFFb", "\xC3", "\xE7\x82", "a\xC0\x80" } do
      fails("invalid UTF-8 code", function() for _ in utf8.codes(bad) do local _ = 0 end end)
    end
  end,
  ["surrogates and code points beyond 10FFFF are lax"] = function()
    fails("invalid UTF-8 code", function() for _ in utf8.codes("\u{D800}") do local _ = 0 end end)
    fails("invalid UTF-8 code", function() for _ in utf8.codes("\u{110000}") do local _ = 0 end end)
    local seen = {}
    for _, c in utf8.codes("\u{D800}\u{110000}", true) do seen[#seen + 1] = c end
    equal(seen[1], 0xD800)
    equal(seen[2], 0x110000)
  end,
  ["codepoint gives the code points of a range of bytes"] = function()
    results(pack(utf8.codepoint("aé点", 1, -1)), 97, 233, 28857)
    results(pack(utf8.codepoint("aé点")), 97)
    results(pack(utf8.codepoint("aé点", 2)), 233)
    results(pack(utf8.codepoint("aé点", 4, 4)), 28857)
    results(pack(utf8.codepoint("abc", 3, 2)))
    fails("invalid UTF-8 code", utf8.codepoint, "é", 2)
    fails("invalid UTF-8 code", utf8.codepoint, "\u{D800}")
    results(pack(utf8.codepoint("\u{D800}", 1, 1, true)), 0xD800)
    fails("out of bounds", utf8.codepoint, "abc", 4)
    fails("out of bounds", utf8.codepoint, "abc", 1, 4)
  end,
  ["len counts characters"] = function()
    equal(utf8.len(""), 0)
    equal(utf8.len("aé点😀"), 4)
    equal(utf8.len("点検", 4), 1)
    equal(utf8.len("abc", 2, 2), 1)
    equal(utf8.len("abc", -1), 1)
    equal(utf8.len("abc", 4), 0)
    fails("initial position out of bounds", utf8.len, "abc", 5)
  end,
  ["len tells the first byte that is no UTF-8"] = function()
    results(pack(utf8.len("ab\xFFc")), nil, 3)
    results(pack(utf8.len("\xE7\x82")), nil, 1)
    results(pack(utf8.len("点", 2)), nil, 2)
    results(pack(utf8.len("\u{D800}")), nil, 1)
    results(pack(utf8.len("\u{D800}", 1, -1, true)), 1)
    results(pack(utf8.len("\xC0\x80")), nil, 1)
  end,
  ["offset finds the byte of the n-th character"] = function()
    local s = "aé点😀"
    equal(utf8.offset(s, 1), 1)
    equal(utf8.offset(s, 3), 4)
    equal(utf8.offset(s, 4), 7)
    equal(utf8.offset(s, 5), 11)
    equal(utf8.offset(s, 6), nil)
    equal(utf8.offset(s, -1), 7)
    equal(utf8.offset(s, -2), 4)
    equal(utf8.offset(s, 2, 4), 7)
    equal(utf8.offset(s, -1, 4), 2)
  end,
  ["offset 0 finds where the character of a byte begins"] = function()
    equal(utf8.offset("aé点", 0, 5), 4)
    equal(utf8.offset("aé点", 0, 1), 1)
    equal(utf8.offset("aé点", 0, 3), 2)
  end,
  ["offset refuses to begin within a character"] = function()
    fails("initial position is a continuation byte", utf8.offset, "é", 1, 2)
    fails("position out of bounds", utf8.offset, "abc", 1, 5)
  end,
}
