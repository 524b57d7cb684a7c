// States: their memory, their life and what they hold besides the Lua heap.

#include "records.h"

#include <stdio.h>

char tl_row_metatable, tl_current_metatable, tl_outcome_metatable, tl_tags, tl_marks, tl_tenken, tl_loaded;
char tl_shown_metatable, tl_session;

// --- Buffers ---

// Counts one more growing allocation, and tells whether a test wants it refused.
static bool refuses(tl_state *s) {
  if (s->until_refusal > 0 && --s->until_refusal == 0) s->refusing = true;
  return s->refusing;
}

bool tl_buffer_add(tl_state *s, tl_buffer *b, const void *bytes, size_t length) {
  if (length > b->capacity - b->length) {
    size_t wanted = b->capacity ? b->capacity * 2 : 256;
    while (wanted - b->length < length) wanted *= 2;
    char *grown = refuses(s) ? NULL : realloc(b->start, wanted);
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
  if (new_size > freed && (refuses(s) || s->used - freed + new_size > s->limits.memory)) return NULL;
  void *moved = realloc(block, new_size);
  if (moved) s->used = s->used - freed + new_size;
  return moved;
}

static int panic(lua_State *L) {
  // Reached only if something raises outside lua_pcall, which is a fault of this bridge; going on would jump over Swift
  // frames.
  (void)L;
  fputs("tenken: Lua raised an error outside a protected call\n", stderr);
  abort();
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
  bool opened = lua_checkstack(s->L, TL_BOTTOM + TL_FREE_SLOTS);
  if (opened) {
    lua_pushcfunction(s->L, tl_handle_error);
    opened = tl_protected_c(s, tl_open_sandbox, NULL) == TL_OK;
  }
  // Without a timer nothing would stop an endless loop, so such a state is not handed out.
  if (!opened || !tl_start_ticking(s)) {
    tl_close(s);
    return NULL;
  }
  return s;
}

void tl_close(tl_state *s) {
  // A tick that is still pending only compares its pointer with `tl_running`, so the state may go.
  if (s->has_timer) timer_delete(s->timer);
  lua_close(s->L);
  for (tl_module *m = s->modules; m;) {
    tl_module *next = m->next;
    free(m);
    m = next;
  }
  tl_free_columns(s);
  tl_free_traced(s);
  tl_buffer *buffers[] = {&s->error_message, &s->traceback, &s->log, &s->nodes, &s->text};
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

unsigned tl_call_count(const tl_state *s) { return s->calls; }

size_t tl_memory_used(const tl_state *s) { return s->used; }

tl_bytes tl_log(const tl_state *s, bool *was_cut) {
  *was_cut = s->log_cut;
  return (tl_bytes){s->log.start, s->log.length};
}

const char *tl_lua_release(void) { return LUA_RELEASE; }

bool tl_add_module(tl_state *s, const char *name, const char *bytes, size_t length) {
  size_t name_size = strlen(name) + 1;
  tl_module *m = refuses(s) ? NULL : malloc(sizeof *m + name_size + length);
  if (!m) return false;
  *m = (tl_module){.next = s->modules, .bytes = m->name + name_size, .length = length};
  memcpy(m->name, name, name_size);
  if (length) memcpy(m->name + name_size, bytes, length);
  s->modules = m;
  return true;
}
