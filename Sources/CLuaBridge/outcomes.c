// Outcomes, from the prelude's call that makes one to the list that a test returns. They are immutable, so that one
// `pass` can serve every record.

#include "records.h"

#include <stdio.h>

typedef struct {
  tl_kind kind;
  int code, source;
  uint32_t record;
  int due; // as in tl_outcome
  uint32_t ja, en, subject; // lengths in bytes, 0 for none; the texts follow the struct in this order
} outcome;

// --- Making them ---

static outcome *push_outcome(lua_State *L, const outcome *fields, const char *ja, const char *en, const char *subject) {
  const size_t lengths[] = {fields->ja, fields->en, fields->subject};
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
  texts[0] = (const char *)(o + 1);
  texts[1] = texts[0] + o->ja;
  texts[2] = texts[1] + o->en;
}

static const char *message_text(lua_State *L, int index, uint32_t *length) {
  *length = 0;
  if (lua_isnoneornil(L, index)) return NULL;
  size_t bytes;
  const char *text = luaL_checklstring(L, index, &bytes);
  if (bytes > tl_of(L)->limits.message)
    luaL_error(L, "message limit exceeded (%d bytes)", (int)tl_of(L)->limits.message);
  *length = (uint32_t)bytes;
  return text;
}

// outcome(code, ja, en). For the prelude only.
static int make_outcome(lua_State *L) {
  outcome fields = {.kind = TL_KIND_OUTCOME, .code = (int)luaL_checkinteger(L, 1)};
  const char *ja = message_text(L, 2, &fields.ja), *en = message_text(L, 3, &fields.en);
  push_outcome(L, &fields, ja, en, NULL);
  return 1;
}

static const outcome *check_outcome(lua_State *L) {
  const outcome *o = tl_object(L, 1, TL_KIND_OUTCOME);
  if (!o)
    luaL_error(L, "an outcome is expected, got a %s; write outcome:at(record), with a colon", luaL_typename(L, 1));
  return o;
}

static int outcome_at(lua_State *L) {
  const outcome *o = check_outcome(L);
  tl_subject subject = tl_check_record(L, 2); // the place of a record that has ended nobody remembers
  const char *texts[3];
  outcome_texts(o, texts);
  outcome fields = *o;
  fields.source = subject.source;
  fields.record = subject.number;
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

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The day that "2026-11-21" means, or a datetime that begins so, as 20261121; 0 if it means none.
static int day_number(const char *text, size_t length) {
  static const char form[] = "dddd-dd-dd";
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (length < 10 || (length > 10 && text[10] != 'T')) return 0;
  int digits = 0;
  for (int i = 0; i < 10; i++) {
    if (form[i] == 'd' ? !is_digit(text[i]) : text[i] != form[i]) return 0;
    if (form[i] == 'd') digits = digits * 10 + (text[i] - '0');
  }
  int year = digits / 10000, month = digits / 100 % 100, day = digits % 100;
  if (year < 1 || month < 1 || month > 12 || day < 1) return 0;
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= days[month - 1] + (month == 2 && leap) ? digits : 0;
}

static int outcome_due(lua_State *L) {
  const outcome *o = check_outcome(L);
  size_t length = 0;
  const char *text = lua_type(L, 2) == LUA_TSTRING ? lua_tolstring(L, 2, &length) : NULL;
  outcome fields = *o;
  fields.due = text ? day_number(text, length) : 0;
  // A blank cell is no date either: what has none must not look as if it never ended.
  if (!fields.due)
    luaL_error(L, "due() expects a date such as \"2026-11-21\", got %s", text ? "another string" : luaL_typename(L, 2));
  const char *texts[3];
  outcome_texts(o, texts);
  push_outcome(L, &fields, texts[0], texts[1], texts[2]);
  return 1;
}

static int call_maker(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

// Most calls say no more than the outcome, which is one and the same then.
static int call_plain_maker(lua_State *L) {
  if (lua_type(L, 1) > LUA_TNIL) return call_maker(L);
  lua_pushvalue(L, lua_upvalueindex(2));
  return 1;
}

bool tl_is_plain_maker(lua_CFunction function) { return function == call_plain_maker; }

// maker(f, plain): a function that gives the plain outcome where it is called without a message, if there is one, and does
// what f does otherwise. As with framed functions, a tail call of it keeps its caller's line. For the prelude only.
static int maker(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_settop(L, 2);
  const outcome *plain = tl_object(L, 2, TL_KIND_OUTCOME);
  if (plain && plain->code >= 0 && plain->code < TL_CODES) tl_of(L)->plain[plain->code] = plain;
  lua_pushcclosure(L, plain ? call_plain_maker : call_maker, 2);
  return 1;
}

void tl_open_outcomes(lua_State *L) {
  lua_pushcfunction(L, make_outcome);
  lua_setfield(L, -2, "outcome");
  lua_pushcfunction(L, maker);
  lua_setfield(L, -2, "maker");
  tl_new_metatable(L, "outcome", &tl_outcome_metatable);
  lua_createtable(L, 0, 3);
  lua_pushcfunction(L, outcome_at);
  lua_setfield(L, -2, "at");
  lua_pushcfunction(L, outcome_about);
  lua_setfield(L, -2, "about");
  lua_pushcfunction(L, outcome_due);
  lua_setfield(L, -2, "due");
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
}

// --- Reading what a test returned ---

static tl_status refuse_result(tl_state *s, const char *text, const char *detail) {
  char message[200];
  int n = snprintf(message, sizeof message, text, detail);
  s->error_file[0] = 0;
  s->error_line = 0;
  s->traceback.length = 0;
  tl_clear(s);
  tl_set_error(s, TL_ERROR_RESULT, message, n > 0 ? (size_t)n : 0);
  return s->error_status;
}

static tl_outcome outcome_of(const outcome *o) {
  return (tl_outcome){.code = o->code, .source = o->source, .record = o->record, .due = o->due, .ja = o->ja,
                      .en = o->en, .subject = o->subject, .text = (const char *)(o + 1)};
}

int tl_outcome_code(lua_State *L, int index) {
  const tl_state *s = tl_of(L);
  const void *object = lua_topointer(L, index);
  // The commonest comes first; what does not exist is never met.
  for (int code = 1; object && code < TL_CODES; code++) {
    if (object == s->plain[code]) return code;
  }
  const outcome *o = tl_object(L, index, TL_KIND_OUTCOME);
  return o ? o->code : -1;
}

tl_status tl_collect_outcomes(tl_state *s, tl_result *result) {
  lua_State *L = s->L;
  const outcome *single = tl_object(L, -1, TL_KIND_OUTCOME);
  if (single) {
    *result = (tl_result){1, outcome_of(single)};
    return TL_OK;
  }
  if (lua_isnil(L, -1))
    return refuse_result(s, "the test returned nothing; it must return an outcome, such as tenken.pass()%s", "");
  if (lua_type(L, -1) != LUA_TTABLE)
    return refuse_result(s, "the test returned a %s; it must return an outcome, such as tenken.pass()",
        luaL_typename(L, -1));
  size_t count = 0;
  lua_pushnil(L);
  while (lua_next(L, -2)) { // never raises here: the key is one that it gave itself
    count++;
    lua_settop(L, -2);
  }
  if (count == 0) return refuse_result(s, "the test returned a table without outcomes%s", "");
  if (count > s->limits.outcomes) return refuse_result(s, "the test returned too many outcomes%s", "");
  size_t text = 0;
  for (size_t i = 1; i <= count; i++) {
    // With as many entries as outcomes, none can be lost behind a hole or under a name.
    if (lua_rawgeti(L, -1, (lua_Integer)i) == LUA_TNIL)
      return refuse_result(s, "the test returned a table that is no list of outcomes%s", "");
    const outcome *o = tl_object(L, -1, TL_KIND_OUTCOME);
    if (!o)
      return refuse_result(s, "the test returned a list that holds a %s among its outcomes", luaL_typename(L, -1));
    // One outcome may stand in the list many times, so that the texts that are read take far more than the Lua heap
    // does.
    text += (size_t)o->ja + o->en + o->subject;
    if (text > s->limits.memory) return refuse_result(s, "the test returned outcomes with too much text%s", "");
    lua_settop(L, -2);
  }
  s->outcome_count = count;
  *result = (tl_result){count, tl_outcome_at(s, 0)};
  return TL_OK;
}

tl_outcome tl_outcome_at(const tl_state *s, size_t index) {
  if (index >= s->outcome_count) return (tl_outcome){0};
  // The list holds the outcome, and no code runs that could take it out.
  lua_rawgeti(s->L, TL_BOTTOM + 1, (lua_Integer)index + 1);
  const outcome *o = lua_touserdata(s->L, -1);
  lua_settop(s->L, -2);
  return outcome_of(o);
}
