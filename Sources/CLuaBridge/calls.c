// Calling the tests of a plugin.

#include "records.h"

static int make_cursor_row(lua_State *L) {
  tl_push_row(L, lua_touserdata(L, 1), tl_of(L)->generation);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_current_row);
  return 0;
}

static tl_status call_test(tl_state *s, const tl_test *test) {
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->parameters);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->context);
  tl_allow_call(s, test->call_seconds);
  tl_status status = tl_protected_call(s, 3, 1);
  tl_allow_call(s, 0);
  return status == TL_OK ? tl_collect_outcomes(s) : status;
}

tl_status tl_call_each(tl_state *s, const tl_test *test, const tl_record *record, bool again) {
  s->cursor = record;
  if (!again) {
    s->generation++;
    tl_status status = tl_protected_c(s, make_cursor_row, (void *)(uintptr_t)record);
    if (status != TL_OK) {
      s->cursor = NULL;
      return status;
    }
  }
  if (!lua_checkstack(s->L, 40)) {
    s->cursor = NULL;
    return tl_out_of_memory(s);
  }
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->function);
  lua_rawgetp(s->L, LUA_REGISTRYINDEX, &tl_current_row);
  tl_status status = call_test(s, test);
  s->cursor = NULL;
  return status;
}

static int copy_list(lua_State *L) {
  int *list = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, *list);
  tl_push_copy(L, 2);
  *list = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

tl_status tl_call_all(tl_state *s, const tl_test *test, int list) {
  tl_status copied = tl_protected_c(s, copy_list, &list);
  if (copied != TL_OK) return copied;
  if (!lua_checkstack(s->L, 40)) return tl_out_of_memory(s);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->function);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, list);
  // The call has the list now. To put back a reference that was taken needs no memory.
  luaL_unref(s->L, LUA_REGISTRYINDEX, list);
  return call_test(s, test);
}
