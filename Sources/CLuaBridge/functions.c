// Host functions and the prelude: the host's side of require "tenken".

#include "bridge.h"

enum { short_text = 128 };

// A call under way, and what it leaves. A short text stays in here; a longer one, and a list, are in the buffer until
// Lua has a copy. Only the state is set from the beginning: most calls leave nothing.
struct tl_call {
  lua_State *L;
  enum { SHORT, STRING, INTEGERS, VALUE, ERROR, LOST } kind; // LOST: there was no memory for it
  size_t length; // of a short text; of a value, its nodes, behind which its text stands
  tl_buffer text;
  char small[short_text];
};

tl_state *tl_calling_state(const tl_call *call) { return tl_of(call->L); }

int tl_argument_count(const tl_call *call) { return lua_gettop(call->L); }

bool tl_argument_string(const tl_call *call, int index, tl_bytes *value) {
  // Only of strings: lua_tolstring would convert a number in place, and may then raise.
  if (lua_type(call->L, index) != LUA_TSTRING) return false;
  value->start = lua_tolstring(call->L, index, &value->length);
  return true;
}

tl_answer tl_argument_integer(const tl_call *call, int index) {
  if (lua_isinteger(call->L, index)) {
    return (tl_answer){TL_ANSWER_INTEGER, lua_tointegerx(call->L, index, NULL)};
  }
  // Only of numbers: lua_tointegerx would read a string as one.
  int is_whole = 0;
  if (lua_type(call->L, index) != LUA_TNUMBER) return (tl_answer){TL_ANSWER_NIL, 0};
  lua_Integer value = lua_tointegerx(call->L, index, &is_whole);
  return (tl_answer){is_whole ? TL_ANSWER_INTEGER : TL_ANSWER_NIL, value};
}

static int flatten_argument(lua_State *L) {
  tl_flatten(L, 1);
  return 0;
}

bool tl_argument_value(tl_call *call, int index) {
  lua_State *L = call->L;
  lua_pushcfunction(L, flatten_argument);
  lua_pushvalue(L, index);
  int status = lua_pcall(L, 1, 0, 0);
  if (status == LUA_OK) return true;
  if (status == LUA_ERRMEM && tl_of(L)->fatal == TL_OK) tl_of(L)->fatal = TL_ERROR_MEMORY;
  lua_pop(L, 1);
  return false;
}

static tl_answer leave(tl_call *call, int kind, const void *bytes, size_t length) {
  call->kind = kind;
  call->text = (tl_buffer){0};
  if (!tl_buffer_add(tl_of(call->L), &call->text, bytes, length)) call->kind = LOST;
  return (tl_answer){TL_ANSWER_LEFT, 0};
}

tl_answer tl_return_string(tl_call *call, const char *bytes, size_t length) {
  if (length > short_text) return leave(call, STRING, bytes, length);
  call->kind = SHORT;
  call->length = length;
  if (length) memcpy(call->small, bytes, length);
  return (tl_answer){TL_ANSWER_LEFT, 0};
}

tl_answer tl_return_error(tl_call *call, const char *bytes, size_t length) { return leave(call, ERROR, bytes, length); }

tl_answer tl_return_integers(tl_call *call, const int64_t *values, size_t count) {
  return leave(call, INTEGERS, values, count * sizeof *values);
}

tl_answer tl_return_value(tl_call *call, const tl_node *nodes, size_t count, const char *text, size_t length) {
  tl_answer answer = leave(call, VALUE, nodes, count * sizeof *nodes);
  call->length = count;
  if (call->kind == VALUE && !tl_buffer_add(tl_of(call->L), &call->text, text, length)) {
    tl_buffer_free(&call->text);
    call->kind = LOST;
  }
  return answer;
}

typedef struct {
  tl_host_function function;
  void *context;
} registration;

static int push_result(lua_State *L) {
  const tl_call *call = lua_touserdata(L, 1);
  if (call->kind == VALUE) {
    const tl_node *nodes = (const tl_node *)(const void *)call->text.start;
    tl_push_nodes(L, nodes, call->length, call->text.start + call->length * sizeof *nodes);
    return 1;
  }
  if (call->kind != INTEGERS) {
    lua_pushlstring(L, call->text.start, call->text.length);
    return 1;
  }
  size_t count = call->text.length / sizeof(int64_t);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    int64_t value;
    memcpy(&value, call->text.start + i * sizeof value, sizeof value);
    lua_pushinteger(L, value);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

// Pushes, or raises, what a call has left. Pushing what is in the buffer is protected in order that the buffer be
// freed.
static int push_left(lua_State *L, tl_call *call) {
  if (call->kind == SHORT) {
    lua_pushlstring(L, call->small, call->length);
    return 1;
  }
  if (call->kind == LOST) return tl_raise_out_of_memory(L);
  lua_pushcfunction(L, push_result);
  lua_pushlightuserdata(L, call);
  int status = lua_pcall(L, 1, 1, 0);
  tl_buffer_free(&call->text);
  if (status != LUA_OK) {
    if (status == LUA_ERRMEM && tl_of(L)->fatal == TL_OK) tl_of(L)->fatal = TL_ERROR_MEMORY;
    return lua_error(L);
  }
  if (call->kind == ERROR) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
    return lua_error(L);
  }
  return 1;
}

static int call_host(lua_State *L) {
  const registration *r = lua_touserdata(L, lua_upvalueindex(1));
  tl_call call;
  call.L = L;
  tl_answer answer = r->function(&call, r->context);
  // The Swift frame is gone; from here on Lua may raise.
  switch (answer.kind) {
  case TL_ANSWER_INTEGER:
    lua_pushinteger(L, answer.integer);
    return 1;
  case TL_ANSWER_LEFT:
    return push_left(L, &call);
  default:
    lua_pushnil(L);
    return 1;
  }
}

bool tl_is_own_function(lua_CFunction function) { return function == call_host; }

void tl_push_function(lua_State *L, tl_host_function function, void *context) {
  registration *kept = lua_newuserdatauv(L, sizeof *kept, 0);
  *kept = (registration){function, context};
  lua_pushcclosure(L, call_host, 1);
}

typedef struct {
  const char *name;
  tl_host_function function;
  void *context;
} named_function;

static int add_function(lua_State *L) {
  const named_function *given = lua_touserdata(L, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_tenken);
  lua_pushstring(L, given->name);
  tl_push_function(L, given->function, given->context);
  lua_rawset(L, -3);
  return 0;
}

tl_status tl_add_function(tl_state *s, const char *name, tl_host_function function, void *context) {
  named_function given = {name, function, context};
  return tl_protected_c(s, add_function, &given);
}

typedef struct {
  const char *name; // NULL for the prelude itself
  tl_bytes text;
} own_lua;

static int run_own(lua_State *L) {
  const own_lua *own = lua_touserdata(L, 1);
  if (luaL_loadbufferx(L, own->text.start, own->text.length, "=tenken", "t") != LUA_OK) return lua_error(L);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_tenken);
  lua_call(L, 1, 1);
  if (!own->name) {
    lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_tenken);
    return 0;
  }
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_tenken);
  lua_pushstring(L, own->name);
  lua_pushvalue(L, -3);
  lua_rawset(L, -3);
  return 0;
}

tl_status tl_add_library(tl_state *s, const char *name, const char *bytes, size_t length) {
  own_lua own = {name, {bytes, length}};
  return tl_protected_c(s, run_own, &own);
}

tl_status tl_run_prelude(tl_state *s, const char *bytes, size_t length) {
  own_lua own = {NULL, {bytes, length}};
  return tl_protected_c(s, run_own, &own);
}
