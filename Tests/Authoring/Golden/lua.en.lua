---@meta _
---Made by tenken plugin stubs. Not to be edited, and never run.

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-_G)
---@type table
_G = nil

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-_VERSION)
---@type string
_VERSION = nil

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-assert)
---@generic T
---@param v T
---@param message? any
---@param ... any
---@return T
---@return any ...
function assert(v, message, ...) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-error)
---@param message any
---@param level? integer
function error(message, level) end

---Gives false for all but tables.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-getmetatable)
---@param object any
---@return table|false|nil
function getmetatable(object) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-ipairs)
---@generic V
---@param t V[]
---@return fun(t: V[], i?: integer): integer, V
---@return V[]
---@return integer
function ipairs(t) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-next)
---@generic K, V
---@param t table<K, V>
---@param key? K
---@return K?
---@return V?
function next(t, key) end

---In no fixed order; use tenken.sorted_pairs where the order shows.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-pairs)
---@generic K, V
---@param t table<K, V>
---@return fun(t: table<K, V>, key?: K): K, V
---@return table<K, V>
function pairs(t) end

---Catches no time limit and no memory limit: these end the check.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-pcall)
---@param f function
---@param ... any
---@return boolean
---@return any ...
function pcall(f, ...) end

---Writes to the plugin's log, which tenken sweep --verbose shows.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-print)
---@param ... any
function print(...) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-rawequal)
---@param v1 any
---@param v2 any
---@return boolean
function rawequal(v1, v2) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-rawget)
---@param table table
---@param index any
---@return any
function rawget(table, index) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-rawlen)
---@param v table|string
---@return integer
function rawlen(v) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-rawset)
---@param table table
---@param index any
---@param value any
---@return table
function rawset(table, index, value) end

---Gives tenken and the modules in the plugin's own folder.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-require)
---@param name string
---@return any
function require(name) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-select)
---@param index integer|"#"
---@param ... any
---@return any ...
function select(index, ...) end

---Takes the metatable as it is then: what is put into it later has no effect. __gc and __mode are refused.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-setmetatable)
---@generic T
---@param table T
---@param metatable? table
---@return T
function setmetatable(table, metatable) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-tonumber)
---@param e any
---@param base? integer
---@return number?
function tonumber(e, base) end

---Shows tables and functions without an address.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-tostring)
---@param v any
---@return string
function tostring(v) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-type)
---@param v any
---@return "nil"|"number"|"string"|"boolean"|"table"|"function"|"userdata"
function type(v) end

---As pcall. msgh runs once, after the error, and its own error takes the place of the first.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-xpcall)
---@param f function
---@param msgh function
---@param ... any
---@return boolean
---@return any ...
function xpcall(f, msgh, ...) end

---@class mathlib
math = {}

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.acos)
---@param x number
---@return number
function math.acos(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.asin)
---@param x number
---@return number
function math.asin(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.cos)
---@param x number
---@return number
function math.cos(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.deg)
---@param x number
---@return number
function math.deg(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.exp)
---@param x number
---@return number
function math.exp(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.rad)
---@param x number
---@return number
function math.rad(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.sin)
---@param x number
---@return number
function math.sin(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.sqrt)
---@param x number
---@return number
function math.sqrt(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.tan)
---@param x number
---@return number
function math.tan(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.abs)
---@generic T
---@param x T
---@return T
function math.abs(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.atan)
---@param y number
---@param x? number
---@return number
function math.atan(y, x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.ceil)
---@param x number
---@return integer
function math.ceil(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.floor)
---@param x number
---@return integer
function math.floor(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.fmod)
---@param x number
---@param y number
---@return number
function math.fmod(x, y) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.huge)
---@type number
math.huge = nil

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.log)
---@param x number
---@param base? number
---@return number
function math.log(x, base) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.max)
---@generic T
---@param x T
---@param ... T
---@return T
function math.max(x, ...) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.maxinteger)
---@type integer
math.maxinteger = nil

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.min)
---@generic T
---@param x T
---@param ... T
---@return T
function math.min(x, ...) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.mininteger)
---@type integer
math.mininteger = nil

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.modf)
---@param x number
---@return number
---@return number
function math.modf(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.pi)
---@type number
math.pi = nil

---Gives the same numbers in every run.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.random)
---@param m? integer
---@param n? integer
---@return number
function math.random(m, n) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.tointeger)
---@param x any
---@return integer?
function math.tointeger(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.type)
---@param x any
---@return "integer"|"float"|nil
function math.type(x) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-math.ult)
---@param m integer
---@param n integer
---@return boolean
function math.ult(m, n) end

---@class stringlib
string = {}

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.byte)
---@param s string|number
---@param i? integer
---@param j? integer
---@return integer ...
function string.byte(s, i, j) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.char)
---@param ... integer
---@return string
function string.char(...) end

---Searches texts up to 8 MiB, with patterns up to 4,096 bytes.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.find)
---@param s string|number
---@param pattern string|number
---@param init? integer
---@param plain? boolean
---@return integer?
---@return integer?
---@return any ...
function string.find(s, pattern, init, plain) end

---%p is refused.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.format)
---@param s string|number
---@param ... any
---@return string
function string.format(s, ...) end

---Searches texts up to 8 MiB, with patterns up to 4,096 bytes.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.gmatch)
---@param s string|number
---@param pattern string|number
---@param init? integer
---@return fun(): string, ...
function string.gmatch(s, pattern, init) end

---Searches texts up to 8 MiB, with patterns up to 4,096 bytes.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.gsub)
---@param s string|number
---@param pattern string|number
---@param repl string|number|table|function
---@param n? integer
---@return string
---@return integer
function string.gsub(s, pattern, repl, n) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.len)
---@param s string|number
---@return integer
function string.len(s) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.lower)
---@param s string|number
---@return string
function string.lower(s) end

---Searches texts up to 8 MiB, with patterns up to 4,096 bytes.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.match)
---@param s string|number
---@param pattern string|number
---@param init? integer
---@return any ...
function string.match(s, pattern, init) end

---Refuses to build more than 8 MiB by repetition.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.rep)
---@param s string|number
---@param n integer
---@param sep? string|number
---@return string
function string.rep(s, n, sep) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.reverse)
---@param s string|number
---@return string
function string.reverse(s) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.sub)
---@param s string|number
---@param i integer
---@param j? integer
---@return string
function string.sub(s, i, j) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-string.upper)
---@param s string|number
---@return string
function string.upper(s) end

---@class tablelib
table = {}

---Refuses to build more than 8 MiB by repetition.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-table.concat)
---@param list table
---@param sep? string|number
---@param i? integer
---@param j? integer
---@return string
function table.concat(list, sep, i, j) end

---Takes plain tables, without a metatable, and ranges of at most ten million elements.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-table.insert)
---@param list table
---@param ... any
function table.insert(list, ...) end

---Takes plain tables, without a metatable, and ranges of at most ten million elements.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-table.move)
---@param a1 table
---@param f integer
---@param e integer
---@param t integer
---@param a2? table
---@return table
function table.move(a1, f, e, t, a2) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-table.pack)
---@param ... any
---@return table
function table.pack(...) end

---Takes plain tables, without a metatable, and ranges of at most ten million elements.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-table.remove)
---@generic V
---@param list V[]
---@param pos? integer
---@return V?
function table.remove(list, pos) end

---Takes plain tables, without a metatable, and ranges of at most ten million elements.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-table.sort)
---@generic V
---@param list V[]
---@param comp? fun(a: V, b: V): boolean
function table.sort(list, comp) end

---Takes plain tables, without a metatable, and ranges of at most ten million elements.
---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-table.unpack)
---@generic V
---@param list V[]
---@param i? integer
---@param j? integer
---@return V ...
function table.unpack(list, i, j) end

---@class utf8lib
utf8 = {}

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-utf8.char)
---@param ... integer
---@return string
function utf8.char(...) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-utf8.charpattern)
---@type string
utf8.charpattern = nil

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-utf8.codepoint)
---@param s string
---@param i? integer
---@param j? integer
---@param lax? boolean
---@return integer ...
function utf8.codepoint(s, i, j, lax) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-utf8.codes)
---@param s string
---@param lax? boolean
---@return fun(s: string, i: integer): integer, integer
---@return string
---@return integer
function utf8.codes(s, lax) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-utf8.len)
---@param s string
---@param i? integer
---@param j? integer
---@param lax? boolean
---@return integer?
---@return integer?
function utf8.len(s, i, j, lax) end

---[Lua 5.4](https://www.lua.org/manual/5.4/manual.html#pdf-utf8.offset)
---@param s string
---@param n integer
---@param i? integer
---@return integer?
function utf8.offset(s, n, i) end
