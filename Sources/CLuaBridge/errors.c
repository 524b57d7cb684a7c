// Protected calls, and what is told of an error.

#include "bridge.h"

#include <stdio.h>

enum { kept_traceback = 16 * 1024, kept_message = 16 * 1024, frames_searched = 16 };

static bool keep(tl_state *s, tl_buffer *b, const char *bytes, size_t length, size_t most) {
  b->length = 0;
  return tl_buffer_add(s, b, bytes, length < most ? length : most);
}

void tl_remember_line(tl_state *s, lua_State *L) {
  lua_Debug frame;
  s->error_file[0] = 0;
  s->error_line = 0;
  for (int level = 0; lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "Sl", &frame);
    if (frame.source[0] == '@' && frame.currentline > 0) {
      snprintf(s->error_file, sizeof s->error_file, "%s", frame.source + 1);
      s->error_line = frame.currentline;
      return;
    }
  }
}

void tl_set_error(tl_state *s, tl_status status, const char *message, size_t length) {
  s->error_status = status;
  if (keep(s, &s->error_message, message, length, kept_message) || s->fatal != TL_OK) return;
  s->fatal = s->error_status = TL_ERROR_MEMORY;
}

static void note_place(tl_state *s, const char *file, int line) {
  snprintf(s->error_file, sizeof s->error_file, "%s", file);
  s->error_line = line;
}

// Takes off the place that the parser has put before its message, and notes it.
static bool take_parser_place(tl_state *s, const char **message, size_t *length) {
  size_t name = strlen(s->unparsed);
  if (name == 0 || *length < name + 1 || memcmp(*message, s->unparsed, name) != 0) return false;
  if ((*message)[name] != ':') return false;
  int line = 0;
  size_t i = name + 1;
  for (; i < *length && (*message)[i] >= '0' && (*message)[i] <= '9' && line < 100 * 1000 * 1000; i++)
    line = line * 10 + ((*message)[i] - '0');
  if (line == 0 || *length < i + 2 || memcmp(*message + i, ": ", 2) != 0) return false;
  note_place(s, s->unparsed, line);
  *message += i + 2;
  *length -= i + 2;
  return true;
}

// Takes off the place of a frame that luaL_where has put before a message. It is the better place of the two where a
// function blames its caller, as error(message, 2) does.
static void take_frame_place(tl_state *s, lua_State *L, const char **message, size_t *length) {
  lua_Debug frame;
  char prefix[LUA_IDSIZE + 16];
  for (int level = 0; level < frames_searched && lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "Sl", &frame);
    if (frame.currentline <= 0) continue;
    int n = snprintf(prefix, sizeof prefix, "%s:%d: ", frame.short_src, frame.currentline);
    if (n <= 0 || (size_t)n > *length || memcmp(prefix, *message, (size_t)n) != 0) continue;
    if (frame.source[0] == '@') note_place(s, frame.source + 1, frame.currentline);
    *message += n;
    *length -= (size_t)n;
    return;
  }
}

int tl_handle_error(lua_State *L) {
  tl_state *s = tl_of(L);
  if (s->fatal != TL_OK) return 1;
  // After a stack overflow there is no room for anything; nothing up to the traceback needs any.
  tl_remember_line(s, L);
  size_t length;
  const char *message;
  char fixed[64];
  tl_status status = TL_ERROR_RUNTIME;
  if (lua_type(L, 1) == LUA_TSTRING) {
    message = lua_tolstring(L, 1, &length);
    if (take_parser_place(s, &message, &length)) status = TL_ERROR_SYNTAX;
    else take_frame_place(s, L, &message, &length);
  } else {
    length = (size_t)snprintf(fixed, sizeof fixed, "error object is %s%s", lua_isnil(L, 1) ? "" : "a ",
        luaL_typename(L, 1));
    message = fixed;
  }
  tl_set_error(s, status, message, length);
  // luaL_traceback overran its slots before 5.4.7, so make room first.
  if (status == TL_ERROR_SYNTAX || !lua_checkstack(L, 40)) return 1;
  luaL_traceback(L, L, NULL, 1);
  const char *trace = lua_tolstring(L, -1, &length);
  keep(s, &s->traceback, trace, length, kept_traceback);
  lua_settop(L, 1); // the error itself: the parser calls the handler too, and raises again what it gave back
  return 1;
}

void tl_load(lua_State *L, const char *file, const char *bytes, size_t length) {
  tl_state *s = tl_of(L);
  char chunk[sizeof s->unparsed + 1] = "@";
  strncat(chunk, file, sizeof chunk - 2);
  // As luaL_loadfilex does: some editors begin a file with a byte order mark.
  if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) bytes += 3, length -= 3;
  int status = luaL_loadbufferx(L, bytes, length, chunk, "t");
  if (status == LUA_OK) return;
  if (status == LUA_ERRSYNTAX) memcpy(s->unparsed, chunk + 1, sizeof s->unparsed);
  lua_error(L);
}

tl_status tl_finish(tl_state *s, int status) {
  static const char memory[] = "memory limit exceeded", time[] = "time limit exceeded";
  static const char broken[] = "error in error handling", interrupted[] = "interrupted";
  if (status == LUA_ERRMEM && s->fatal == TL_OK) {
    s->fatal = TL_ERROR_MEMORY;
    s->error_file[0] = 0;
    s->error_line = 0;
  }
  if (s->fatal == TL_ERROR_MEMORY) tl_set_error(s, TL_ERROR_MEMORY, memory, sizeof memory - 1);
  else if (s->fatal == TL_ERROR_INTERRUPTED) tl_set_error(s, s->fatal, interrupted, sizeof interrupted - 1);
  else if (s->fatal != TL_OK) tl_set_error(s, s->fatal, time, sizeof time - 1);
  else if (status == LUA_ERRERR) tl_set_error(s, TL_ERROR_RUNTIME, broken, sizeof broken - 1);
  if (s->fatal != TL_OK) s->traceback.length = 0;
  tl_clear(s);
  return s->error_status;
}

tl_status tl_out_of_memory(tl_state *s) { return tl_finish(s, LUA_ERRMEM); }

int tl_raise_out_of_memory(lua_State *L) {
  tl_state *s = tl_of(L);
  if (s->fatal == TL_OK) s->fatal = TL_ERROR_MEMORY;
  lua_pushnil(L);
  return lua_error(L);
}

tl_status tl_protected(tl_state *s, int arguments, int results) {
  if (s->fatal != TL_OK) return tl_finish(s, LUA_ERRRUN);
  tl_forget_error(s);
  int status = lua_pcall(s->L, arguments, results, TL_HANDLER);
  return status == LUA_OK ? TL_OK : tl_finish(s, status);
}

tl_status tl_protected_c(tl_state *s, lua_CFunction function, void *argument) {
  tl_clear(s);
  lua_pushcfunction(s->L, function);
  lua_pushlightuserdata(s->L, argument);
  return tl_protected(s, 1, 0);
}
