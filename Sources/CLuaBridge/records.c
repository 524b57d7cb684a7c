// Records as Lua reads them, column by column, without a table being built.

#include "records.h"

// --- Rows ---

const tl_cell *tl_row_cells(lua_State *L, const tl_row *r, const char **text) {
  if (r->generation == 0) {
    const tl_cell *cells = (const tl_cell *)(const void *)(r + 1);
    *text = (const char *)(cells + r->count);
    return cells;
  }
  tl_state *s = tl_of(L);
  if (!s->cursor || r->generation != s->generation)
    luaL_error(L, "this record is no longer valid: a record of 'each' ends with its call");
  *text = s->cursor->text;
  return s->cursor->cells;
}

static int push_list(lua_State *L, const char *text, size_t length) {
  lua_newtable(L);
  const char *end = text + length;
  for (int i = 1; text < end; i++) {
    const char *stop = memchr(text, 0, (size_t)(end - text));
    if (!stop) stop = end;
    lua_pushlstring(L, text, (size_t)(stop - text));
    lua_rawseti(L, -2, i);
    text = stop + 1;
  }
  return 1;
}

static int unknown_column(lua_State *L) {
  luaL_Buffer names;
  if (lua_type(L, 2) != LUA_TSTRING)
    return luaL_error(L, "a column is read by its name, not by a %s", luaL_typename(L, 2));
  lua_getiuservalue(L, 1, 1);
  lua_rawgeti(L, -1, 0); // the names in the order of the declaration
  const char *declared = lua_tostring(L, -1);
  luaL_buffinit(L, &names);
  luaL_addstring(&names, declared ? declared : "");
  luaL_pushresult(&names);
  return luaL_error(L, "no column '%s' is declared; declared are: %s", lua_tostring(L, 2), lua_tostring(L, -1));
}

static int row_index(lua_State *L) {
  const tl_row *r = lua_touserdata(L, 1); // only rows have this metatable, and it is hidden
  lua_getiuservalue(L, 1, 1);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, -2) != LUA_TNUMBER || lua_type(L, 2) != LUA_TSTRING) return unknown_column(L);
  lua_Integer slot = lua_tointegerx(L, -1, NULL);
  const char *text;
  const tl_cell *cells = tl_row_cells(L, r, &text);
  if (slot >= (r->generation ? tl_of(L)->cursor->count : r->count)) return 0; // the host gave fewer cells than columns
  const tl_cell *cell = &cells[slot];
  switch (cell->type) {
  case TL_CELL_NULL:
    lua_pushnil(L);
    break;
  case TL_CELL_BOOLEAN:
    lua_pushboolean(L, cell->value.integer != 0);
    break;
  case TL_CELL_INTEGER:
    lua_pushinteger(L, cell->value.integer);
    break;
  case TL_CELL_NUMBER:
    lua_pushnumber(L, cell->value.number);
    break;
  case TL_CELL_TEXT:
    lua_pushlstring(L, text + cell->value.text.offset, cell->value.text.length);
    break;
  case TL_CELL_LIST:
    return push_list(L, text + cell->value.text.offset, cell->value.text.length);
  }
  return 1;
}

static int row_newindex(lua_State *L) { return luaL_error(L, "a record is read-only"); }

tl_row *tl_push_row(lua_State *L, const tl_record *record, uint64_t generation) {
  size_t extra = generation ? 0 : record->count * sizeof(tl_cell) + record->text_length;
  tl_row *r = lua_newuserdatauv(L, sizeof *r + extra, 1);
  *r = (tl_row){.kind = TL_KIND_ROW, .source = record->source, .number = record->number, .generation = generation,
      .count = record->count};
  if (!generation) {
    char *copy = (char *)(r + 1);
    if (record->count) memcpy(copy, record->cells, record->count * sizeof(tl_cell));
    if (record->text_length) memcpy(copy + record->count * sizeof(tl_cell), record->text, record->text_length);
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, record->source);
  lua_setiuservalue(L, -2, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_row_metatable);
  lua_setmetatable(L, -2);
  return r;
}

void tl_new_metatable(lua_State *L, const char *name, const void *key) {
  lua_createtable(L, 0, 4);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

void tl_open_rows(lua_State *L) {
  tl_new_metatable(L, "record", &tl_row_metatable);
  lua_pushcfunction(L, row_index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, row_newindex);
  lua_setfield(L, -2, "__newindex");
  lua_pop(L, 1);
}

// --- Sources ---

typedef struct {
  const tl_bytes *columns;
  size_t count;
  int source;
} source_request;

static int add_source(lua_State *L) {
  source_request *request = lua_touserdata(L, 1);
  luaL_Buffer names;
  lua_createtable(L, 0, (int)request->count);
  luaL_buffinit(L, &names);
  for (size_t i = 0; i < request->count; i++) {
    if (i > 0) luaL_addstring(&names, ", ");
    luaL_addlstring(&names, request->columns[i].start, request->columns[i].length);
  }
  luaL_pushresult(&names);
  lua_rawseti(L, 2, 0);
  for (size_t i = 0; i < request->count; i++) {
    lua_pushlstring(L, request->columns[i].start, request->columns[i].length);
    lua_pushinteger(L, (lua_Integer)i);
    lua_rawset(L, 2);
  }
  request->source = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

tl_status tl_add_source(tl_state *s, const tl_bytes *columns, size_t count, int *source) {
  source_request request = {columns, count, 0};
  tl_status status = tl_protected_c(s, add_source, &request);
  *source = request.source;
  return status;
}
