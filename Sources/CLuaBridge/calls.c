// Calling the tests of a plugin.

#include "records.h"

static int make_current_row(lua_State *L) {
  tl_push_row(L, lua_touserdata(L, 1), tl_of(L)->generation);
  return 1;
}

static tl_status make_row_for(tl_state *s, const tl_record *record) {
  s->generation++;
  lua_pushcfunction(s->L, make_current_row);
  lua_pushlightuserdata(s->L, (void *)(uintptr_t)record);
  tl_status status = tl_protected(s, 1, 1);
  if (status == TL_OK) lua_replace(s->L, TL_CURRENT_ROW);
  return status;
}

// Calls the function, with its first argument on top of it.
static tl_status call_test(tl_state *s, const tl_test *test, tl_result *result) {
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->parameters);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->context);
  tl_allow_call(s, test->call_seconds);
  tl_status status = tl_protected_call(s, 3, 1);
  tl_allow_call(s, 0);
  return status == TL_OK ? tl_collect_outcomes(s, result) : status;
}

tl_status tl_call_each(tl_state *s, const tl_test *test, const tl_record *record, bool again, tl_result *result) {
  tl_clear(s);
  tl_status status = again ? TL_OK : make_row_for(s, record);
  if (status != TL_OK) return status;
  s->cursor = record;
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->function);
  lua_pushvalue(s->L, TL_CURRENT_ROW);
  status = call_test(s, test, result);
  s->cursor = NULL;
  return status;
}

tl_status tl_call_listed(tl_state *s, const tl_test *test, int list, size_t number, tl_result *result) {
  tl_clear(s);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->function);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, list);
  lua_rawgeti(s->L, -1, (lua_Integer)number);
  lua_replace(s->L, -2);
  return call_test(s, test, result);
}

static int copy_list(lua_State *L) {
  int *list = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, *list);
  tl_push_copy(L, 2);
  return 1;
}

tl_status tl_call_all(tl_state *s, const tl_test *test, int list, tl_result *result) {
  tl_clear(s);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->function);
  lua_pushcfunction(s->L, copy_list);
  lua_pushlightuserdata(s->L, &list);
  tl_status copied = tl_protected(s, 1, 1);
  return copied == TL_OK ? call_test(s, test, result) : copied;
}
