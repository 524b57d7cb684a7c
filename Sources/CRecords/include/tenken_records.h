// The flat form of records: what readers of files write and Lua reads, so that a cell goes from the one to the other as
// the bytes it stands in, without an object of its own. No code, only the layout.

#ifndef TENKEN_FLAT_RECORDS_H
#define TENKEN_FLAT_RECORDS_H

#include <stdint.h>

typedef enum tr_cell_type {
  TR_NULL,
  TR_BOOLEAN,
  TR_INTEGER,
  TR_NUMBER,
  TR_TEXT,
  TR_LIST,
} tr_cell_type;

// Bytes of the text that a record comes with.
typedef struct tr_range {
  uint32_t offset;
  uint32_t length;
} tr_range;

// One value of a record. A list is a text whose items each end with a NUL byte.
typedef struct tr_cell {
  tr_cell_type type;
  union {
    int64_t integer; // a boolean is 0 or 1
    double number;
    tr_range text;
  } value;
} tr_cell;

#endif
