// What the files of the bridge share. Nothing here is for Swift.

#ifndef TENKEN_BRIDGE_H
#define TENKEN_BRIDGE_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "patterns.h"
#include "tenken_lua.h"

// A growing buffer outside the Lua heap. Growth fails with false, and leaves what is there, if there is no memory or
// the state is to refuse it.
typedef struct tl_buffer {
  char *start;
  size_t length, capacity;
} tl_buffer;

bool tl_buffer_add(tl_state *s, tl_buffer *b, const void *bytes, size_t length);
void tl_buffer_free(tl_buffer *b);
void tl_free_traced(tl_state *s);

// A file of the plugin's folder. Its name and its bytes stand behind it.
typedef struct tl_module {
  struct tl_module *next;
  const char *bytes;
  size_t length;
  char name[];
} tl_module;

enum { TL_SHARED_COLUMNS = 64 };

struct tl_state {
  lua_State *L;
  tl_limits limits;
  size_t used;
  uint64_t until_refusal; // for tests: growing allocations until none is granted any more; 0 for never
  bool refusing;

  // The deadline. Written by the signal handler of the thread that runs the state, read by that thread.
  volatile unsigned calls;      // calls begun so far
  unsigned seen_calls;          // as the handler saw it last
  unsigned ticks_in_call;
  unsigned ticks_per_call;      // how many a call may take
  unsigned total_ticks;
  timer_t timer;
  bool has_timer;

  tl_status fatal; // TL_OK, or the fatal status after which no plugin code may run
  bool heeds_interrupts;                // set while an input of a session runs
  volatile sig_atomic_t is_interrupted; // written by the signal handler

  tl_status error_status;
  char error_file[128];
  int error_line;
  tl_buffer error_message, traceback;
  char unparsed[128]; // the file that the parser refused last in this call; empty for none

  tl_buffer log;
  bool log_cut;
  struct tl_traced *traced; // the lines that have run, where that is asked for
  tl_module *modules;

  tl_buffer nodes, text; // the value that a plugin returned

  // The record that an `each` call reads: the one of this generation, a number that is never given twice.
  const tl_record *cursor;
  uintptr_t generation;
  const struct tl_columns *cursor_columns;
  uint64_t read_columns; // of the cursor, as bits; set where a column beyond the 64th was read, too
  bool has_written;      // a library function changed something that may outlast the call
  struct tl_columns *columns; // of every source
  // Texts of the record that several tests read, so that they share one string; by column, and of which generation.
  bool shares_texts;
  uintptr_t shared[TL_SHARED_COLUMNS];
  tl_patterns patterns;
  const void *plain[TL_CODES]; // the outcomes without a text, which the functions that make them hold
  size_t outcome_count; // of the list that the last call returned, which stays on the stack until the next; 0 for none
};

// What stays at the bottom of a state's stack.
enum { TL_HANDLER = 1, TL_BOTTOM = TL_HANDLER };

// The keys of our tables in the registry are the addresses of these.
extern char tl_row_metatable, tl_current_metatable, tl_outcome_metatable, tl_tags, tl_marks, tl_tenken, tl_loaded;
extern char tl_shown_metatable, tl_session;

// Which of the functions that look for a pattern it is that plugins call: both give nil where no match is.
typedef enum { TL_NO_SEARCH, TL_FIND, TL_MATCH } tl_search;
tl_search tl_search_of(lua_CFunction function);

// The functions of the host that plugins can reach and that change nothing.
bool tl_is_own_function(lua_CFunction function);

static inline tl_state *tl_of(lua_State *L) { return *(tl_state **)lua_getextraspace(L); }

// A function of the library that does not say so itself (see sandbox.c).
int tl_telling(lua_State *L);
// Says that a library function changes what may outlast the call.
static inline void tl_wrote(lua_State *L) { tl_of(L)->has_written = true; }

// Opens the allow-listed libraries; raises. For lua_pcall.
int tl_open_sandbox(lua_State *L);
// Add the functions that the prelude needs to the table on top, and what stands behind them to the registry; raise.
void tl_open_rows(lua_State *L);
void tl_open_outcomes(lua_State *L);
void tl_open_values(lua_State *L);

// The state whose call is under way on this thread, NULL for none. The ticks of the deadline look at it.
extern _Thread_local tl_state *volatile tl_running;
// Starts the timer of the state, on this thread. False if there is none to be had.
// What one call may take, in ticks; 0 seconds for the state's limit.
unsigned tl_call_ticks(const tl_state *s, double seconds);
double tl_tick_seconds(const tl_state *s);
bool tl_start_ticking(tl_state *s);

// Pushes a function of the host's; raises.
void tl_push_function(lua_State *L, tl_host_function function, void *context);

// The message handler, which notes an error where it happens.
int tl_handle_error(lua_State *L);
// Raises for a deadline or an interruption, at the next instruction and at every one after it. A hook.
void tl_raise_expired(lua_State *L, lua_Debug *frame);
// Takes off the stack what the last call left. So many slots are always free above it.
enum { TL_FREE_SLOTS = 40 };
static inline void tl_clear(tl_state *s) {
  s->outcome_count = 0;
  lua_settop(s->L, TL_BOTTOM);
}
// An error that is told is one of the call at hand, whatever happens to the message handler.
static inline void tl_forget_error(tl_state *s) {
  s->error_status = TL_ERROR_RUNTIME;
  s->error_message.length = s->traceback.length = 0;
  s->error_file[0] = s->unparsed[0] = 0;
  s->error_line = 0;
}
// Says what a call came to that did not end well.
tl_status tl_finish(tl_state *s, int status);
// Runs the function below its `arguments` on top of the stack under the deadline. Here, because every call of a test
// goes through.
static inline tl_status tl_protected_call(tl_state *s, int arguments, int results) {
  if (s->fatal != TL_OK) return tl_finish(s, LUA_ERRRUN);
  tl_forget_error(s);
  s->calls++;
  tl_state *outer = tl_running;
  tl_running = s;
  int status = lua_pcall(s->L, arguments, results, TL_HANDLER);
  tl_running = outer;
  return status == LUA_OK ? TL_OK : tl_finish(s, status);
}
// The same under the memory limit alone.
tl_status tl_protected(tl_state *s, int arguments, int results);
// Runs a C function with one light userdata and no result, in the same way.
tl_status tl_protected_c(tl_state *s, lua_CFunction function, void *argument);
// Loads a text under the name "@file" and leaves its function on the stack; raises.
void tl_load(lua_State *L, const char *file, const char *bytes, size_t length);
// Marks the state as out of memory, which is fatal.
tl_status tl_out_of_memory(tl_state *s);
// The same within a protected call: raises.
int tl_raise_out_of_memory(lua_State *L);
// Notes the plugin's line that runs now as the place of an error. Never raises.
void tl_remember_line(tl_state *s, lua_State *L);
// Notes what happened. Without memory for the message, it is that there is no memory.
void tl_set_error(tl_state *s, tl_status status, const char *message, size_t length);

// Writes a value flat into the state; raises if it is too large or too deep.
void tl_flatten(lua_State *L, int index);
// Pushes a value built from nodes; raises.
void tl_push_nodes(lua_State *L, const tl_node *nodes, size_t count, const char *text);

// Pushes NAME: as luaL_tolstring, but without addresses. Raises.
const char *tl_tolstring(lua_State *L, int index, size_t *length);

#endif
