// Lists of records, and the context that hands them to tests.

#include "records.h"

static int new_list(lua_State *L) {
  int *list = lua_touserdata(L, 1);
  lua_newtable(L);
  *list = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

tl_status tl_new_list(tl_state *s, int *list) {
  *list = LUA_NOREF;
  return tl_protected_c(s, new_list, list);
}

typedef struct {
  const tl_record *record;
  const char *keys;
  tl_entry *entries;
  size_t count;
} append_request;

// The record is copied once, however many lists and indexes it goes into.
static int append(lua_State *L) {
  const append_request *request = lua_touserdata(L, 1);
  tl_push_row(L, request->record);
  for (size_t i = 0; i < request->count; i++) {
    tl_entry *entry = &request->entries[i];
    entry->earlier = 0;
    lua_rawgeti(L, LUA_REGISTRYINDEX, entry->target);
    if (entry->kind == TL_ENTRY_LIST) {
      lua_pushvalue(L, 2);
      lua_rawseti(L, 3, (lua_Integer)lua_rawlen(L, 3) + 1);
    } else {
      tl_enter(L, entry, request->keys);
    }
    lua_settop(L, 2);
  }
  return 0;
}

tl_status tl_append(tl_state *s, const tl_record *record, const char *keys, tl_entry *entries, size_t count) {
  append_request request = {record, keys, entries, count};
  return tl_protected_c(s, append, &request);
}

typedef struct {
  int table, value;
  const char *name;
} field_request;

// Pushes a copy of the table on top, and of the tables in it down to a depth: what one test does to its list, such as
// sorting it, is not for the next test to see.
void tl_push_copy(lua_State *L, int depth) {
  luaL_checkstack(L, 8, NULL);
  int from = lua_gettop(L);
  lua_createtable(L, (int)lua_rawlen(L, from), 0);
  lua_pushnil(L);
  while (lua_next(L, from)) {
    if (depth > 1 && lua_type(L, -1) == LUA_TTABLE) {
      tl_push_copy(L, depth - 1);
      lua_remove(L, -2);
    }
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, from + 1);
  }
}

static int set_field(lua_State *L) {
  const field_request *request = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, request->table);
  lua_pushstring(L, request->name);
  lua_rawgeti(L, LUA_REGISTRYINDEX, request->value);
  if (lua_type(L, -1) == LUA_TTABLE) {
    tl_push_copy(L, 2);
    lua_remove(L, -2);
  }
  lua_rawset(L, -3);
  return 0;
}

tl_status tl_set_field(tl_state *s, int table, const char *name, int value) {
  field_request request = {table, value, name};
  return tl_protected_c(s, set_field, &request);
}
