// Indexes of records: what a test looks records of another source up by.
//
// The registry holds the metatable of an index, and that its entries. A test has an empty table with this metatable, so that
// it cannot change what the next test sees, and no index is copied.

#include "records.h"

enum { ENTRIES = 1 };

// Pushes what stands under the key on top of the stack, which it replaces. A list is a copy, which is the test's own.
static void push_entry(lua_State *L) {
  lua_rawget(L, lua_upvalueindex(1));
  if (lua_type(L, -1) == LUA_TTABLE) {
    tl_push_copy(L, 1);
    lua_remove(L, -2);
  }
}

// index[key]: as it stands there, or else as a column of the key's type would read it.
static int look_up(lua_State *L) {
  lua_settop(L, 2);
  lua_pushvalue(L, 2);
  push_entry(L);
  if (lua_type(L, -1) != LUA_TNIL || lua_type(L, 2) != LUA_TSTRING) return 1;
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_pushvalue(L, 2);
  lua_call(L, 1, 1);
  if (lua_type(L, -1) != LUA_TNIL) push_entry(L);
  return 1;
}

static int next_entry(lua_State *L) {
  lua_settop(L, 2);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 2);
  if (!lua_next(L, 2)) return 0;
  if (lua_type(L, -1) == LUA_TTABLE) {
    tl_push_copy(L, 1);
    lua_remove(L, -2);
  }
  return 2;
}

static int all_entries(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushcclosure(L, next_entry, 1);
  return 1;
}

static int refuse_change(lua_State *L) { return luaL_error(L, "an index is read-only"); }

typedef struct {
  tl_host_function read_key;
  void *context;
  int index;
} index_request;

static int new_index(lua_State *L) {
  index_request *request = lua_touserdata(L, 1);
  lua_createtable(L, 1, 6);
  lua_newtable(L);
  lua_pushvalue(L, 3);
  tl_push_function(L, request->read_key, request->context);
  lua_pushcclosure(L, look_up, 2);
  lua_setfield(L, 2, "__index");
  lua_pushvalue(L, 3);
  lua_pushcclosure(L, all_entries, 1);
  lua_setfield(L, 2, "__pairs");
  lua_rawseti(L, 2, ENTRIES);
  lua_pushcfunction(L, refuse_change);
  lua_setfield(L, 2, "__newindex");
  lua_pushstring(L, "index");
  lua_setfield(L, 2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, 2, "__metatable");
  request->index = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

tl_status tl_new_index(tl_state *s, tl_host_function read_key, void *context, int *index) {
  index_request request = {read_key, context, LUA_NOREF};
  tl_status status = tl_protected_c(s, new_index, &request);
  *index = request.index;
  return status;
}

void tl_enter(lua_State *L, tl_entry *entry, const char *keys) {
  if (entry->key.type == TR_NULL) return;
  lua_rawgeti(L, -1, ENTRIES);
  int entries = lua_gettop(L);
  if (entry->key.type == TR_TEXT)
    lua_pushlstring(L, keys + entry->key.value.text.offset, entry->key.value.text.length);
  else lua_pushinteger(L, entry->key.value.integer);
  lua_pushvalue(L, -1);
  bool is_new = lua_rawget(L, entries) == LUA_TNIL;
  if (entry->kind == TL_ENTRY_FIRST) {
    const tl_row *first = tl_object(L, -1, TL_KIND_ROW);
    if (first) entry->earlier = first->number;
    if (!is_new) return;
    lua_pop(L, 1);
    lua_pushvalue(L, 2);
    lua_rawset(L, entries);
    return;
  }
  if (is_new) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, entries);
  }
  lua_pushvalue(L, 2);
  lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
}

typedef struct {
  int table, index;
  const char *name;
} index_field;

static int set_index(lua_State *L) {
  const index_field *request = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, request->table);
  lua_pushstring(L, request->name);
  lua_newtable(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, request->index);
  lua_setmetatable(L, -2);
  lua_rawset(L, -3);
  return 0;
}

tl_status tl_set_index(tl_state *s, int table, const char *name, int index) {
  index_field request = {table, index, name};
  return tl_protected_c(s, set_index, &request);
}
