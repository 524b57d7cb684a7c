// What the files of the record path share.

#ifndef TENKEN_RECORDS_H
#define TENKEN_RECORDS_H

#include "bridge.h"

// A record as Lua holds it. One of `each` reads the host's cells while its call lasts; others own a copy, which follows
// the struct.
typedef struct {
  int source;
  uint32_t number;
  uint64_t generation; // 0: owns its cells
  uint32_t count;
} tl_row;

// Pushes a record; with a generation other than 0, one that reads the cursor. Raises.
tl_row *tl_push_row(lua_State *L, const tl_record *record, uint64_t generation);
// The cells of a record; raises if it has ended.
const tl_cell *tl_row_cells(lua_State *L, const tl_row *r, const char **text);
// Whether a value is userdata with the metatable kept under a key of the registry. Never raises.
bool tl_has_metatable(lua_State *L, int index, const void *key);
// Pushes a new metatable that plugins cannot reach, and keeps it under a key of the registry. Raises.
void tl_new_metatable(lua_State *L, const char *name, const void *key);

// Pushes a copy of the table on top, and of the tables in it down to a depth. Raises.
void tl_push_copy(lua_State *L, int depth);

// Stores the outcomes on top of the stack in the state. Uses only calls that never raise.
tl_status tl_collect_outcomes(tl_state *s);

#endif
