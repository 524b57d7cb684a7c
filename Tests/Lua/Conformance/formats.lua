-- Lua 5.4 manual, 6.4, string.format: every conversion, with flags, width and precision.
local check = require "check"
local equal, yes, fails = check.equal, check.yes, check.fails
local format = string.format

-- What the text of %q is a numeral for; the sandbox has no load.
local function read_back(text) return tonumber(text) end

return {
  ["%d and %i"] = function()
    equal(format("%d", 3), "3")
    equal(format("%d", 3.0), "3")
    equal(format("%d", "10"), "10")
    equal(format("%i", -3), "-3")
    equal(format("%5d|%-5d|%05d|%+d|% d", 3, 3, 3, 3, 3), "    3|3    |00003|+3| 3")
    equal(format("%.3d", 5), "005")
    equal(format("%d", math.mininteger), "-9223372036854775808")
    fails("number has no integer representation", format, "%d", 1.5)
    fails("number expected, got string", format, "%d", "x")
  end,
  ["%c"] = function()
    equal(format("%c%c", 76, 117), "Lu")
    equal(format("%c", 0), "\0")
    equal(format("%3c", 65), "  A")
  end,
  ["%x, %X and %o"] = function()
    equal(format("%x", 255), "ff")
    equal(format("%X", 255), "FF")
    equal(format("%#x", 255), "0xff")
    equal(format("%o", 8), "10")
    equal(format("%x", -1), "ffffffffffffffff")
    equal(format("%04x", 10), "000a")
  end,
  ["%e, %f and %g"] = function()
    equal(format("%f", 1.5), "1.500000")
    equal(format("%.2f", 2 / 3), "0.67")
    equal(format("%8.3f|%-8.1f|", 3.14159, 2.5), "   3.142|2.5     |")
    equal(format("%e", 12345.678), "1.234568e+04")
    equal(format("%.2E", 0.00012), "1.20E-04")
    equal(format("%g", 100000), "100000")
    equal(format("%g", 1e20), "1e+20")
    equal(format("%G", 1e-10), "1E-10")
    equal(format("%.3g", 3.14159), "3.14")
    equal(format("%.0f", 0.5), "0")
    equal(format("%#.0f", 1), "1.")
    equal(format("%5.1f", "2.25"), "  2.2")
    equal(format("%f", 3), "3.000000")
    equal(format("%.1f", 1e15), "1000000000000000.0")
    equal(format("%f", math.huge), "inf")
    equal(format("%.14g", 0.1), "0.1")
    equal(format("%.17g", 0.1), "0.10000000000000001")
  end,
  ["%f of the largest numbers"] = function()
    equal(#format("%.99f", -1.7976931348623157e308), 410)
    equal(format("%.20f", 0.5), "0.50000000000000000000")
  end,
  ["%a and %A"] = function()
    equal(format("%a", 1.0), "0x1p+0")
    equal(format("%A", 0.5), "0X1P-1")
    equal(format("%.1a", 1.5), "0x1.8p+0")
    equal(tonumber(format("%a", 0.1)), 0.1)
  end,
  ["%s"] = function()
    equal(format("%s", "x"), "x")
    equal(format("%s %s %s", nil, true, 1.0), "nil true 1.0")
    equal(format("%5s|%-5s|", "ab", "ab"), "   ab|ab   |")
    equal(format("%.2s", "abcdef"), "ab")
    equal(format("%5.1s", "xyz"), "    x")
    equal(format("%s", setmetatable({}, { __tostring = function() return "me" end })), "me")
    equal(format("%s", setmetatable({}, { __name = "point" })), "point")
    equal(format("%10s", setmetatable({}, { __tostring = function() return "me" end })), "        me")
    fails("bad argument #2 to 'string.format' (no value)", format, "%s")
  end,
  ["%s of a string with NUL"] = function()
    equal(format("%s", "a\0b"), "a\0b")
    fails("string contains zeros", format, "%10s", "a\0b")
  end,
  ["%s of a long string"] = function()
    local long = ("x"):rep(1000)
    equal(format("<%s>", long), "<" .. long .. ">")
    equal(format("%20s", long), long)
    equal(#format("%.20s", long), 20)
  end,
  ["%s shows no addresses"] = function()
    equal(format("%s %s", {}, print), "table function")
  end,
  ["%p is refused"] = function()
    fails("'%p' is not available to plugins", format, "%p", {})
    fails("'%p' is not available to plugins", format, "%-20p", "x")
    fails("'%p' is not available to plugins", format, "%d %p", 1, {})
  end,
  ["%q of strings"] = function()
    equal(format("%q", 'a "b" \\'), '"a \\"b\\" \\\\"')
    equal(format("%q", "a\nb"), '"a\\\nb"')
    equal(format("%q", "a\0b"), '"a\\0b"')
    equal(format("%q", "a\0001"), '"a\\0001"')
    equal(format("%q", "\r\t\1\200"), '"\\13\\9\\1\200"')
    equal(format("%q", "点"), '"点"')
    equal(format("%q", ""), '""')
  end,
  ["%q of numbers can be read back"] = function()
    equal(format("%q", 42), "42")
    equal(format("%q", math.mininteger), "0x8000000000000000")
    equal(read_back(format("%q", 0.1)), 0.1)
    equal(format("%q", 1.5), "0x1.8p+0")
    equal(format("%q", math.huge), "1e9999")
    equal(format("%q", -math.huge), "-1e9999")
    equal(format("%q", 0 / 0), "(0/0)")
    equal(format("%q", 2.0), "0x1p+1")
  end,
  ["%q of nil and booleans"] = function()
    equal(format("%q %q %q", nil, true, false), "nil true false")
  end,
  ["%q of what has no literal raises"] = function()
    fails("value has no literal form", format, "%q", {})
    fails("value has no literal form", format, "%q", print)
    fails("value has no literal form", format, "%q", setmetatable({}, { __tostring = function() return "me" end }))
  end,
  ["%q takes no modifiers"] = function()
    fails("specifier '%q' cannot have modifiers", format, "%10q", "x")
  end,
  ["%% is a percent sign"] = function()
    equal(format("%%"), "%")
    equal(format("%d%%", 50), "50%")
    equal(format("%%p%%s"), "%p%s")
  end,
  ["a value of another type is told by its type"] = function()
    fails("bad argument #2 to 'string.format' (number expected, got table)", format, "%d", {})
    fails("bad argument #3 to 'string.format' (number expected, got function)", format, "%s %f", 1, print)
    fails("bad argument #2 to 'string.format' (number expected, got nil)", format, "%x", nil)
    fails("bad argument #2 to 'string.format' (no value)", format, "%d")
  end,
  ["__tostring is asked for %s alone"] = function()
    local asked = 0
    local t = setmetatable({}, { __tostring = function() asked = asked + 1 return "me" end })
    pcall(format, "%d", t)
    equal(format("%s", "x", t), "x")
    equal(asked, 0)
    equal(format("%s%s", t, t), "meme")
    equal(asked, 2)
  end,
  ["invalid conversions raise"] = function()
    fails("invalid conversion '%y' to 'format'", format, "%y", 1)
    fails("invalid conversion '%' to 'format'", format, "%", 1)
    fails("invalid conversion", format, "%123d", 1)
    fails("invalid conversion", format, "%.123d", 1)
    fails("invalid conversion", format, "%#d", 1)
    fails("invalid conversion", format, "%l", 1)
  end,
  ["more arguments than conversions are passed over"] = function()
    equal(format("%d", 1, 2, 3), "1")
    equal(format("plain", {}), "plain")
  end,
  ["a format holds NUL and any byte"] = function()
    equal(format("\0%d\0", 1), "\0001\0")
    yes(#format("点%s", "検") == 6)
  end,
}
