-- Lua 5.4 manual, 3.3 "Statements", but for 3.3.8, and 3.5 "Visibility Rules".
local check = require "check"
local equal, yes, results, fails = check.equal, check.yes, check.results, check.fails
local pack = table.pack

return {
  -- 3.3.3 assignment
  ["a list of values is adjusted to the variables"] = function()
    local a, b, c = 1, 2
    results(pack(a, b, c), 1, 2, nil)
    local d, e = 1, 2, 3
    results(pack(d, e), 1, 2)
  end,
  ["a call at the end of a list gives all its results"] = function()
    local function two() return 1, 2 end
    local a, b, c = 0, two()
    results(pack(a, b, c), 0, 1, 2)
  end,
  ["a call within a list or in parentheses gives one"] = function()
    local function two() return 1, 2 end
    results(pack(two(), two()), 1, 1, 2)
    results(pack((two())), 1)
    local function none() end
    results(pack((none())), nil)
    results(pack(none()))
  end,
  ["a multiple assignment evaluates before it assigns"] = function()
    local x, y = 1, 2
    x, y = y, x
    results(pack(x, y), 2, 1)
    local i, a = 3, {}
    i, a[i] = i + 1, 20
    equal(i, 4)
    equal(a[3], 20)
    equal(a[4], nil)
  end,
  ["three values rotate"] = function()
    local x, y, z = 1, 2, 3
    x, y, z = y, z, x
    results(pack(x, y, z), 2, 3, 1)
  end,
  ["assigning a field of nil raises with the name"] = function()
    local t = {}
    fails("attempt to index a nil value (field 'a')", function() t.a.b = 1 end)
    fails("attempt to index a nil value (local 'u')", function() local u u.x = 1 end)
    fails("attempt to index a nil value (upvalue 'up')", (function() local up return function() up.x = 1 end end)())
  end,
  -- 3.3.4 control structures
  ["while tests before and repeat after"] = function()
    local n = 0
    while n > 0 do n = 99 end
    equal(n, 0)
    repeat n = n + 1 until true
    equal(n, 1)
  end,
  ["the condition of repeat sees the locals of the block"] = function()
    local n = 0
    repeat
      local done = n >= 3
      n = n + 1
    until done
    equal(n, 4)
  end,
  ["if, elseif, else"] = function()
    local function sign(x) if x < 0 then return "-" elseif x == 0 then return "0" else return "+" end end
    equal(sign(-1) .. sign(0) .. sign(1), "-0+")
  end,
  ["break ends the innermost loop"] = function()
    local seen = {}
    for i = 1, 3 do
      for j = 1, 3 do
        if j == 2 then break end
        seen[#seen + 1] = i * 10 + j
      end
    end
    equal(table.concat(seen, " "), "11 21 31")
  end,
  ["goto continues a loop"] = function()
    local odd = {}
    for i = 1, 6 do
      if i % 2 == 0 then goto continue end
      odd[#odd + 1] = i
      ::continue::
    end
    equal(table.concat(odd, " "), "1 3 5")
  end,
  ["goto goes back, and out of nested loops"] = function()
    local n = 0
    ::again::
    n = n + 1
    if n < 5 then goto again end
    equal(n, 5)
    for i = 1, 9 do
      for j = 1, 9 do
        if i * j == 12 then n = i goto found end
      end
    end
    ::found::
    equal(n, 2)
  end,
  ["goto to the end of a block passes over its locals"] = function()
    do
      goto out
      local x = 1
      equal(x, "never")
      ::out::
    end
    do
      local k = 0
      ::top::
      local x
      equal(x, nil)
      x = k
      k = k + 1
      if k < 3 then goto top end
      equal(x, 2)
    end
  end,
  ["a label may be named again in another function or block"] = function()
    local function f() goto l ::l:: return 1 end
    do goto l ::l:: end
    do goto l ::l:: end
    equal(f(), 1)
  end,
  ["return ends a function in the middle by do"] = function()
    local function f() do return 1 end return 2 end
    equal(f(), 1)
  end,
  -- 3.3.5 for
  ["a numeric for counts with its step"] = function()
    local function counted(from, to, step)
      local seen = {}
      for i = from, to, step do seen[#seen + 1] = tostring(i) end
      return table.concat(seen, " ")
    end
    equal(counted(1, 3, 1), "1 2 3")
    equal(counted(3, 1, -1), "3 2 1")
    equal(counted(1, 5, 2), "1 3 5")
    equal(counted(1, 0, 1), "")
    equal(counted(1, 2, 0.5), "1.0 1.5 2.0")
    equal(counted(1.0, 2, 1), "1.0 2.0")
    equal(counted(1, 2.9, 1), "1 2")
    equal(counted(3, 1.5, -1), "3 2")
  end,
  ["a numeric for never overflows"] = function()
    local count, last = 0, nil
    for i = math.maxinteger - 2, math.maxinteger do count, last = count + 1, i end
    equal(count, 3)
    equal(last, math.maxinteger)
    count = 0
    for i = math.mininteger + 1, math.mininteger, -1 do count, last = count + 1, i end
    equal(count, 2)
    equal(last, math.mininteger)
    count = 0
    for _ = math.maxinteger - 1, math.huge, 2 do count = count + 1 end
    equal(count, 1)
    for _ = 1, math.mininteger, math.mininteger do count = count + 1 end
    equal(count, 3)
  end,
  ["the limit of an integer loop may be any float"] = function()
    local count = 0
    for i = 1, math.huge do count = i if i == 5 then break end end
    equal(count, 5)
    for _ = 1, -math.huge do count = "never" end
    for _ = 1, 0 / 0 do count = "never" end
    equal(count, 5)
  end,
  ["a step of zero is an error"] = function()
    fails("'for' step is zero", function() for _ = 1, 2, 0 do break end end)
    fails("'for' step is zero", function() for _ = 1.0, 2, 0 do break end end)
  end,
  ["bounds of other types are errors"] = function()
    fails("bad 'for' initial value (number expected, got table)", function() for _ = {}, 2 do break end end)
    fails("bad 'for' limit (number expected, got nil)", function() for _ = 1, nil do break end end)
    fails("bad 'for' step (number expected, got boolean)", function() for _ = 1, 2, true do break end end)
    fails("bad 'for' limit (number expected, got string)", function() for _ = 1, "x" do break end end)
  end,
  ["bounds are evaluated once"] = function()
    local calls = 0
    local function limit() calls = calls + 1 return 3 end
    for _ = 1, limit() do local _ = 0 end
    equal(calls, 1)
  end,
  ["each turn has a variable of its own"] = function()
    local functions = {}
    for i = 1, 3 do functions[i] = function() i = i + 10 return i end end
    results(pack(functions[1](), functions[2](), functions[1]()), 11, 12, 21)
  end,
  ["to assign the loop variable changes nothing else"] = function()
    local seen = {}
    for i = 1, 3 do
      seen[i] = i
      i = 99
      equal(i, 99)
    end
    equal(#seen, 3)
  end,
  ["a generic for calls its iterator with state and control"] = function()
    local calls = {}
    local function iterator(state, control)
      calls[#calls + 1] = tostring(state) .. tostring(control)
      if control < 3 then return control + 1, "v" .. control end
    end
    local values = {}
    for k, v in iterator, "s", 0 do values[#values + 1] = k .. v end
    equal(table.concat(calls, " "), "s0 s1 s2 s3")
    equal(table.concat(values, " "), "1v0 2v1 3v2")
  end,
  ["a generic for ends at nil, not at false"] = function()
    local turns = 0
    for k in function(_, control) if control == nil then return false end end do
      turns = turns + 1
      equal(k, false)
    end
    equal(turns, 1)
  end,
  ["a generic for over what is no function raises"] = function()
    fails("attempt to call a table value", function() for _ in {} do break end end)
    fails("attempt to call a nil value", function() for _ in nil do break end end)
  end,
  ["a fourth value of a generic for is closed"] = function()
    local closed
    local guard = setmetatable({}, { __close = function() closed = "closed" end })
    for k in next, { 1 }, nil, guard do equal(k, 1) end
    equal(closed, "closed")
    closed = nil
    for _ in next, { 1, 2 }, nil, guard do break end
    equal(closed, "closed")
  end,
  -- 3.3.6 calls as statements
  ["a call is a statement, and drops its results"] = function()
    local n = 0
    local function f() n = n + 1 return n end
    f()
    f {}
    f ""
    f [[]]
    local t = { m = f }
    t:m()
    t.m()
    equal(n, 6)
  end,
  -- 3.3.7 local declarations
  ["a local without a value is nil"] = function()
    local a, b
    results(pack(a, b), nil, nil)
  end,
  ["a local begins after its statement"] = function()
    local x = 1
    local x = x + 1
    equal(x, 2)
    do local x = x * 10 equal(x, 20) end
    equal(x, 2)
  end,
  ["a const is read like another local"] = function()
    local a <const>, b <const> = 1, "x"
    local function f() return a, b end
    results(pack(f()), 1, "x")
    local t <const> = {}
    t.field = 1
    equal(t.field, 1)
  end,
  ["a local function sees itself, a local with a function does not"] = function()
    local function fact(n) return n <= 1 and 1 or n * fact(n - 1) end
    equal(fact(5), 120)
    local outer = nil
    local ok = pcall(function() local f = function() return outer() end return f() end)
    equal(ok, false)
  end,
  -- 3.5 visibility
  ["inner blocks see outer locals, and hide them"] = function()
    local x = 10
    do
      local y = x
      local x = y + 1
      do
        local x = x + 1
        equal(x, 12)
      end
      equal(x, 11)
    end
    equal(x, 10)
  end,
  ["every execution of a local makes a new variable"] = function()
    local a, x = {}, 20
    for i = 1, 10 do
      local y = 0
      a[i] = function() y = y + 1 return x + y end
    end
    equal(a[1](), 21)
    equal(a[1](), 22)
    equal(a[2](), 21)
    x = 0
    equal(a[3](), 1)
  end,
  ["closures share the variables that they see"] = function()
    local function counter()
      local n = 0
      return function() n = n + 1 return n end, function() return n end
    end
    local up, read = counter()
    up() up()
    equal(read(), 2)
    local _, other = counter()
    equal(other(), 0)
  end,
  ["a variable outlives its block"] = function()
    local get, set
    do
      local hidden = 1
      function get() return hidden end
      function set(v) hidden = v end
    end
    set(7)
    equal(get(), 7)
    yes(get)
  end,
}
