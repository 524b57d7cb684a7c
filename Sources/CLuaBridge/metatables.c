// setmetatable and getmetatable, which take and show only what can do no harm.

#include "sandbox.h"

// Pushes a copy of what may be in the metatable at 2. The copy takes effect in its place: a __mode that is put into a
// metatable later would work as one that was there from the beginning.
static void push_metatable_copy(lua_State *L) {
  static const char *const events[] = {
      "__add", "__band", "__bnot", "__bor", "__bxor", "__call", "__close", "__concat", "__div", "__eq", "__idiv",
      "__index", "__le", "__len", "__lt", "__metatable", "__mod", "__mul", "__name", "__newindex", "__pairs", "__pow",
      "__shl", "__shr", "__sub", "__tostring", "__unm"};
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

int tl_guarded_setmetatable(lua_State *L) {
  tl_wrote(L);
  luaL_checktype(L, 1, LUA_TTABLE);
  if (lua_istable(L, 2)) {
    // A finaliser runs with hooks off, where no deadline reaches it; weak tables are memory-unsafe in Lua 5.4.1 to
    // 5.4.7 when memory runs out (lua/lua 983bc433).
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

// setmetatable for the host's own Lua, which makes many objects of one kind: nothing is copied.
int tl_host_setmetatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

int tl_guarded_getmetatable(lua_State *L) {
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
