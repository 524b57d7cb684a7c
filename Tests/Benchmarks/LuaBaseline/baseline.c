#include "lua_baseline.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdlib.h>

struct lb_state {
  lua_State *L;
  int integers, texts;                        // Lua functions that call C in a loop
  int function, record, parameters, context;  // a Lua function and what it is called with
};

static int twice(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)(2 * (lua_Unsigned)luaL_checkinteger(L, 1)));
  return 1;
}

static int same(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_pushlstring(L, text, length);
  return 1;
}

static int outcome(lua_State *L) {
  lua_Integer code = luaL_checkinteger(L, 1);
  *(lua_Integer *)lua_newuserdatauv(L, sizeof code, 0) = code;
  return 1;
}

static int handle(lua_State *L) {
  luaL_traceback(L, L, lua_tostring(L, 1), 1);
  return 1;
}

// Runs a text with the value on top as its argument, and keeps what it returns.
static int kept(lua_State *L, const char *text) {
  if (luaL_loadstring(L, text) != LUA_OK) return LUA_NOREF;
  lua_insert(L, -2);
  return lua_pcall(L, 1, 1, 0) == LUA_OK ? luaL_ref(L, LUA_REGISTRYINDEX) : LUA_NOREF;
}

lb_state *lb_open(void) {
  lb_state *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  lua_State *L = s->L = luaL_newstate();
  if (!L) {
    free(s);
    return NULL;
  }
  luaL_openlibs(L);
  lua_pushcfunction(L, twice);
  s->integers = kept(L, "local f = ... return function(n) for i = 1, n do f(i) end end");
  lua_pushcfunction(L, same);
  s->texts = kept(L, "local f = ... return function(n) for i = 1, n do f('AP-1') end end");
  lua_pushnil(L);
  lua_pushcfunction(L, outcome);
  s->function = kept(L, "local outcome = ... local ok, no, calls = outcome(1), outcome(2), 0 "
                        "return function(r, p, c) calls = calls + 1 if p.limit > 3 then return no end return ok end");
  lua_newuserdatauv(L, 24, 1);
  s->record = luaL_ref(L, LUA_REGISTRYINDEX);
  lua_pushnil(L);
  s->parameters = kept(L, "return { limit = 3 }");
  lua_pushnil(L);
  s->context = kept(L, "return { today = '2026-11-21' }");
  return s;
}

void lb_close(lb_state *s) {
  lua_close(s->L);
  free(s);
}

static bool run(lb_state *s, int function, int64_t times) {
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, function);
  lua_pushinteger(s->L, times);
  return lua_pcall(s->L, 1, 0, 0) == LUA_OK;
}

bool lb_call_c(lb_state *s, int64_t times) { return run(s, s->integers, times); }
bool lb_call_c_with_text(lb_state *s, int64_t times) { return run(s, s->texts, times); }

bool lb_call_lua(lb_state *s, int64_t times) {
  lua_State *L = s->L;
  lua_settop(L, 0);
  lua_pushcfunction(L, handle);
  for (int64_t i = 0; i < times; i++) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->function);
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->record);
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->parameters);
    lua_rawgeti(L, LUA_REGISTRYINDEX, s->context);
    if (lua_pcall(L, 3, 1, 1) != LUA_OK || !lua_isuserdata(L, -1)) return false;
    if (*(lua_Integer *)lua_touserdata(L, -1) != 1) return false;
    lua_settop(L, 1);
  }
  return true;
}
