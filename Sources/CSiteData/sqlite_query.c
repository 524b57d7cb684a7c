// One query of a database that nobody vouches for (https://sqlite.org/security.html).

#include "sqlite_file.h"

#include <stdlib.h>
#include <string.h>

struct td_database {
  td_bytes_source source;
  char *copy;
  td_query_limits limits;
  sqlite3 *connection;
  sqlite3_stmt *statement;
  int opened;               // what opening gave
  int64_t steps;            // since the last row
  bool is_refused;          // by the authoriser
  int64_t heap_before;
};

enum { steps_between_looks = 10000 };

static int look_at_steps(void *context) {
  td_database *database = context;
  database->steps += steps_between_looks;
  return database->steps > database->limits.steps_per_row;
}

// What a query may do: read tables and views, and call functions that give the same every time.
static int authorise(void *context, int action, const char *first, const char *second, const char *schema, const char *inner) {
  static const char *const functions[] = {"random", "randomblob", "load_extension", "changes", "total_changes",
                                          "last_insert_rowid", "fts3_tokenizer", "sqlite_source_id"};
  (void)first, (void)schema, (void)inner;
  switch (action) {
  case SQLITE_SELECT:
  case SQLITE_READ:
  case SQLITE_RECURSIVE:
    return SQLITE_OK;
  case SQLITE_FUNCTION:
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
      if (sqlite3_stricmp(second, functions[i]) == 0) {
        ((td_database *)context)->is_refused = true;
        return SQLITE_DENY;
      }
    }
    return SQLITE_OK;
  default:
    ((td_database *)context)->is_refused = true;
    return SQLITE_DENY;
  }
}

static void set_limits(td_database *database) {
  sqlite3 *connection = database->connection;
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, database->limits.value);
  sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 65536);
  sqlite3_limit(connection, SQLITE_LIMIT_COLUMN, 1000);
  sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit(connection, SQLITE_LIMIT_COMPOUND_SELECT, 50);
  sqlite3_limit(connection, SQLITE_LIMIT_VDBE_OP, 250000);
  sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
  sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit(connection, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  // What is sorted stays in memory, and pages are looked over before they are believed.
  sqlite3_exec(connection, "PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0", NULL, NULL, NULL);
  sqlite3_progress_handler(connection, steps_between_looks, look_at_steps, database);
  sqlite3_set_authorizer(connection, authorise, database);
}

static td_database *open_source(td_database *database, int64_t now, const td_query_limits *limits) {
  database->source.now = now;
  database->limits = *limits;
  database->heap_before = sqlite3_hard_heap_limit64(sqlite3_memory_used() + limits->heap);
  database->opened = td_open_connection(&database->source, &database->connection);
  if (database->opened == SQLITE_OK) set_limits(database);
  return database;
}

td_database *td_database_open(int descriptor, int64_t now, const td_query_limits *limits) {
  td_database *database = calloc(1, sizeof *database);
  if (!database) return NULL;
  database->source.descriptor = descriptor;
  return open_source(database, now, limits);
}

td_database *td_database_open_bytes(const void *bytes, size_t length, int64_t now, const td_query_limits *limits) {
  td_database *database = calloc(1, sizeof *database);
  if (!database) return NULL;
  database->copy = malloc(length ? length : 1);
  if (!database->copy) {
    free(database);
    return NULL;
  }
  if (length) memcpy(database->copy, bytes, length);
  database->source = (td_bytes_source){.descriptor = -1, .bytes = database->copy, .length = (int64_t)length};
  return open_source(database, now, limits);
}

void td_database_close(td_database *database) {
  sqlite3_finalize(database->statement);
  sqlite3_close(database->connection);
  td_use_source(NULL);
  sqlite3_hard_heap_limit64(database->heap_before);
  free(database->copy);
  free(database);
}

static td_result result_of(const td_database *database, int status) {
  switch (status & 0xFF) {
  case SQLITE_OK:
  case SQLITE_DONE: return TD_DONE;
  case SQLITE_ROW: return TD_ROW;
  case SQLITE_NOTADB: return TD_NOT_A_DATABASE;
  case SQLITE_IOERR: return database->source.error ? TD_UNREADABLE : TD_DAMAGED;
  case SQLITE_CORRUPT: return TD_DAMAGED;
  case SQLITE_INTERRUPT: return TD_TOO_LONG;
  case SQLITE_TOOBIG:
  case SQLITE_NOMEM: return TD_TOO_LARGE;
  case SQLITE_AUTH: return TD_NOT_ALLOWED;
  default: return database->is_refused ? TD_NOT_ALLOWED : TD_FAILED;
  }
}

static bool is_blank(const char *text, const char *end) {
  for (; text < end; text++) {
    if (!strchr(" \t\r\n;", *text)) return false;
  }
  return true;
}

td_result td_query(td_database *database, const char *sql, size_t length) {
  if (database->opened != SQLITE_OK) return result_of(database, database->opened);
  td_use_source(&database->source);
  sqlite3_finalize(database->statement);
  database->statement = NULL;
  database->steps = 0;
  database->is_refused = false;
  if (length > 65536) return TD_TOO_LARGE;
  const char *rest = NULL;
  int status = sqlite3_prepare_v3(database->connection, sql, (int)length, 0, &database->statement, &rest);
  if (status != SQLITE_OK) return result_of(database, status);
  if (!database->statement || !is_blank(rest, sql + length) || !sqlite3_stmt_readonly(database->statement) ||
      sqlite3_column_count(database->statement) == 0)
    return TD_NOT_ALLOWED;
  return TD_DONE;
}

td_result td_next_row(td_database *database) {
  if (!database->statement) return TD_DONE;
  td_use_source(&database->source);
  database->steps = 0;
  return result_of(database, sqlite3_step(database->statement));
}

const char *td_message(const td_database *database) {
  return database->connection ? sqlite3_errmsg(database->connection) : sqlite3_errstr(database->opened);
}

int td_system_error(const td_database *database) { return database->source.error; }

const char *td_column_name(const td_database *database, int column) {
  return database->statement ? sqlite3_column_name(database->statement, column) : NULL;
}

td_value td_column(const td_database *database, int column) {
  sqlite3_stmt *statement = database->statement;
  td_value value = {.type = TD_NULL};
  switch (sqlite3_column_type(statement, column)) {
  case SQLITE_INTEGER:
    value.type = TD_INTEGER;
    value.integer = sqlite3_column_int64(statement, column);
    break;
  case SQLITE_FLOAT:
    value.type = TD_REAL;
    value.real = sqlite3_column_double(statement, column);
    break;
  case SQLITE_TEXT:
    value.type = TD_TEXT;
    value.bytes = (const char *)sqlite3_column_text(statement, column);
    value.length = (size_t)sqlite3_column_bytes(statement, column);
    break;
  case SQLITE_BLOB:
    value.type = TD_BLOB;
    value.bytes = sqlite3_column_blob(statement, column);
    value.length = (size_t)sqlite3_column_bytes(statement, column);
    break;
  }
  if (!value.bytes) value.length = 0;
  if (value.type == TD_TEXT && !value.bytes) value.type = TD_LOST;
  return value;
}
