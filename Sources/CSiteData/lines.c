// Lines of logs by patterns, as TextPattern matches them.

#include "tenken_rows.h"

#include <string.h>

enum { longest_line = 65536 }; // TextLines.longest

typedef struct {
  const uint8_t *start, *end;
} part;

// Where a literal or spaces end that begin at a place; NULL if they do not stand there.
static const uint8_t *match_fixed(const tp_piece *piece, const uint8_t *at, const uint8_t *end) {
  if (piece->kind == TP_LITERAL) {
    if ((size_t)(end - at) < piece->length || memcmp(at, piece->text, piece->length) != 0) return NULL;
    return at + piece->length;
  }
  const uint8_t *start = at;
  while (at < end && *at == ' ') at++;
  return (size_t)(at - start) < piece->length ? NULL : at;
}

static const uint8_t *match_all_fixed(const tp_piece *pieces, size_t count, const uint8_t *at, const uint8_t *end) {
  for (size_t i = 0; at && i < count; i++) at = match_fixed(&pieces[i], at, end);
  return at;
}

// The first place where fixed pieces stand; at the end of the pattern, the place where they end the line.
static bool find(const tp_piece *pieces, size_t count, bool is_last, const uint8_t *start, const uint8_t *end, part *found) {
  if (count == 0) {
    *found = (part){end, end};
    return true;
  }
  for (const uint8_t *at = start; at < end; at++) {
    at = memchr(at, pieces[0].kind == TP_LITERAL ? pieces[0].text[0] : ' ', (size_t)(end - at));
    if (!at) return false;
    // Within a run of spaces only the first can begin the match.
    if (pieces[0].kind == TP_SPACE && at > start && at[-1] == ' ') continue;
    const uint8_t *behind = match_all_fixed(pieces, count, at, end);
    if (!behind || (is_last && behind != end)) continue;
    *found = (part){at, behind};
    return true;
  }
  return false;
}

// The value of a field of a kind other than text; where it ends, or NULL.
static const uint8_t *take(tp_piece_kind kind, const uint8_t *at, const uint8_t *end, part *value) {
  const uint8_t *start = at;
  switch (kind) {
  case TP_WORD: while (at < end && *at != ' ') at++; break;
  case TP_DIGITS: while (at < end && *at >= '0' && *at <= '9') at++; break;
  case TP_DOTS: while (at < end && *at == '.') at++; break;
  case TP_QUOTED:
    if (at == end || *at != '"') return NULL;
    for (at++; at < end && *at != '"'; at++) {
      if (*at == '\\' && at + 1 < end) at++;
    }
    if (at >= end) return NULL;
    *value = (part){start + 1, at};
    return at + 1;
  default: return NULL;
  }
  *value = (part){start, at};
  return at > start ? at : NULL;
}

static bool is_field(const tp_piece *piece) { return piece->kind > TP_SPACE; }

static bool match(const tp_form *form, const uint8_t *at, const uint8_t *end, part fields[TP_MOST_FIELDS]) {
  for (size_t i = 0; i < form->count;) {
    const tp_piece *piece = &form->pieces[i++];
    part value;
    if (!is_field(piece)) {
      at = match_fixed(piece, at, end);
    } else if (piece->kind == TP_TEXT) {
      size_t fixed = 0;
      while (i + fixed < form->count && !is_field(&form->pieces[i + fixed])) fixed++;
      part found;
      if (!find(piece + 1, fixed, i + fixed == form->count, at, end, &found)) return false;
      value = (part){at, found.start};
      at = found.end;
      i += fixed;
    } else {
      at = take(piece->kind, at, end, &value);
    }
    if (!at) return false;
    if (is_field(piece) && piece->field >= 0) fields[piece->field] = value;
  }
  return at == end;
}

static bool is_plain(const uint8_t *bytes, size_t length) {
  uint8_t odd = 0;
  for (size_t i = 0; i < length; i++) odd |= (uint8_t)((uint8_t)(bytes[i] - 0x20) >= 0x5F);
  return odd == 0;
}

static bool read_record(const tp_lines *lines, const tp_form *form, const part *fields, tp_records *records) {
  tr_cell *values = records->cells + records->count * lines->table.column_count;
  tr_range subject = {0, 0};
  for (size_t i = 0; i < lines->table.column_count; i++) {
    values[i].type = TR_NULL;
    if (form->fields[i] < 0) continue;
    const part *field = &fields[form->fields[i]];
    tp_text raw = {field->start, (size_t)(field->end - field->start)};
    if (!tp_read_cell(&lines->table, i, raw, false, records, &values[i], &subject)) return false;
  }
  records->subjects[records->count] = subject;
  return true;
}

tp_rows_stop tp_read_lines(const tp_lines *lines, tp_bytes *bytes, tp_records *records) {
  while (records->count < records->capacity) {
    if (bytes->position >= bytes->end) return TP_ROWS_END;
    if (bytes->position >= bytes->length) return TP_ROWS_MORE;
    const uint8_t *start = bytes->start + bytes->position;
    const uint8_t *feed = memchr(start, '\n', bytes->length - bytes->position);
    if (!feed) return bytes->length - bytes->position > longest_line ? TP_ROWS_OTHER : TP_ROWS_MORE;
    const uint8_t *end = feed > start && feed[-1] == '\r' ? feed - 1 : feed;
    if (end - start > longest_line || !is_plain(start, (size_t)(end - start))) return TP_ROWS_OTHER;
    const uint8_t *first = start, *last = end;
    while (first < last && *first == ' ') first++;
    while (first < last && last[-1] == ' ') last--;
    part fields[TP_MOST_FIELDS];
    const tp_form *form = NULL;
    for (size_t i = 0; first < last && !form && i < lines->form_count; i++) {
      if (match(&lines->forms[i], first, last, fields)) form = &lines->forms[i];
    }
    if (form) {
      size_t before = records->text_length;
      // Fields do not overlap, but several columns may take one.
      size_t most = (size_t)(end - start) * 2 * lines->table.column_count + lines->table.column_count * (size_t)TP_TEXT_PER_CELL;
      if (records->text_capacity - before < most) return records->count ? TP_ROWS_FULL : TP_ROWS_OTHER;
      if (form->lacks_columns || !read_record(lines, form, fields, records)) {
        records->text_length = before;
        return TP_ROWS_OTHER;
      }
      records->lines[records->count++] = bytes->line > UINT32_MAX ? UINT32_MAX : (uint32_t)bytes->line;
    } else if (first == last || lines->skips_others) {
      records->skipped++;
    } else {
      return TP_ROWS_OTHER;
    }
    bytes->position += (size_t)(feed + 1 - start);
    bytes->line++;
  }
  return TP_ROWS_FULL;
}
