// What the files of the SQLite reader share.

#ifndef TENKEN_SQLITE_FILE_H
#define TENKEN_SQLITE_FILE_H

#include <sqlite3.h>

#include "tenken_sqlite.h"

// Where the bytes of a database are: behind a descriptor, or in memory if there is no descriptor.
typedef struct td_bytes_source {
  int descriptor;
  const char *bytes;
  int64_t length;
  int64_t now;
  int error; // of the last read that failed
} td_bytes_source;

// Opens a connection to it. The source lives as long as the connection.
int td_open_connection(td_bytes_source *source, sqlite3 **connection);
// Says on which source this thread works from here on; NULL for none.
void td_use_source(td_bytes_source *source);

#endif
