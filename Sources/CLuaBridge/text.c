// Values as text, without addresses: tostring, and print into the plugin's log.

#include "sandbox.h"

const char *tl_tolstring(lua_State *L, int index, size_t *length) {
  index = lua_absindex(L, index);
  switch (lua_type(L, index)) {
  case LUA_TTABLE:
  case LUA_TUSERDATA:
  case LUA_TLIGHTUSERDATA:
    if (luaL_getmetafield(L, index, "__tostring") != LUA_TNIL) {
      lua_pop(L, 1);
      return luaL_tolstring(L, index, length);
    }
    if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING) return lua_tolstring(L, -1, length);
    // fall through
  case LUA_TFUNCTION:
  case LUA_TTHREAD:
    lua_pushstring(L, luaL_typename(L, index));
    return lua_tolstring(L, -1, length);
  default:
    return luaL_tolstring(L, index, length);
  }
}

int tl_guarded_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  tl_tolstring(L, 1, NULL);
  return 1;
}

int tl_guarded_print(lua_State *L) {
  tl_wrote(L);
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
    if (!tl_buffer_add(s, &s->log, text, length) || !tl_buffer_add(s, &s->log, i < n ? "\t" : "\n", 1))
      return tl_raise_out_of_memory(L);
    lua_settop(L, n);
  }
  return 0;
}
