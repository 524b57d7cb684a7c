// Calling the tests of a plugin.

#include "records.h"

// --- One call ---

// Calls the function, with its first argument on top of it.
static tl_status call_test(tl_state *s, const tl_test *test, tl_result *result) {
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->parameters);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->context);
  s->ticks_per_call = tl_call_ticks(s, test->call_seconds);
  tl_status status = tl_protected_call(s, 3, 1);
  s->ticks_per_call = tl_call_ticks(s, 0);
  return status == TL_OK ? tl_collect_outcomes(s, result) : status;
}

tl_status tl_call_each(tl_state *s, const tl_test *test, const tl_record *record, bool again, tl_result *result) {
  tl_clear(s);
  if (!again) s->generation++;
  s->cursor = record;
  s->cursor_columns = tl_columns_of(s, record->source);
  lua_rawgeti(s->L, LUA_REGISTRYINDEX, test->function);
  lua_pushlightuserdata(s->L, (void *)s->generation);
  tl_status status = call_test(s, test, result);
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

// --- Many calls ---

typedef struct {
  tl_pass *pass;
  const tl_batch *batch;
  tl_record record;
  unsigned ticks_before; // of the call at hand
  bool is_calling, is_time;
} pass_run;

// Where the values of a test stand on the stack of run_tests: its function, parameters and context.
static int values_of(size_t test) { return 2 + 3 * (int)test; }

// Whether an outcome needs no telling; then it is counted.
static bool is_counted(tl_pass_test *test, int code) {
  if (code < 0 || code >= TL_CODES || (test->told >> code & 1)) return false;
  test->counts[code]++;
  return true;
}

// What is found out about tests, and the room to remember in, is not worth it for a source that ends before this record.
enum { long_source = 64 };

void tl_end_pass(tl_pass *pass) {
  for (size_t i = 0; i < pass->count; i++) {
    free(pass->tests[i].memory);
    tl_free_foresight(pass->tests[i].foresight);
    pass->tests[i].memory = NULL;
    pass->tests[i].foresight = NULL;
  }
}

// False if there is no memory for it.
static bool begin_remembering(lua_State *L, tl_pass_test *test) {
  test->memory = tl_new_memory();
  if (tl_of(L)->traced) return test->memory; // the lines that run are to be seen
  test->foresight = tl_new_foresight();
  if (!test->memory || !test->foresight) return false;
  if (tl_foresee(L, &test->test, test->foresight)) return true;
  tl_free_foresight(test->foresight);
  test->foresight = NULL;
  return true;
}

// Lets tests be known before they are called if none of them can change anything: one that can would change what another says.
static void begin_knowing(lua_State *L, tl_pass *pass) {
  int top = lua_gettop(L);
  pass->has_begun = true;
  int *functions = lua_newuserdatauv(L, pass->count * sizeof *functions + 1, 0);
  for (size_t i = 0; i < pass->count; i++) functions[i] = pass->tests[i].test.function;
  bool writes = tl_reaches_writes(L, functions, pass->count), remembers = !writes;
  for (size_t i = 0; remembers && i < pass->count; i++) remembers = begin_remembering(L, &pass->tests[i]);
  if (!remembers) tl_end_pass(pass);
  tl_of(L)->has_written = false; // up to here it is what every later call finds
  lua_settop(L, top);
}

// Whether what a test says of the record is known and is only counted.
static bool is_known(const tl_state *s, tl_pass_test *test, const tl_record *record) {
  if (test->foresight && is_counted(test, tl_foreseen(test->foresight, record, s->limits.string))) return true;
  return test->memory && is_counted(test, tl_remembered(test->memory, record));
}

static void remember(lua_State *L, tl_pass *pass, int code) {
  tl_pass_test *test = &pass->tests[pass->test];
  if (!test->memory) return;
  if (tl_of(L)->has_written) tl_end_pass(pass); // from here on, what was said may not hold
  else tl_remember(test->memory, tl_of(L)->read_columns, code);
}

// Runs until something is to be told, which is left on top of the stack, or to the end of the batch. One protected call
// for all of it: an error ends it, and the next one goes on behind the test that raised it.
static int run_tests(lua_State *L) {
  pass_run *run = lua_touserdata(L, 1);
  tl_state *s = tl_of(L);
  tl_pass *pass = run->pass;
  const tl_batch *batch = run->batch;
  luaL_checkstack(L, values_of(pass->count) + 8, NULL);
  for (size_t i = 0; i < pass->count; i++) {
    const tl_test *test = &pass->tests[i].test;
    lua_rawgeti(L, LUA_REGISTRYINDEX, test->function);
    lua_rawgeti(L, LUA_REGISTRYINDEX, test->parameters);
    lua_rawgeti(L, LUA_REGISTRYINDEX, test->context);
  }
  for (; pass->row < batch->count; pass->row++, pass->test = 0, pass->has_begun_row = false) {
    run->record.cells = batch->cells + pass->row * batch->columns;
    run->record.number = batch->first + (uint32_t)pass->row;
    if (!pass->has_begun && run->record.number > long_source) begin_knowing(L, pass);
    if (!pass->has_begun_row) s->generation++;
    pass->has_begun_row = true;
    for (; pass->test < pass->count; pass->test++) {
      tl_pass_test *test = &pass->tests[pass->test];
      if (test->is_over || is_known(s, test, &run->record)) continue;
      int values = values_of(pass->test);
      lua_pushvalue(L, values);
      lua_pushlightuserdata(L, (void *)s->generation);
      lua_pushvalue(L, values + 1);
      lua_pushvalue(L, values + 2);
      s->read_columns = 0;
      s->ticks_per_call = test->ticks;
      run->ticks_before = s->total_ticks;
      run->is_calling = true;
      if (pass->watch.begin) pass->watch.begin(pass->watch.context, (uint32_t)pass->test, batch->lines[pass->row]);
      s->calls++;
      lua_call(L, 3, 1);
      if (pass->watch.end) pass->watch.end(pass->watch.context);
      run->is_calling = false;
      int code = tl_outcome_code(L, -1);
      remember(L, pass, code);
      if (!is_counted(test, code)) return 1;
      run->is_time = s->total_ticks != run->ticks_before;
      if (run->is_time) return 0;
      lua_settop(L, -2);
    }
  }
  return 0;
}

tl_stop tl_run_pass(tl_state *s, tl_pass *pass, const tl_batch *batch, tl_status *status, tl_result *result) {
  pass_run run = {.pass = pass, .batch = batch, .ticks_before = s->total_ticks,
      .record = {.source = pass->source, .count = (uint32_t)batch->columns, .text = batch->text,
          .text_length = batch->text_length}};
  for (size_t i = 0; i < pass->count; i++) {
    pass->tests[i].ticks = tl_call_ticks(s, pass->tests[i].test.call_seconds);
  }
  for (size_t i = 0; pass->row == 0 && !pass->has_begun_row && i < pass->count; i++) {
    if (pass->tests[i].foresight) tl_begin_foreseeing(pass->tests[i].foresight);
  }
  tl_clear(s);
  s->cursor = &run.record;
  s->cursor_columns = tl_columns_of(s, pass->source);
  s->shares_texts = pass->count > 1;
  lua_pushcfunction(s->L, run_tests);
  lua_pushlightuserdata(s->L, &run);
  *status = tl_protected_call(s, 1, 1);
  s->cursor = NULL;
  s->shares_texts = false;
  s->ticks_per_call = tl_call_ticks(s, 0);
  if (run.is_calling && pass->watch.end) pass->watch.end(pass->watch.context);
  if (run.is_calling && s->has_written) tl_end_pass(pass); // before it raised
  if (pass->test < pass->count) {
    pass->tests[pass->test].seconds += (s->total_ticks - run.ticks_before) * tl_tick_seconds(s);
  }
  if (*status != TL_OK) return TL_STOP_ERROR;
  if (pass->row == batch->count) return TL_STOP_END;
  if (run.is_time) return TL_STOP_TIME;
  *status = tl_collect_outcomes(s, result);
  return *status == TL_OK ? TL_STOP_OUTCOME : TL_STOP_ERROR;
}

void tl_pass_on(tl_pass *pass) { pass->test++; }
