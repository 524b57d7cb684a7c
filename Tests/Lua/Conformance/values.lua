-- Lua 5.4 manual, 2.1 "Values and Types".
local check = require "check"
local equal, yes, no, fails = check.equal, check.yes, check.no, check.fails

return {
  ["there are the basic types that need no host"] = function()
    equal(type(nil), "nil")
    equal(type(false), "boolean")
    equal(type(1), "number")
    equal(type(1.5), "number")
    equal(type("x"), "string")
    equal(type({}), "table")
    equal(type(print), "function")
    equal(type(function() end), "function")
  end,
  ["only nil and false are false"] = function()
    for _, value in ipairs { 0, 0.0, "", {}, "false", print } do yes(value) end
    no(nil)
    no(false)
  end,
  ["integers and floats are subtypes of number"] = function()
    equal(math.type(3), "integer")
    equal(math.type(3.0), "float")
    equal(math.type("3"), nil)
    yes(3 == 3.0)
  end,
  ["integers have 64 bits"] = function()
    equal(math.maxinteger, 0x7fffffffffffffff)
    equal(math.mininteger, -0x7fffffffffffffff - 1)
  end,
  ["integers wrap around"] = function()
    equal(0x7fffffffffffffff + 1, math.mininteger)
    equal(math.mininteger - 1, math.maxinteger)
    equal(math.maxinteger * 2, -2)
    equal(-math.mininteger, math.mininteger)
    equal(math.mininteger * -1, math.mininteger)
  end,
  ["floats are doubles"] = function()
    equal(2^53 + 1, 2^53)
    equal(1e308 * 10, math.huge)
    equal(5e-324 / 2, 0.0)
  end,
  ["NaN is not equal to itself"] = function()
    local nan = 0 / 0
    no(nan == nan)
    yes(nan ~= nan)
    no(nan < nan)
    no(nan <= nan)
    no(nan > nan)
  end,
  ["strings hold any byte"] = function()
    local s = "a\0b\255\n"
    equal(#s, 5)
    equal(s:byte(2), 0)
    equal(s:byte(4), 255)
    yes(s == "a\0b\255\n")
    no("a\0b" == "a\0c")
  end,
  ["strings are equal by value, tables by identity"] = function()
    equal("ab" .. "c", "a" .. "bc")
    equal(("x"):rep(300) == ("x"):rep(150) .. ("x"):rep(150), true)
    no({} == {})
    local t = {}
    yes(t == t)
  end,
  ["a float key with an integer value becomes the integer"] = function()
    local t = {}
    t[2.0] = "two"
    equal(t[2], "two")
    local key = next(t)
    equal(math.type(key), "integer")
    t[2^53] = "big"
    equal(t[1 << 53], "big")
  end,
  ["a float key without one stays a float"] = function()
    local t = { [1.5] = "a", [2^63] = "b" }
    equal(t[1.5], "a")
    equal(t[2^63], "b")
    equal(t[math.mininteger], nil)
  end,
  ["minus zero and zero are one key"] = function()
    local t = { [0] = "zero" }
    equal(t[-0.0], "zero")
    equal(t[0.0], "zero")
  end,
  ["strings and numbers are different keys"] = function()
    local t = { [1] = "number", ["1"] = "string" }
    equal(t[1], "number")
    equal(t["1"], "string")
  end,
  ["any value but nil and NaN is a key"] = function()
    local t, table_key, function_key = {}, {}, function() end
    t[true], t[table_key], t[function_key], t[math.huge], t[print] = 1, 2, 3, 4, 5
    equal(t[true], 1)
    equal(t[table_key], 2)
    equal(t[function_key], 3)
    equal(t[math.huge], 4)
    equal(t[print], 5)
    equal(t[{}], nil)
  end,
  ["nil is no key to write"] = function()
    fails("index is nil", function() local t = {} t[nil] = 1 end)
  end,
  ["NaN is no key to write"] = function()
    fails("index is NaN", function() local t = {} t[0 / 0] = 1 end)
  end,
  ["nil and NaN may be read as keys"] = function()
    local t = {}
    equal(t[nil], nil)
    equal(t[0 / 0], nil)
  end,
  ["a field with nil is no field"] = function()
    local t = { a = 1 }
    t.a = nil
    equal(next(t), nil)
  end,
  ["t.name is t['name']"] = function()
    local t = { name = 1 }
    equal(t["name"], 1)
    t["and"] = 2
    equal(t["and"], 2)
  end,
  ["tables and functions are references"] = function()
    local a = {}
    local b = a
    b.x = 1
    equal(a.x, 1)
  end,
  ["integer keys are normalised in a table's list part"] = function()
    local t = {}
    for i = 1.0, 4.0 do t[i] = i end
    equal(#t, 4)
    equal(t[3], 3.0)
  end,
  ["large integers and floats compare exactly"] = function()
    yes(math.maxinteger < 2^63)
    no(math.maxinteger + 0.0 == math.maxinteger)
    yes(math.mininteger == -2^63)
    yes((1 << 53) == 2^53)
    no((1 << 53) + 1 == 2^53)
    yes((1 << 53) + 1 > 2^53)
    yes(math.maxinteger > -math.huge)
    yes(math.mininteger > -math.huge)
    yes(math.maxinteger < math.huge)
  end,
}
