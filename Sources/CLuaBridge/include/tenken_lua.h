// The whole of Lua that Swift sees: opaque states, flat values, and calls that cannot raise.
//
// Lua reports errors by longjmp, which must not cross a Swift frame. Every function here therefore either uses only API
// calls that never raise (Lua 5.4 manual, 4.6: those marked "-"), or runs what may raise inside lua_pcall, in C. Host
// functions written in Swift never touch the Lua stack: they read copies of their arguments and leave a result behind,
// which C pushes after the Swift frame is gone. So the allocator may refuse memory at any time.
//
// A state belongs to the thread that opened it until it is closed there: its deadline is a timer of that thread.

#ifndef TENKEN_LUA_H
#define TENKEN_LUA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tenken_records.h"

typedef struct tl_state tl_state;

typedef struct tl_limits {
  size_t memory;        // bytes that the Lua heap may hold
  size_t string;        // bytes that string.rep, or the separators of table.concat, may build, and a pattern may search
  size_t message;       // bytes of one message of an outcome
  size_t outcomes;      // outcomes that one call may return
  size_t log;           // bytes of print that are kept
  double call_seconds;  // processor time of one call into the plugin
  double total_seconds; // processor time of the state's whole life
} tl_limits;

typedef enum tl_status {
  TL_OK,
  TL_ERROR_SYNTAX,
  TL_ERROR_RUNTIME,
  TL_ERROR_RESULT, // the call returned something that is no outcome
  TL_ERROR_MEMORY, // fatal: the state must be thrown away
  TL_ERROR_TIME,   // fatal likewise: one call took too long
  TL_ERROR_TOTAL_TIME, // fatal likewise: all calls together did
  TL_ERROR_INTERRUPTED, // whoever waits for the call wants no more of it; fatal until the state is set right
} tl_status;

// Why the last call did not succeed. The pointers live until the next call.
typedef struct tl_error {
  tl_status status;
  const char *file; // the plugin's file, relative to its folder; empty if unknown
  int line;         // 0 if unknown
  const char *message;
  size_t message_length;
  const char *traceback;
  size_t traceback_length;
} tl_error;

typedef struct tl_bytes {
  const char *start;
  size_t length;
} tl_bytes;

// Opens a state with the allow-listed libraries. NULL if there is no memory for it.
tl_state *tl_open(const tl_limits *limits);
void tl_close(tl_state *s);
tl_error tl_last_error(const tl_state *s);
size_t tl_memory_used(const tl_state *s);
// The processor time in seconds that calls have taken so far, to the tick (an eighth of what one call may take).
double tl_seconds_used(const tl_state *s);
// For tests alone: how many calls there were.
unsigned tl_call_count(const tl_state *s);
// For tests alone: grants so many more growing allocations and then no other, as if the memory limit were met there.
void tl_refuse_memory_after(tl_state *s, uint64_t granted);
tl_bytes tl_log(const tl_state *s, bool *was_cut);
const char *tl_lua_release(void);

// Makes a module of the plugin's folder known to require. The bytes are copied. False if there is no memory.
bool tl_add_module(tl_state *s, const char *name, const char *bytes, size_t length);

// --- Host functions -------------------------------------------------------------------------------------------------

typedef struct tl_call tl_call;

// What a host function gives back: nil, an integer, or what it has left with one of the functions below.
typedef enum tl_answer_kind { TL_ANSWER_NIL, TL_ANSWER_INTEGER, TL_ANSWER_LEFT } tl_answer_kind;
typedef struct tl_answer {
  tl_answer_kind kind;
  int64_t integer;
} tl_answer;

typedef tl_answer (*tl_host_function)(tl_call *call, void *context);

// The state that calls.
tl_state *tl_calling_state(const tl_call *call);
int tl_argument_count(const tl_call *call);
bool tl_argument_string(const tl_call *call, int index, tl_bytes *value);
// An integer, or a float that is exactly one; kind is TL_ANSWER_NIL for anything else.
tl_answer tl_argument_integer(const tl_call *call, int index);
typedef struct tl_node tl_node;
// Any value, flat, in the state (see tl_value_nodes) until the next call. False if it is too large or too deep.
bool tl_argument_value(tl_call *call, int index);
tl_answer tl_return_string(tl_call *call, const char *bytes, size_t length);
// A value built from nodes, with the text that they name.
tl_answer tl_return_value(tl_call *call, const tl_node *nodes, size_t count, const char *text, size_t length);
// A list.
tl_answer tl_return_integers(tl_call *call, const int64_t *values, size_t count);
// Raises an error at the plugin's line, after the host function has returned.
tl_answer tl_return_error(tl_call *call, const char *bytes, size_t length);

// Puts a function into the table that the prelude is called with.
tl_status tl_add_function(tl_state *s, const char *name, tl_host_function function, void *context);

// Runs a part of the host's own Lua with that table, and puts what it returns into the table under a name.
tl_status tl_add_library(tl_state *s, const char *name, const char *bytes, size_t length);

// Runs the host's own Lua with that table; what it returns is what require "tenken" gives to plugins.
tl_status tl_run_prelude(tl_state *s, const char *bytes, size_t length);

// --- Sessions -------------------------------------------------------------------------------------------------------

// A session is a state that takes one input after the other. Its globals may be assigned, and a limit that one input
// meets does not end it.

// Runs the host's own Lua for sessions, with the table that the prelude is called with and `compile` in it. What it
// returns is the function that inputs are handed to. To be called before the prelude.
tl_status tl_open_session(tl_state *s, const char *bytes, size_t length);
// Hands a value, built from nodes, to that function, and leaves what it returns flat in the state. SIGINT, at this
// process, stops the call. Afterwards the state can be used again, unless its time in all is over.
tl_status tl_hand_over(tl_state *s, const tl_node *nodes, size_t count, const char *text);

// --- Values ---------------------------------------------------------------------------------------------------------

typedef enum tl_type {
  TL_NIL,
  TL_BOOLEAN,
  TL_INTEGER,
  TL_NUMBER,
  TL_STRING,
  TL_TABLE,
  TL_FUNCTION,
  TL_OTHER,
} tl_type;

// What the prelude marked a table as.
typedef enum tl_tag { TL_TAG_NONE, TL_TAG_SOURCE, TL_TAG_PLUGIN, TL_TAG_INDEX, TL_TAG_SET } tl_tag;

// One node of a value written flat: a table is followed by `count` pairs of a key node and a value's nodes.
struct tl_node {
  tl_type type;
  tl_tag tag;
  int64_t integer;  // an integer or a boolean; of a function, the reference to call it by
  double number;
  size_t offset;    // in the text that comes with the nodes: of a string; of a function or a marked table, its file
  size_t length;
  uint32_t count;
  int32_t line;     // of a function, where it is defined; of a marked table, where it was made
  uintptr_t identity; // equal for nodes of one table; shown to nobody
};

// Runs the plugin's file and leaves the value it returns, flat, in the state.
tl_status tl_run_plugin(tl_state *s, const char *file, const char *bytes, size_t length);
const tl_node *tl_value_nodes(const tl_state *s, size_t *count);
tl_bytes tl_value_text(const tl_state *s);

// Keeps a value, built from nodes, in the state for later calls.
tl_status tl_keep_value(tl_state *s, const tl_node *nodes, size_t count, const char *text, int *reference);

// --- Lines ----------------------------------------------------------------------------------------------------------

// Lines of a file, by their number: not 0 for those that are meant. The pointers live until the next call.
typedef struct tl_lines {
  const char *file;
  const uint8_t *marks;
  size_t count;
} tl_lines;

// Notes from here on which lines of the plugin's files run. It takes its time at each of them, so it is for tests of plugins.
void tl_trace_lines(tl_state *s);
// The lines of one file that have run, by its position from 0; the files come in no order. False behind the last.
bool tl_traced_lines(const tl_state *s, size_t position, tl_lines *lines);
// The lines of a text that can run: those with an instruction, but for the return that Lua adds at the end of a function.
tl_status tl_list_lines(tl_state *s, const char *file, const char *bytes, size_t length, tl_lines *lines);

// --- Records --------------------------------------------------------------------------------------------------------

typedef struct tl_record {
  int source;     // from tl_add_source
  uint32_t number; // counted from 1 within the source
  const tr_cell *cells;
  uint32_t count;
  const char *text;
  size_t text_length;
} tl_record;

// Declares the columns that records of a source have.
tl_status tl_add_source(tl_state *s, const tl_bytes *columns, size_t count, int *source);

// A list of records that live as long as the state.
tl_status tl_new_list(tl_state *s, int *list);
// A table from keys to records. `read_key` turns a string that is no key, as a test may write it, into one: it returns a
// string or an integer, or nothing.
tl_status tl_new_index(tl_state *s, tl_host_function read_key, void *context, int *index);

typedef enum tl_entry_kind {
  TL_ENTRY_LIST,  // at the end of a list
  TL_ENTRY_ALL,   // at the end of the list under a key of an index
  TL_ENTRY_FIRST, // under a key of an index, if there is none yet
} tl_entry_kind;

// Where a record goes.
typedef struct tl_entry {
  tl_entry_kind kind;
  int target;       // the list or the index
  tr_cell key;      // an integer, text among the keys of the call, or nothing: what has no key cannot be looked up
  uint32_t earlier; // set for TL_ENTRY_FIRST: the number of the record that has the key already; 0 for none
} tl_entry;

// Copies a record, and puts the copy where the entries say.
tl_status tl_append(tl_state *s, const tl_record *record, const char *keys, tl_entry *entries, size_t count);

// A table of values and lists: what a test gets as its third argument.
tl_status tl_set_field(tl_state *s, int table, const char *name, int value);
// Puts an index under a name into such a table.
tl_status tl_set_index(tl_state *s, int table, const char *name, int index);

typedef struct tl_outcome {
  int code; // the position in the list of names that the prelude was given
  int source;
  uint32_t record; // 0 for none
  int due;         // the day until which it holds, as 20261121; 0 for none
  uint32_t ja, en, subject; // the bytes of the texts, which stand one after another; 0 for none
  const char *text;
} tl_outcome;

typedef struct tl_test {
  int function, parameters, context;
  double call_seconds; // what one call may take, to an eighth of the state's limit; 0 for that limit
} tl_test;

// What a test returned: so many outcomes, and the first of them. The pointers live until the next call.
typedef struct tl_result {
  size_t count;
  tl_outcome first;
} tl_result;

// Calls one test with a record that ends with the call. Further tests of the same record follow with `again`.
tl_status tl_call_each(tl_state *s, const tl_test *test, const tl_record *record, bool again, tl_result *result);
// Calls one test with a record of a list, counted from 1.
tl_status tl_call_listed(tl_state *s, const tl_test *test, int list, size_t number, tl_result *result);
// Calls one test with a list of records.
tl_status tl_call_all(tl_state *s, const tl_test *test, int list, tl_result *result);
// Several tests over the records of a source, batch by batch.
enum { TL_CODES = 8 }; // outcomes have codes below this

typedef struct tl_pass_test {
  tl_test test;
  bool is_over;            // it is not called any more
  uint8_t told;            // the codes, one bit each, of which the outcomes are told one by one
  uint64_t counts[TL_CODES]; // how often it returned the others
  double seconds;          // the processor time that it took, to the tick
  unsigned ticks;          // what one call may take; set by the pass
  struct tl_memory *memory; // of what it said; NULL for none
  struct tl_foresight *foresight; // of what it will say; NULL for none
} tl_pass_test;

// Somebody who is told of each call. `test` is a position in the pass, `line` the record's.
typedef struct tl_watch {
  void (*begin)(void *context, uint32_t test, uint32_t line);
  void (*end)(void *context);
  void *context;
} tl_watch;

typedef struct tl_pass {
  tl_pass_test *tests;
  size_t count;
  int source;    // from tl_add_source
  tl_watch watch; // begin and end may be NULL
  // Where it is: a row of the batch, a test, and whether the record of the row is known to Lua already.
  size_t row, test;
  bool has_begun_row;
  bool has_begun;
} tl_pass;

typedef struct tl_batch {
  const tr_cell *cells; // `columns` of them for each of `count` records
  size_t columns, count;
  const uint32_t *lines; // of each record; for the watch
  const char *text;
  size_t text_length;
  uint32_t first; // the number of the first record, counted from 1 within the source
} tl_batch;

typedef enum tl_stop {
  TL_STOP_END,     // of the batch
  TL_STOP_OUTCOME, // the test at hand returned what is to be told: one outcome or several
  TL_STOP_ERROR,   // the test at hand did not return outcomes; the status tells why
  TL_STOP_TIME,    // the test at hand has returned, and more processor time is known to be used
} tl_stop;

// Calls the tests, the first with the first record from where the pass is, then the next test with the same record, and
// so on. A cell that names bytes beyond the text reads as an error.
// After every stop but the end, tl_pass_on goes on to the next test.
tl_stop tl_run_pass(tl_state *s, tl_pass *pass, const tl_batch *batch, tl_status *status, tl_result *result);
void tl_pass_on(tl_pass *pass);
// Frees what a pass has come to hold. Its tests stay.
void tl_end_pass(tl_pass *pass);

// One of the outcomes that the last call returned, counted from 0. All zero if there is none.
tl_outcome tl_outcome_at(const tl_state *s, size_t index);

#endif
