-- Lua 5.4 manual, 6.7 "Mathematical Functions". The random numbers are the same in every run (Plugins/README.md).
local check = require "check"
local equal, yes, results, fails = check.equal, check.yes, check.results, check.fails
local pack = table.pack
local nan = 0 / 0

-- Nearly the same: the C library rounds as it will.
local function near(a, b) yes(math.abs(a - b) <= 1e-14 * math.max(1, math.abs(b))) end

return {
  ["abs"] = function()
    equal(math.abs(-3), 3)
    equal(math.abs(-3.5), 3.5)
    equal(math.abs(math.mininteger), math.mininteger)
    equal(math.abs(-0.0), 0.0)
    equal(1 / math.abs(-0.0), math.huge)
    equal(math.abs("-2"), 2.0)
  end,
  ["ceil and floor give integers where these fit"] = function()
    equal(math.ceil(3.2), 4)
    equal(math.ceil(-3.2), -3)
    equal(math.floor(3.7), 3)
    equal(math.floor(-3.2), -4)
    equal(math.floor(5), 5)
    equal(math.ceil(5.0), 5)
    equal(math.floor(1e100), 1e100)
    equal(math.ceil(-math.huge), -math.huge)
    equal(math.floor(nan), nan)
    equal(math.floor(2^62), 1 << 62)
    equal(math.floor(2^63), 2^63)
    fails("number expected, got no value", math.floor)
  end,
  ["exp, log and sqrt"] = function()
    equal(math.exp(0), 1.0)
    near(math.exp(1), 2.718281828459045)
    equal(math.log(1), 0.0)
    equal(math.log(8, 2), 3.0)
    equal(math.log(1000, 10), 3.0)
    near(math.log(27, 3), 3.0)
    equal(math.log(0), -math.huge)
    yes(math.log(-1) ~= math.log(-1))
    equal(math.sqrt(16), 4.0)
    yes(math.sqrt(-1) ~= math.sqrt(-1))
  end,
  ["the trigonometric functions"] = function()
    equal(math.sin(0), 0.0)
    equal(math.cos(0), 1.0)
    equal(math.tan(0), 0.0)
    near(math.sin(math.pi / 2), 1.0)
    near(math.asin(1), math.pi / 2)
    near(math.acos(0), math.pi / 2)
    near(math.atan(1), math.pi / 4)
    near(math.atan(1, -1), 3 * math.pi / 4)
    near(math.atan(-0.0, -1), -math.pi)
    near(math.deg(math.pi), 180.0)
    near(math.rad(180), math.pi)
  end,
  ["fmod rounds toward zero"] = function()
    equal(math.fmod(7, 3), 1)
    equal(math.fmod(-7, 3), -1)
    equal(math.fmod(7, -3), 1)
    equal(math.fmod(-7, 3.0), -1.0)
    equal(math.fmod(5.5, 2), 1.5)
    equal(math.fmod(math.mininteger, -1), 0)
    equal(math.fmod(1, 0.0) ~= math.fmod(1, 0.0), true)
    fails("bad argument #2 to 'math.fmod' (zero)", math.fmod, 1, 0)
  end,
  ["modf splits"] = function()
    results(pack(math.modf(3.7)), 3, 3.7 - 3)
    results(pack(math.modf(-3.5)), -3, -0.5)
    results(pack(math.modf(5)), 5, 0.0)
    results(pack(math.modf(1e100)), 1e100, 0.0)
    results(pack(math.modf(math.huge)), math.huge, 0.0)
    results(pack(math.modf(-math.huge)), -math.huge, 0.0)
    equal(select("#", math.modf(nan)), 2)
  end,
  ["huge, pi, maxinteger and mininteger"] = function()
    yes(math.huge > math.maxinteger)
    equal(math.pi, 3.141592653589793)
    equal(math.maxinteger + 1, math.mininteger)
    equal(math.type(math.maxinteger), "integer")
  end,
  ["max and min keep the subtype"] = function()
    equal(math.max(1, 2.5, -1), 2.5)
    equal(math.max(3, 2), 3)
    equal(math.min(1, 2.5, -1), -1)
    equal(math.max(1, 1.0), 1)
    equal(math.max(1.0, 1), 1.0)
    equal(math.min(5), 5)
    fails("value expected", math.max)
    fails("attempt to compare nil with number", math.min, 1, nil)
  end,
  ["tointeger takes what is exact"] = function()
    equal(math.tointeger(3.0), 3)
    equal(math.tointeger(3), 3)
    equal(math.tointeger(3.5), nil)
    equal(math.tointeger(2^63), nil)
    equal(math.tointeger(-2^63), math.mininteger)
    equal(math.tointeger(nan), nil)
    equal(math.tointeger(math.huge), nil)
    equal(math.tointeger({}), nil)
    equal(math.tointeger("x"), nil)
  end,
  ["type tells the subtype"] = function()
    equal(math.type(1), "integer")
    equal(math.type(1.0), "float")
    equal(math.type(1e3), "float")
    equal(math.type("1"), nil)
    equal(math.type(nil), nil)
    fails("value expected", math.type)
  end,
  ["ult compares without a sign"] = function()
    equal(math.ult(1, 2), true)
    equal(math.ult(1, -1), true)
    equal(math.ult(-1, 1), false)
    equal(math.ult(-2, -1), true)
    equal(math.ult(0, math.mininteger), true)
    equal(math.ult(5, 5), false)
    fails("number has no integer representation", math.ult, 1.5, 2)
  end,
  ["random gives floats from 0 to 1, without 1"] = function()
    for _ = 1, 1000 do
      local r = math.random()
      yes(r >= 0 and r < 1)
      equal(math.type(r), "float")
    end
  end,
  ["random gives integers of a range, ends among them"] = function()
    local seen = {}
    for _ = 1, 500 do seen[math.random(3)] = true seen[math.random(-1, 0)] = true end
    for i = -1, 3 do yes(seen[i]) end
    equal(seen[4], nil)
    equal(seen[-2], nil)
    equal(math.random(7, 7), 7)
    equal(math.type(math.random(10)), "integer")
    local whole = math.random(math.mininteger, math.maxinteger)
    equal(math.type(whole), "integer")
  end,
  ["random of 0 gives any integer"] = function()
    equal(math.type(math.random(0)), "integer")
    yes(math.random(0) ~= math.random(0))
  end,
  ["random refuses an empty range"] = function()
    fails("bad argument #1 to 'math.random' (interval is empty)", math.random, -5)
    fails("(interval is empty)", math.random, 2, 1)
    fails("wrong number of arguments", math.random, 1, 2, 3)
    fails("number has no integer representation", math.random, 1.5)
  end,
}
