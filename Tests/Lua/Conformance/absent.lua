-- What the sandbox takes away is nil, and stays away by every road (Plugins/README.md).
local check = require "check"
local equal, no, fails = check.equal, check.no, check.fails

return {
  ["whole libraries are nil"] = function()
    for _, name in ipairs { "io", "os", "debug", "package", "coroutine", "bit32", "jit", "ffi" } do
      no(_G[name])
      no(rawget(_G, name))
    end
  end,
  ["what runs or loads other code is nil"] = function()
    for _, name in ipairs { "load", "loadfile", "loadstring", "dofile", "module", "setfenv", "getfenv" } do no(_G[name]) end
    no(string.dump)
  end,
  ["what steers the collector or writes elsewhere is nil"] = function()
    no(collectgarbage)
    no(warn)
    no(math.randomseed)
    no(newproxy)
  end,
  ["binary packing is nil"] = function()
    no(string.pack)
    no(string.unpack)
    no(string.packsize)
    no(("x").pack)
  end,
  ["what 5.4 dropped is nil"] = function()
    no(math.pow)
    no(math.ldexp)
    no(table.getn)
    no(table.maxn)
    no(unpack)
    no(string.gfind)
  end,
  ["to use what is away raises with its name"] = function()
    fails("attempt to index a nil value (global 'io')", function() io.open("x") end)
    fails("attempt to index a nil value (global 'os')", function() return os.time() end)
    fails("attempt to call a nil value (global 'load')", function() load "x" end)
    fails("attempt to index a nil value (global 'coroutine')", function() coroutine.yield() end)
    fails("attempt to call a nil value (field 'dump')", function() return string.dump(print) end)
  end,
  ["no global holds more than the list"] = function()
    local kinds = { table = 0, ["function"] = 0, string = 0 }
    for name, value in pairs(_G) do
      equal(type(name), "string")
      kinds[type(value)] = kinds[type(value)] + 1
    end
    equal(kinds["function"], 19)
    equal(kinds.table, 5)
    equal(kinds.string, 1)
  end,
  ["the functions that replace others are functions still"] = function()
    for _, name in ipairs { "pcall", "xpcall", "print", "tostring", "setmetatable", "getmetatable", "require" } do
      equal(type(_G[name]), "function")
    end
  end,
}
