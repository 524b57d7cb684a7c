// What the files of the record path share.

#ifndef TENKEN_RECORDS_H
#define TENKEN_RECORDS_H

#include "bridge.h"

// What the bridge's userdata begin with. Plugins meet no others than these, nor light userdata: the rest stay in
// upvalues and in the registry, out of reach of Lua code.
typedef enum { TL_KIND_ROW, TL_KIND_OUTCOME } tl_kind;

// The record or the outcome at an index; NULL if it is none of that kind. Never raises.
static inline void *tl_object(lua_State *L, int index, tl_kind kind) {
  tl_kind *object = lua_touserdata(L, index);
  return object && *object == kind ? object : NULL;
}

// A record as Lua holds it. One of `each` reads the host's cells while its call lasts; others own a copy, which follows
// the struct.
typedef struct {
  tl_kind kind;
  int source;
  uint32_t number;
  uint64_t generation; // 0: owns its cells
  uint32_t count;
} tl_row;

// Pushes a record; with a generation other than 0, one that reads the cursor. Raises.
tl_row *tl_push_row(lua_State *L, const tl_record *record, uint64_t generation);
// The cells of a record; raises if it has ended.
const tl_cell *tl_row_cells(lua_State *L, const tl_row *r, const char **text);
// Pushes a new metatable that plugins cannot reach, and keeps it under a key of the registry. Raises.
void tl_new_metatable(lua_State *L, const char *name, const void *key);

// Pushes a copy of the table on top, and of the tables in it down to a depth. Raises.
void tl_push_copy(lua_State *L, int depth);

// Puts the record at 2 under the entry's key into the index on top. Raises.
void tl_enter(lua_State *L, tl_entry *entry, const char *keys);

// Checks what a test has left on top of the stack, where it stays: an outcome, or a list of outcomes.
// Uses only calls that never raise.
tl_status tl_collect_outcomes(tl_state *s, tl_result *result);

#endif
