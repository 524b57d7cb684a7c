// pcall and xpcall. Errors of time and memory are not theirs to swallow: they pass through.

#include "sandbox.h"

int tl_guarded_pcall(lua_State *L) {
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

int tl_guarded_xpcall(lua_State *L) {
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
    status = lua_pcall(L, 1, 1, 0);
    if (status == LUA_ERRMEM && s->fatal == TL_OK) s->fatal = TL_ERROR_MEMORY;
    if (s->fatal != TL_OK) return lua_error(L);
  }
  return lua_gettop(L) - 1;
}
