// Sessions: inputs that follow one another in one state.

#include "bridge.h"

// compile(text, name, environment, is_trial): the text as a function whose globals are those of the environment. Text
// that is not Lua raises; on trial it gives nil and the message. For the host's own Lua only.
static int compile(lua_State *L) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  const char *name = luaL_checkstring(L, 2);
  luaL_checktype(L, 3, LUA_TTABLE);
  bool is_trial = lua_toboolean(L, 4);
  lua_settop(L, 3);
  if (is_trial) {
    int status = luaL_loadbufferx(L, text, length, lua_pushfstring(L, "@%s", name), "t");
    if (status == LUA_ERRSYNTAX) {
      lua_pushnil(L);
      lua_insert(L, -2);
      return 2;
    }
    if (status != LUA_OK) return lua_error(L);
  } else {
    tl_load(L, name, text, length);
  }
  lua_pushvalue(L, 3);
  // A chunk has one upvalue, its globals (manual, 3.3.2).
  lua_setupvalue(L, -2, 1);
  return 1;
}

static int open_session(lua_State *L) {
  const tl_bytes *source = lua_touserdata(L, 1);
  if (luaL_loadbufferx(L, source->start, source->length, "=tenken", "t") != LUA_OK) return lua_error(L);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_tenken);
  lua_pushcfunction(L, compile);
  lua_setfield(L, -2, "compile");
  lua_call(L, 1, 1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_session);
  return 0;
}

// Only sets what Lua lets a signal handler set (as lua.c does on SIGINT). Between two calls there is nothing to stop.
static void interrupt(int signal) {
  (void)signal;
  tl_state *s = tl_running;
  if (!s || !s->heeds_interrupts) return;
  s->is_interrupted = 1;
  lua_sethook(s->L, tl_raise_expired, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
}

tl_status tl_open_session(tl_state *s, const char *bytes, size_t length) {
  struct sigaction action = {.sa_handler = interrupt, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  tl_bytes source = {bytes, length};
  return tl_protected_c(s, open_session, &source);
}

typedef struct {
  const tl_node *nodes;
  size_t count;
  const char *text;
} handed_value;

static int hand_over(lua_State *L) {
  const handed_value *value = lua_touserdata(L, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_session);
  tl_push_nodes(L, value->nodes, value->count, value->text);
  lua_call(L, 1, 1);
  tl_flatten(L, -1);
  return 0;
}

// Takes back what a limit or an interruption has set. The errors by which they end a call are ordinary ones to Lua, so
// nothing in the state is half done.
static void set_right(tl_state *s) {
  bool was_full = s->fatal == TL_ERROR_MEMORY;
  lua_sethook(s->L, NULL, 0, 0);
  s->is_interrupted = 0;
  s->fatal = TL_OK;
  if (was_full) lua_gc(s->L, LUA_GCCOLLECT);
}

tl_status tl_hand_over(tl_state *s, const tl_node *nodes, size_t count, const char *text) {
  handed_value value = {nodes, count, text};
  tl_clear(s);
  lua_pushcfunction(s->L, hand_over);
  lua_pushlightuserdata(s->L, &value);
  s->heeds_interrupts = true;
  tl_status status = tl_protected_call(s, 1, 0);
  s->heeds_interrupts = false;
  if (status != TL_ERROR_TOTAL_TIME) set_right(s);
  return status;
}
