// Finding the rows and cells of a table.

#include "tenken_rows.h"

#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// RowScanner's longest cell: in a row that is not longer, no limit of a cell or a row is met.
enum { longest_row = 65536, most_cells = 512, block = 64 };

// --- Bytes that mean something ---

// Which of 64 bytes are a delimiter, a quote or a line break, and which are none of these and no printable ASCII.
typedef struct {
  uint64_t special, odd;
} marks;

static marks look(const uint8_t *bytes, uint8_t delimiter) {
  marks found = {0, 0};
#if defined(__SSE2__)
  const __m128i delimiters = _mm_set1_epi8((char)delimiter), quotes = _mm_set1_epi8('"');
  const __m128i feeds = _mm_set1_epi8('\n'), returns = _mm_set1_epi8('\r');
  const __m128i space = _mm_set1_epi8(0x20), delete = _mm_set1_epi8(0x7F);
  for (int i = 0; i < block; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
    __m128i special = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, delimiters), _mm_cmpeq_epi8(v, quotes)),
                                   _mm_or_si128(_mm_cmpeq_epi8(v, feeds), _mm_cmpeq_epi8(v, returns)));
    // Compared as signed numbers, the bytes from 80 on are below the space, too.
    __m128i odd = _mm_or_si128(_mm_cmplt_epi8(v, space), _mm_cmpeq_epi8(v, delete));
    found.special |= (uint64_t)(uint32_t)_mm_movemask_epi8(special) << i;
    found.odd |= (uint64_t)(uint32_t)_mm_movemask_epi8(odd) << i;
  }
#else
  for (int i = 0; i < block; i++) {
    uint8_t b = bytes[i];
    if (b == delimiter || b == '"' || b == '\n' || b == '\r') found.special |= (uint64_t)1 << i;
    if (b < 0x20 || b >= 0x7F) found.odd |= (uint64_t)1 << i;
  }
#endif
  found.odd &= ~found.special;
  return found;
}

// The bytes, block by block. Special bytes are taken one after the other.
typedef struct {
  const uint8_t *bytes;
  size_t length, base;
  uint8_t delimiter;
  uint8_t mark; // the byte that is special beside quotes and breaks
  marks here;
  bool has_odd; // in the blocks since it was set
} cursor;

static void load(cursor *c) {
  uint8_t rest[block] = {0};
  const uint8_t *bytes = c->bytes + c->base;
  if (c->length - c->base < block) {
    memcpy(rest, bytes, c->length - c->base);
    bytes = rest;
  }
  c->here = look(bytes, c->mark);
  if (bytes == rest) { // zeros are no bytes of the file
    uint64_t mask = ((uint64_t)1 << (c->length - c->base)) - 1;
    c->here.special &= mask;
    c->here.odd &= mask;
  }
  c->has_odd |= c->here.odd != 0;
}

// Takes the next special byte; the length if there is none.
static inline size_t take(cursor *c) {
  while (c->here.special == 0) {
    c->base += block;
    if (c->base >= c->length) {
      c->base = c->length;
      return c->length;
    }
    load(c);
  }
  size_t position = c->base + (size_t)__builtin_ctzll(c->here.special);
  c->here.special &= c->here.special - 1;
  return position;
}

// --- One row ---

typedef struct {
  uint32_t start, end;
  bool is_doubled; // quotes in it are
} cell;

typedef struct {
  cell cells[most_cells];
  size_t count, end, lines;
  bool has_odd;
} row;

typedef enum { ROW, MORE, OTHER } found;

// From behind an opening quote to the delimiter or break behind the closing one.
static found scan_quoted(cursor *c, row *r, size_t start, size_t *stop) {
  bool is_doubled = false;
  size_t p;
  for (;;) {
    p = take(c);
    if (p + 1 >= c->length) return MORE; // a quote or CR at the end may be one half of a pair
    uint8_t b = c->bytes[p];
    if (b == '"') {
      if (c->bytes[p + 1] != '"') break;
      is_doubled = true;
      take(c);
    } else if (b == '\n' || (b == '\r' && c->bytes[p + 1] != '\n')) {
      r->lines++;
    }
  }
  r->cells[r->count++] = (cell){(uint32_t)start, (uint32_t)p, is_doubled};
  size_t behind = p + 1;
  while (behind < c->length && c->bytes[behind] == ' ') behind++;
  if (behind == c->length) return MORE;
  *stop = take(c);
  // Text, or another quote, behind the closing one: a fault, which has its own message.
  return *stop == behind && c->bytes[behind] != '"' ? ROW : OTHER;
}

static found scan(cursor *c, size_t start, row *r) {
  r->count = 0;
  r->lines = 1;
  c->has_odd = c->here.odd != 0;
  for (size_t from = start;;) {
    size_t stop;
    if (r->count == most_cells) return OTHER;
    if (from < c->length && c->bytes[from] == '"') {
      take(c);
      found quoted = scan_quoted(c, r, from + 1, &stop);
      if (quoted != ROW) return quoted;
    } else {
      do stop = take(c);
      while (stop < c->length && c->bytes[stop] == '"');
      if (stop == c->length) return MORE;
      r->cells[r->count++] = (cell){(uint32_t)from, (uint32_t)stop, false};
    }
    from = stop + 1;
    uint8_t b = c->bytes[stop];
    if (b == c->delimiter) continue;
    if (b == '\r') {
      if (from == c->length) return MORE;
      if (c->bytes[from] == '\n') {
        take(c);
        from++;
      }
    }
    r->end = from;
    r->has_odd = c->has_odd;
    return from - start > longest_row ? OTHER : ROW;
  }
}

// --- Rows that are no records ---

static uint8_t lowered(uint8_t byte) { return byte | 0x20; }

// Whether text that begins as a word does may go on as it, perhaps with spaces in it.
static bool may_begin(tp_text t, const char *word) {
  for (size_t i = 1; i < 3 && i < t.length; i++) {
    if (t.start[i] <= ' ' || t.start[i] >= 0x80) return true;
    if (lowered(t.start[i]) != (uint8_t)word[i]) return false;
  }
  return t.length > 1;
}

static bool is_in(tp_text t, const char *const *words, size_t length) {
  if (t.length < length) return true; // cut off: not for us
  for (; *words; words++) {
    if (memcmp(t.start, *words, length) == 0) return true;
  }
  return false;
}

// Whether the first cell that is not empty is surely neither blank nor the beginning of a row of totals (see TotalRow).
static bool opens_a_record(const tp_table *table, tp_text t) {
  static const char *const utf8[] = {"合", "総", "小", "計", NULL};
  static const char *const cp932[] = {"\x8D\x87", "\x91\x8D", "\x8F\xAC", "\x8C\x76", NULL};
  uint8_t b = t.start[0], second = t.length > 1 ? t.start[1] : 0;
  if (b < 0x80) {
    if (b == 't' || b == 'T') return !may_begin(t, "tot");
    if (b == 's' || b == 'S') return !may_begin(t, "sub");
    return b > 0x20 && b != '-' && b != 0x7F;
  }
  if (table->charset == TP_CHARSET_UTF8) {
    switch (b) {
    case 0xE3: // kana, and no space and no dash
      return second >= 0x81 && second <= 0x83 && !(second == 0x83 && t.length > 2 && t.start[2] == 0xBC);
    case 0xE5: case 0xE7: case 0xE8: return !is_in(t, utf8, 3);
    default: return b == 0xE4 || b == 0xE6 || b == 0xE9;
    }
  }
  switch (b) {
  case 0x82: return second >= 0x9F; // hiragana; before them stand letters and digits in full width
  case 0x8C: case 0x8D: case 0x8F: case 0x91: return !is_in(t, cp932, 2);
  // What is a space, a dash or a beginning of a total in UTF-8; which of the two it is the other reader asks.
  case 0x81: case 0xC2: case 0xE2: case 0xE3: case 0xE5: case 0xE7: case 0xE8: case 0xEF: return false;
  default: return true;
  }
}

// --- Records ---

static bool is_ascii(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] >= 0x80) return false;
  }
  return true;
}

static bool is_plain(tp_text t) {
  for (size_t i = 0; i < t.length; i++) {
    if (t.start[i] < 0x20 || t.start[i] >= 0x7F) return false;
  }
  return true;
}

static tp_text trimmed(tp_text t) {
  while (t.length && t.start[0] == ' ') t.start++, t.length--;
  while (t.length && t.start[t.length - 1] == ' ') t.length--;
  return t;
}

static tr_range append(tp_records *records, tp_text t) {
  tr_range range = {(uint32_t)records->text_length, (uint32_t)t.length};
  if (t.length) memcpy(records->text + records->text_length, t.start, t.length);
  records->text_length += t.length;
  return range;
}

bool tp_read_cell(const tp_table *table, size_t index, tp_text raw, bool may_be_odd, tp_records *records, tr_cell *value,
                  tr_range *subject) {
  const tp_column *column = &table->columns[index];
  if (may_be_odd && !is_plain(raw)) {
    bool is_string = column->type == TP_STRING && tp_read_foreign_string(table, raw, records, value);
    if (!is_string && (column->is_subject || !tp_memory_get(table->memory, index, raw, records, value))) return false;
    if (column->is_subject) {
      if (value->type != TR_TEXT) return false;
      *subject = value->value.text;
    }
    return value->type != TR_NULL || column->is_optional;
  }
  tp_text text = trimmed(raw);
  bool is_blank = text.length == 0 || (text.length == 1 && text.start[0] == '-');
  if (is_blank) {
    if (column->is_subject) *subject = append(records, text);
    value->type = TR_NULL;
    return column->is_optional;
  }
  if (!tp_read_plain_cell(column->type, text, records, value) && !tp_memory_get(table->memory, index, raw, records, value))
    return false;
  if (column->is_subject) {
    *subject = column->type == TP_STRING && value->type == TR_TEXT ? value->value.text : append(records, text);
  }
  return value->type != TR_NULL || column->is_optional;
}

static bool read_record(const tp_table *table, const uint8_t *bytes, const row *r, tp_records *records) {
  size_t first = 0;
  while (first < r->count && r->cells[first].start == r->cells[first].end) first++;
  if (first == r->count) return false; // a blank row
  tp_text opening = {bytes + r->cells[first].start, r->cells[first].end - r->cells[first].start};
  if (!opens_a_record(table, opening)) return false;
  for (size_t i = table->width; i < r->count; i++) {
    if (r->cells[i].start != r->cells[i].end) return false;
  }
  tr_cell *values = records->cells + records->count * table->column_count;
  tr_range subject = {0, 0};
  for (size_t i = 0; i < table->column_count; i++) {
    int32_t position = table->columns[i].position;
    values[i].type = TR_NULL;
    if (position < 0) continue;
    if ((size_t)position >= r->count) {
      if (!table->columns[i].is_optional) return false;
      continue;
    }
    const cell *at = &r->cells[position];
    tp_text raw = {bytes + at->start, at->end - at->start};
    if (at->is_doubled || !tp_read_cell(table, i, raw, r->has_odd, records, &values[i], &subject)) return false;
  }
  records->subjects[records->count] = subject;
  return true;
}

tp_rows_stop tp_read_rows(const tp_table *table, tp_bytes *bytes, tp_records *records) {
  // Cells are counted in 32 bits.
  if (bytes->position >= bytes->length || bytes->length > UINT32_MAX) return TP_ROWS_OTHER;
  cursor c = {.bytes = bytes->start, .length = bytes->length, .base = bytes->position, .delimiter = table->delimiter,
      .mark = table->delimiter};
  load(&c);
  row r;
  while (records->count < records->capacity) {
    if (bytes->position >= bytes->end) return TP_ROWS_END;
    if (bytes->position == bytes->length) return TP_ROWS_MORE;
    found scanned = scan(&c, bytes->position, &r);
    if (scanned == MORE) return bytes->length - bytes->position > longest_row ? TP_ROWS_OTHER : TP_ROWS_MORE;
    if (scanned == OTHER) return TP_ROWS_OTHER;
    // The first row beyond ASCII decides about the encoding.
    if (table->charset == TP_CHARSET_UNKNOWN && r.has_odd && !is_ascii(bytes->start + bytes->position, r.end - bytes->position))
      return TP_ROWS_OTHER;
    size_t before = records->text_length;
    if (records->text_capacity - before <
        3 * (r.end - bytes->position) + (table->column_count + 1) * (size_t)TP_TEXT_PER_CELL)
      return records->count ? TP_ROWS_FULL : TP_ROWS_OTHER;
    if (!read_record(table, bytes->start, &r, records)) {
      records->text_length = before;
      return TP_ROWS_OTHER;
    }
    records->lines[records->count++] = bytes->line > UINT32_MAX ? UINT32_MAX : (uint32_t)bytes->line;
    bytes->position = r.end;
    bytes->line += r.lines;
  }
  return TP_ROWS_FULL;
}

// --- Rows that are only counted ---

// From an opening quote to behind the closing one; MORE if the bytes end before it, OTHER if it stands where none should.
static found pass_quoted(cursor *c, size_t *lines) {
  size_t p;
  for (;;) {
    p = take(c);
    if (p + 1 >= c->length) return MORE;
    uint8_t b = c->bytes[p];
    if (b == '"') {
      if (c->bytes[p + 1] != '"') break;
      take(c);
    } else if (b == '\n' || c->bytes[p + 1] != '\n') {
      ++*lines;
    }
  }
  do p++;
  while (p < c->length && c->bytes[p] == ' ');
  if (p == c->length) return MORE;
  uint8_t b = c->bytes[p];
  return b == '\n' || b == '\r' || b == c->delimiter ? ROW : OTHER;
}

static found pass_row(cursor *c, size_t start, bool has_quotes, row *r) {
  c->has_odd = c->here.odd != 0;
  r->lines = 1;
  for (;;) {
    size_t p = take(c);
    if (p == c->length) return MORE;
    uint8_t b = c->bytes[p];
    if (b == '"') {
      // A quote within a cell is a character like others.
      if (!has_quotes || (p > start && c->bytes[p - 1] != c->delimiter)) continue;
      found quoted = pass_quoted(c, &r->lines);
      if (quoted != ROW) return quoted;
      continue;
    }
    if (b == '\r' && p + 1 == c->length) return MORE;
    size_t length = p - start;
    if (b == '\r' && c->bytes[p + 1] == '\n') p = take(c);
    r->end = p + 1;
    r->has_odd = c->has_odd;
    return length > longest_row ? OTHER : ROW;
  }
}

tp_rows_stop tp_pass_rows(tp_bytes *bytes, uint8_t delimiter, bool has_quotes, bool stops_at_foreign) {
  if (bytes->position >= bytes->end) return TP_ROWS_END;
  if (bytes->position >= bytes->length) return TP_ROWS_MORE;
  cursor c = {.bytes = bytes->start, .length = bytes->length, .base = bytes->position, .delimiter = delimiter, .mark = '\n'};
  load(&c);
  row r;
  while (bytes->position < bytes->end) {
    if (bytes->position == bytes->length) return TP_ROWS_MORE;
    found passed = pass_row(&c, bytes->position, has_quotes, &r);
    // A line may end with a carriage return of which it is not known yet whether it is all of the break.
    if (passed == MORE) return bytes->length - bytes->position > longest_row + 1 ? TP_ROWS_OTHER : TP_ROWS_MORE;
    if (passed == OTHER) return TP_ROWS_OTHER;
    if (stops_at_foreign && r.has_odd && !is_ascii(bytes->start + bytes->position, r.end - bytes->position))
      return TP_ROWS_FOREIGN;
    bytes->position = r.end;
    bytes->line += r.lines;
  }
  return TP_ROWS_END;
}
