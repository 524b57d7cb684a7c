// A SQLite database, read through a descriptor or from memory: nothing is opened by name, locked, written or looked for beside it.

#ifndef TENKEN_SQLITE_H
#define TENKEN_SQLITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct td_database td_database;

typedef enum td_result {
  TD_ROW,
  TD_DONE,
  TD_NOT_A_DATABASE,
  TD_DAMAGED,
  TD_UNREADABLE,   // the system could not read the file; td_system_error tells why
  TD_TOO_LONG,     // the next row did not come within the steps that one may take
  TD_TOO_LARGE,    // it takes more memory than a query may, or a value is too long
  TD_NOT_ALLOWED,  // the query does more than read, or asks for chance
  TD_NO_ROOM,      // there is no memory
  TD_FAILED,       // as the message says
} td_result;

// What a query may take.
typedef struct td_query_limits {
  int64_t heap;          // bytes of memory
  int32_t value;         // bytes of one value
  int64_t steps_per_row; // instructions of SQLite's machine between two rows
} td_query_limits;

// Opens a database behind a descriptor that stays open as long as it.
// `now` is what queries see as the time, in milliseconds since 1970-01-01. NULL if there is no memory.
td_database *td_database_open(int descriptor, int64_t now, const td_query_limits *limits);
// The same in a copy of bytes.
td_database *td_database_open_bytes(
    const void *bytes, size_t length, int64_t now, const td_query_limits *limits);
void td_database_close(td_database *database);

// Prepares the one statement of a text, in place of the last. TD_DONE if it can be run.
td_result td_query(td_database *database, const char *sql, size_t length);
// Goes on to the next row.
td_result td_next_row(td_database *database);
// What the last failure was, in SQLite's words. Valid until the next call.
const char *td_message(const td_database *database);

// The error number of the system behind TD_UNREADABLE.
int td_system_error(const td_database *database);

// The names of the columns of the statement, in UTF-8; NULL beyond the last.
const char *td_column_name(const td_database *database, int column);

// TD_LOST: a text for which there was no memory.
typedef enum td_type { TD_NULL, TD_INTEGER, TD_REAL, TD_TEXT, TD_BLOB, TD_LOST } td_type;

// A value of the row. The bytes are valid until the next call.
typedef struct td_value {
  td_type type;
  int64_t integer;
  double real;
  const char *bytes;
  size_t length;
} td_value;

td_value td_column(const td_database *database, int column);

#endif
