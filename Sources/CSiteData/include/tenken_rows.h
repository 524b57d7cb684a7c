// Rows of CSV and TSV as flat records, for tables of millions of rows.
//
// What is here knows the common forms of rows and cells and nothing else. It stops at everything it does not know, and
// the readers in Swift, which know all forms and every message, take that row. Where both read a row, they read the same;
// a property test holds them to it.

#ifndef TENKEN_ROWS_H
#define TENKEN_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tenken_records.h"

typedef enum tp_type {
  TP_STRING,
  TP_KEYWORD,
  TP_INTEGER,
  TP_NUMBER,
  TP_BOOLEAN,
  TP_DATE,
  TP_DATETIME,
  TP_MAC,
  TP_IP,
  TP_LIST,
  TP_REMEMBERED, // only what a memory holds
} tp_type;

typedef struct tp_column {
  tp_type type;
  int32_t position; // of its cell in a row; -1 if the table does not have the column
  bool is_optional;
  bool is_subject; // its text as it is written names the record
} tp_column;

typedef enum tp_charset { TP_CHARSET_UNKNOWN, TP_CHARSET_UTF8, TP_CHARSET_CP932 } tp_charset;

// What other cells, by their bytes in the file, were read as before: era names, 有 and 無 and the like, which are few.
typedef struct tp_memory tp_memory;
tp_memory *tp_memory_new(void);
void tp_memory_free(tp_memory *m);
// Keeps the value of a cell of a column, if both are short. The texts of the cell are ranges of `text`.
void tp_memory_put(tp_memory *m, size_t column, const uint8_t *cell, size_t length, const tr_cell *value,
                   const uint8_t *text, size_t text_length);

typedef struct tp_table {
  uint8_t delimiter;
  tp_charset charset;
  const uint16_t *cp932; // 124 rows of 188 scalars, 0 where there is none
  const tp_column *columns;
  size_t column_count;
  size_t width; // cells up to the last header
  const tp_memory *memory;
} tp_table;

// The bytes of a file from the beginning of a row, and the line where that is.
typedef struct tp_bytes {
  const uint8_t *start;
  size_t length;
  size_t position;
  size_t end; // rows that begin here or behind are left alone
  uint64_t line;
} tp_bytes;

typedef struct tp_records {
  tr_cell *cells; // column_count for each record
  uint32_t *lines;
  tr_range *subjects;
  size_t capacity, count;
  uint8_t *text;
  size_t text_capacity, text_length;
  size_t skipped; // lines that are passed over
} tp_records;

typedef enum tp_rows_stop {
  TP_ROWS_FULL,  // there is no room for another record
  TP_ROWS_MORE,  // the row at the position goes on behind the bytes, as far as can be seen
  TP_ROWS_OTHER, // the row at the position is none for this reader
  TP_ROWS_FOREIGN, // the row at the position is the first with a byte beyond ASCII
  TP_ROWS_END,   // the position is at or behind the end
} tp_rows_stop;

// Adds the rows from the position on to the records, and moves the position and the line behind them.
tp_rows_stop tp_read_rows(const tp_table *table, tp_bytes *bytes, tp_records *records);

// Moves the position and the line over rows up to the end; over lines if quotes have no meaning.
// With `stops_at_foreign`, it stops before the first row that is not ASCII.
tp_rows_stop tp_pass_rows(tp_bytes *bytes, uint8_t delimiter, bool has_quotes, bool stops_at_foreign);

// --- Lines by patterns ---

typedef enum tp_piece_kind {
  TP_LITERAL,
  TP_SPACE, // at least `length` spaces
  TP_TEXT,  // anything up to what follows
  TP_WORD,
  TP_DIGITS,
  TP_DOTS,
  TP_QUOTED,
} tp_piece_kind;

typedef struct tp_piece {
  tp_piece_kind kind;
  const uint8_t *text; // of a literal
  size_t length;
  int32_t field; // its number; -1 for what is left out
} tp_piece;

enum { TP_MOST_FIELDS = 64 };

// A pattern (see TextPattern), and the field of each column; -1 where it has none.
typedef struct tp_form {
  const tp_piece *pieces;
  size_t count;
  const int32_t *fields;
  bool lacks_columns; // so that each line that fits is refused
} tp_form;

typedef struct tp_lines {
  tp_table table; // of which only columns and memory matter
  const tp_form *forms;
  size_t form_count;
  bool skips_others;
} tp_lines;

// The same for lines. It knows lines of printable ASCII.
tp_rows_stop tp_read_lines(const tp_lines *lines, tp_bytes *bytes, tp_records *records);

// --- Between the files ---

typedef struct tp_text {
  const uint8_t *start;
  size_t length;
} tp_text;

// Reads the cell of a column as it stands in the file; false for what this reader does not know. Only cells that `may_be_odd` may
// hold anything but printable ASCII. If the column names the record, `subject` takes its text.
bool tp_read_cell(const tp_table *table, size_t column, tp_text raw, bool may_be_odd, tp_records *records, tr_cell *value,
                  tr_range *subject);
// Reads a cell that holds no byte but printable ASCII, trimmed and not blank, or (for TP_STRING) any text.
// The value's text is appended to the records. False for what this reader does not know.
bool tp_read_plain_cell(tp_type type, tp_text cell, tp_records *records, tr_cell *value);
// Decodes text that is not ASCII, and trims it. False for what this reader does not know; `value` may be TR_NULL.
bool tp_read_foreign_string(const tp_table *table, tp_text cell, tp_records *records, tr_cell *value);
bool tp_memory_get(const tp_memory *m, size_t column, tp_text cell, tp_records *records, tr_cell *value);

// The most bytes that a value of a cell takes in the text beyond three times the cell's own.
enum { TP_TEXT_PER_CELL = 72 };

#endif
