-- Lua 5.4 manual, 3.4 "Expressions": logic, comparison, concatenation, length, precedence and constructors.
local check = require "check"
local equal, yes, no, results, fails = check.equal, check.yes, check.no, check.results, check.fails
local pack = table.pack

return {
  -- 3.4.4 relational operators
  ["== converts no types"] = function()
    no("0" == 0)
    no(0 == false)
    no("" == nil)
    yes(1 == 1.0)
    no(1 == "1")
    no({} == "table")
  end,
  ["~= is the negation of =="] = function()
    yes(1 ~= 2)
    no(1 ~= 1.0)
    yes({} ~= {})
  end,
  ["strings compare by byte"] = function()
    yes("a" < "b")
    yes("a" < "aa")
    yes("Z" < "a")
    yes("" < "a")
    yes("a\0a" < "a\0b")
    yes("a\0" > "a")
    yes("2" > "10")
    no("a" < "a")
    yes("a" <= "a")
    yes("点" > "z")
  end,
  ["numbers and strings do not compare"] = function()
    fails("attempt to compare number with string", function() return 1 < "2" end)
    fails("attempt to compare string with number", function() return "1" <= 2 end)
    fails("attempt to compare two table values", function() return {} < {} end)
    fails("attempt to compare two nil values", function() return nil < nil end)
    fails("attempt to compare boolean with number", function() return true < 1 end)
    fails("attempt to compare number with nil", function() local a return a > 1 end)
  end,
  ["a comparison gives a boolean"] = function()
    equal(1 < 2, true)
    equal("a" >= "b", false)
  end,
  -- 3.4.5 logical operators
  ["and and or give one of their operands"] = function()
    equal(10 or 20, 10)
    equal(nil or "a", "a")
    equal(nil and 10, nil)
    equal(false and 10, false)
    equal(false or nil, nil)
    equal(10 and 20, 20)
    equal(0 and "zero", "zero")
    equal(false or false, false)
  end,
  ["and and or skip what they need not"] = function()
    local function never() error "evaluated" end
    equal(nil and never(), nil)
    equal(1 or never(), 1)
  end,
  ["not gives a boolean"] = function()
    equal(not nil, true)
    equal(not 0, false)
    equal(not not 1, true)
    equal(not "", false)
  end,
  ["and binds tighter than or"] = function()
    equal(1 or nil and nil, 1)
    equal(nil and 1 or 2, 2)
    equal(false == nil or 3, 3)
  end,
  -- 3.4.6 concatenation
  ["numbers become strings"] = function()
    equal(1 .. 2, "12")
    equal(1.0 .. "", "1.0")
    equal(-0.0 .. "", "-0.0")
    equal(2^63 .. "", "9.2233720368548e+18")
    equal(1e100 .. "", "1e+100")
    equal(math.mininteger .. "", "-9223372036854775808")
    equal(0.1 .. "", "0.1")
    equal(1e15 .. "|" .. 1e14, "1e+15|1e+14")
    equal(math.huge .. "", "inf")
    equal(-math.huge .. "", "-inf")
  end,
  ["other types do not concatenate"] = function()
    fails("attempt to concatenate a nil value (local 'a')", function() local a return "x" .. a end)
    fails("attempt to concatenate a table value", function() return {} .. "x" end)
    fails("attempt to concatenate a boolean value", function() return "x" .. true end)
    fails("attempt to concatenate a nil value (field 'missing')", function() local t = {} return "x" .. t.missing end)
  end,
  ["concatenation is right associative"] = function()
    local order = {}
    local joined = setmetatable({}, { __concat = function(a) order[#order + 1] = type(a) return "r" end })
    equal("a" .. "b" .. joined, "ar")
    equal(order[1], "string")
  end,
  ["long concatenations keep every byte"] = function()
    local s = "a" .. "\0" .. "b" .. 1 .. "" .. "c"
    equal(s, "a\0b1c")
    equal(#s, 5)
  end,
  -- 3.4.7 length
  ["the length of a string counts bytes, with NUL"] = function()
    equal(#"", 0)
    equal(#"a\0b", 3)
    equal(#"\0\0\0", 3)
    equal(#"é", 2)
  end,
  ["the length of a list is its number of elements"] = function()
    equal(#{}, 0)
    equal(#{ 1, 2, 3 }, 3)
    equal(#{ n = 1 }, 0)
    equal(#{ 1, 2, nil }, 2)
    local t = {}
    for i = 1, 1000 do t[i] = i end
    equal(#t, 1000)
    t[#t] = nil
    equal(#t, 999)
  end,
  ["the length of a table with a hole is a border"] = function()
    local t = { 1, 2, nil, 4 }
    yes(#t == 4 or #t == 2)
    yes(t[#t] ~= nil and t[#t + 1] == nil)
  end,
  ["other types have no length"] = function()
    fails("attempt to get length of a nil value (local 'a')", function() local a return #a end)
    fails("attempt to get length of a number value", function() return #5 end)
  end,
  -- 3.4.8 precedence
  ["exponent binds tighter than unary operators"] = function()
    equal(-2^2, -4.0)
    equal(2^-1, 0.5)
    equal(2^3^2, 512.0)
    equal(-2 ^ -2, -0.25)
    equal(not nil == true, true)
    equal(#"ab" + 1, 3)
    equal(- -2, 2)
    equal(not (1 == 2), true)
    equal(~5 & 0xF, 10)
    equal(-3 % 5, 2)
    equal(-(3 % 5), -3)
  end,
  ["arithmetic before concatenation, before shifts"] = function()
    equal(1 + 2 .. 3 + 4, "37")
    equal(2 * 3 + 4 * 5, 26)
    equal("1" .. 2 + 3, "15")
    equal(1 << 2 + 1, 8)
    equal(1 .. 2 == "12", true)
  end,
  ["shifts, then and, exclusive or, or"] = function()
    equal(1 | 2 ~ 3 & 4, 1 | (2 ~ (3 & 4)))
    equal(1 << 4 & 0xFF, 16)
    equal(5 & 3 | 8, 9)
    equal(6 ~ 3 & 1, 7)
    equal(1 | 2 == 3, true)
    equal(1 < 2 == true, true)
  end,
  ["subtraction and division are left associative"] = function()
    equal(10 - 4 - 3, 3)
    equal(100 / 10 / 2, 5.0)
    equal(100 // 7 // 2, 7)
    equal(1 << 2 << 3, 32)
    equal(7 % 4 % 2, 1)
  end,
  -- 3.4.9 constructors
  ["a constructor takes lists, names and keys together"] = function()
    local function key() return "k" end
    local t = { "a", x = 1, "b", [key()] = 2, [30] = 23, 45 }
    equal(t[1] .. t[2] .. t[3], "ab45")
    equal(t.x, 1)
    equal(t.k, 2)
    equal(t[30], 23)
    equal(#t, 3)
  end,
  ["the last list field gives all its values, and others one"] = function()
    local function three() return 1, 2, 3 end
    equal(#{ three(), three() }, 4)
    equal(#{ three(), nil }, 1)
    equal(#{ (three()) }, 1)
    equal(#{ three(), x = three() }, 1)
    equal(#{ x = three(), three() }, 3)
    local function tail(...) return #{ ... } end
    equal(tail(1, 2, 3), 3)
  end,
  ["separators may be commas or semicolons, and one may end the list"] = function()
    equal(#{ 1, 2; 3, }, 3)
    equal(#{ 1; }, 1)
  end,
  ["a nil or NaN key in a constructor raises"] = function()
    fails("index is nil", function() local k return { [k] = 1 } end)
    fails("index is NaN", function() return { [0 / 0] = 1 } end)
  end,
  ["constructors nest, and more than 50 items fit"] = function()
    local t = { { { 1 } }, { a = { b = { 2 } } } }
    equal(t[1][1][1] + t[2].a.b[1], 3)
    local long = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
      28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55,
      table.unpack({ 56, 57, 58 }) }
    equal(#long, 58)
    for i = 1, 58 do equal(long[i], i) end
  end,
  -- 3.2 variables, and indexing of expressions
  ["a string indexes the string library"] = function()
    equal(("x").rep("a", 2), "aa")
    equal(("x").missing, nil)
    local s = "text"
    equal(s.len, string.len)
  end,
  ["to index other types raises with the name"] = function()
    fails("attempt to index a number value (local 'n')", function() local n = 1 return n.x end)
    fails("attempt to index a boolean value (field 'b')", function() local t = { b = true } return t.b.c end)
    fails("attempt to index a nil value (global 'undefined')", function() return undefined.x end)
    fails("attempt to index a function value", function() return print.x end)
    fails("attempt to index a nil value (field 'integer index')", function() local t = {} return t[1].x end)
  end,
  ["evaluation of many results in expressions"] = function()
    local function many() return 1, 2, 3 end
    results(pack(many() + 1, many()), 2, 1, 2, 3)
    equal(#pack(many(), many(), many()), 5)
    equal(many() == 1, true)
  end,
}
