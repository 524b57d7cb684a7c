-- Lua 5.4 manual, 2.2 "Environments and the Global Environment". The global table takes no new names (Plugins/README.md).
local check = require "check"
local equal, yes, fails = check.equal, check.yes, check.fails
local original_tostring = tostring

return {
  ["a free name is a field of _ENV"] = function()
    equal(_ENV.print, print)
    equal(_ENV["tostring"], tostring)
  end,
  ["_G is the global table"] = function()
    equal(_G, _ENV)
    equal(_G._G, _G)
    equal(_G.math, math)
  end,
  ["an undefined global is nil"] = function()
    equal(undefined, nil)
    equal(_G.undefined, nil)
  end,
  ["to assign a new global raises"] = function()
    fails("global 'created' may not be assigned; use a local", function() created = 1 end)
    fails("global 'created' may not be assigned; use a local", function() function created() end end)
    fails("global 'created' may not be assigned; use a local", function() _G.created = 1 end)
    equal(created, nil)
  end,
  ["a global that is there can be replaced, within this state"] = function()
    tostring = function() return "replaced" end
    equal(tostring(1), "replaced")
    tostring = original_tostring
    equal(tostring(1), "1")
  end,
  ["rawset writes a global all the same"] = function()
    rawset(_G, "created", 1)
    equal(created, 1)
    rawset(_G, "created", nil)
    equal(created, nil)
  end,
  ["the metatable of _G is out of reach"] = function()
    equal(getmetatable(_G), false)
    fails("cannot change a protected metatable", setmetatable, _G, nil)
  end,
  ["a local _ENV is the environment of its block"] = function()
    local checked = equal
    local result
    do
      local _ENV = { x = 5 }
      y = x + 1
      result = y
    end
    checked(result, 6)
    checked(y, nil)
  end,
  ["an _ENV parameter is the environment of a function"] = function()
    local function get(_ENV) return value end
    equal(get({ value = 7 }), 7)
    local function set(_ENV, v) value = v return _ENV end
    equal(set({}, 3).value, 3)
  end,
  ["an _ENV with __index falls back on the globals"] = function()
    local environment = setmetatable({}, { __index = _G })
    local function f(_ENV)
      count = 1
      return tostring(count)
    end
    equal(f(environment), "1")
    equal(environment.count, 1)
    equal(count, nil)
  end,
  ["a nil _ENV makes every global an error"] = function()
    fails("attempt to index a nil value (local '_ENV')", function() local _ENV = nil return x end)
    fails("attempt to index a nil value (upvalue '_ENV')", function()
      local _ENV = nil
      return (function() return x end)()
    end)
  end,
  ["functions keep the _ENV that they saw"] = function()
    local function make(_ENV) return function() n = n + 1 return n end end
    local one, two = make { n = 10 }, make { n = 20 }
    equal(one(), 11)
    equal(one(), 12)
    equal(two(), 21)
  end,
  ["the environment of one module is the state's, too"] = function()
    yes(require("check").equal == equal)
    equal(_VERSION, "Lua 5.4")
  end,
}
