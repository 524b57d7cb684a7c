// The environment that plugins see: an allow-list of Lua's libraries, some functions replaced by guarded ones.
//
// What is replaced and why is told in Sources/tenken/Documentation.docc/Decisions/lua-sandbox.md.

#include "sandbox.h"

int tl_telling(lua_State *L) {
  tl_wrote(L);
  return lua_tocfunction(L, lua_upvalueindex(2))(L);
}

static int refuse_global(lua_State *L) {
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  return luaL_error(L, "global '%s' may not be assigned; use a local", name);
}

static void keep_only(lua_State *L, const char *const *names) {
  lua_newtable(L);
  for (; *names; names++) {
    lua_getfield(L, -2, *names);
    lua_setfield(L, -2, *names);
  }
  lua_remove(L, -2);
}

static void guard(lua_State *L, const luaL_Reg *guards) {
  for (; guards->name; guards++) {
    lua_getfield(L, -1, guards->name);
    lua_pushcclosure(L, guards->func, 1);
    lua_setfield(L, -2, guards->name);
  }
}

// Replaces a function in the table on top by one that does the same and says that it changes what may outlast the call.
static void let_tell(lua_State *L, const char *name) {
  lua_getfield(L, -1, name);
  if (!lua_getupvalue(L, -1, 1)) lua_pushnil(L); // where the function looks for its state
  lua_insert(L, -2);
  lua_pushcclosure(L, tl_telling, 2);
  lua_setfield(L, -2, name);
}

static void open_library(lua_State *L, lua_CFunction open, const char *const *names) {
  lua_pushcfunction(L, open);
  lua_call(L, 0, 1);
  keep_only(L, names);
}

// Lets messages and tracebacks name library functions that were called through another, such as pcall(string.rep): the
// auxiliary library looks for them in this table of the registry. The globals are on top.
static void name_functions(lua_State *L) {
  static const char *const libraries[] = {"math", "string", "table", "utf8"};
  lua_createtable(L, 0, 5);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, LUA_GNAME);
  for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
    lua_getfield(L, -2, libraries[i]);
    lua_setfield(L, -2, libraries[i]);
  }
  lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}

int tl_open_sandbox(lua_State *L) {
  static const char *const base[] = {"assert", "error", "ipairs", "next", "pairs", "rawequal", "rawget", "rawlen",
                                     "rawset", "select", "tonumber", "type", NULL};
  static const char *const math[] = {"abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod",
                                     "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad",
                                     "random", "sin", "sqrt", "tan", "tointeger", "type", "ult", NULL};
  static const char *const string[] = {"byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match",
                                       "rep", "reverse", "sub", "upper", NULL};
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
  let_tell(L, "rawset");

  lua_pushcfunction(L, luaopen_math);
  lua_call(L, 0, 1);
  // luaopen_math seeds by time and address; the same input must give the same bytes.
  lua_getfield(L, -1, "randomseed");
  lua_pushinteger(L, 20170501);
  lua_call(L, 1, 0);
  keep_only(L, math);
  let_tell(L, "random");
  lua_setfield(L, 1, "math");

  open_library(L, luaopen_string, string);
  guard(L, tl_bounded_string);
  // Methods of strings, s:rep(n), must meet the same guards; the library's metamethods of arithmetic stay.
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
  lua_setfield(L, 1, "string");

  open_library(L, luaopen_table, table);
  guard(L, tl_bounded_table);
  lua_setfield(L, 1, "table");

  open_library(L, luaopen_utf8, utf8);
  lua_setfield(L, 1, "utf8");

  static const luaL_Reg replaced[] = {
      {"tostring", tl_guarded_tostring},         {"print", tl_guarded_print},
      {"pcall", tl_guarded_pcall},               {"xpcall", tl_guarded_xpcall},
      {"setmetatable", tl_guarded_setmetatable}, {"getmetatable", tl_guarded_getmetatable},
      {"require", tl_guarded_require},           {NULL, NULL}};
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
  name_functions(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);

  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_loaded);
  lua_newtable(L); // what the prelude gets
  lua_pushcfunction(L, tl_host_setmetatable);
  lua_setfield(L, -2, "setmetatable");
  tl_open_values(L);
  tl_open_rows(L);
  tl_open_outcomes(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_tenken);
  return 0;
}
