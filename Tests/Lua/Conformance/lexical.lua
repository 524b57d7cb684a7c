-- Lua 5.4 manual, 3.1 "Lexical Conventions".
local check = require "check"
local equal, yes = check.equal, check.yes

return {
  ["names may hold letters, digits and underscores"] = function()
    local _a1, A1_, _ = 1, 2, 3
    equal(_a1 + A1_ + _, 6)
  end,
  ["names are case-sensitive, and And is no keyword"] = function()
    local And, AND, and_ = 1, 2, 3
    equal(And, 1)
    equal(AND, 2)
    equal(and_, 3)
  end,
  ["the escapes for control characters"] = function()
    equal(("\a\b\f\n\r\t\v\\\"\'"):byte(1), 7)
    equal(table.concat({ ("\a\b\f\n\r\t\v\\\"\'"):byte(1, -1) }, " "), "7 8 12 10 13 9 11 92 34 39")
  end,
  ["a backslash before a line break is a line break"] = function()
    equal("a\
b", "a\nb")
  end,
  ["\\z skips the spaces that follow"] = function()
    equal("a\z

          b\z c", "abc")
    equal("a\z", "a")
  end,
  ["\\x takes two hexadecimal digits"] = function()
    equal("\x41\x7a\xFf", "Az\255")
    equal("\x411", "A1")
  end,
  ["\\ddd takes up to three decimal digits"] = function()
    equal("\65\066\0671", "ABC1")
    equal("\0", string.char(0))
    equal("\10\0091", "\n\t1")
    equal(#"\255", 1)
  end,
  ["\\u{} writes UTF-8, up to 2^31"] = function()
    equal("\u{41}", "A")
    equal("\u{e9}", "\xC3\xA9")
    equal("\u{70B9}\u{691c}", "点検")
    equal("\u{10FFFF}", "\xF4\x8F\xBF\xBF")
    equal("\u{7FFFFFFF}", "\xFD\xBF\xBF\xBF\xBF\xBF")
    equal("\u{0000000041}", "A")
    equal("\u{0}", "\0")
  end,
  ["both quotes delimit, and hold the other"] = function()
    equal('a"b', "a\"b")
    equal("a'b", 'a\'b')
  end,
  ["a long string keeps its escapes"] = function()
    equal([[a\nb]], "a\\nb")
    equal([[\]], "\\")
  end,
  ["a long string drops its first line break"] = function()
    equal([[
x]], "x")
    equal([[

x]], "\nx")
  end,
  ["a long string of a level holds those below"] = function()
    equal([==[a]]b]=]c]==], "a]]b]=]c")
    equal([=[[[x]]]=], "[[x]]")
    equal(#[[]], 0)
    equal([=[]]]=], "]]")
  end,
  ["a long string holds line breaks"] = function()
    equal([[a
b]], "a\nb")
  end,
  ["decimal numerals"] = function()
    equal(3, 3)
    equal(345, 300 + 45)
    equal(3.0, 3 / 1)
    equal(.5, 1 / 2)
    equal(5., 10 / 2)
    equal(3.1416, 31416 / 10000)
    equal(314.16e-2, 3.1416)
    equal(0.31416E1, 3.1416)
    equal(34e1, 340.0)
    equal(1e+2, 100.0)
  end,
  ["hexadecimal numerals"] = function()
    equal(0xff, 255)
    equal(0XBEBADA, 12499674)
    equal(0x0.1E, 0x1E / 0x100)
    equal(0xA23p-4, 0xA23 / 16)
    equal(0X1.921FB54442D18P+1, 3.141592653589793)
    equal(0x.8, 0.5)
    equal(0x8., 8.0)
    equal(0x1p4, 16.0)
  end,
  ["a decimal integer that overflows is a float"] = function()
    equal(9223372036854775807, math.maxinteger)
    equal(9223372036854775808, 2^63)
    equal(math.type(9223372036854775808), "float")
    equal(100000000000000000000, 1e20)
  end,
  ["a hexadecimal integer that overflows wraps"] = function()
    equal(0xffffffffffffffff, -1)
    equal(0x1ffffffffffffffff, -1)
    equal(0x10000000000000000, 0)
    equal(0x7fffffffffffffff, math.maxinteger)
    equal(0x8000000000000000, math.mininteger)
  end,
  ["a numeral may end where a name begins with a concatenation"] = function()
    equal(1 .. 2, "12")
    equal(1. .. 2, "1.02")
  end,
  ["comments, short and long"] = function()
    local t = { 1, --[[ two ]] 2, --[==[ three
      ]] 3, ]==] 4 } -- five
    equal(#t, 3) --[[ and the
      rest ]] equal(t[3], 4)
    --[ not long: this is a short one
    equal(t[2], 2)
    ---[[ short as well
    equal(t[1], 1)
    --]]
  end,
  ["a long comment may hold what looks like code"] = function()
    local reached = true
    --[[
    reached = false
    ]]
    yes(reached)
  end,
  ["semicolons are empty statements"] = function()
    ;;; local a = 1; ; equal(a, 1);;
  end,
  ["bytes beyond ASCII stand in strings as they are"] = function()
    equal(#"点検", 6)
    equal(("点検"):byte(1), 0xE7)
  end,
  ["other operators and punctuation"] = function()
    local t = { [1] = 1, x = 2, 3; 4 }
    equal(#t, 2)
    equal(t.x // 2 << 1 | 4 & 6 ~ 1 >> 0, 2 | (4 & 6) ~ 1)
    yes(1 ~= 2 and 1 <= 2 and 2 >= 1 and not (1 == 2))
  end,
}
