-- Lua 5.4 manual, 2.3 "Error Handling", and error, pcall, xpcall, assert of 6.1.
-- The handler of xpcall runs after the stack is unwound, under the deadline (Decisions/lua-sandbox.md).
local check = require "check"
local equal, yes, results, fails = check.equal, check.yes, check.results, check.fails
local pack = table.pack

-- The text of an error without its place.
local function bare(message) return (message:gsub("^[^:]+:%d+: ", "")) end

return {
  ["pcall gives true and the results"] = function()
    results(pack(pcall(function() return 1, nil, 3 end)), true, 1, nil, 3)
    results(pack(pcall(function() end)), true)
    results(pack(pcall(select, "#", nil, nil)), true, 2)
    results(pack(pcall(pcall)), false, "bad argument #1 to 'pcall' (value expected)")
  end,
  ["pcall gives false and the error"] = function()
    local ok, e = pcall(error, "x", 0)
    results(pack(ok, e), false, "x")
    results(pack(pcall(error)), false, nil)
    results(pack(pcall(error, nil)), false, nil)
    equal(select("#", pcall(error)), 2)
  end,
  ["an error object may be anything"] = function()
    local t = { code = 1 }
    local _, e = pcall(error, t)
    equal(e, t)
    equal(select(2, pcall(error, 42)), 42)
    equal(select(2, pcall(error, true)), true)
    equal(select(2, pcall(error, print)), print)
    equal(select(2, pcall(error, 1.5)), 1.5)
  end,
  ["error adds the place of its caller to a string"] = function()
    local _, e = pcall(function() error "here" end)
    yes(e:find("^[%w_]+%.lua:%d+: here$"))
    local _, same = pcall(function() error("here", 1) end)
    equal(bare(same), "here")
  end,
  ["level 2 names the caller's caller"] = function()
    local function blame() error("blamed", 2) end
    local function line_of(f) local _, e = pcall(f) return tonumber(e:match(":(%d+):")) end
    local here = line_of(function() error "x" end)
    local there = line_of(function()
      blame()
    end)
    equal(there, here + 2)
  end,
  ["level 0 adds nothing, and neither does a level beyond the stack"] = function()
    local _, e = pcall(function() error("bare", 0) end)
    equal(e, "bare")
    _, e = pcall(function() error("bare", 100) end)
    equal(e, "bare")
  end,
  ["no place is added to what is no string"] = function()
    local t = {}
    local _, e = pcall(function() error(t, 1) end)
    equal(e, t)
    local _, n = pcall(function() error(5) end)
    equal(n, 5)
  end,
  ["an error of the core names its line"] = function()
    local _, e = pcall(function() return 1 + {} end)
    yes(e:find("^[%w_]+%.lua:%d+: attempt to perform arithmetic on a table value"))
  end,
  ["an error of a library function names its caller's line"] = function()
    local _, e = pcall(function() return ("x"):rep({}) end)
    yes(e:find("^[%w_]+%.lua:%d+: bad argument #1 to 'rep' %(number expected, got table%)$"))
    local _, f = pcall(function() string.rep() end)
    equal(bare(f), "bad argument #1 to 'rep' (string expected, got no value)")
  end,
  ["a bad self is told of"] = function()
    fails("calling 'upper' on bad self", function() local t = { upper = string.upper } t:upper() end)
  end,
  ["pcall nests"] = function()
    results(pack(pcall(pcall, error, "x", 0)), true, false, "x")
    results(pack(pcall(pcall, pcall, error)), true, true, false, nil)
  end,
  ["an error passes through functions to the nearest pcall"] = function()
    local function deep(n) if n == 0 then error("bottom", 0) end deep(n - 1) end
    results(pack(pcall(deep, 50)), false, "bottom")
    local ok, e = pcall(function()
      local inner_ok = pcall(deep, 3)
      error("outer after " .. tostring(inner_ok), 0)
    end)
    results(pack(ok, e), false, "outer after false")
  end,
  ["an error can be raised again"] = function()
    local t = {}
    local _, e = pcall(function()
      local _, inner = pcall(error, t)
      error(inner, 0)
    end)
    equal(e, t)
  end,
  ["an error in a metamethod, a comparator or an iterator is caught"] = function()
    fails("in add", function() return setmetatable({}, { __add = function() error "in add" end }) + 1 end)
    fails("in sort", function() table.sort({ 2, 1 }, function() error "in sort" end) end)
    fails("in for", function() for _ in function() error "in for" end do break end end)
    fails("in gsub", function() return ("x"):gsub(".", function() error "in gsub" end) end)
    fails("in tostring", function() return tostring(setmetatable({}, { __tostring = function() error "in tostring" end })) end)
  end,
  ["state is whole after an error"] = function()
    local t = { 3, 1, 2 }
    pcall(table.sort, t, function() error "stop" end)
    equal(#t, 3)
    table.sort(t)
    equal(table.concat(t, " "), "1 2 3")
  end,
  -- xpcall
  ["xpcall hands arguments over, and results back"] = function()
    results(pack(xpcall(function(...) return ... end, print, 1, nil, 3)), true, 1, nil, 3)
    results(pack(xpcall(function() end, print)), true)
  end,
  ["xpcall gives what the handler makes of the error, as one value"] = function()
    results(pack(xpcall(error, function(e) return e .. "!" end, "x", 0)), false, "x!")
    results(pack(xpcall(error, function() return 1, 2 end)), false, 1)
    results(pack(xpcall(error, function() end)), false, nil)
  end,
  ["the handler gets the error itself"] = function()
    local t = {}
    local _, e = xpcall(error, function(...) return pack(...) end, t)
    equal(e.n, 1)
    equal(e[1], t)
  end,
  ["an error in the handler takes the error's place"] = function()
    results(pack(xpcall(error, function() error("again", 0) end, "first", 0)), false, "again")
  end,
  ["xpcall wants a function for its handler"] = function()
    fails("bad argument #2 to 'xpcall' (function expected, got no value)", xpcall, print)
    fails("bad argument #2 to 'xpcall' (function expected, got nil)", xpcall, print, nil)
    fails("bad argument #2 to 'xpcall' (function expected, got table)", xpcall, print, {})
  end,
  ["xpcall of what is no function is an error as any other"] = function()
    local ok, e = xpcall(nil, function(e) return "handled " .. e end)
    equal(ok, false)
    equal(e, "handled attempt to call a nil value")
  end,
  ["xpcall catches an overflow of the C stack"] = function()
    local function nest(s) return (s:gsub(".", nest)) end
    local ok, e = xpcall(nest, function(e) return "handled " .. e:match("stack overflow") end, "x")
    results(pack(ok, e), false, "handled stack overflow")
  end,
  -- assert
  ["assert gives its arguments back"] = function()
    results(pack(assert(1, "message", nil)), 1, "message", nil)
    results(pack(assert("x")), "x")
    results(pack(assert(0)), 0)
  end,
  ["assert raises its message as it is"] = function()
    results(pack(pcall(assert, false, "why")), false, "why")
    results(pack(pcall(assert, nil)), false, "assertion failed!")
    results(pack(pcall(assert, false, nil)), false, nil)
    local t = {}
    local _, e = pcall(assert, nil, t)
    equal(e, t)
    results(pack(pcall(assert)), false, "bad argument #1 to 'assert' (value expected)")
  end,
  ["too many C levels are an error, and no crash"] = function()
    local function nest(s) return (s:gsub(".", nest)) end
    fails("C stack overflow", nest, "x")
    local function chain(n) if n == 0 then return "end" end return select(2, pcall(chain, n - 1)) end
    equal(chain(100), "end")
  end,
}
