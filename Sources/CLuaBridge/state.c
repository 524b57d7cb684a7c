// States: memory, deadlines, protected calls and what is told of an error.

#define _GNU_SOURCE
#include "bridge.h"

#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

char tl_row_metatable, tl_outcome_metatable, tl_tags, tl_marks, tl_tenken, tl_loaded, tl_current_row, tl_shown_metatable;

enum { ticks_per_call_limit = 8, kept_traceback = 16 * 1024, kept_message = 16 * 1024, frames_searched = 16 };

// --- Buffers ---

bool tl_buffer_add(tl_buffer *b, const void *bytes, size_t length) {
  if (length > b->capacity - b->length) {
    size_t wanted = b->capacity ? b->capacity * 2 : 256;
    while (wanted - b->length < length) wanted *= 2;
    char *grown = realloc(b->start, wanted);
    if (!grown) return false;
    b->start = grown;
    b->capacity = wanted;
  }
  if (length) memcpy(b->start + b->length, bytes, length);
  b->length += length;
  return true;
}

void tl_buffer_free(tl_buffer *b) {
  free(b->start);
  *b = (tl_buffer){0};
}

static void keep(tl_buffer *b, const char *bytes, size_t length, size_t most) {
  b->length = 0;
  tl_buffer_add(b, bytes, length < most ? length : most);
}

// --- Memory ---

static void *allocate(void *context, void *block, size_t old_size, size_t new_size) {
  tl_state *s = context;
  // Of a new block, old_size is the kind of object and not a size (manual, lua_Alloc).
  size_t freed = block ? old_size : 0;
  if (new_size == 0) {
    free(block);
    s->used -= freed;
    return NULL;
  }
  // Shrinking must never fail (manual, lua_Alloc), so only growth is refused.
  if (new_size > freed) {
    if (s->until_refusal > 0 && --s->until_refusal == 0) s->refusing = true;
    if (s->refusing || s->used - freed + new_size > s->limits.memory) return NULL;
  }
  void *moved = realloc(block, new_size);
  if (moved) s->used = s->used - freed + new_size;
  return moved;
}

static int panic(lua_State *L) {
  // Reached only if something raises outside lua_pcall, which is a fault of this bridge; going on would jump over Swift frames.
  (void)L;
  fputs("tenken: Lua raised an error outside a protected call\n", stderr);
  abort();
}

// --- The deadline ---
//
// A count hook would slow every instruction. Instead a timer of the thread's processor time ticks, and its signal handler,
// on the same thread, looks whether the same call is still under way. When it has been for too long, the handler sets a hook
// that raises, and raises again at every further instruction, so that no pcall survives it.

static _Thread_local tl_state *volatile running;

static void remember_line(tl_state *s, lua_State *L) {
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

static void raise_expired(lua_State *L, lua_Debug *frame) {
  (void)frame;
  tl_state *s = tl_of(L);
  if (s->fatal == TL_OK) {
    s->fatal = TL_ERROR_TIME;
    remember_line(s, L);
  }
  luaL_error(L, "time limit exceeded");
}

static void tick(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  tl_state *s = info->si_value.sival_ptr;
  if (s != running) return;
  s->total_ticks++;
  if (s->calls == s->seen_calls) {
    s->ticks_in_call++;
  } else {
    s->seen_calls = s->calls;
    s->ticks_in_call = 0;
  }
  double period = s->limits.call_seconds / ticks_per_call_limit;
  if (s->ticks_in_call >= ticks_per_call_limit || s->total_ticks * period >= s->limits.total_seconds) {
    // As lua.c does on SIGINT: setting a hook is what Lua allows in a signal handler.
    lua_sethook(s->L, raise_expired, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
  }
}

static int tick_signal(void) { return SIGRTMIN + 7; }

static void install_handler(void) {
  struct sigaction action = {.sa_sigaction = tick, .sa_flags = SA_SIGINFO | SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(tick_signal(), &action, NULL);
}

static bool start_ticking(tl_state *s) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install_handler);
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = tick_signal(), .sigev_value.sival_ptr = s};
  event._sigev_un._tid = (pid_t)syscall(SYS_gettid);
  // The threads of libdispatch, on which Swift's tasks run, block every signal, and a blocked tick stops nothing.
  sigset_t ticks;
  sigemptyset(&ticks);
  sigaddset(&ticks, tick_signal());
  if (pthread_sigmask(SIG_UNBLOCK, &ticks, NULL) != 0) return false;
  s->has_timer = timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &s->timer) == 0;
  if (!s->has_timer) return false;
  double period = s->limits.call_seconds / ticks_per_call_limit;
  struct timespec interval = {.tv_sec = (time_t)period, .tv_nsec = (long)((period - (double)(time_t)period) * 1e9)};
  if (interval.tv_sec == 0 && interval.tv_nsec < 1000000) interval.tv_nsec = 1000000;
  struct itimerspec setting = {.it_interval = interval, .it_value = interval};
  return timer_settime(s->timer, 0, &setting, NULL) == 0;
}

// --- Errors ---

void tl_set_error(tl_state *s, tl_status status, const char *message, size_t length) {
  s->error_status = status;
  keep(&s->error_message, message, length, kept_message);
}

static void note_place(tl_state *s, const char *file, int line) {
  snprintf(s->error_file, sizeof s->error_file, "%s", file);
  s->error_line = line;
}

// Takes off the place that the parser has put before its message, and notes it.
static bool take_parser_place(tl_state *s, const char **message, size_t *length) {
  size_t name = strlen(s->unparsed);
  if (name == 0 || *length < name + 1 || memcmp(*message, s->unparsed, name) != 0 || (*message)[name] != ':') return false;
  int line = 0;
  size_t i = name + 1;
  for (; i < *length && (*message)[i] >= '0' && (*message)[i] <= '9' && line < 100 * 1000 * 1000; i++) line = line * 10 + ((*message)[i] - '0');
  if (line == 0 || *length < i + 2 || memcmp(*message + i, ": ", 2) != 0) return false;
  note_place(s, s->unparsed, line);
  *message += i + 2;
  *length -= i + 2;
  return true;
}

// Takes off the place of a frame that luaL_where has put before a message. It is the better place of the two where a function
// blames its caller, as error(message, 2) does.
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

static int handle_error(lua_State *L) {
  tl_state *s = tl_of(L);
  if (s->fatal != TL_OK) return 1;
  // After a stack overflow there is no room for anything; nothing up to the traceback needs any.
  remember_line(s, L);
  size_t length;
  const char *message;
  char fixed[64];
  tl_status status = TL_ERROR_RUNTIME;
  if (lua_type(L, 1) == LUA_TSTRING) {
    message = lua_tolstring(L, 1, &length);
    if (take_parser_place(s, &message, &length)) status = TL_ERROR_SYNTAX;
    else take_frame_place(s, L, &message, &length);
  } else {
    length = (size_t)snprintf(fixed, sizeof fixed, "error object is %s%s", lua_isnil(L, 1) ? "" : "a ", luaL_typename(L, 1));
    message = fixed;
  }
  tl_set_error(s, status, message, length);
  // luaL_traceback overran its slots before 5.4.7, so make room first.
  if (status == TL_ERROR_SYNTAX || !lua_checkstack(L, 40)) return 1;
  luaL_traceback(L, L, NULL, 1);
  const char *trace = lua_tolstring(L, -1, &length);
  keep(&s->traceback, trace, length, kept_traceback);
  lua_settop(L, 1); // the error itself: the parser calls the handler too, and raises again what it gave back
  return 1;
}

void tl_load(lua_State *L, const char *file, const char *bytes, size_t length) {
  tl_state *s = tl_of(L);
  char chunk[sizeof s->unparsed + 1] = "@";
  strncat(chunk, file, sizeof chunk - 2);
  int status = luaL_loadbufferx(L, bytes, length, chunk, "t");
  if (status == LUA_OK) return;
  if (status == LUA_ERRSYNTAX) memcpy(s->unparsed, chunk + 1, sizeof s->unparsed);
  lua_error(L);
}

// An error that is told is one of the call at hand, whatever happens to the message handler.
static void forget_error(tl_state *s) {
  s->error_status = TL_ERROR_RUNTIME;
  s->error_message.length = s->traceback.length = 0;
  s->error_file[0] = s->unparsed[0] = 0;
  s->error_line = 0;
}

static tl_status finish(tl_state *s, int status) {
  if (status == LUA_OK) return TL_OK;
  static const char memory[] = "memory limit exceeded", time[] = "time limit exceeded", broken[] = "error in error handling";
  if (status == LUA_ERRMEM && s->fatal == TL_OK) {
    s->fatal = TL_ERROR_MEMORY;
    s->error_file[0] = 0;
    s->error_line = 0;
  }
  if (s->fatal == TL_ERROR_MEMORY) tl_set_error(s, TL_ERROR_MEMORY, memory, sizeof memory - 1);
  else if (s->fatal == TL_ERROR_TIME) tl_set_error(s, TL_ERROR_TIME, time, sizeof time - 1);
  else if (status == LUA_ERRERR) tl_set_error(s, TL_ERROR_RUNTIME, broken, sizeof broken - 1);
  if (s->fatal != TL_OK) s->traceback.length = 0;
  lua_settop(s->L, 0);
  return s->error_status;
}

tl_status tl_out_of_memory(tl_state *s) { return finish(s, LUA_ERRMEM); }

tl_status tl_protected_call(tl_state *s, int arguments, int results) {
  lua_State *L = s->L;
  if (s->fatal != TL_OK) return finish(s, LUA_ERRRUN);
  forget_error(s);
  int handler = lua_gettop(L) - arguments;
  lua_pushcfunction(L, handle_error);
  lua_insert(L, handler);
  s->calls++;
  tl_state *outer = running;
  running = s;
  int status = lua_pcall(L, arguments, results, handler);
  running = outer;
  lua_remove(L, handler);
  return finish(s, status);
}

tl_status tl_protected_c(tl_state *s, lua_CFunction function, void *argument) {
  if (s->fatal != TL_OK) return finish(s, LUA_ERRRUN);
  if (!lua_checkstack(s->L, 40)) return tl_out_of_memory(s);
  forget_error(s);
  lua_pushcfunction(s->L, handle_error);
  lua_pushcfunction(s->L, function);
  lua_pushlightuserdata(s->L, argument);
  int status = lua_pcall(s->L, 1, 0, -3);
  if (status == LUA_OK) lua_settop(s->L, 0);
  return finish(s, status);
}

// --- Life ---

tl_state *tl_open(const tl_limits *limits) {
  tl_state *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  s->limits = *limits;
  s->L = lua_newstate(allocate, s);
  if (!s->L) {
    free(s);
    return NULL;
  }
  *(tl_state **)lua_getextraspace(s->L) = s;
  lua_atpanic(s->L, panic);
  bool opened = tl_protected_c(s, tl_open_sandbox, NULL) == TL_OK;
  // Without a timer nothing would stop an endless loop, so such a state is not handed out.
  if (!opened || !start_ticking(s)) {
    tl_close(s);
    return NULL;
  }
  return s;
}

void tl_close(tl_state *s) {
  // A tick that is still pending only compares its pointer with `running`, so the state may go.
  if (s->has_timer) timer_delete(s->timer);
  lua_close(s->L);
  for (tl_module *m = s->modules; m;) {
    tl_module *next = m->next;
    free(m->name);
    free(m->bytes);
    free(m);
    m = next;
  }
  tl_buffer *buffers[] = {&s->error_message, &s->traceback, &s->log, &s->nodes, &s->text, &s->outcomes, &s->outcome_text};
  for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) tl_buffer_free(buffers[i]);
  free(s);
}

tl_error tl_last_error(const tl_state *s) {
  return (tl_error){
      .status = s->error_status,
      .file = s->error_file,
      .line = s->error_line,
      .message = s->error_message.start,
      .message_length = s->error_message.length,
      .traceback = s->traceback.start,
      .traceback_length = s->traceback.length,
  };
}

void tl_refuse_memory_after(tl_state *s, uint64_t granted) {
  s->until_refusal = granted + 1;
  s->refusing = false;
}

size_t tl_memory_used(const tl_state *s) { return s->used; }

tl_bytes tl_log(const tl_state *s, bool *was_cut) {
  *was_cut = s->log_cut;
  return (tl_bytes){s->log.start, s->log.length};
}

const char *tl_lua_release(void) { return LUA_RELEASE; }

bool tl_add_module(tl_state *s, const char *name, const char *bytes, size_t length) {
  tl_module *m = calloc(1, sizeof *m);
  if (!m) return false;
  m->name = strdup(name);
  m->bytes = malloc(length ? length : 1);
  if (!m->name || !m->bytes) {
    free(m->name);
    free(m->bytes);
    free(m);
    return false;
  }
  memcpy(m->bytes, bytes, length);
  m->length = length;
  m->next = s->modules;
  s->modules = m;
  return true;
}
