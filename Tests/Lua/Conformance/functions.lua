-- Lua 5.4 manual, 3.4.10 "Function Calls", 3.4.11 "Function Definitions", 3.4.12 "Lists of expressions".
local check = require "check"
local equal, results, fails = check.equal, check.results, check.fails
local pack = table.pack

return {
  ["arguments are adjusted to the parameters"] = function()
    local function f(a, b) return a, b end
    results(pack(f(3)), 3, nil)
    results(pack(f(3, 4)), 3, 4)
    results(pack(f(3, 4, 5)), 3, 4)
    results(pack(f()), nil, nil)
    local function r() return 1, 2, 3 end
    results(pack(f(r(), 10)), 1, 10)
    results(pack(f(r())), 1, 2)
  end,
  ["a vararg function collects the rest"] = function()
    local function g(a, b, ...) return a, b, pack(...) end
    local a, b, rest = g(3)
    results(pack(a, b, rest.n), 3, nil, 0)
    a, b, rest = g(3, 4, 5, 8)
    results(pack(a, b, rest.n, rest[2]), 3, 4, 2, 8)
    a, b, rest = g(5, (function() return 1, 2, 3 end)())
    results(pack(a, b, rest.n, rest[1]), 5, 1, 2, 2)
  end,
  ["varargs keep their nils"] = function()
    local function count(...) return select("#", ...) end
    equal(count(), 0)
    equal(count(nil), 1)
    equal(count(nil, nil), 2)
    equal(count(1, nil, nil), 3)
    local function pass(...) return ... end
    results(pack(pass(nil, 2, nil)), nil, 2, nil)
  end,
  ["... in the middle gives one value"] = function()
    local function f(...) return ..., "end" end
    results(pack(f(1, 2, 3)), 1, "end")
    results(pack(f()), nil, "end")
    local function g(...) return (...) end
    results(pack(g(1, 2)), 1)
    results(pack(g()), nil)
  end,
  ["... is of the function that declares it"] = function()
    local function outer(...)
      local function inner(...) return ... end
      return inner("inner"), ...
    end
    results(pack(outer(1, 2)), "inner", 1, 2)
  end,
  ["assigning a parameter leaves the argument"] = function()
    local function f(x) x = 99 return x end
    local a = 1
    equal(f(a), 99)
    equal(a, 1)
  end,
  ["a method call hands itself over"] = function()
    local account = { balance = 10 }
    function account:add(n) self.balance = self.balance + n return self end
    function account.get(self) return self.balance end
    equal(account:add(5):add(1):get(), 16)
    equal(account.get(account), 16)
  end,
  ["a method of a string literal"] = function()
    equal(("%d-%s"):format(1, "x"), "1-x")
    equal(("abc"):upper():reverse():sub(2), "BA")
  end,
  ["the object of a method call is evaluated once"] = function()
    local calls = 0
    local function object() calls = calls + 1 return { m = function() return calls end } end
    equal(object():m(), 1)
  end,
  ["a call without parentheses takes a string or a table"] = function()
    local function kind(x) return type(x) end
    equal(kind "s", "string")
    equal(kind 's', "string")
    equal(kind [[s]], "string")
    equal(kind { 1 }, "table")
    local t = { kind = function(_, x) return type(x) end }
    equal(t:kind "s", "string")
    equal(t:kind {}, "table")
  end,
  ["calls chain"] = function()
    local function f(x) return { g = function(y) return function(z) return x .. y .. z end end } end
    equal(f("a").g "b" "c", "abc")
    equal(f("a")["g"]("b")("c"), "abc")
  end,
  ["function a.b.c and a.b:c define fields"] = function()
    local a = { b = {} }
    function a.b.c(x) return x end
    function a.b:d(x) return self == a.b and x end
    equal(a.b.c(1), 1)
    equal(a.b:d(2), 2)
  end,
  ["to call what is no function raises with the name"] = function()
    fails("attempt to call a nil value (local 'f')", function() local f f() end)
    fails("attempt to call a nil value (field 'x')", function() local t = {} t.x() end)
    fails("attempt to call a nil value (method 'm')", function() local t = {} t:m() end)
    fails("attempt to call a table value", function() ({})() end)
    fails("attempt to call a nil value (global 'undefined')", function() undefined() end)
    fails("attempt to call a number value", function() local n = 1 n() end)
    fails("attempt to call a nil value (method 'missing')", function() return ("x"):missing() end)
  end,
  ["a tail call needs no stack"] = function()
    local function loop(n) if n == 0 then return "done" end return loop(n - 1) end
    equal(loop(300000), "done")
  end,
  ["mutual tail calls need none either"] = function()
    local odd
    local function even(n) if n == 0 then return true end return odd(n - 1) end
    function odd(n) if n == 0 then return false end return even(n - 1) end
    equal(even(100000), true)
  end,
  ["deep recursion within the limit is fine"] = function()
    local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
    equal(depth(10000), 10000)
  end,
  ["functions with many arguments and results"] = function()
    local numbers = {}
    for i = 1, 240 do numbers[i] = i end
    local function last(...) return (select(-1, ...)) end
    equal(last(table.unpack(numbers)), 240)
    equal(select("#", table.unpack(numbers)), 240)
  end,
  ["a function is a value"] = function()
    local function compose(f, g) return function(...) return f(g(...)) end end
    local function inc(x) return x + 1 end
    equal(compose(inc, compose(inc, inc))(1), 4)
    equal((function(...) return select("#", ...) end)(1, 2, 3), 3)
  end,
  ["closures in a loop are different functions"] = function()
    local fs = {}
    for i = 1, 2 do fs[i] = function() return i end end
    equal(fs[1] == fs[2], false)
    equal(fs[1]() + fs[2](), 3)
  end,
  ["upvalues of upvalues are shared"] = function()
    local n = 0
    local function outer()
      return function() return function() n = n + 1 return n end end
    end
    equal(outer()()(), 1)
    equal(outer()()(), 2)
    equal(n, 2)
  end,
  ["a return in the middle of nested loops leaves the function"] = function()
    local function f()
      for i = 1, 10 do
        for j = 1, 10 do if i * j == 42 then return i, j end end
      end
    end
    results(pack(f()), 6, 7)
  end,
}
