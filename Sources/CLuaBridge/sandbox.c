// The environment that plugins see: an allow-list of Lua's libraries, some functions replaced by guarded ones.
//
// What is replaced and why is told in Sources/tenken/Documentation.docc/Decisions/lua-sandbox.md.

#include "bridge.h"

enum { longest_pattern = 4096, largest_table_span = 10 * 1000 * 1000 };

// --- Values as text, without addresses ---

const char *tl_tolstring(lua_State *L, int index, size_t *length) {
  index = lua_absindex(L, index);
  switch (lua_type(L, index)) {
  case LUA_TTABLE:
  case LUA_TUSERDATA:
    if (luaL_getmetafield(L, index, "__tostring") != LUA_TNIL) {
      lua_pop(L, 1);
      return luaL_tolstring(L, index, length);
    }
    if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING) return lua_tolstring(L, -1, length);
    // fall through
  case LUA_TFUNCTION:
  case LUA_TTHREAD:
  case LUA_TLIGHTUSERDATA:
    lua_pushstring(L, luaL_typename(L, index));
    return lua_tolstring(L, -1, length);
  default:
    return luaL_tolstring(L, index, length);
  }
}

static int guarded_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  tl_tolstring(L, 1, NULL);
  return 1;
}

static int guarded_print(lua_State *L) {
  tl_state *s = tl_of(L);
  int n = lua_gettop(L);
  if (n == 0) lua_pushliteral(L, ""), n = 1;
  for (int i = 1; i <= n; i++) {
    size_t length;
    const char *text = tl_tolstring(L, i, &length);
    size_t room = s->limits.log > s->log.length ? s->limits.log - s->log.length : 0;
    if (length + 1 > room) {
      s->log_cut = true;
      return 0;
    }
    tl_buffer_add(&s->log, text, length);
    tl_buffer_add(&s->log, i < n ? "\t" : "\n", 1);
    lua_settop(L, n);
  }
  return 0;
}

// --- Errors that must not be swallowed ---

static int guarded_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  tl_state *s = tl_of(L);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  if (status == LUA_ERRMEM && s->fatal == TL_OK) s->fatal = TL_ERROR_MEMORY;
  if (s->fatal != TL_OK) return lua_error(L);
  if (status != LUA_OK) {
    lua_pushboolean(L, 0);
    lua_replace(L, 1);
    lua_settop(L, 2);
  }
  return lua_gettop(L);
}

static int guarded_xpcall(lua_State *L) {
  luaL_checktype(L, 2, LUA_TFUNCTION);
  tl_state *s = tl_of(L);
  // The handler runs after the error, as an ordinary call under the same deadline: a handler that Lua calls itself
  // would run while hooks are off.
  lua_pushvalue(L, 2);
  lua_insert(L, 1);                // handler, f, handler, arguments…
  lua_remove(L, 3);                // handler, f, arguments…
  lua_pushboolean(L, 1);
  lua_insert(L, 2);                // handler, true, f, arguments…
  int status = lua_pcall(L, lua_gettop(L) - 3, LUA_MULTRET, 0);
  if (status == LUA_ERRMEM && s->fatal == TL_OK) s->fatal = TL_ERROR_MEMORY;
  if (s->fatal != TL_OK) return lua_error(L);
  if (status != LUA_OK) {          // handler, true, error
    lua_pushboolean(L, 0);
    lua_replace(L, 2);
    lua_pushvalue(L, 1);
    lua_insert(L, 3);              // handler, false, handler, error
    // An error of the handler's own takes the error's place, as it does in Lua.
    status = lua_pcall(L, 1, LUA_MULTRET, 0);
    if (status == LUA_ERRMEM && s->fatal == TL_OK) s->fatal = TL_ERROR_MEMORY;
    if (s->fatal != TL_OK) return lua_error(L);
  }
  return lua_gettop(L) - 1;
}

// --- Metatables ---

// Pushes a copy of what may be in the metatable at 2. The copy takes effect in its place: a __mode that is put into a metatable
// later would work as one that was there from the beginning.
static void push_metatable_copy(lua_State *L) {
  static const char *const events[] = {
      "__add", "__band", "__bnot", "__bor", "__bxor", "__call", "__close", "__concat", "__div", "__eq", "__idiv", "__index", "__le", "__len",
      "__lt", "__metatable", "__mod", "__mul", "__name", "__newindex", "__pairs", "__pow", "__shl", "__shr", "__sub", "__tostring", "__unm"};
  lua_createtable(L, 0, 4);
  for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
    lua_pushstring(L, events[i]);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 2) == LUA_TNIL) lua_pop(L, 2);
    else lua_rawset(L, 3);
  }
  lua_pushvalue(L, 2);
  lua_rawsetp(L, 3, &tl_shown_metatable); // what getmetatable gives
}

static int guarded_setmetatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  if (lua_istable(L, 2)) {
    // A finaliser runs with hooks off, where no deadline reaches it; weak tables are memory-unsafe in Lua 5.4.1 to 5.4.7
    // when memory runs out (lua/lua 983bc433).
    static const char *const refused[] = {"__gc", "__mode"};
    for (int i = 0; i < 2; i++) {
      lua_pushstring(L, refused[i]);
      if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, "%s is not available to plugins", refused[i]);
      lua_pop(L, 1);
    }
  } else if (!lua_isnil(L, 2)) {
    return luaL_typeerror(L, 2, "nil or table");
  }
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
  lua_settop(L, 2);
  if (lua_istable(L, 2)) push_metatable_copy(L);
  lua_setmetatable(L, 1);
  lua_settop(L, 1);
  return 1;
}

static int guarded_getmetatable(lua_State *L) {
  luaL_checkany(L, 1);
  if (lua_type(L, 1) != LUA_TTABLE) {
    lua_pushboolean(L, 0);
    return 1;
  }
  if (!lua_getmetatable(L, 1)) return 0;
  lua_pushliteral(L, "__metatable");
  if (lua_rawget(L, -2) == LUA_TNIL) lua_rawgetp(L, -2, &tl_shown_metatable);
  return 1;
}

// --- Library functions with bounds ---
//
// A guard checks the arguments and then runs the original in the same frame, so that its own messages keep their names.

static int original(lua_State *L) { return lua_tocfunction(L, lua_upvalueindex(1))(L); }

static void check_plain_table(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  // Metamethods could claim any length, and the loops of lib ltablib.c run in C, out of the deadline's reach.
  if (lua_getmetatable(L, index)) luaL_argerror(L, index, "plain table expected, got one with a metatable");
}

static void check_span(lua_State *L, int index, lua_Integer from, lua_Integer to) {
  if (from <= to && (lua_Unsigned)to - (lua_Unsigned)from >= largest_table_span) luaL_argerror(L, index, "index out of range");
}

static int plain_table_first(lua_State *L) {
  check_plain_table(L, 1);
  // The length is a border, which a sparse table may have anywhere: {[1]=1, [2]=1, [4]=1, …} claims 2^62 elements.
  if (lua_rawlen(L, 1) >= largest_table_span) luaL_argerror(L, 1, "table too large");
  return original(L);
}

static int guarded_concat(lua_State *L) {
  check_plain_table(L, 1);
  lua_Integer from = luaL_optinteger(L, 3, 1), to = luaL_optinteger(L, 4, (lua_Integer)lua_rawlen(L, 1));
  check_span(L, 4, from, to);
  size_t separator;
  luaL_optlstring(L, 2, "", &separator);
  if (from <= to && separator * ((lua_Unsigned)to - (lua_Unsigned)from) > tl_of(L)->limits.string)
    return luaL_error(L, "string limit exceeded");
  return original(L);
}

static int guarded_move(lua_State *L) {
  check_plain_table(L, 1);
  if (!lua_isnoneornil(L, 5)) check_plain_table(L, 5);
  check_span(L, 3, luaL_checkinteger(L, 2), luaL_checkinteger(L, 3));
  return original(L);
}

static int guarded_unpack(lua_State *L) {
  check_plain_table(L, 1);
  check_span(L, 3, luaL_optinteger(L, 2, 1), luaL_optinteger(L, 3, (lua_Integer)lua_rawlen(L, 1)));
  return original(L);
}

static int guarded_rep(lua_State *L) {
  size_t length, separator;
  luaL_checklstring(L, 1, &length);
  lua_Integer n = luaL_checkinteger(L, 2);
  luaL_optlstring(L, 3, "", &separator);
  if (n <= 0 || length + separator == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if ((lua_Unsigned)n > tl_of(L)->limits.string / (length + separator)) return luaL_error(L, "string limit exceeded");
  return original(L);
}

static int guarded_match(lua_State *L) {
  size_t subject, pattern;
  luaL_checklstring(L, 1, &subject);
  luaL_checklstring(L, 2, &pattern);
  if (subject > tl_of(L)->limits.string) return luaL_argerror(L, 1, "string limit exceeded");
  if (pattern > longest_pattern) return luaL_argerror(L, 2, "pattern too long");
  return original(L);
}

static int guarded_format(lua_State *L) {
  size_t length;
  const char *format = luaL_checklstring(L, 1, &length);
  for (const char *p = format, *end = format + length; p < end; p++) {
    if (*p != '%') continue;
    if (++p < end && *p == '%') continue;
    while (p < end && strchr("-+ #0123456789.", *p) && *p) p++;
    if (p < end && *p == 'p') return luaL_argerror(L, 1, "'%p' is not available to plugins");
  }
  for (int i = 2, n = lua_gettop(L); i <= n; i++) {
    int type = lua_type(L, i);
    if (type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TUSERDATA) {
      tl_tolstring(L, i, NULL);
      lua_replace(L, i);
    }
    lua_settop(L, n);
  }
  return original(L);
}

// --- require ---

static bool is_module_name(const char *name) {
  bool at_start = true;
  for (; *name; name++) {
    bool letter = (*name >= 'a' && *name <= 'z') || *name == '_';
    bool digit = *name >= '0' && *name <= '9';
    if (at_start ? !letter : !(letter || digit || *name == '.')) return false;
    at_start = *name == '.';
  }
  return !at_start;
}

// Raises what is wrong with a module that is asked for while it is loading: the chunks under way tell the loop.
static int refuse_loop(lua_State *L, const char *name, const char *file) {
  lua_Debug frame;
  lua_pushstring(L, file);
  for (int level = 0; lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "S", &frame);
    if (frame.source[0] != '@' || strcmp(frame.what, "main") != 0) continue;
    lua_pushfstring(L, "%s requires %s", frame.source + 1, lua_tostring(L, -1));
    lua_remove(L, -2);
    if (strcmp(frame.source + 1, file) == 0) return luaL_error(L, "loop in require: %s", lua_tostring(L, -1));
  }
  return luaL_error(L, "module '%s' could not be loaded before", name);
}

static int guarded_require(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  lua_settop(L, 1);
  if (strcmp(name, "tenken") == 0) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_tenken);
    return 1;
  }
  if (!is_module_name(name)) return luaL_error(L, "invalid module name '%s'", name);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_loaded);
  lua_pushvalue(L, 1);
  int type = lua_rawget(L, 2);
  if (type != LUA_TNIL && type != LUA_TLIGHTUSERDATA) return 1;
  const char *file = luaL_gsub(L, name, ".", "/");
  file = lua_pushfstring(L, "%s.lua", file);
  if (type == LUA_TLIGHTUSERDATA) return refuse_loop(L, name, file);
  const tl_module *m = tl_of(L)->modules;
  while (m && strcmp(m->name, name) != 0) m = m->next;
  if (!m) return luaL_error(L, "module '%s' not found in the plugin's folder", name);
  if (m->length > 0 && m->bytes[0] == LUA_SIGNATURE[0]) return luaL_error(L, "module '%s': binary chunks are not allowed", name);
  lua_pushvalue(L, 1);
  lua_pushlightuserdata(L, &tl_loaded);
  lua_rawset(L, 2);
  tl_load(L, file, m->bytes, m->length);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
  }
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -2);
  lua_rawset(L, 2);
  return 1;
}

static int refuse_global(lua_State *L) {
  return luaL_error(L, "global '%s' may not be assigned; use a local", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

// --- Putting it together ---

static void keep_only(lua_State *L, const char *const *names) {
  lua_newtable(L);
  for (; *names; names++) {
    lua_getfield(L, -2, *names);
    lua_setfield(L, -2, *names);
  }
  lua_remove(L, -2);
}

static void guard(lua_State *L, const char *name, lua_CFunction function) {
  lua_getfield(L, -1, name);
  lua_pushcclosure(L, function, 1);
  lua_setfield(L, -2, name);
}

static void open_library(lua_State *L, lua_CFunction open, const char *const *names) {
  lua_pushcfunction(L, open);
  lua_call(L, 0, 1);
  keep_only(L, names);
}

int tl_open_sandbox(lua_State *L) {
  static const char *const base[] = {"assert", "error", "ipairs", "next", "pairs", "rawequal", "rawget", "rawlen", "rawset",
                                     "select", "tonumber", "type", NULL};
  static const char *const math[] = {"abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger",
                                     "modf", "pi", "random", "sqrt", "tointeger", "type", "ult", "sin", "cos", "tan", "asin", "acos",
                                     "atan", "deg", "rad", NULL};
  static const char *const string[] = {"byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep",
                                       "reverse", "sub", "upper", NULL};
  static const char *const table[] = {"concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
  static const char *const utf8[] = {"char", "charpattern", "codes", "codepoint", "len", "offset", NULL};
  lua_settop(L, 0);
  lua_newtable(L); // the globals that plugins see

  lua_pushcfunction(L, luaopen_base);
  lua_call(L, 0, 1);
  for (const char *const *name = base; *name; name++) {
    lua_getfield(L, -1, *name);
    lua_setfield(L, 1, *name);
  }
  lua_pop(L, 1);

  lua_pushcfunction(L, luaopen_math);
  lua_call(L, 0, 1);
  // luaopen_math seeds by time and address; the same input must give the same bytes.
  lua_getfield(L, -1, "randomseed");
  lua_pushinteger(L, 20170501);
  lua_call(L, 1, 0);
  keep_only(L, math);
  lua_setfield(L, 1, "math");

  open_library(L, luaopen_string, string);
  guard(L, "rep", guarded_rep);
  guard(L, "format", guarded_format);
  guard(L, "find", guarded_match);
  guard(L, "match", guarded_match);
  guard(L, "gmatch", guarded_match);
  guard(L, "gsub", guarded_match);
  // Methods of strings, s:rep(n), must meet the same guards.
  lua_pushliteral(L, "");
  lua_createtable(L, 0, 2);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
  lua_setfield(L, 1, "string");

  open_library(L, luaopen_table, table);
  guard(L, "concat", guarded_concat);
  guard(L, "insert", plain_table_first);
  guard(L, "remove", plain_table_first);
  guard(L, "sort", plain_table_first);
  guard(L, "move", guarded_move);
  guard(L, "unpack", guarded_unpack);
  lua_setfield(L, 1, "table");

  open_library(L, luaopen_utf8, utf8);
  lua_setfield(L, 1, "utf8");

  static const luaL_Reg replaced[] = {
      {"tostring", guarded_tostring}, {"print", guarded_print}, {"pcall", guarded_pcall}, {"xpcall", guarded_xpcall},
      {"setmetatable", guarded_setmetatable}, {"getmetatable", guarded_getmetatable}, {"require", guarded_require}, {NULL, NULL}};
  lua_settop(L, 1);
  luaL_setfuncs(L, replaced, 0);
  lua_pushliteral(L, "Lua 5.4");
  lua_setfield(L, 1, "_VERSION");
  lua_pushvalue(L, 1);
  lua_setfield(L, 1, "_G");

  lua_createtable(L, 0, 2);
  lua_pushcfunction(L, refuse_global);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, 1);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);

  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_loaded);
  lua_newtable(L); // what the prelude gets
  tl_open_values(L);
  tl_open_records(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_tenken);
  return 0;
}
