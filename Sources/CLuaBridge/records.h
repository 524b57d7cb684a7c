// What the files of the record path share.

#ifndef TENKEN_RECORDS_H
#define TENKEN_RECORDS_H

#include "bridge.h"

// What the bridge's full userdata begin with. Plugins meet no others than these; of light userdata they meet the records of
// 'each', and the rest stay in upvalues and in the registry, out of reach of Lua code.
typedef enum { TL_KIND_ROW, TL_KIND_OUTCOME } tl_kind;

// The record or the outcome at an index; NULL if it is none of that kind. Never raises.
static inline void *tl_object(lua_State *L, int index, tl_kind kind) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  tl_kind *object = lua_touserdata(L, index);
  return *object == kind ? object : NULL;
}

// A record that owns a copy of its cells, which follow the struct, and after them their text.
typedef struct {
  tl_kind kind;
  int source;
  uint32_t number;
  uint32_t count;
  size_t text_length;
} tl_row;

// The names of a source's columns.
typedef struct tl_columns {
  struct tl_columns *next;
  int source;
  size_t count;
  const void *names[]; // where Lua keeps them
} tl_columns;

const tl_columns *tl_columns_of(const tl_state *s, int source);
void tl_free_columns(tl_state *s);

// Pushes a record that owns its cells. Raises.
void tl_push_row(lua_State *L, const tl_record *record);

typedef struct {
  int source;
  uint32_t number;
} tl_subject;
// Which record stands at an index; raises if there is none, or if it has ended.
tl_subject tl_check_record(lua_State *L, int index);

// Pushes a new metatable that plugins cannot reach, and keeps it under a key of the registry. Raises.
void tl_new_metatable(lua_State *L, const char *name, const void *key);

// Pushes a copy of the table on top, and of the tables in it down to a depth. Raises.
void tl_push_copy(lua_State *L, int depth);

// Puts the record at 2 under the entry's key into the index on top. Raises.
void tl_enter(lua_State *L, tl_entry *entry, const char *keys);
// Whether anything that the functions of the registry can reach writes to what outlasts a call. Raises.
bool tl_reaches_writes(lua_State *L, const int *functions, size_t count);

// What a test will say of the records that lack some bytes; NULL if there is no memory for it.
typedef struct tl_foresight tl_foresight;
tl_foresight *tl_new_foresight(void);
void tl_free_foresight(tl_foresight *f);
// Finds it out, for a test that leaves nothing behind, over the source of the cursor. False if it cannot be told. Raises.
bool tl_foresee(lua_State *L, const tl_test *test, tl_foresight *f);
// To be called before the first record of a batch.
void tl_begin_foreseeing(tl_foresight *f);
// The code of the outcome of a record; -1 where the test must be asked. Of texts that are longer than `longest` nothing is told.
int tl_foreseen(tl_foresight *f, const tl_record *record, size_t longest);

// What one test said of records; NULL if there is no memory for it.
typedef struct tl_memory tl_memory;
tl_memory *tl_new_memory(void);
// The code of the outcome of records that show the same values; -1 if that is not known.
int tl_remembered(tl_memory *m, const tl_record *record);
// Keeps the code for the record that was asked about last, of which the test has read columns; -1 for what is not to be kept.
void tl_remember(tl_memory *m, uint64_t columns, int code);

// Checks what a test has left on top of the stack, where it stays: an outcome, or a list of outcomes.
// Uses only calls that never raise.
tl_status tl_collect_outcomes(tl_state *s, tl_result *result);
// Whether a function gives the outcome that is its second upvalue where it is called without arguments.
bool tl_is_plain_maker(lua_CFunction function);
// The code of the outcome at an index; -1 if there is none. Never raises.
int tl_outcome_code(lua_State *L, int index);

#endif
