// What a test will say of every record that lacks some bytes.
//
// Tests of logs look for patterns, and say the same of each of the many lines that hold none. Such a test's code is followed once, as
// if no pattern of it were found, with the values that its variables, parameters and context have: where that leads to an outcome, a
// record of which it is known that it holds nothing of what every match would hold (patterns.c) need not be shown to Lua at all.
//
// Only what is known here is followed. Whatever else a test does, with the record or beside it, and it is called as ever. It is for
// tests that leave nothing behind (purity.c), so that the values stay what they are.

#include "dump.h"
#include "opcodes.h"
#include "records.h"

enum { most_absences = 8, most_steps = 1000, most_functions = 8, largest_code = 1 << 16 };

// What must not be there: bytes in the text of a column. Without bytes it is only said that the column has a text.
typedef struct {
  size_t column;
  tl_literal literal;
  size_t from, next; // in the texts of the batch at hand: from the one place on, they stand at the other first
} absence;

static const size_t nowhere = SIZE_MAX;

struct tl_foresight {
  int code; // of the outcome where nothing is there
  size_t count;
  absence absences[most_absences];
  tl_buffer dumps[most_functions]; // of the functions that are followed
};

tl_foresight *tl_new_foresight(void) { return calloc(1, sizeof(tl_foresight)); }

static void free_dumps(tl_foresight *f) {
  for (size_t i = 0; i < most_functions; i++) tl_buffer_free(&f->dumps[i]);
}

void tl_free_foresight(tl_foresight *f) {
  if (f) free_dumps(f);
  free(f);
}

// --- Following code ---

// What stands on the stack for the record, and for the text of a column of it. Plugins meet no light userdata that are addresses.
enum { most_columns = 64 };
static char the_record, the_texts[most_columns];

static bool is_record(lua_State *L, int index) {
  return lua_islightuserdata(L, index) && lua_touserdata(L, index) == &the_record;
}

// The column of the text at an index; -1 for any other value.
static int column_of(lua_State *L, int index) {
  if (!lua_islightuserdata(L, index)) return -1;
  const char *text = lua_touserdata(L, index);
  return text >= the_texts && text < the_texts + most_columns ? (int)(text - the_texts) : -1;
}

static bool is_known(lua_State *L, int index) { return !lua_islightuserdata(L, index); }

typedef struct {
  lua_State *L;
  tl_foresight *found;
  size_t functions;
  int steps;
} walk;

// A function that is being followed: where it stands on the stack, with its registers behind it, and its code.
typedef struct {
  int at, registers;
  size_t pc, length;
  const uint8_t *code;
  dump constants;
  int end; // behind the results of a call that gives all it has
} frame;

static bool assume_absent(walk *w, int column, const tl_literal *literal) {
  tl_foresight *f = w->found;
  if (f->count == most_absences) return false;
  f->absences[f->count++] = (absence){.column = (size_t)column, .literal = literal ? *literal : (tl_literal){0}};
  return true;
}

// Whether a value counts as true; false if that is not known.
static bool truth(walk *w, int index, bool *is_true) {
  int column = column_of(w->L, index);
  *is_true = lua_toboolean(w->L, index);
  return column < 0 || assume_absent(w, column, NULL);
}

static bool push_constant(lua_State *L, dump constants, int wanted) {
  dump *d = &constants;
  size_t count = number(d);
  if ((size_t)wanted >= count) return false;
  for (; wanted > 0; wanted--) {
    if (!skip_constant(d)) return false;
  }
  int kind = byte(d);
  if (kind == CONSTANT_NIL) {
    lua_pushnil(L);
    return true;
  }
  if (kind != CONSTANT_SHORT_STRING && kind != CONSTANT_LONG_STRING) return false;
  size_t size = number(d);
  const uint8_t *bytes = size > 0 ? skip(d, size - 1) : NULL;
  if (bytes) lua_pushlstring(L, (const char *)bytes, size - 1);
  return bytes;
}

// Replaces the key on top by the field of the value at an index, without a call of anything.
static bool get_field(walk *w, int index) {
  lua_State *L = w->L;
  if (is_record(L, index)) {
    const tl_columns *columns = tl_of(L)->cursor_columns;
    const void *key = lua_topointer(L, -1);
    for (size_t i = 0; i < columns->count && i < most_columns; i++) {
      if (columns->names[i] != key) continue;
      lua_pushlightuserdata(L, &the_texts[i]);
      lua_replace(L, -2);
      return true;
    }
    return false;
  }
  if (column_of(L, index) >= 0) { // a method
    lua_pushliteral(L, "");
    if (!lua_getmetatable(L, -1)) return false;
    lua_pushliteral(L, "__index");
    if (lua_rawget(L, -2) != LUA_TTABLE) return false;
    lua_pushvalue(L, -4);
    return lua_rawget(L, -2) != LUA_TNIL;
  }
  if (!lua_istable(L, index)) return false;
  bool has_metatable = lua_getmetatable(L, index);
  if (has_metatable) lua_settop(L, -2);
  return lua_rawget(L, index) != LUA_TNIL || !has_metatable;
}

// find(text, pattern, from, plain) and match(text, pattern, from), which give nil.
static bool search(walk *w, tl_search kind, int at, int arguments) {
  lua_State *L = w->L;
  int column = column_of(L, at + 1);
  if (arguments < 2 || column < 0 || lua_type(L, at + 2) != LUA_TSTRING) return false;
  if (arguments > 2 && !lua_isnil(L, at + 3) && !lua_isinteger(L, at + 3)) return false;
  if (arguments > 3 && !is_known(L, at + 4)) return false;
  size_t length;
  const char *pattern = lua_tolstring(L, at + 2, &length);
  tl_literal plain;
  const tl_literal *literal = &plain;
  if (kind == TL_FIND && arguments > 3 && lua_toboolean(L, at + 4)) {
    if (length == 0 || length > sizeof plain.bytes) return false;
    plain = (tl_literal){.length = length};
    memcpy(plain.bytes, pattern, length);
  } else {
    literal = tl_literal_of(&tl_of(L)->patterns, pattern, length);
  }
  if (!literal || !assume_absent(w, column, literal)) return false;
  lua_settop(L, at - 1);
  lua_pushnil(L);
  return true;
}

static bool follow(walk *w, int at);

// Calls what stands at an index with the arguments behind it, which are the top of the stack, and puts the results in their place.
static bool call(walk *w, int at) {
  lua_State *L = w->L;
  int arguments = lua_gettop(L) - at;
  lua_CFunction c = lua_tocfunction(L, at);
  if (!c) return lua_isfunction(L, at) && follow(w, at);
  tl_search kind = tl_search_of(c);
  if (kind != TL_NO_SEARCH) return search(w, kind, at, arguments);
  if (!tl_is_plain_maker(c) || arguments > 0) return false;
  lua_getupvalue(L, at, 2);
  lua_replace(L, at);
  return true;
}

// Calls what stands in a register; false where that is not known.
static bool call_register(walk *w, frame *f, uint32_t i) {
  lua_State *L = w->L;
  int callee = f->at + 1 + register_a(i), arguments = register_b(i) - 1, wanted = register_c(i) - 1, top = lua_gettop(L);
  if (arguments < 0) return false;
  for (int n = 0; n <= arguments; n++) lua_pushvalue(L, callee + n);
  if (!call(w, top + 1)) return false;
  if (wanted >= 0) lua_settop(L, top + wanted);
  f->end = callee + lua_gettop(L) - top;
  if (f->end > top + 1) return false;
  for (int n = callee; n < f->end; n++) lua_copy(L, top + 1 + n - callee, n);
  lua_settop(L, top);
  return true;
}

typedef enum { UNKNOWN, GOES_ON, HAS_RETURNED } step;

static step return_values(walk *w, const frame *f, int from, int count) {
  for (int n = 0; n < count; n++) lua_copy(w->L, from + n, f->at + n);
  lua_settop(w->L, f->at + count - 1);
  return HAS_RETURNED;
}

static step skip_if(frame *f, bool is_skipped) {
  f->pc += is_skipped;
  return GOES_ON;
}

// Takes the instructions that put a value on top of the stack, for the register that they name.
static bool push_value(walk *w, const frame *f, uint32_t i) {
  lua_State *L = w->L;
  int a = f->at + 1 + register_a(i), b = f->at + 1 + register_b(i);
  bool is_true;
  switch (opcode(i)) {
  case MOVE: lua_pushvalue(L, b); return true;
  case LOADI: lua_pushinteger(L, (lua_Integer)long_b(i) - 65535); return true;
  case LOADK: return push_constant(L, f->constants, (int)long_b(i));
  case LOADFALSE: case LOADTRUE: lua_pushboolean(L, opcode(i) == LOADTRUE); return true;
  case GETUPVAL: return lua_getupvalue(L, f->at, register_b(i) + 1);
  case GETTABUP:
    if (!lua_getupvalue(L, f->at, register_b(i) + 1)) return false;
    b = lua_gettop(L);
    return push_constant(L, f->constants, register_c(i)) && get_field(w, b);
  case GETFIELD: return push_constant(L, f->constants, register_c(i)) && get_field(w, b);
  case SELF:
    if (!flag_k(i) || !push_constant(L, f->constants, register_c(i)) || !get_field(w, b)) return false;
    lua_copy(L, b, a + 1);
    return true;
  case NOT:
    if (!truth(w, b, &is_true)) return false;
    lua_pushboolean(L, !is_true);
    return true;
  default: return false;
  }
}

static step take(walk *w, frame *f) {
  lua_State *L = w->L;
  uint32_t i = instruction(f->code, f->pc++);
  int a = f->at + 1 + register_a(i), b = f->at + 1 + register_b(i), top = f->at + f->registers;
  bool is_true;
  switch (opcode(i)) {
  case LOADNIL:
    for (int n = 0; n <= register_b(i); n++) {
      lua_pushnil(L);
      lua_replace(L, a + n);
    }
    return GOES_ON;
  case EQK:
    // A text is not nil; how it compares with another is not known.
    if (!push_constant(L, f->constants, register_b(i))) return UNKNOWN;
    if (!is_known(L, a) && !(lua_isnil(L, -1) && truth(w, a, &is_true))) return UNKNOWN;
    is_true = lua_rawequal(L, a, -1);
    lua_settop(L, top);
    return skip_if(f, is_true != flag_k(i));
  case TEST: return truth(w, a, &is_true) ? skip_if(f, is_true != flag_k(i)) : UNKNOWN;
  case TESTSET:
    if (!truth(w, b, &is_true)) return UNKNOWN;
    if (is_true == flag_k(i)) lua_copy(L, b, a);
    return skip_if(f, is_true != flag_k(i));
  case JMP: f->pc += (size_t)jump(i); return GOES_ON;
  case LFALSESKIP: // of a comparison whose result is a value
    lua_pushboolean(L, false);
    lua_replace(L, a);
    return skip_if(f, true);
  case CALL: return call_register(w, f, i) ? GOES_ON : UNKNOWN;
  case TAILCALL: // its results are all that is returned
    if (!call_register(w, f, i & ~((uint32_t)0xFF << 24))) return UNKNOWN;
    return return_values(w, f, a, f->end - a);
  case RETURN: return return_values(w, f, a, register_b(i) > 0 ? register_b(i) - 1 : f->end - a);
  case RETURN0: return return_values(w, f, a, 0);
  case RETURN1: return return_values(w, f, a, 1);
  default: break;
  }
  if (!push_value(w, f, i)) return UNKNOWN;
  lua_copy(L, -1, a);
  lua_settop(L, top);
  return GOES_ON;
}

// Follows the Lua function at an index with the arguments behind it to its end, and puts the results in their place.
static bool follow(walk *w, int at) {
  lua_State *L = w->L;
  if (w->functions == most_functions) return false;
  tl_buffer *bytes = &w->found->dumps[w->functions++];
  lua_pushvalue(L, at);
  if (lua_dump(L, add_bytes, bytes, 1) != 0) return false;
  lua_settop(L, -2);
  dump d = {(const uint8_t *)bytes->start, (const uint8_t *)bytes->start + bytes->length, false};
  if (!skip_header(&d)) return false;
  skip_string(&d); // the source
  number(&d), number(&d);
  int parameters = byte(&d);
  bool takes_more = byte(&d);
  frame f = {.at = at, .registers = byte(&d), .length = number(&d)};
  f.code = f.length < largest_code ? skip(&d, 4 * f.length) : NULL;
  f.constants = d;
  // As many again for the callee, and what is pushed in between.
  if (!f.code || takes_more || !lua_checkstack(L, 2 * f.registers + 20)) return false;
  lua_settop(L, at + parameters);
  lua_settop(L, at + f.registers);
  for (; f.pc < f.length && w->steps < most_steps; w->steps++) {
    step step = take(w, &f);
    if (step != GOES_ON) return step == HAS_RETURNED;
  }
  return false;
}

bool tl_foresee(lua_State *L, const tl_test *test, tl_foresight *f) {
  int top = lua_gettop(L);
  walk w = {.L = L, .found = f};
  luaL_checkstack(L, 30, NULL);
  lua_rawgeti(L, LUA_REGISTRYINDEX, test->function);
  lua_pushlightuserdata(L, &the_record);
  lua_rawgeti(L, LUA_REGISTRYINDEX, test->parameters);
  lua_rawgeti(L, LUA_REGISTRYINDEX, test->context);
  bool is_foreseen = call(&w, top + 1) && lua_gettop(L) > top;
  f->code = is_foreseen ? tl_outcome_code(L, top + 1) : -1;
  lua_settop(L, top);
  free_dumps(f);
  tl_begin_foreseeing(f);
  return f->code >= 0;
}

// --- Looking at records ---

void tl_begin_foreseeing(tl_foresight *f) {
  for (size_t i = 0; i < f->count; i++) f->absences[i].from = nowhere;
}

// Whether a text of the batch holds the bytes. The texts lie one behind another, so that they are searched as one.
static bool holds(absence *a, tr_range text, const tl_record *record) {
  if (a->literal.length == 0) return false;
  if (text.offset < a->from || a->next < text.offset) {
    const char *found = tl_find_literal(&a->literal, record->text + text.offset, record->text_length - text.offset);
    a->from = text.offset;
    a->next = found ? (size_t)(found - record->text) : nowhere;
  }
  return a->next != nowhere && a->next + a->literal.length <= (size_t)text.offset + text.length;
}

int tl_foreseen(tl_foresight *f, const tl_record *record, size_t longest) {
  for (size_t i = 0; i < f->count; i++) {
    absence *a = &f->absences[i];
    if (a->column >= record->count || record->cells[a->column].type != TR_TEXT) return -1;
    tr_range text = record->cells[a->column].value.text;
    if (text.length > longest || (uint64_t)text.offset + text.length > record->text_length) return -1;
    if (holds(a, text, record)) return -1;
  }
  return f->code;
}
