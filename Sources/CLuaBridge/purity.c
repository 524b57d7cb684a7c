// Whether tests can change anything that outlasts a call: what they write to, as their compiled code shows it.
//
// Code of a plugin can leave something behind only by assigning to an upvalue or to a field of a table, or through a
// library function that does so for it. The latter say so when they are called (tl_wrote). For the former, all code that
// a test can reach is looked at: its own, that of the functions inside it, and that of every function among its upvalues,
// in tables and metatables, and so on. Fields that a table constructor sets are not counted; everything else is.

#include "dump.h"
#include "opcodes.h"
#include "records.h"

#include <stdio.h>

enum { most_values = 20000, deepest_walk = 60, largest_code = 1 << 20 };

// Whether something jumps to a place within (from, to].
static bool is_jumped_into(const uint8_t *code, size_t count, size_t from, size_t to) {
  for (size_t pc = 0; pc < count; pc++) {
    uint32_t i = instruction(code, pc);
    int64_t target = -1;
    if (opcode(i) == JMP) target = (int64_t)pc + 1 + jump(i);
    else if (opcode(i) == FORLOOP || opcode(i) == TFORLOOP) target = (int64_t)pc + 1 - (int64_t)long_b(i);
    if (target > (int64_t)from && target <= (int64_t)to) return true;
  }
  return false;
}

// Whether the instruction sets a field of a table that was made right before: in between are only such instructions and
// those that load values, into other registers.
static bool is_in_constructor(const uint8_t *code, size_t count, size_t set) {
  int table = register_a(instruction(code, set));
  for (size_t pc = set; pc-- > 0;) {
    uint32_t i = instruction(code, pc);
    switch (opcode(i)) {
    case NEWTABLE:
      if (register_a(i) == table) return !is_jumped_into(code, count, pc, set);
      break;
    case SETTABLE: case SETI: case SETFIELD: case SETLIST: case EXTRAARG: break;
    case MOVE: case LOADI: case LOADF: case LOADK: case LOADKX: case LOADFALSE: case LOADTRUE: case GETUPVAL: case GETTABUP:
    case GETTABLE: case GETI: case GETFIELD: case CONCAT:
      if (register_a(i) == table) return false;
      break;
    default: return false;
    }
  }
  return false;
}

// Whose code it is. The host's own sets fields of tables that it has just made, and of caches, and assigns to upvalues in its
// iterators alone; what is inside a function of its own is seen where a plugin has kept it.
typedef enum { PLUGINS, HOSTS } author;

static bool code_writes(const uint8_t *code, size_t count, author author) {
  for (size_t pc = 0; pc < count; pc++) {
    switch (opcode(instruction(code, pc))) {
    case SETUPVAL: return true;
    case SETTABUP:
      if (author == PLUGINS) return true;
      break;
    case SETTABLE: case SETI: case SETFIELD:
      if (author == PLUGINS && !is_in_constructor(code, count, pc)) return true;
      break;
    default: break;
    }
  }
  return false;
}

// Whether a function or one inside it writes; `*code` is left at its instructions for who wants to see them.
static bool function_writes(dump *d, author author, int depth, const uint8_t **code, size_t *count) {
  if (depth > deepest_walk) return true;
  skip_string(d); // the source
  number(d), number(d);
  skip(d, 3); // parameters, varargs, stack
  *count = number(d);
  *code = *count < largest_code ? skip(d, 4 * *count) : NULL;
  if (!*code || code_writes(*code, *count, author)) return true;
  if (author == HOSTS) return false;
  if (!skip_constants(d)) return true;
  skip(d, 3 * number(d)); // upvalues
  for (size_t n = number(d); n > 0 && !d->is_broken; n--) {
    const uint8_t *inner;
    size_t length;
    if (function_writes(d, author, depth + 1, &inner, &length)) return true;
  }
  skip(d, number(d)); // lines
  for (size_t n = number(d); n > 0 && !d->is_broken; n--) number(d), number(d);
  skip_names(d);
  return d->is_broken;
}

// Whether the Lua function on top of the stack writes, or might for all that can be told.
static bool writes(lua_State *L, author author, const uint8_t **code, size_t *count, tl_buffer *bytes) {
  bytes->length = 0;
  if (lua_dump(L, add_bytes, bytes, 1) != 0 || bytes->length > largest_code) return true;
  dump d = {(const uint8_t *)bytes->start, (const uint8_t *)bytes->start + bytes->length, false};
  if (!skip_header(&d) || function_writes(&d, author, 0, code, count)) return true;
  return author == PLUGINS && d.at != d.end;
}

// --- Everything that a test can reach ---

typedef struct {
  tl_buffer bytes; // of dumps
  int seen;        // the index of a table of what was looked at
  size_t values;
} walk;

static bool reaches_writes(lua_State *L, walk *w, int depth);

// Takes the value on top off, and tells whether it reaches writes.
static bool take_reaching(lua_State *L, walk *w, int depth) {
  bool found = reaches_writes(L, w, depth);
  lua_settop(L, -2);
  return found;
}

static bool function_reaches_writes(lua_State *L, walk *w, int depth) {
  lua_CFunction c = lua_tocfunction(L, -1);
  if (c && (c == tl_telling || tl_is_own_function(c))) return false;
  if (!c) {
    lua_Debug info;
    lua_pushvalue(L, -1);
    lua_getinfo(L, ">S", &info);
    const uint8_t *code;
    size_t count;
    if (writes(L, strcmp(info.source, "=tenken") == 0 ? HOSTS : PLUGINS, &code, &count, &w->bytes)) return true;
  }
  for (int i = 1; lua_getupvalue(L, -1, i); i++) {
    // A userdata that is none of ours is the state of a library's function, such as an iterator's.
    bool is_state = lua_type(L, -1) == LUA_TUSERDATA && !tl_object(L, -1, TL_KIND_ROW) && !tl_object(L, -1, TL_KIND_OUTCOME);
    if (take_reaching(L, w, depth) || is_state) return true;
  }
  return false;
}

static bool reaches_writes(lua_State *L, walk *w, int depth) {
  int type = lua_type(L, -1);
  if (type != LUA_TTABLE && type != LUA_TFUNCTION) return type == LUA_TTHREAD;
  if (depth > deepest_walk || ++w->values > most_values || !lua_checkstack(L, 10)) return true;
  lua_pushvalue(L, -1);
  lua_pushvalue(L, -1);
  if (lua_rawget(L, w->seen) != LUA_TNIL) {
    lua_settop(L, -3);
    return false;
  }
  lua_settop(L, -2);
  lua_pushboolean(L, 1);
  lua_rawset(L, w->seen);
  if (type == LUA_TFUNCTION) return function_reaches_writes(L, w, depth + 1);
  if (lua_getmetatable(L, -1) && take_reaching(L, w, depth + 1)) return true;
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    if (take_reaching(L, w, depth + 1)) return true;
    if (reaches_writes(L, w, depth + 1)) return true;
  }
  return false;
}

// Whether the instructions of a function that a text returns are these, from the first on.
static bool has_instructions(lua_State *L, walk *w, const char *text, const int *expected, size_t least) {
  if (luaL_loadbufferx(L, text, strlen(text), "=tenken", "t") != LUA_OK) return false;
  lua_call(L, 0, 1);
  const uint8_t *code = NULL;
  size_t count = 0;
  // Told to write, as it does, its instructions are in order.
  bool has = writes(L, PLUGINS, &code, &count, &w->bytes) && code && count >= least;
  for (size_t i = 0; has && i < least; i++) has = opcode(instruction(code, i)) == expected[i];
  lua_settop(L, -2);
  return has;
}

// Two functions that do one of each between them.
static bool knows_opcodes(lua_State *L, walk *w) {
  static const char writing[] = "local u, t = 0, {} return function(k) u = k t[k] = k t[1] = k x = k "
                                "for i = 1, k do end for i in k do end while k do end return { a = k } end";
  static const int written[] = {SETUPVAL, GETUPVAL, SETTABLE, GETUPVAL, SETI, SETTABUP, LOADI, MOVE, LOADI, FORPREP, FORLOOP,
                                MOVE, LOADNIL, TFORPREP, TFORCALL, TFORLOOP, CLOSE, TEST, JMP, JMP, NEWTABLE, EXTRAARG,
                                SETFIELD};
  static const char calling[] = "local u return function(k) u = x k:c('s', true, false) if k.a == nil then return k(u) end "
                                "local d, e = k and u, not k if d then return d(), e end if e then return end return k end";
  static const int called[] = {GETTABUP, SETUPVAL, SELF, LOADK, LOADTRUE, LOADFALSE, CALL, GETFIELD, EQK, JMP, MOVE, GETUPVAL,
                               TAILCALL, RETURN, TESTSET, JMP, GETUPVAL, NOT, TEST, JMP, MOVE, CALL, MOVE, RETURN, TEST, JMP,
                               RETURN0, RETURN1};
  return has_instructions(L, w, writing, written, sizeof written / sizeof *written) &&
         has_instructions(L, w, calling, called, sizeof called / sizeof *called);
}

bool tl_reaches_writes(lua_State *L, const int *functions, size_t count) {
  walk w = {0};
  int top = lua_gettop(L);
  luaL_checkstack(L, 20, NULL);
  lua_newtable(L);
  w.seen = top + 1;
  bool found = !knows_opcodes(L, &w);
  // Whatever has no upvalue for them may still call methods of strings.
  lua_pushliteral(L, "");
  if (!found && lua_getmetatable(L, -1)) found = take_reaching(L, &w, 0);
  for (size_t i = 0; !found && i < count; i++) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, functions[i]);
    found = take_reaching(L, &w, 0);
  }
  lua_settop(L, top);
  tl_buffer_free(&w.bytes);
  return found;
}
