// Records as Lua reads them, column by column, without a table being built.

#include "records.h"

// --- The cells of a record ---

// The record of 'each' is a light userdata whose pointer is its generation: nothing is allocated for it, one that is kept
// beyond its call is told from the next by its number, and its cells stay where the host has them.
static const tl_record *current(lua_State *L, int index) {
  const tl_state *s = tl_of(L);
  if (!s->cursor || (uintptr_t)lua_touserdata(L, index) != s->generation)
    luaL_error(L, "this record is no longer valid: a record of 'each' ends with its call");
  return s->cursor;
}

tl_subject tl_check_record(lua_State *L, int index) {
  if (lua_islightuserdata(L, index)) {
    const tl_record *record = current(L, index);
    return (tl_subject){record->source, record->number};
  }
  const tl_row *r = tl_object(L, index, TL_KIND_ROW);
  if (!r) luaL_error(L, "at() expects a record, got a %s", luaL_typename(L, index));
  return (tl_subject){r->source, r->number};
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

static int push_cell(lua_State *L, const tr_cell *cell, const char *text, size_t text_length) {
  switch (cell->type) {
  case TR_NULL:
    lua_pushnil(L);
    return 1;
  case TR_BOOLEAN:
    lua_pushboolean(L, cell->value.integer != 0);
    return 1;
  case TR_INTEGER:
    lua_pushinteger(L, cell->value.integer);
    return 1;
  case TR_NUMBER:
    lua_pushnumber(L, cell->value.number);
    return 1;
  case TR_TEXT:
  case TR_LIST:
    break;
  }
  const tr_range range = cell->value.text;
  if ((uint64_t)range.offset + range.length > text_length)
    return luaL_error(L, "a cell names bytes outside its record");
  if (cell->type == TR_LIST) return push_list(L, text + range.offset, range.length);
  lua_pushlstring(L, text + range.offset, range.length);
  return 1;
}

// With the columns on top of the stack: the names with their positions, and at 0 the names in the order of the declaration.
static int unknown_column(lua_State *L) {
  luaL_Buffer names;
  if (lua_type(L, 2) != LUA_TSTRING)
    return luaL_error(L, "a column is read by its name, not by a %s", luaL_typename(L, 2));
  lua_rawgeti(L, -1, 0);
  const char *declared = lua_tostring(L, -1);
  luaL_buffinit(L, &names);
  luaL_addstring(&names, declared ? declared : "");
  luaL_pushresult(&names);
  return luaL_error(L, "no column '%s' is declared; declared are: %s", lua_tostring(L, 2), lua_tostring(L, -1));
}

// The position of the column that the key at 2 names, by the table of columns on top of the stack.
static size_t column_by_name(lua_State *L) {
  lua_pushvalue(L, 2);
  if (lua_rawget(L, -2) != LUA_TNUMBER || lua_type(L, 2) != LUA_TSTRING) {
    lua_pop(L, 1);
    return (size_t)unknown_column(L);
  }
  return (size_t)lua_tointegerx(L, -1, NULL);
}

// Lua has one copy of each string up to this length anyway.
enum { longest_short_string = 40, longest_shared_text = 4096 };

static bool is_shared(const tl_state *s, size_t slot, const tr_cell *cell) {
  return s->shares_texts && slot < TL_SHARED_COLUMNS && cell->type == TR_TEXT &&
         cell->value.text.length > longest_short_string && cell->value.text.length <= longest_shared_text;
}

// Pushes a text that the other tests of the pass may read, too: making a string of it takes several times as long as finding it.
static int push_shared(lua_State *L, tl_state *s, size_t slot, const tr_cell *cell, const tl_record *record) {
  if (s->shared[slot] == s->generation) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &s->shared[slot]);
    return 1;
  }
  push_cell(L, cell, record->text, record->text_length);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &s->shared[slot]);
  s->shared[slot] = s->generation;
  return 1;
}

static int current_index(lua_State *L) {
  const tl_record *record = current(L, 1);
  tl_state *s = tl_of(L);
  const tl_columns *columns = s->cursor_columns;
  // Lua keeps one copy of each short string, so that names are equal where their addresses are.
  const void *key = lua_topointer(L, 2);
  size_t slot = 0;
  while (slot < columns->count && columns->names[slot] != key) slot++;
  if (slot == columns->count) { // a long name, or no name of a column
    lua_rawgeti(L, LUA_REGISTRYINDEX, record->source);
    slot = column_by_name(L);
  }
  s->read_columns |= slot < 64 ? (uint64_t)1 << slot : ~(uint64_t)0;
  if (slot >= record->count) return 0; // the host gave fewer cells than columns
  const tr_cell *cell = &record->cells[slot];
  if (is_shared(s, slot, cell)) return push_shared(L, s, slot, cell, record);
  return push_cell(L, cell, record->text, record->text_length);
}

static int row_index(lua_State *L) {
  const tl_row *r = lua_touserdata(L, 1); // only rows have this metatable, and it is hidden
  lua_getiuservalue(L, 1, 1);
  size_t slot = column_by_name(L);
  if (slot >= r->count) return 0;
  const tr_cell *cells = (const tr_cell *)(const void *)(r + 1);
  return push_cell(L, &cells[slot], (const char *)(cells + r->count), r->text_length);
}

static int row_newindex(lua_State *L) { return luaL_error(L, "a record is read-only"); }

void tl_push_row(lua_State *L, const tl_record *record) {
  size_t cells = record->count * sizeof(tr_cell);
  tl_row *r = lua_newuserdatauv(L, sizeof *r + cells + record->text_length, 1);
  *r = (tl_row){.kind = TL_KIND_ROW, .source = record->source, .number = record->number, .count = record->count,
      .text_length = record->text_length};
  char *copy = (char *)(r + 1);
  if (cells) memcpy(copy, record->cells, cells);
  if (record->text_length) memcpy(copy + cells, record->text, record->text_length);
  lua_rawgeti(L, LUA_REGISTRYINDEX, record->source);
  lua_setiuservalue(L, -2, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_row_metatable);
  lua_setmetatable(L, -2);
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

// What Lua says of a full userdata by its name, it would say of a light one as a "userdata".
static int refuse_operation(lua_State *L) { return luaL_error(L, "attempt to %s a record value", lua_tostring(L, lua_upvalueindex(1))); }

static void refuse_operations(lua_State *L) {
  static const char *const operations[][2] = {
      {"__len", "get length of"}, {"__concat", "concatenate"},          {"__call", "call"},
      {"__lt", "compare"},        {"__le", "compare"},                  {"__unm", "perform arithmetic on"},
      {"__add", "perform arithmetic on"}, {"__sub", "perform arithmetic on"}, {"__mul", "perform arithmetic on"},
      {"__div", "perform arithmetic on"}, {"__mod", "perform arithmetic on"}, {"__pow", "perform arithmetic on"},
      {"__idiv", "perform arithmetic on"}};
  for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
    lua_pushstring(L, operations[i][1]);
    lua_pushcclosure(L, refuse_operation, 1);
    lua_setfield(L, -2, operations[i][0]);
  }
}

static void open_kind(lua_State *L, const void *key, lua_CFunction index) {
  tl_new_metatable(L, "record", key);
  lua_pushcfunction(L, index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, row_newindex);
  lua_setfield(L, -2, "__newindex");
}

void tl_open_rows(lua_State *L) {
  open_kind(L, &tl_row_metatable, row_index);
  lua_pop(L, 1);
  // All light userdata share one metatable, and plugins meet no others than the records of 'each'.
  lua_pushlightuserdata(L, NULL);
  open_kind(L, &tl_current_metatable, current_index);
  refuse_operations(L);
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

// --- Sources ---

typedef struct {
  const tl_bytes *columns;
  size_t count;
  int source;
  tl_columns *kept;
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
  for (size_t i = 0; i < request->count; i++) {
    lua_pushlstring(L, request->columns[i].start, request->columns[i].length);
    request->kept->names[i] = lua_topointer(L, -1); // the table keeps the string, and Lua moves none
    lua_pop(L, 1);
  }
  request->source = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

const tl_columns *tl_columns_of(const tl_state *s, int source) {
  const tl_columns *columns = s->columns;
  while (columns && columns->source != source) columns = columns->next;
  return columns;
}

void tl_free_columns(tl_state *s) {
  while (s->columns) {
    tl_columns *next = s->columns->next;
    free(s->columns);
    s->columns = next;
  }
}

tl_status tl_add_source(tl_state *s, const tl_bytes *columns, size_t count, int *source) {
  tl_columns *kept = calloc(1, sizeof *kept + count * sizeof *kept->names);
  if (!kept) return tl_out_of_memory(s);
  source_request request = {columns, count, 0, kept};
  tl_status status = tl_protected_c(s, add_source, &request);
  if (status != TL_OK) {
    free(kept);
    return status;
  }
  kept->count = count;
  kept->source = *source = request.source;
  kept->next = s->columns;
  s->columns = kept;
  return TL_OK;
}
