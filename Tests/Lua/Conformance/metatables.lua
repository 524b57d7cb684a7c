-- Lua 5.4 manual, 2.4 "Metatables and Metamethods". setmetatable takes the metatable as it is then (Plugins/README.md).
local check = require "check"
local equal, yes, no, results, fails = check.equal, check.yes, check.no, check.results, check.fails
local pack = table.pack

-- A table whose every listed event tells its name and the types of its operands.
local function teller(...)
  local metatable = {}
  for _, event in ipairs { ... } do
    metatable["__" .. event] = function(a, b) return event .. ":" .. type(a) .. "," .. type(b) end
  end
  return setmetatable({}, metatable)
end

return {
  ["arithmetic events"] = function()
    local t = teller("add", "sub", "mul", "div", "mod", "pow", "idiv")
    equal(t + 1, "add:table,number")
    equal(1 + t, "add:number,table")
    equal(t - 1, "sub:table,number")
    equal(2 * t, "mul:number,table")
    equal(t / t, "div:table,table")
    equal(t % 2, "mod:table,number")
    equal(2 ^ t, "pow:number,table")
    equal(t // 2, "idiv:table,number")
  end,
  ["unary minus hands its operand over twice"] = function()
    local seen
    local t = setmetatable({}, { __unm = function(a, b) seen = rawequal(a, b) return "minus" end })
    equal(-t, "minus")
    equal(seen, true)
  end,
  ["bitwise events"] = function()
    local t = teller("band", "bor", "bxor", "shl", "shr", "bnot")
    equal(t & 1, "band:table,number")
    equal(1 | t, "bor:number,table")
    equal(t ~ 1, "bxor:table,number")
    equal(t << 1, "shl:table,number")
    equal(1 >> t, "shr:number,table")
    equal(~t, "bnot:table,table")
    equal(1.5 | t, "bor:number,table")
    equal("x" & t, "band:string,table")
  end,
  ["the first operand's event comes before the second's"] = function()
    local a = setmetatable({}, { __add = function() return "first" end })
    local b = setmetatable({}, { __add = function() return "second" end })
    equal(a + b, "first")
    equal(b + a, "second")
    equal(setmetatable({}, {}) + b, "second")
  end,
  ["the result of an event is adjusted to one value"] = function()
    local t = setmetatable({}, { __add = function() return 1, 2 end, __sub = function() end })
    results(pack(t + t), 1)
    results(pack(t - t), nil)
  end,
  ["concat is tried where an operand is neither string nor number"] = function()
    local t = setmetatable({}, { __concat = function(a, b)
      return (type(a) == "table" and "t" or a) .. "~" .. (type(b) == "table" and "t" or b)
    end })
    equal(t .. "x", "t~x")
    equal("x" .. t, "x~t")
    equal(1 .. t, "1~t")
    equal("a" .. "b" .. t, "ab~t" == "a" .. "b~t" and "ab~t")
    equal(t .. "x" .. "y", "t~xy")
    equal(t .. t, "t~t")
  end,
  ["len is the length, of tables, whatever it gives"] = function()
    equal(#setmetatable({ 1, 2 }, { __len = function() return 42 end }), 42)
    equal(#setmetatable({}, { __len = function() return "long" end }), "long")
    equal(rawlen(setmetatable({ 1, 2 }, { __len = function() return 42 end })), 2)
  end,
  ["eq is tried for two tables that differ, and gives a boolean"] = function()
    local calls = 0
    local metatable = { __eq = function() calls = calls + 1 return 1 end }
    local a, b = setmetatable({}, metatable), setmetatable({}, metatable)
    equal(a == b, true)
    equal(a ~= b, false)
    equal(calls, 2)
    equal(a == a, true)
    equal(calls, 2)
    equal(a == 1, false)
    equal(a == "x", false)
    equal(calls, 2)
    equal(a == {}, true)
    equal({} == a, true)
    equal(rawequal(a, b), false)
  end,
  ["lt and le order what is neither two numbers nor two strings"] = function()
    local metatable = {
      __lt = function(a, b) return (type(a) == "table" and a.v or a) < (type(b) == "table" and b.v or b) end,
      __le = function(a, b) return (type(a) == "table" and a.v or a) <= (type(b) == "table" and b.v or b) end,
    }
    local one, two = setmetatable({ v = 1 }, metatable), setmetatable({ v = 2 }, metatable)
    equal(one < two, true)
    equal(one > two, false)
    equal(one <= one, true)
    equal(two >= one, true)
    equal(one < 2, true)
    equal(3 > two, true)
    equal(1.5 <= two, true)
  end,
  ["lt is not asked for <= where there is le"] = function()
    local t = setmetatable({}, { __lt = function() return false end, __le = function() return true end })
    equal(t < t, false)
    equal(t <= t, true)
    equal(t > t, false)
    equal(t >= t, true)
  end,
  ["the result of a comparison becomes a boolean"] = function()
    local t = setmetatable({}, { __lt = function() return "yes" end, __le = function() end })
    equal(t < t, true)
    equal(t <= t, false)
  end,
  ["index by a function gets table and key"] = function()
    local t = setmetatable({ here = 1 }, { __index = function(t, k) return k .. tostring(rawget(t, "here")) end })
    equal(t.here, 1)
    equal(t.x, "x1")
    equal(t[5], "51")
  end,
  ["index by a table, and by a chain of them"] = function()
    local base = { a = 1 }
    local middle = setmetatable({ b = 2 }, { __index = base })
    local top = setmetatable({ c = 3 }, { __index = middle })
    results(pack(top.a, top.b, top.c, top.d), 1, 2, 3, nil)
    base.late = 9
    equal(top.late, 9)
    equal(rawget(top, "a"), nil)
  end,
  ["index by a string reads the string library"] = function()
    local t = setmetatable({}, { __index = "text" })
    equal(t.upper, string.upper)
  end,
  ["a chain of index that is a loop is an error"] = function()
    local metatable = {}
    local t = {}
    metatable.__index = t
    setmetatable(t, metatable)
    fails("'__index' chain too long; possible loop", function() return t.x end)
  end,
  ["newindex by a function is called for keys that are not there"] = function()
    local log = {}
    local t = setmetatable({ here = 1 }, { __newindex = function(t, k, v) log[#log + 1] = k rawset(t, k, v * 2) end })
    t.here = 5
    t.x = 10
    t.x = 7
    equal(t.here, 5)
    equal(t.x, 7)
    equal(table.concat(log, " "), "x")
  end,
  ["newindex by a table writes there"] = function()
    local store = {}
    local t = setmetatable({}, { __newindex = store })
    t.x = 1
    equal(rawget(t, "x"), nil)
    equal(store.x, 1)
  end,
  ["a chain of newindex that is a loop is an error"] = function()
    local t = {}
    setmetatable(t, { __newindex = t })
    fails("'__newindex' chain too long; possible loop", function() t.x = 1 end)
  end,
  ["rawget and rawset pass metamethods by"] = function()
    local t = setmetatable({}, { __index = error, __newindex = error })
    equal(rawget(t, "x"), nil)
    equal(rawset(t, "x", 1), t)
    equal(t.x, 1)
  end,
  ["call hands the table over first"] = function()
    local t = setmetatable({}, { __call = function(self, ...) return type(self), select("#", ...), ... end })
    results(pack(t(1, nil)), "table", 2, 1, nil)
    results(pack(t()), "table", 0)
    results(pack(pcall(t, "x")), true, "table", 1, "x")
  end,
  ["call may be a table that can be called"] = function()
    local inner = setmetatable({}, { __call = function(_, _, x) return x end })
    equal(setmetatable({}, { __call = inner })(7), 7)
  end,
  ["call works as a method and as an iterator"] = function()
    local n = 0
    local counter = setmetatable({}, { __call = function() n = n + 1 if n <= 3 then return n end end })
    local sum = 0
    for i in counter do sum = sum + i end
    equal(sum, 6)
  end,
  ["tostring asks __tostring, then __name"] = function()
    equal(tostring(setmetatable({}, { __tostring = function() return "me" end })), "me")
    equal(tostring(setmetatable({}, { __name = "point" })), "point")
    fails("'__tostring' must return a string", tostring, setmetatable({}, { __tostring = function() return {} end }))
  end,
  ["pairs asks __pairs"] = function()
    local t = setmetatable({}, { __pairs = function(t) return function(_, k) if not k then return 1, t end end, t, nil end })
    local keys = 0
    for k, v in pairs(t) do
      keys = keys + k
      equal(v, t)
    end
    equal(keys, 1)
  end,
  ["ipairs and table access respect __index"] = function()
    local t = setmetatable({}, { __index = function(_, i) if i <= 3 then return i * i end end })
    local sum = 0
    for _, v in ipairs(t) do sum = sum + v end
    equal(sum, 14)
  end,
  ["__metatable is what getmetatable gives, and locks"] = function()
    local t = setmetatable({}, { __metatable = "locked" })
    equal(getmetatable(t), "locked")
    fails("cannot change a protected metatable", setmetatable, t, {})
    fails("cannot change a protected metatable", setmetatable, t, nil)
    local u = setmetatable({}, { __metatable = false })
    equal(getmetatable(u), false)
    fails("cannot change a protected metatable", setmetatable, u, {})
  end,
  ["getmetatable gives the table that was set"] = function()
    local metatable = { __index = {} }
    local t = setmetatable({}, metatable)
    equal(getmetatable(t), metatable)
    equal(getmetatable({}), nil)
    local u = setmetatable({}, metatable)
    equal(getmetatable(t), getmetatable(u))
  end,
  ["setmetatable gives its table, and nil takes the metatable off"] = function()
    local t = {}
    equal(setmetatable(t, { __index = { a = 1 } }), t)
    equal(t.a, 1)
    equal(setmetatable(t, nil), t)
    equal(t.a, nil)
    equal(getmetatable(t), nil)
  end,
  ["a metatable is taken as it is when it is set"] = function()
    local metatable = {}
    local t = setmetatable({}, metatable)
    metatable.__index = { a = 1 }
    equal(t.a, nil)
    setmetatable(t, metatable)
    equal(t.a, 1)
  end,
  ["a metamethod set to another function later is the old one"] = function()
    local metatable = { __tostring = function() return "old" end }
    local t = setmetatable({}, metatable)
    metatable.__tostring = function() return "new" end
    equal(tostring(t), "old")
    equal(tostring(setmetatable({}, metatable)), "new")
  end,
  ["the usual class, with inheritance"] = function()
    local Animal = {}
    Animal.__index = Animal
    function Animal.new(name) return setmetatable({ name = name }, Animal) end
    function Animal:speak() return self.name .. " makes a sound" end
    local Dog = setmetatable({}, { __index = Animal })
    Dog.__index = Dog
    function Dog.new(name) return setmetatable(Animal.new(name), Dog) end
    function Dog:speak() return Animal.speak(self) .. ": woof" end
    equal(Dog.new("Rex"):speak(), "Rex makes a sound: woof")
    equal(Animal.new("Tom"):speak(), "Tom makes a sound")
    equal(getmetatable(Dog.new("Rex")), Dog)
  end,
  ["methods that a class gets later are seen"] = function()
    local Class = {}
    Class.__index = Class
    local object = setmetatable({}, Class)
    function Class.late() return "late" end
    equal(object:late(), "late")
  end,
  ["__gc and __mode are refused"] = function()
    fails("__gc is not available to plugins", setmetatable, {}, { __gc = function() end })
    fails("__mode is not available to plugins", setmetatable, {}, { __mode = "k" })
    fails("__gc is not available to plugins", setmetatable, {}, { __gc = false })
  end,
  ["__mode that comes later does nothing"] = function()
    local metatable = {}
    local t = setmetatable({}, metatable)
    metatable.__mode = "k"
    t[{}] = 1
    for _ = 1, 20000 do local _ = {} end
    yes(next(t))
  end,
  ["only tables have metatables of their own"] = function()
    fails("table expected", setmetatable, 1, {})
    fails("table expected", setmetatable, "x", {})
    fails("nil or table expected", setmetatable, {}, 1)
    fails("nil or table expected", setmetatable, {})
    equal(getmetatable(1), false)
    equal(getmetatable("x"), false)
    equal(getmetatable(print), false)
    equal(getmetatable(nil), false)
  end,
  ["the metatable of strings is out of reach"] = function()
    equal(getmetatable(""), false)
    fails("table expected", setmetatable, "", {})
    fails("attempt to index a boolean value", function() getmetatable("").__index = nil end)
  end,
  ["events are looked up raw"] = function()
    local t = setmetatable({}, setmetatable({}, { __index = { __add = function() return "found" end } }))
    fails("attempt to perform arithmetic on a table value", function() return t + 1 end)
  end,
  ["an event that is no function raises, as it would be called"] = function()
    fails("attempt to call a number value", function() return setmetatable({}, { __add = 1 }) + 1 end)
    fails("attempt to call a table value", function() return setmetatable({}, { __call = {} })() end)
  end,
  ["not and the logical operators ask no metatable"] = function()
    local t = teller("len", "eq")
    no(not t)
    equal(t and 1, 1)
  end,
}
