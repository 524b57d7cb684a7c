-- Lua 5.4 manual, 6.6 "Table Manipulation". The functions take plain tables, without a metatable (Plugins/README.md).
local check = require "check"
local equal, yes, results, fails = check.equal, check.yes, check.results, check.fails
local pack, unpack, concat = table.pack, table.unpack, table.concat

return {
  ["concat joins strings and numbers"] = function()
    equal(concat { "a", "b", "c" }, "abc")
    equal(concat({ "a", "b", "c" }, ", "), "a, b, c")
    equal(concat({ 1, 2.5, "x" }, " "), "1 2.5 x")
    equal(concat({}, "x"), "")
    equal(concat({ "a" }, "x"), "a")
  end,
  ["concat takes a range"] = function()
    local t = { "a", "b", "c", "d" }
    equal(concat(t, "-", 2), "b-c-d")
    equal(concat(t, "-", 2, 3), "b-c")
    equal(concat(t, "-", 3, 2), "")
    equal(concat(t, "-", 4, 4), "d")
    equal(concat({ [0] = "z", "a" }, "", 0, 1), "za")
    equal(concat({ [-1] = "x" }, "", -1, -1), "x")
    equal(concat({ [math.maxinteger] = "m" }, "", math.maxinteger, math.maxinteger), "m")
  end,
  ["concat refuses other values"] = function()
    fails("invalid value (table) at index 2 in table for 'concat'", concat, { "a", {} })
    fails("invalid value (boolean) at index 1 in table for 'concat'", concat, { true })
    fails("invalid value (nil) at index 1 in table for 'concat'", concat, {}, "", 1, 2)
    fails("table expected", concat, "x")
  end,
  ["insert appends, or shifts up"] = function()
    local t = { "a", "b" }
    table.insert(t, "c")
    table.insert(t, 1, "z")
    table.insert(t, 3, "m")
    table.insert(t, #t + 1, "end")
    equal(concat(t, " "), "z a m b c end")
    results(pack(table.insert({}, 1)))
  end,
  ["insert refuses other positions"] = function()
    fails("bad argument #2 to 'table.insert' (position out of bounds)", table.insert, { 1 }, 3, "x")
    fails("bad argument #2 to 'table.insert' (position out of bounds)", table.insert, { 1 }, 0, "x")
    fails("bad argument #2 to 'table.insert' (position out of bounds)", table.insert, { 1 }, -1, "x")
    fails("wrong number of arguments to 'insert'", table.insert, {})
    fails("wrong number of arguments to 'insert'", table.insert, {}, 1, 2, 3)
    fails("number expected, got string", table.insert, {}, "x", 1)
  end,
  ["remove gives what it takes out, and shifts down"] = function()
    local t = { "a", "b", "c" }
    equal(table.remove(t), "c")
    equal(table.remove(t, 1), "a")
    equal(concat(t), "b")
    equal(table.remove(t), "b")
    equal(table.remove(t), nil)
    equal(#t, 0)
  end,
  ["remove at the end and beyond"] = function()
    local t = { "a" }
    equal(table.remove(t, 2), nil)
    equal(#t, 1)
    equal(table.remove({}, 0), nil)
    equal(table.remove({ [0] = "zero" }, 0), "zero")
    fails("position out of bounds", table.remove, { "a" }, 3)
    fails("position out of bounds", table.remove, { "a" }, 0)
  end,
  ["move copies a range"] = function()
    equal(concat(table.move({ 1, 2, 3 }, 1, 3, 2)), "1123")
    equal(concat(table.move({ 1, 2, 3 }, 2, 3, 1)), "233")
    equal(concat(table.move({ 1, 2, 3 }, 1, 3, 1, {})), "123")
    equal(concat(table.move({ 1, 2, 3 }, 2, 1, 1)), "123")
    equal(concat(table.move({ 1, 2 }, 1, 2, 3)), "1212")
  end,
  ["move of ranges that overlap keeps the values"] = function()
    local t = { 1, 2, 3, 4, 5 }
    table.move(t, 1, 4, 2)
    equal(concat(t, " "), "1 1 2 3 4")
    t = { 1, 2, 3, 4, 5 }
    table.move(t, 2, 5, 1)
    equal(concat(t, " "), "2 3 4 5 5")
  end,
  ["move gives the table that it wrote"] = function()
    local a, b = { 1 }, {}
    equal(table.move(a, 1, 1, 1, b), b)
    equal(table.move(a, 1, 1, 2), a)
    equal(b[1], 1)
  end,
  ["move works at negative and large indices"] = function()
    local t = { [-1] = "a", [0] = "b", [1] = "c" }
    table.move(t, -1, 1, 10)
    equal(t[10] .. t[11] .. t[12], "abc")
    fails("destination wrap around", table.move, { 1, 2 }, 1, 2, math.maxinteger)
  end,
  ["pack keeps the number of its arguments"] = function()
    equal(pack().n, 0)
    equal(pack(nil, nil).n, 2)
    equal(pack(1, nil, 3).n, 3)
    equal(pack(1, nil, 3)[3], 3)
    equal(#pack("a", "b"), 2)
  end,
  ["unpack gives a range"] = function()
    results(pack(unpack { 1, 2, 3 }), 1, 2, 3)
    results(pack(unpack({ 1, 2, 3 }, 2)), 2, 3)
    results(pack(unpack({ 1, 2, 3 }, 2, 2)), 2)
    results(pack(unpack({ 1 }, 1, 3)), 1, nil, nil)
    results(pack(unpack({}, 1, 0)))
    results(pack(unpack({}, 2)))
    results(pack(unpack({ 1, 2 }, -1, 1)), nil, nil, 1)
    results(pack(unpack({}, math.maxinteger, math.maxinteger)), nil)
    results(pack(unpack({}, math.maxinteger, math.mininteger)))
  end,
  ["unpack of too many is an error"] = function()
    fails("too many results to unpack", unpack, {}, 1, 1000001)
    fails("index out of range", unpack, {}, 1, math.maxinteger)
    fails("index out of range", unpack, {}, math.mininteger, math.maxinteger)
  end,
  ["pack and unpack go together"] = function()
    local t = pack(1, nil, 3, nil)
    results(pack(unpack(t, 1, t.n)), 1, nil, 3, nil)
  end,
  ["sort orders numbers, and strings by byte"] = function()
    local t = { 3, 1, 2.5, -1, 10 }
    table.sort(t)
    equal(concat(t, " "), "-1 1 2.5 3 10")
    t = { "b", "a", "B", "点", "" }
    table.sort(t)
    equal(concat(t, "|"), "|B|a|b|点")
    table.sort({})
    table.sort({ 1 })
  end,
  ["sort takes an order"] = function()
    local t = { 3, 1, 2 }
    table.sort(t, function(a, b) return a > b end)
    equal(concat(t), "321")
    local people = { { "b", 2 }, { "a", 2 }, { "c", 1 } }
    table.sort(people, function(x, y) if x[2] ~= y[2] then return x[2] < y[2] end return x[1] < y[1] end)
    equal(people[1][1] .. people[2][1] .. people[3][1], "cab")
  end,
  ["sort of a thousand is a permutation in order"] = function()
    local t, sum = {}, 0
    for i = 1, 1000 do t[i] = (i * 7919) % 1009 sum = sum + t[i] end
    table.sort(t)
    for i = 2, #t do yes(t[i - 1] <= t[i]) sum = sum - t[i] end
    equal(sum - t[1], 0)
  end,
  ["sort of equal and of sorted elements"] = function()
    local t = {}
    for i = 1, 200 do t[i] = 5 end
    table.sort(t)
    equal(#t, 200)
    for i = 1, 200 do t[i] = i end
    table.sort(t)
    equal(t[200], 200)
    table.sort(t, function(a, b) return a > b end)
    equal(t[1], 200)
  end,
  ["an order that is none is an error, or any order, and never a crash"] = function()
    for _, order in ipairs { function() return true end, function(a, b) return a <= b end,
      function(a, b) return (a + b) % 3 == 0 end } do
      local t = {}
      for i = 1, 100 do t[i] = i % 10 end
      local ok, why = pcall(table.sort, t, order)
      yes(ok or why:find("invalid order function for sorting", 1, true))
      equal(#t, 100)
    end
    fails("invalid order function for sorting", table.sort, { 1, 2, 3, 4 }, function() return true end)
  end,
  ["sort of what does not compare is an error"] = function()
    fails("attempt to compare", table.sort, { 1, "x" })
    fails("attempt to compare two table values", table.sort, { {}, {} })
    fails("attempt to compare nil with number", table.sort, { 3, nil, 1, 2 })
    fails("bad argument #2 to 'table.sort' (function expected, got number)", table.sort, { 1, 2 }, 1)
  end,
  ["tables with metatables are refused"] = function()
    local t = setmetatable({ 3, 1, 2 }, { __index = {} })
    for name, arguments in pairs { insert = { t, 1 }, remove = { t }, sort = { t }, concat = { t }, unpack = { t },
      move = { t, 1, 2, 3 } } do
      fails("plain table expected, got one with a metatable", table[name], unpack(arguments))
    end
    fails("plain table expected", table.move, { 1 }, 1, 1, 1, t)
  end,
  ["other values are refused as such"] = function()
    fails("bad argument #1 to 'table.insert' (table expected, got nil)", table.insert, nil, 1)
    fails("bad argument #1 to 'table.sort' (table expected, got string)", table.sort, "x")
    fails("bad argument #1 to 'table.unpack' (table expected, got no value)", unpack)
  end,
}
