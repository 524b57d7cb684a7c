// The record path: rows that Lua reads without a table being built, tests that are called with them, outcomes that come back.

#include "bridge.h"

// A record as Lua holds it. One of `each` reads the host's cells while its call lasts; others own a copy, which follows the struct.
typedef struct {
  int source;
  uint32_t number;
  uint64_t generation; // 0: owns its cells
  uint32_t count;
} row;

typedef struct {
  int code, source;
  uint32_t record;
  int ja, en, subject; // lengths in bytes, -1 for none; the texts follow the struct in this order
} outcome;

// --- Rows ---

static const tl_cell *row_cells(lua_State *L, const row *r, const char **text) {
  if (r->generation == 0) {
    const tl_cell *cells = (const tl_cell *)(const void *)(r + 1);
    *text = (const char *)(cells + r->count);
    return cells;
  }
  tl_state *s = tl_of(L);
  if (!s->cursor || r->generation != s->generation) luaL_error(L, "this record is no longer valid: a record of 'each' ends with its call");
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
  if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "a column is read by its name, not by a %s", luaL_typename(L, 2));
  lua_getiuservalue(L, 1, 1);
  lua_rawgeti(L, -1, 0); // the names in the order of the declaration
  const char *declared = lua_tostring(L, -1);
  luaL_buffinit(L, &names);
  luaL_addstring(&names, declared ? declared : "");
  luaL_pushresult(&names);
  return luaL_error(L, "no column '%s' is declared; declared are: %s", lua_tostring(L, 2), lua_tostring(L, -1));
}

static int row_index(lua_State *L) {
  const row *r = lua_touserdata(L, 1); // only rows have this metatable, and it is hidden
  lua_getiuservalue(L, 1, 1);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, -2) != LUA_TNUMBER || lua_type(L, 2) != LUA_TSTRING) return unknown_column(L);
  lua_Integer slot = lua_tointegerx(L, -1, NULL);
  const char *text;
  const tl_cell *cells = row_cells(L, r, &text);
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

static row *push_row(lua_State *L, const tl_record *record, uint64_t generation) {
  size_t extra = generation ? 0 : record->count * sizeof(tl_cell) + record->text_length;
  row *r = lua_newuserdatauv(L, sizeof *r + extra, 1);
  *r = (row){.source = record->source, .number = record->number, .generation = generation, .count = record->count};
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

static bool has_metatable(lua_State *L, int index, const void *key) {
  index = lua_absindex(L, index);
  if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index)) return false;
  lua_rawgetp(L, LUA_REGISTRYINDEX, key);
  bool same = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return same;
}

// --- Outcomes: immutable, so that one `pass` can serve every record ---

static outcome *push_outcome(lua_State *L, const outcome *fields, const char *ja, const char *en, const char *subject) {
  size_t lengths[] = {fields->ja > 0 ? (size_t)fields->ja : 0, fields->en > 0 ? (size_t)fields->en : 0,
                      fields->subject > 0 ? (size_t)fields->subject : 0};
  outcome *o = lua_newuserdatauv(L, sizeof *o + lengths[0] + lengths[1] + lengths[2], 0);
  *o = *fields;
  char *text = (char *)(o + 1);
  const char *parts[] = {ja, en, subject};
  for (int i = 0; i < 3; i++) {
    if (lengths[i]) memcpy(text, parts[i], lengths[i]);
    text += lengths[i];
  }
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_outcome_metatable);
  lua_setmetatable(L, -2);
  return o;
}

static void outcome_texts(const outcome *o, const char *texts[3]) {
  const char *text = (const char *)(o + 1);
  texts[0] = text;
  texts[1] = texts[0] + (o->ja > 0 ? o->ja : 0);
  texts[2] = texts[1] + (o->en > 0 ? o->en : 0);
}

static const char *message_text(lua_State *L, int index, int *length) {
  size_t bytes;
  if (lua_isnoneornil(L, index)) {
    *length = -1;
    return NULL;
  }
  const char *text = luaL_checklstring(L, index, &bytes);
  if (bytes > tl_of(L)->limits.message) luaL_error(L, "message limit exceeded (%d bytes)", (int)tl_of(L)->limits.message);
  *length = (int)bytes;
  return text;
}

// outcome(code, ja, en). For the prelude only.
static int make_outcome(lua_State *L) {
  outcome fields = {.code = (int)luaL_checkinteger(L, 1), .subject = -1};
  const char *ja = message_text(L, 2, &fields.ja), *en = message_text(L, 3, &fields.en);
  push_outcome(L, &fields, ja, en, NULL);
  return 1;
}

static const outcome *check_outcome(lua_State *L) {
  if (!has_metatable(L, 1, &tl_outcome_metatable)) luaL_error(L, "an outcome is expected, got a %s; write outcome:at(record), with a colon", luaL_typename(L, 1));
  return lua_touserdata(L, 1);
}

static int outcome_at(lua_State *L) {
  const outcome *o = check_outcome(L);
  if (!has_metatable(L, 2, &tl_row_metatable)) return luaL_error(L, "at() expects a record, got a %s", luaL_typename(L, 2));
  const row *r = lua_touserdata(L, 2);
  const char *texts[3];
  row_cells(L, r, texts); // raises for a record that has ended, whose place nobody remembers
  outcome_texts(o, texts);
  outcome fields = *o;
  fields.source = r->source;
  fields.record = r->number;
  push_outcome(L, &fields, texts[0], texts[1], texts[2]);
  return 1;
}

static int outcome_about(lua_State *L) {
  const outcome *o = check_outcome(L);
  const char *texts[3];
  outcome_texts(o, texts);
  outcome fields = *o;
  luaL_checkany(L, 2);
  const char *subject = message_text(L, 2, &fields.subject);
  push_outcome(L, &fields, texts[0], texts[1], subject);
  return 1;
}

static void new_metatable(lua_State *L, const char *name, const void *key) {
  lua_createtable(L, 0, 4);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

void tl_open_records(lua_State *L) {
  lua_pushcfunction(L, make_outcome);
  lua_setfield(L, -2, "outcome");
  new_metatable(L, "record", &tl_row_metatable);
  lua_pushcfunction(L, row_index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, row_newindex);
  lua_setfield(L, -2, "__newindex");
  lua_pop(L, 1);
  new_metatable(L, "outcome", &tl_outcome_metatable);
  lua_createtable(L, 0, 2);
  lua_pushcfunction(L, outcome_at);
  lua_setfield(L, -2, "at");
  lua_pushcfunction(L, outcome_about);
  lua_setfield(L, -2, "about");
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

// --- Sources and lists ---

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
    if (cell->type == TL_CELL_TEXT) lua_pushlstring(L, request->record->text + cell->value.text.offset, cell->value.text.length);
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
  push_row(L, request->record, 0);
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

// Pushes a copy of the table on top, and of the tables in it down to a depth: what one test does to its list, such as sorting it,
// is not for the next test to see.
static void push_copy(lua_State *L, int depth) {
  luaL_checkstack(L, 8, NULL);
  int from = lua_gettop(L);
  lua_createtable(L, (int)lua_rawlen(L, from), 0);
  lua_pushnil(L);
  while (lua_next(L, from)) {
    if (depth > 1 && lua_type(L, -1) == LUA_TTABLE) {
      push_copy(L, depth - 1);
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
    push_copy(L, 2);
    lua_remove(L, -2);
  }
  lua_rawset(L, -3);
  return 0;
}

tl_status tl_set_field(tl_state *s, int table, const char *name, int value) {
  field_request request = {table, value, name};
  return tl_protected_c(s, set_field, &request);
}

// --- Calling tests ---

static int make_cursor_row(lua_State *L) {
  push_row(L, lua_touserdata(L, 1), tl_of(L)->generation);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_current_row);
  return 0;
}

static tl_status refuse_result(tl_state *s, const char *text, const char *detail) {
  char message[200];
  int n = snprintf(message, sizeof message, text, detail);
  s->error_file[0] = 0;
  s->error_line = 0;
  s->traceback.length = 0;
  lua_settop(s->L, 0);
  tl_set_error(s, TL_ERROR_RESULT, message, n > 0 ? (size_t)n : 0);
  return TL_ERROR_RESULT;
}

static bool store_outcome(tl_state *s, const outcome *o) {
  const char *texts[3];
  outcome_texts(o, texts);
  const int lengths[] = {o->ja, o->en, o->subject};
  size_t offsets[3];
  for (int i = 0; i < 3; i++) {
    offsets[i] = s->outcome_text.length;
    if (lengths[i] > 0 && !tl_buffer_add(&s->outcome_text, texts[i], (size_t)lengths[i])) return false;
  }
  tl_stored_outcome stored = {.code = o->code, .source = o->source, .record = o->record,
                              .ja = offsets[0], .ja_length = o->ja > 0 ? (size_t)o->ja : 0,
                              .en = offsets[1], .en_length = o->en > 0 ? (size_t)o->en : 0,
                              .subject = offsets[2], .subject_length = o->subject > 0 ? (size_t)o->subject : 0};
  return tl_buffer_add(&s->outcomes, &stored, sizeof stored);
}

// Reads what the test returned, on top of the stack. Uses only calls that never raise.
static tl_status collect(tl_state *s) {
  lua_State *L = s->L;
  s->outcomes.length = 0;
  s->outcome_text.length = 0;
  if (has_metatable(L, -1, &tl_outcome_metatable)) {
    if (!store_outcome(s, lua_touserdata(L, -1))) return tl_out_of_memory(s);
    lua_settop(L, 0);
    return TL_OK;
  }
  if (lua_isnil(L, -1)) return refuse_result(s, "the test returned nothing; it must return an outcome, such as tenken.pass()%s", "");
  if (lua_type(L, -1) != LUA_TTABLE) return refuse_result(s, "the test returned a %s; it must return an outcome, such as tenken.pass()", luaL_typename(L, -1));
  size_t count = 0;
  lua_pushnil(L);
  while (lua_next(L, -2)) { // never raises here: the key is one that it gave itself
    count++;
    lua_settop(L, -2);
  }
  if (count == 0) return refuse_result(s, "the test returned a table without outcomes%s", "");
  if (count > s->limits.outcomes) return refuse_result(s, "the test returned too many outcomes%s", "");
  for (size_t i = 1; i <= count; i++) {
    // With as many entries as outcomes, none can be lost behind a hole or under a name.
    if (lua_rawgeti(L, -1, (lua_Integer)i) == LUA_TNIL) return refuse_result(s, "the test returned a table that is no list of outcomes%s", "");
    if (!has_metatable(L, -1, &tl_outcome_metatable)) return refuse_result(s, "the test returned a list that holds a %s among its outcomes", luaL_typename(L, -1));
    if (!store_outcome(s, lua_touserdata(L, -1))) return tl_out_of_memory(s);
    // One outcome may stand in the list many times, so that the copies take far more than the Lua heap does.
    if (s->outcome_text.length > s->limits.memory) return refuse_result(s, "the test returned outcomes with too much text%s", "");
    lua_settop(L, -2);
  }
  lua_settop(L, 0);
  return TL_OK;
}

static tl_status call_test(tl_state *s, const tl_test *test) {
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->parameters);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->context);
  tl_status status = tl_protected_call(s, 3, 1);
  return status == TL_OK ? collect(s) : status;
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
  push_copy(L, 2);
  *list = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

tl_status tl_call_all(tl_state *s, const tl_test *test, int list) {
  tl_status copied = tl_protected_c(s, copy_list, &list);
  if (copied != TL_OK) return copied;
  if (!lua_checkstack(s->L, 40)) return tl_out_of_memory(s);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->function);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, list);
  luaL_unref(s->L, LUA_REGISTRYINDEX, list); // the call has it now; putting back a reference that was taken needs no memory
  return call_test(s, test);
}

size_t tl_outcome_count(const tl_state *s) { return s->outcomes.length / sizeof(tl_stored_outcome); }

tl_outcome tl_outcome_at(const tl_state *s, size_t index) {
  const tl_stored_outcome *o = (const tl_stored_outcome *)(const void *)s->outcomes.start + index;
  const char *text = s->outcome_text.start;
  return (tl_outcome){.code = o->code, .source = o->source, .record = o->record,
                      .ja = {text + o->ja, o->ja_length}, .en = {text + o->en, o->en_length},
                      .subject = {text + o->subject, o->subject_length}};
}
