-- Lua 5.4 manual, 3.3.8 "To-be-closed Variables".
local check = require "check"
local equal, no, results, fails = check.equal, check.no, check.results, check.fails
local pack = table.pack

-- A value that notes its closing, and the error that it closes by.
local function closer(log, name)
  return setmetatable({}, { __close = function(_, e) log[#log + 1] = name .. ":" .. tostring(e) end })
end

return {
  ["a variable is closed when its block ends"] = function()
    local log = {}
    do
      local a <close> = closer(log, "a")
      no(log[1])
      equal(type(a), "table")
    end
    equal(log[1], "a:nil")
  end,
  ["variables are closed in reverse order"] = function()
    local log = {}
    do
      local a <close> = closer(log, "a")
      local b <close> = closer(log, "b")
      local c <close> = closer(log, "c")
      equal(a ~= b, c ~= a)
    end
    equal(table.concat(log, " "), "c:nil b:nil a:nil")
  end,
  ["nil and false are not closed"] = function()
    local n = 0
    do
      local a <close> = nil
      local b <close> = false
      if not a and not b then n = 1 end
    end
    equal(n, 1)
  end,
  ["another value without __close is an error"] = function()
    fails("variable 'x' got a non-closable value", function() local x <close> = 42 return x end)
    fails("variable 'x' got a non-closable value", function() local x <close> = {} return x end)
  end,
  ["return evaluates before it closes"] = function()
    local log = {}
    local function f()
      local a <close> = closer(log, "a")
      return #log, a ~= nil
    end
    results(pack(f()), 0, true)
    equal(#log, 1)
  end,
  ["break closes"] = function()
    local log = {}
    while true do
      local a <close> = closer(log, "a")
      if a then break end
    end
    equal(log[1], "a:nil")
  end,
  ["goto closes when it leaves the block"] = function()
    local log = {}
    do
      local a <close> = closer(log, "a")
      if a then goto out end
    end
    ::out::
    equal(log[1], "a:nil")
  end,
  ["goto continue closes at every turn"] = function()
    local log = {}
    for i = 1, 3 do
      local a <close> = closer(log, tostring(i))
      if a and i == 2 then goto continue end
      ::continue::
    end
    equal(table.concat(log, " "), "1:nil 2:nil 3:nil")
  end,
  ["an error closes, and is handed to the closer"] = function()
    local log = {}
    local ok, e = pcall(function()
      local a <close> = closer(log, "a")
      error("oops", 0)
      return a
    end)
    results(pack(ok, e), false, "oops")
    equal(log[1], "a:oops")
  end,
  ["an error in a closer takes the error's place, and the others are closed"] = function()
    local log = {}
    local ok, e = pcall(function()
      local a <close> = closer(log, "a")
      local b <close> = setmetatable({}, { __close = function(_, e) log[#log + 1] = "b:" .. e error("second", 0) end })
      local c <close> = closer(log, "c")
      error("first", 0)
      return a, b, c
    end)
    results(pack(ok, e), false, "second")
    equal(table.concat(log, " "), "c:first b:first a:second")
  end,
  ["an error in a closer after a normal end is the error"] = function()
    local log = {}
    local ok, e = pcall(function()
      local a <close> = closer(log, "a")
      local b <close> = setmetatable({}, { __close = function() error("late", 0) end })
      return a, b
    end)
    results(pack(ok, e), false, "late")
    equal(log[1], "a:late")
  end,
  ["the closer gets the value and the error as arguments"] = function()
    local seen
    local value
    value = setmetatable({}, { __close = function(...) seen = pack(...) end })
    do local x <close> = value if not x then return end end
    results(seen, value, nil)
    pcall(function() local x <close> = value error({ 1 }) return x end)
    equal(seen[1], value)
    equal(type(seen[2]), "table")
  end,
  ["a closer that calls functions sees a whole environment"] = function()
    local log = {}
    do
      local a <close> = setmetatable({}, { __close = function()
        local inner <close> = closer(log, "inner")
        table.sort({ 3, 2, 1 })
        log[#log + 1] = tostring(inner ~= nil)
      end })
      if not a then return end
    end
    equal(table.concat(log, " "), "true inner:nil")
  end,
  ["a closed variable is a constant"] = function()
    -- To assign it is an error of the compiler: SyntaxTests.
    local a <close> = nil
    equal(a, nil)
  end,
  ["__close is taken as it is when the variable is set"] = function()
    local log = {}
    local metatable = { __close = function() log[#log + 1] = "first" end }
    do
      local a <close> = setmetatable({}, metatable)
      if not a then return end
    end
    equal(log[1], "first")
  end,
  ["a closer in a loop inside a called function runs on each return"] = function()
    local log = {}
    local function find(list, wanted)
      for i, v in ipairs(list) do
        local turn <close> = closer(log, tostring(i))
        if v == wanted and turn then return i end
      end
    end
    equal(find({ "a", "b", "c" }, "b"), 2)
    equal(table.concat(log, " "), "1:nil 2:nil")
  end,
}
