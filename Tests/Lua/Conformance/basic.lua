-- Lua 5.4 manual, 6.1 "Basic Functions", but for those of errors; what is replaced is told in Plugins/README.md.
local check = require "check"
local equal, yes, results, fails = check.equal, check.yes, check.results, check.fails
local pack = table.pack

return {
  ["ipairs stops at the first nil"] = function()
    local seen = {}
    for i, v in ipairs { "a", "b", nil, "d" } do seen[#seen + 1] = i .. v end
    equal(table.concat(seen, " "), "1a 2b")
    for _ in ipairs {} do error "never" end
  end,
  ["ipairs gives an iterator, the table and 0"] = function()
    local t = {}
    local f, s, i = ipairs(t)
    equal(type(f), "function")
    equal(s, t)
    equal(i, 0)
    results(pack(f({ "x" }, 0)), 1, "x")
    results(pack(f({ "x" }, 1)), nil)
  end,
  ["ipairs takes any value, and fails when it is indexed"] = function()
    fails("bad argument #1 to 'ipairs' (value expected)", ipairs)
    fails("attempt to index a number value", function() for _ in ipairs(5) do break end end)
  end,
  ["pairs gives next, the table and nil"] = function()
    local t = {}
    results(pack(pairs(t)), next, t, nil)
    fails("bad argument #1 to 'for iterator' (table expected, got nil)", function() for _ in pairs(nil) do break end end)
  end,
  ["pairs meets every entry once"] = function()
    local t = { 10, 20, 30, x = 1, y = 2, [2.5] = 3, [true] = 4 }
    local count, sum = 0, 0
    for _, v in pairs(t) do count, sum = count + 1, sum + v end
    equal(count, 7)
    equal(sum, 70)
  end,
  ["the list part comes in order"] = function()
    local seen = {}
    for k in pairs { "a", "b", "c" } do seen[#seen + 1] = k end
    equal(table.concat(seen), "123")
  end,
  ["fields may be changed and cleared while pairs goes on"] = function()
    local t = {}
    for i = 1, 100 do t["k" .. i] = i end
    local count = 0
    for k, v in pairs(t) do
      count = count + 1
      if v % 2 == 0 then t[k] = nil else t[k] = 0 end
    end
    equal(count, 100)
    local left = 0
    for _ in pairs(t) do left = left + 1 end
    equal(left, 50)
  end,
  ["next begins at nil and ends with nil"] = function()
    local k, v = next({ x = 1 })
    results(pack(k, v), "x", 1)
    results(pack(next({ x = 1 }, "x")), nil)
    results(pack(next({})), nil)
    results(pack(next({ "a" }, nil)), 1, "a")
  end,
  ["next after what is no key raises"] = function()
    fails("invalid key to 'next'", next, {}, "missing")
    fails("invalid key to 'next'", next, { 1, 2 }, 99)
    fails("table expected", next, 1)
  end,
  ["rawequal, rawget, rawlen and rawset are raw"] = function()
    local metatable = { __eq = error, __index = error, __len = error, __newindex = error }
    local a, b = setmetatable({ 1 }, metatable), setmetatable({}, metatable)
    equal(rawequal(a, b), false)
    equal(rawequal(a, a), true)
    equal(rawequal("a", "a"), true)
    equal(rawequal(1, 1.0), true)
    equal(rawget(a, 1), 1)
    equal(rawget(a, 2), nil)
    equal(rawlen(a), 1)
    equal(rawlen("abc"), 3)
    equal(rawset(a, 2, 2), a)
    equal(a[2], 2)
    fails("table or string expected", rawlen, 5)
    fails("table expected", rawget, "x", 1)
    fails("index is nil", rawset, {}, nil, 1)
  end,
  ["select counts, and cuts from either end"] = function()
    equal(select("#"), 0)
    equal(select("#", nil, nil), 2)
    results(pack(select(2, "a", "b", "c")), "b", "c")
    results(pack(select(-1, "a", "b", "c")), "c")
    results(pack(select(-2, "a", "b", "c")), "b", "c")
    results(pack(select(4, "a", "b", "c")))
    results(pack(select(100, "a")))
    fails("bad argument #1 to 'select' (index out of range)", select, 0, "a")
    fails("bad argument #1 to 'select' (index out of range)", select, -2, "a")
    fails("bad argument #1 to 'select' (number expected, got string)", select, "x", "a")
  end,
  ["tonumber reads numerals as the language does"] = function()
    equal(tonumber("10"), 10)
    equal(tonumber("10.0"), 10.0)
    equal(tonumber("0x1F"), 31)
    equal(tonumber("0x.8p1"), 1.0)
    equal(tonumber("1e2"), 100.0)
    equal(tonumber("  7  "), 7)
    equal(tonumber("-7"), -7)
    equal(tonumber("+7"), 7)
    equal(tonumber(".5"), 0.5)
    equal(tonumber("5."), 5.0)
    equal(tonumber(3), 3)
    equal(tonumber(3.5), 3.5)
    equal(tonumber("9223372036854775808"), 2^63)
    equal(tonumber("0xffffffffffffffffff"), -1)
  end,
  ["tonumber gives nil for what is no numeral"] = function()
    for _, text in ipairs { "", " ", "a", "1a", "1 2", "0x", "1e", "--1", "- 1", "1\0", "inf", "nan", "0b1", "１" } do
      equal(tonumber(text), nil)
    end
    equal(tonumber({}), nil)
    equal(tonumber(true), nil)
    equal(tonumber(nil), nil)
    fails("bad argument #1 to 'tonumber' (value expected)", tonumber)
  end,
  ["tonumber reads integers in a base"] = function()
    equal(tonumber("ff", 16), 255)
    equal(tonumber("FF", 16), 255)
    equal(tonumber("-ff", 16), -255)
    equal(tonumber(" 11 ", 2), 3)
    equal(tonumber("zz", 36), 1295)
    equal(tonumber("8", 8), nil)
    equal(tonumber("1.0", 10), nil)
    equal(tonumber("", 10), nil)
    equal(tonumber("7fffffffffffffff", 16), math.maxinteger)
    equal(tonumber("ffffffffffffffff", 16), -1)
    fails("bad argument #1 to 'tonumber' (string expected, got number)", tonumber, 10, 16)
    fails("base out of range", tonumber, "1", 1)
    fails("base out of range", tonumber, "1", 37)
  end,
  ["tostring of numbers"] = function()
    equal(tostring(1), "1")
    equal(tostring(1.0), "1.0")
    equal(tostring(-0.0), "-0.0")
    equal(tostring(0.1), "0.1")
    equal(tostring(1e15), "1e+15")
    equal(tostring(123456789012345678), "123456789012345678")
    equal(tostring(1e100), "1e+100")
    equal(tostring(3.14159265358979), "3.1415926535898")
    equal(tostring(2^31), "2147483648.0")
    equal(tostring(math.huge), "inf")
    equal(tostring(-math.huge), "-inf")
    yes(tostring(0 / 0):find("nan", 1, true))
    equal(tostring(math.mininteger), "-9223372036854775808")
  end,
  ["tostring of other values shows no address"] = function()
    equal(tostring(nil), "nil")
    equal(tostring(true), "true")
    equal(tostring("x\0y"), "x\0y")
    equal(tostring({}), "table")
    equal(tostring(print), "function")
    fails("bad argument #1 to 'tostring' (value expected)", tostring)
  end,
  ["type gives the name of the type"] = function()
    equal(type(nil), "nil")
    equal(type(type), "function")
    equal(type(1), "number")
    fails("bad argument #1 to 'type' (value expected)", type)
  end,
  ["_VERSION names the language"] = function()
    equal(_VERSION, "Lua 5.4")
  end,
  ["print takes anything and gives nothing"] = function()
    results(pack(print()))
    results(pack(print(nil, {}, 1.5, "x\0")))
    fails("'__tostring' must return a string", print, setmetatable({}, { __tostring = function() return {} end }))
  end,
  ["require gives a module's value, the same each time"] = function()
    equal(require "check", check)
    equal(type(require "tenken"), "table")
    equal(require "tenken", require "tenken")
    results(pack(require "check"), check)
  end,
  ["require knows no other modules"] = function()
    fails("module 'missing' not found in the plugin's folder", require, "missing")
    fails("module 'io' not found in the plugin's folder", require, "io")
    fails("invalid module name '../x'", require, "../x")
    fails("invalid module name ''", require, "")
    fails("bad argument #1 to 'require' (string expected, got no value)", require)
  end,
}
