import Lua

/// The scripts. Symbolic links, sizes of files, tables that are no plugin, messages and floods of findings are tried with whole plugins,
/// in the tests of Checks; what a sealed process may do, in those of Workers.
extension Attack {
  /// All of them.
  public static let all = [loops, hogs, matching, memory, stacks, escapes].flatMap(\.self)

  /// Modules that some scripts require, by name.
  public static let modules = ["binary": "\u{1B}Lua", "a": "require 'b'", "b": "require 'a'"]

  /// A table that claims a length which it does not have.
  public static let sparse =
    "(function() local t = { \((0...62).map { "[1 << \($0)] = 1" }.joined(separator: ", ")) } return t end)()"

  /// Work that is one call of Lua's own matcher.
  static let matching: [Attack] = [
    Attack("hog-find-optional", "return string.find(('a'):rep(32),('a?'):rep(32)..('a'):rep(32))", .killed),
    Attack("hog-find-lazy", "return string.find(('a'):rep(10000)..'ba','.-.-.-.-b$')", .killed),
    Attack("hog-gsub", "return (('a'):rep(5000)):gsub('.-.-.-b','')", .killed),
    Attack("hog-gmatch", "for _ in (('a'):rep(5000)):gmatch('.-.-.-b') do end", .killed),
  ]

  /// Loops that try to outlive the deadline.
  static let loops: [Attack] = [
    Attack("loop", "while true do end", .time),
    Attack("loop-repeat-pcall", "while true do pcall(function() while true do end end) end", .time),
    Attack("loop-nested-pcall", "local function f() pcall(f) while true do end end f()", .time),
    Attack("loop-xpcall-handler", "xpcall(error,function() while true do end end)", .time),
    Attack("loop-coroutine", "coroutine.wrap(function() while true do end end)()", .error("(global 'coroutine')")),
    Attack(
      "loop-coroutine-short", "while true do coroutine.wrap(function() for i=1,1900 do end end)() end",
      .error("coroutine")),
    Attack(
      "loop-gc", "setmetatable({},{__gc=function() while true do end end}) for i=1,1e7 do local t={} end",
      .error("__gc is not available")),
    Attack(
      "loop-gc-at-close", "X=setmetatable({},{__gc=function() while true do end end}) return 1",
      .error("__gc is not available")),
    Attack(
      "loop-gc-resurrect", "local function m() setmetatable({},{__gc=m}) end m() for i=1,1e7 do local t={} end",
      .error("__gc is not available")),
    Attack(
      "err-late-gc",
      "local m={} local t=setmetatable({},m) m.__gc=function() while true do end end t=nil for i=1,2e5 do local x={} end return 'not finalised'",
      .value(.string("not finalised"))),
    Attack(
      "loop-close", "do local x <close> =setmetatable({},{__close=function() while true do end end}) error('x') end",
      .time),
    Attack(
      "loop-close-chain", "local function g() local x <close> =setmetatable({},{__close=g}) error('x') end g()",
      .anything),
    // Metatables are copied when they are set, so that this changes nothing.
    Attack(
      "loop-index-c", "local t=setmetatable({},{}) getmetatable(t).__index=t return t.x == nil", .value(.boolean(true))),
    Attack(
      "loop-index-c, before it is set", "local t,m={},{} m.__index=t setmetatable(t,m) return t.x",
      .error("'__index' chain too long")),
    Attack(
      "loop-tostring-error", "error(setmetatable({},{__tostring=function() while true do end end}))",
      .error("error object is a table")),
    Attack(
      "loop-concat-meta", "local t=setmetatable({},{__concat=function(a,b) while true do end end}) return t..t", .time),
    Attack(
      "loop-sort-cmp",
      "local t={} for i=1,1e5 do t[i]=i%7 end while true do table.sort(t,function(a,b) return a<b end) end", .time),
  ]

  /// Calls in C that no hook interrupts.
  static let hogs: [Attack] = [
    Attack(
      "hog-find-plain", "return (('a'):rep(3e7//1|0)):find(('a'):rep(15000000)..'b',1,true)",
      .error("string limit exceeded")),
    Attack(
      "hog-find-plain, within the limit", "return (('a'):rep(4e6//1|0)):find(('a'):rep(4000)..'b',1,true) == nil",
      .anything),
    Attack("hog-rep-empty", "return (''):rep(1e18//1|0)", .value(.string(""))),
    Attack("hog-table-move", "return table.move({},1,math.maxinteger,1)", .error("index out of range")),
    Attack(
      "hog-table-insert-len", "table.insert(setmetatable({},{__len=function() return 10^15//1|0 end}),1,0)",
      .error("plain table expected")),
    Attack(
      "hog-table-remove-len", "table.remove(setmetatable({},{__len=function() return 10^15//1|0 end}),1)",
      .error("plain table expected")),
    Attack(
      "hog-table-sort-len", "table.sort(setmetatable({},{__len=function() return 2^31-2|0 end}),getmetatable)",
      .error("plain table expected")),
    Attack(
      "hog-table-concat-empty",
      "return table.concat(setmetatable({},{__index=function() return '' end}),'',1,math.maxinteger)",
      .error("plain table expected")),
    Attack("hog-table-sparse", "table.insert(\(sparse),1,0)", .error("table too large")),
    Attack("hog-insert-front", "local t={} for i=1,1e6 do table.insert(t,1,i) end", .time),
    Attack(
      "hog-str-cmp", "local s=('a'):rep(30000000) local t=s..'x' local u=s..'y' while true do local _=t<u end",
      .error("string limit exceeded")),
    Attack("hog-load-reader", "load(function() return 'x=1 ' end)", .error("(global 'load')")),
    Attack("hog-gc-step", "while true do collectgarbage('collect') end", .error("(global 'collectgarbage')")),
  ]

  /// What takes all memory.
  static let memory: [Attack] = [
    Attack("mem-rep", "return ('x'):rep(1e10//1|0)", .error("string limit exceeded")),
    Attack("mem-double", "local s='x' while true do s=s..s end", .memory),
    Attack("mem-array", "local t={} for i=1,1e10 do t[i]=i end", .memory),
    Attack("mem-strings", "local t={} while true do t[#t+1]=('x'):rep(100000)..#t end", .memory),
    Attack("mem-retry", "while true do pcall(string.rep,'x',1e9//1|0) end", .time),
    Attack("mem-gc-stop", "collectgarbage('stop') for i=1,1e9 do local t={i} end", .error("(global 'collectgarbage')")),
    Attack("mem-unpack", "return select('#',table.unpack({},1,400000))", .anything),
    Attack("mem-unpack-huge", "return table.unpack({},1,2^31-1|0)", .error("index out of range")),
    Attack(
      "mem-coroutines", "local t={} while true do t[#t+1]=coroutine.create(function() end) end",
      .error("(global 'coroutine')")),
    Attack(
      "mem-format", "return ('%99d'):rep(1e6//1|0):format(table.unpack({},1,2e5//1|0))", .error("bad argument"),
      memory: 64 << 20),
  ]

  /// What goes too deep.
  static let stacks: [Attack] = [
    Attack("stack-lua", "local function f() return 1+f() end return f()", .anything),
    Attack("stack-gsub", "local function f(s) return (s:gsub('.',f)) end return f('x')", .error("C stack overflow")),
    Attack("stack-pcall", "local function f() return pcall(f) end return f()", .anything),
    Attack(
      "stack-meta", "local t,m={},{} m.__index=function(t,k) return t[k] end setmetatable(t,m) return t.x",
      .error("C stack overflow")),
    Attack("stack-coroutine", "local function f() return coroutine.wrap(f)() end return f()", .error("coroutine")),
    Attack("stack-sort", "local function f() table.sort({2,1},f) end f()", .error("")),
    Attack(
      "stack-source-parens", "return " + String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300),
      .error("C stack overflow")),
    Attack(
      "stack-source-braces", "return " + String(repeating: "{", count: 300) + String(repeating: "}", count: 300),
      .error("C stack overflow")),
    Attack(
      "stack-source-blocks", String(repeating: "do ", count: 300) + String(repeating: "end ", count: 300),
      .error("C stack overflow")),
    Attack("stack-host-recursion", "local t={} for i=1,1e5 do t={t} end return t", .error("nested too deeply")),
    Attack("stack-host-cycle", "local t={} t.t=t return t", .error("or holds itself")),
    Attack("stack-xpcall", "local function f() return xpcall(f,f) end return f()", .anything),
    Attack(
      "stack-tostring",
      "local m={} m.__tostring=function(t) return tostring(t) end return tostring(setmetatable({},m))",
      .error("C stack overflow")),
    Attack("stack-require", "local function f() return pcall(require, f) and f() end return f()", .anything),
  ]

  /// What tries to get out of the sandbox, or at somebody else.
  static let escapes: [Attack] = [
    Attack(
      "crash-close-chain",
      """
      local coro=false for i=1,20000 do local p=coro coro=coroutine.create(function() local c <close> =setmetatable({},
      {__close=function() if p then coroutine.close(p) end end}) coroutine.yield() end) coroutine.resume(coro) end return coroutine.close(coro)
      """, .error("coroutine")),
    Attack(
      "crash-getobjname", "local a={_ENV={}} return a._ENV.x+1", .error("attempt to perform arithmetic on a nil value")),
    Attack(
      "esc-load-binary", "local f=load(string.dump(function() return 1 end)) return f and 'BYTECODE LOADED'",
      .error("nil value")),
    Attack("esc-dump", "return #string.dump(function() end)>0 and 'DUMPED'", .error("(field 'dump')")),
    Attack("esc-dump, as a method", "return #('x').dump(function() end)>0 and 'DUMPED'", .error("(field 'dump')")),
    Attack(
      "esc-string-mt", "getmetatable('').__index={upper=function() return 'PWNED' end} return ('x'):upper()",
      .error("attempt to index a boolean value")),
    Attack(
      "esc-string-mt-add", "getmetatable('').__add=function() return 'PWNED' end return ('a')+('b')",
      .error("attempt to index a boolean value")),
    Attack("esc-string-add", "return ('1')+('2')", .value(.integer(3))),
    Attack(
      "esc-string-lib", "string.upper=function() return 'PWNED' end return ('x'):upper()", .value(.string("PWNED"))),
    Attack("esc-G", "_G.tostring=function() return 'PWNED' end return tostring(1)", .value(.string("PWNED"))),
    Attack(
      "esc-loadlib", "return package.loadlib('liblua5.4.so.0','luaopen_io') and 'LOADED'", .error("(global 'package')")),
    Attack("esc-require", "return require('io') and 'IO'", .error("module 'io' not found in the plugin's folder")),
    Attack("esc-debug", "debug.sethook() while true do end", .error("(global 'debug')")),
    Attack("esc-registry", "return debug.getregistry() and 'REG'", .error("(global 'debug')")),
    Attack("err-mode-k", "return setmetatable({},{__mode='k'}) and 'WEAK'", .error("__mode is not available")),
    Attack("err-locale", "os.setlocale('C') return 'SETLOCALE'", .error("(global 'os')")),
    Attack("err-exit", "os.exit(0)", .error("(global 'os')")),
    Attack("esc-bytecode-file", "\u{1B}Lua", .error("binary chunks are not allowed")),
    Attack("esc-bytecode-require", "require 'binary'", .error("binary chunks are not allowed")),
    Attack("esc-require-dotdot", "require '..secrets'", .error("invalid module name")),
    Attack("esc-require-slash", "require '../other/plugin'", .error("invalid module name")),
    Attack("esc-require-abs", "require '/etc/passwd'", .error("invalid module name")),
    Attack("esc-require-loop", "require 'a'", .error("loop in require: a.lua requires b.lua requires a.lua")),
    Attack("esc-require-path", "package.path='/?.lua' require 'x'", .error("(global 'package')")),
    Attack("leak-address", "return tostring({})..' '..tostring(print)", .value(.string("table function"))),
    Attack("leak-address-p", "return string.format('%p',{})", .error("'%p' is not available")),
    Attack("det-time", "return os.time()", .error("(global 'os')")),
    Attack("err-nil", "error(nil)", .error("error object is nil")),
    Attack("err-table", "error({code=1})", .error("error object is a table")),
    Attack("err-print", "print('}{')", .value(.nil)),
    Attack(
      "meta-trap", "return setmetatable({},{__index=function() while true do end end}) and 1", .value(.integer(1))),
    Attack("conv-next-mutate", "local t={a=1} for k in next, t do t[{}]=1 t[{}]=2 end return 1", .anything),
  ]
}
