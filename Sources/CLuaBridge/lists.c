// Lists and indexes of records, and the context that hands them to tests.

#include "records.h"

typedef struct {
  int key, list;
} list_request;

static int new_list(lua_State *L) {
  list_request *request = lua_touserdata(L, 1);
  lua_newtable(L);
  // The key column is remembered with the list, under a key of the registry's, not in the table that plugins see.
  lua_pushvalue(L, -1);
  request->list = luaL_ref(L, LUA_REGISTRYINDEX);
  if (request->key >= 0) {
    lua_pushinteger(L, request->key);
    lua_rawset(L, LUA_REGISTRYINDEX);
  }
  return 0;
}

tl_status tl_new_list(tl_state *s, int key_column, int *list) {
  list_request request = {key_column, 0};
  tl_status status = tl_protected_c(s, new_list, &request);
  *list = request.list;
  return status;
}

typedef struct {
  int list;
  const tl_record *record;
} append_request;

static int append(lua_State *L) {
  const append_request *request = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, request->list);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, LUA_REGISTRYINDEX) == LUA_TNUMBER) { // an index: go down to the list of this key
    lua_Integer key = lua_tointegerx(L, -1, NULL);
    const tl_cell *cell = &request->record->cells[key];
    if (cell->type == TL_CELL_NULL) return 0; // what has no key cannot be looked up
    if (cell->type == TL_CELL_TEXT)
      lua_pushlstring(L, request->record->text + cell->value.text.offset, cell->value.text.length);
    else if (cell->type == TL_CELL_INTEGER) lua_pushinteger(L, cell->value.integer);
    else return luaL_error(L, "an index needs a column of text or integers");
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 2) == LUA_TNIL) {
      lua_pop(L, 1);
      lua_newtable(L);
      lua_pushvalue(L, -2);
      lua_pushvalue(L, -2);
      lua_rawset(L, 2);
    }
  } else {
    lua_settop(L, 2);
  }
  tl_push_row(L, request->record, 0);
  lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
  return 0;
}

tl_status tl_append(tl_state *s, int list, const tl_record *record) {
  append_request request = {list, record};
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
