// Which lines of the plugin's files run, and which can: for tests of plugins, and only where somebody asks.

#include "dump.h"

enum { deepest_function = 200, most_lines = 1 << 24 };
// By its number in Lua 5.4 (lopcodes.h).
enum { TAILCALL = 69 };

// The lines of one file that have run: one byte each, by the line's number.
typedef struct tl_traced {
  struct tl_traced *next;
  tl_buffer ran;
  char file[];
} tl_traced;

// Marks a line. False if there is no memory for it.
static bool mark(tl_state *s, tl_buffer *lines, int line) {
  static const char none[256];
  if (line <= 0 || line >= most_lines) return true;
  while (lines->length <= (size_t)line) {
    if (!tl_buffer_add(s, lines, none, sizeof none)) return false;
  }
  lines->start[line] = 1;
  return true;
}

static tl_traced *traced_file(tl_state *s, const char *file) {
  for (tl_traced *t = s->traced; t; t = t->next) {
    if (strcmp(t->file, file) == 0) return t;
  }
  size_t size = strlen(file) + 1;
  tl_traced *t = malloc(sizeof *t + size);
  if (!t) return NULL;
  *t = (tl_traced){.next = s->traced};
  memcpy(t->file, file, size);
  s->traced = t;
  return t;
}

static void note_line(lua_State *L, lua_Debug *frame) {
  lua_getinfo(L, "S", frame);
  if (frame->source[0] != '@') return; // the host's own
  tl_state *s = tl_of(L);
  tl_traced *t = traced_file(s, frame->source + 1);
  if (!t || !mark(s, &t->ran, frame->currentline)) tl_raise_out_of_memory(L);
}

void tl_trace_lines(tl_state *s) { lua_sethook(s->L, note_line, LUA_MASKLINE, 0); }

bool tl_traced_lines(const tl_state *s, size_t position, tl_lines *lines) {
  const tl_traced *t = s->traced;
  while (t && position-- > 0) t = t->next;
  if (!t) return false;
  *lines = (tl_lines){t->file, (const uint8_t *)t->ran.start, t->ran.length};
  return true;
}

void tl_free_traced(tl_state *s) {
  for (tl_traced *t = s->traced; t;) {
    tl_traced *next = t->next;
    tl_buffer_free(&t->ran);
    free(t);
    t = next;
  }
  s->traced = NULL;
}

// Marks the lines of a function and of those inside it. Two returns are nobody's code: the last instruction, which Lua adds
// at the function's `end`, and that behind a tail call, which is not reached.
static bool mark_function(tl_state *s, dump *d, int depth, tl_buffer *lines) {
  if (depth > deepest_function) return false;
  skip_string(d); // the source
  int line = (int)number(d);
  number(d);
  byte(d); // parameters
  bool is_vararg = byte(d);
  byte(d); // stack
  size_t count = number(d);
  if (count > SIZE_MAX / 4) return false;
  const uint8_t *code = skip(d, 4 * count);
  if (!code || !skip_constants(d)) return false;
  skip(d, 3 * number(d)); // upvalues
  for (size_t n = number(d); n > 0 && !d->is_broken; n--) {
    if (!mark_function(s, d, depth + 1, lines)) return false;
  }
  // As ldebug.c reads them: each instruction's line is told by its distance to the one before, or among the absolute ones.
  const int8_t *steps = (const int8_t *)skip(d, number(d) == count ? count : SIZE_MAX);
  size_t absolutes = number(d);
  for (size_t pc = 0; steps && pc < count; pc++) {
    if (steps[pc] != -0x80) {
      line += steps[pc];
    } else {
      number(d); // the instruction
      line = (int)number(d);
      if (absolutes-- == 0) return false;
    }
    // The lowest bits of an instruction, whose lowest byte comes first, are its opcode.
    bool is_added = pc + 1 == count || (pc > 0 && (code[4 * (pc - 1)] & 0x7F) == TAILCALL);
    bool is_marked = !is_added && !(pc == 0 && is_vararg);
    if (is_marked && !mark(s, lines, line)) return false;
  }
  for (; absolutes > 0 && !d->is_broken; absolutes--) number(d), number(d);
  skip_names(d);
  return !d->is_broken;
}

typedef struct {
  const char *file, *bytes;
  size_t length;
} chunk;

static int list_lines(lua_State *L) {
  tl_state *s = tl_of(L);
  const chunk *c = lua_touserdata(L, 1);
  s->nodes.length = s->text.length = 0;
  tl_load(L, c->file, c->bytes, c->length);
  if (lua_dump(L, add_bytes, &s->text, 0) != 0) return tl_raise_out_of_memory(L);
  dump d = {(const uint8_t *)s->text.start, (const uint8_t *)s->text.start + s->text.length, false};
  if (!skip_header(&d) || !mark_function(s, &d, 0, &s->nodes)) return luaL_error(L, "the lines cannot be told");
  return 0;
}

tl_status tl_list_lines(tl_state *s, const char *file, const char *bytes, size_t length, tl_lines *lines) {
  chunk c = {file, bytes, length};
  tl_status status = tl_protected_c(s, list_lines, &c);
  *lines = (tl_lines){file, (const uint8_t *)s->nodes.start, s->nodes.length};
  return status;
}
