// Reading the form in which Lua 5.4 dumps a function (ldump.c). For the files that look at compiled code.

#ifndef TENKEN_DUMP_H
#define TENKEN_DUMP_H

#include "bridge.h"

typedef struct {
  const uint8_t *at, *end;
  bool is_broken;
} dump;

static inline const uint8_t *skip(dump *d, size_t bytes) {
  const uint8_t *here = d->at;
  if (bytes > (size_t)(d->end - d->at)) {
    d->is_broken = true;
    d->at = d->end;
    return NULL;
  }
  d->at += bytes;
  return here;
}

static inline uint8_t byte(dump *d) {
  const uint8_t *b = skip(d, 1);
  return b ? *b : 0;
}

// Seven bits a byte, the highest first; the last byte has its top bit set.
static inline size_t number(dump *d) {
  size_t value = 0;
  for (;;) {
    uint8_t b = byte(d);
    if (d->is_broken || value > SIZE_MAX >> 8) {
      d->is_broken = true;
      return 0;
    }
    value = value << 7 | (b & 0x7F);
    if (b & 0x80) return value;
  }
}

static inline void skip_string(dump *d) {
  size_t size = number(d);
  if (size > 0) skip(d, size - 1);
}

// Signature, version 5.4, format 0, check data, the sizes of an instruction and of both kinds of numbers, and one of each;
// then the number of upvalues. False for what another Lua has dumped.
static inline bool skip_header(dump *d) {
  static const uint8_t header[] = {0x1B, 'L', 'u', 'a', 0x54, 0, 0x19, 0x93, '\r', '\n', 0x1A, '\n', 4, 8, 8};
  const uint8_t *found = skip(d, sizeof header + 16 + 1);
  return found && memcmp(found, header, sizeof header) == 0;
}

enum { CONSTANT_NIL = 0, CONSTANT_FALSE = 1, CONSTANT_TRUE = 17, CONSTANT_INTEGER = 3, CONSTANT_FLOAT = 19,
       CONSTANT_SHORT_STRING = 4, CONSTANT_LONG_STRING = 20 };

// Skips a constant. False for one of a kind that there is not.
static inline bool skip_constant(dump *d) {
  switch (byte(d)) {
  case CONSTANT_NIL: case CONSTANT_FALSE: case CONSTANT_TRUE: return true;
  case CONSTANT_INTEGER: case CONSTANT_FLOAT: skip(d, 8); return true;
  case CONSTANT_SHORT_STRING: case CONSTANT_LONG_STRING: skip_string(d); return true;
  default: return false;
  }
}

// Skips the constants of a function.
static inline bool skip_constants(dump *d) {
  for (size_t n = number(d); n > 0 && !d->is_broken; n--) {
    if (!skip_constant(d)) return false;
  }
  return true;
}

// Skips the names of local variables and upvalues, which end a function.
static inline void skip_names(dump *d) {
  for (size_t n = number(d); n > 0 && !d->is_broken; n--) skip_string(d), number(d), number(d);
  for (size_t n = number(d); n > 0 && !d->is_broken; n--) skip_string(d);
}

// Takes the bytes of a dump into a tl_buffer. For lua_dump.
static inline int add_bytes(lua_State *L, const void *bytes, size_t length, void *buffer) {
  return tl_buffer_add(tl_of(L), buffer, bytes, length) ? 0 : 1;
}

#endif
