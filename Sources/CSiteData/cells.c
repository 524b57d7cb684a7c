// The common forms of values.

#include "tenken_rows.h"

#include <stdlib.h>
#include <string.h>

static bool is_digit(uint8_t b) { return b >= '0' && b <= '9'; }

static void set_text(tr_cell *value, size_t offset, size_t length) {
  value->type = TR_TEXT;
  value->value.text = (tr_range){(uint32_t)offset, (uint32_t)length};
}

static void append(tp_records *records, tr_cell *value, const uint8_t *bytes, size_t length) {
  set_text(value, records->text_length, length);
  memcpy(records->text + records->text_length, bytes, length);
  records->text_length += length;
}

// --- Numbers ---

// Passes over a sign.
static bool is_negative(tp_text *t) {
  if (t->length == 0 || (t->start[0] != '-' && t->start[0] != '+')) return false;
  t->length--;
  return *t->start++ == '-';
}

// The value of all of 1 to 18 digits; -1 for anything else.
static int64_t digits(const uint8_t *p, size_t length) {
  if (length == 0 || length > 18) return -1;
  int64_t value = 0;
  for (size_t i = 0; i < length; i++) {
    if (!is_digit(p[i])) return -1;
    value = value * 10 + (p[i] - '0');
  }
  return value;
}

static bool read_integer(tp_text t, tr_cell *value) {
  bool negative = is_negative(&t);
  int64_t number = digits(t.start, t.length);
  if (number < 0) return false;
  value->type = TR_INTEGER;
  value->value.integer = negative ? -number : number;
  return true;
}

static bool read_number(tp_text t, tr_cell *value) {
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  bool negative = is_negative(&t);
  const uint8_t *point = memchr(t.start, '.', t.length);
  size_t whole = point ? (size_t)(point - t.start) : t.length, fraction = point ? t.length - whole - 1 : 0;
  // With 15 digits both the number without its point and the power are exact, and so the quotient is the nearest double.
  if (whole + fraction > 15) return false;
  int64_t number = digits(t.start, whole), rest = point ? digits(point + 1, fraction) : 0;
  if (number < 0 || rest < 0) return false;
  double magnitude = ((double)number * powers[fraction] + (double)rest) / powers[fraction];
  value->type = TR_NUMBER;
  value->value.number = negative ? -magnitude : magnitude;
  return true;
}

static bool read_boolean(tp_text t, tr_cell *value) {
  static const struct {
    const char *word;
    bool value;
  } words[] = {{"yes", true}, {"no", false}, {"true", true}, {"false", false}, {"1", true}, {"0", false},
               {"on", true}, {"off", false}, {"y", true}, {"n", false}, {"enabled", true}, {"disabled", false}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t at = 0;
    while (at < t.length && words[i].word[at] &&
           (t.start[at] >= 'A' && t.start[at] <= 'Z' ? t.start[at] | 0x20 : t.start[at]) == (uint8_t)words[i].word[at])
      at++;
    if (at < t.length || words[i].word[at]) continue;
    value->type = TR_BOOLEAN;
    value->value.integer = words[i].value;
    return true;
  }
  return false;
}

// --- Dates ---

static int days_in(int month, int year) {
  static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : days[month - 1];
}

static void put_digits(uint8_t *to, int number) {
  to[0] = (uint8_t)('0' + number / 10);
  to[1] = (uint8_t)('0' + number % 10);
}

// One or two digits; -1 if there is none.
static int short_number(tp_text *t) {
  if (t->length == 0 || !is_digit(t->start[0])) return -1;
  int number = *t->start++ - '0';
  t->length--;
  if (t->length > 0 && is_digit(t->start[0])) {
    number = number * 10 + *t->start++ - '0';
    t->length--;
  }
  return number;
}

// 2023-05-31, 2023/5/31, 2023.5.31 at the beginning of the text, which is moved behind it.
static bool take_date(tp_text *t, uint8_t iso[10]) {
  if (t->length < 8) return false;
  int year = (int)digits(t->start, 4);
  uint8_t separator = t->start[4];
  if (year < 1868 || (separator != '-' && separator != '/' && separator != '.')) return false;
  tp_text rest = {t->start + 5, t->length - 5};
  int month = short_number(&rest);
  if (month < 1 || month > 12 || rest.length == 0 || rest.start[0] != separator) return false;
  rest.start++, rest.length--;
  int day = short_number(&rest);
  if (day < 1 || day > days_in(month, year) || (rest.length > 0 && is_digit(rest.start[0]))) return false;
  put_digits(iso, year / 100);
  put_digits(iso + 2, year % 100);
  iso[4] = iso[7] = '-';
  put_digits(iso + 5, month);
  put_digits(iso + 8, day);
  *t = rest;
  return true;
}

// ` 13:05` or `T13:05:00`: the seconds of the day; -1 for anything else.
static int time_of_day(tp_text t) {
  if ((t.length != 6 && t.length != 9) || (t.start[0] != ' ' && t.start[0] != 'T') || t.start[3] != ':') return -1;
  int hour = (int)digits(t.start + 1, 2), minute = (int)digits(t.start + 4, 2);
  int second = t.length == 6 ? 0 : t.start[6] == ':' ? (int)digits(t.start + 7, 2) : -1;
  bool is_one = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  return is_one ? hour * 3600 + minute * 60 + second : -1;
}

static bool read_date(tp_text t, tp_records *records, tr_cell *value) {
  uint8_t iso[10];
  if (!take_date(&t, iso) || (t.length > 0 && time_of_day(t) < 0)) return false;
  append(records, value, iso, sizeof iso);
  return true;
}

// In the site's own time; one with an offset of its own is not read here.
static bool read_datetime(tp_text t, tp_records *records, tr_cell *value) {
  uint8_t text[19];
  if (!take_date(&t, text)) return false;
  int time = time_of_day(t);
  if (time < 0) return false;
  text[10] = 'T';
  put_digits(text + 11, time / 3600);
  put_digits(text + 14, time / 60 % 60);
  put_digits(text + 17, time % 60);
  text[13] = text[16] = ':';
  append(records, value, text, sizeof text);
  return true;
}

// --- Addresses ---

static bool read_mac(tp_text t, tp_records *records, tr_cell *value) {
  uint8_t text[17];
  if (t.length != sizeof text) return false;
  for (size_t i = 0; i < sizeof text; i++) {
    uint8_t b = t.start[i], low = b | 0x20;
    if (i % 3 == 2) {
      if (b != ':' && b != '-') return false;
      text[i] = ':';
    } else {
      if (!is_digit(b) && (low < 'a' || low > 'f')) return false;
      text[i] = low;
    }
  }
  append(records, value, text, sizeof text);
  return true;
}

// Four numbers up to 255 without leading zeros, which is the usual form already.
static bool read_ip(tp_text t, tp_records *records, tr_cell *value) {
  size_t at = 0;
  for (int part = 0; part < 4; part++) {
    int number = 0;
    size_t start = at;
    while (at < t.length && at - start < 3 && is_digit(t.start[at])) number = number * 10 + (t.start[at++] - '0');
    if (at == start || number > 255 || (at - start > 1 && t.start[start] == '0')) return false;
    if (part < 3 && (at == t.length || t.start[at++] != '.')) return false;
  }
  if (at != t.length) return false;
  append(records, value, t.start, t.length);
  return true;
}

// --- Texts ---

static void read_keyword(tp_text t, tp_records *records, tr_cell *value) {
  uint8_t *to = records->text + records->text_length, *begin = to;
  for (size_t i = 0; i < t.length; i++) {
    uint8_t b = t.start[i];
    if (b == ' ' && to > begin && to[-1] == ' ') continue;
    *to++ = b >= 'A' && b <= 'Z' ? b | 0x20 : b;
  }
  set_text(value, records->text_length, (size_t)(to - begin));
  records->text_length += (size_t)(to - begin);
}

static void read_list(tp_text t, tp_records *records, tr_cell *value) {
  size_t first = records->text_length;
  const uint8_t *p = t.start, *end = t.start + t.length;
  while (p <= end) {
    const uint8_t *stop = p;
    while (stop < end && *stop != ',' && *stop != ';') stop++;
    const uint8_t *low = p, *high = stop;
    while (low < high && *low == ' ') low++;
    while (low < high && high[-1] == ' ') high--;
    if (low < high && !(high - low == 1 && *low == '-')) {
      memcpy(records->text + records->text_length, low, (size_t)(high - low));
      records->text_length += (size_t)(high - low);
      records->text[records->text_length++] = 0;
    }
    p = stop + 1;
  }
  set_text(value, first, records->text_length - first);
  value->type = records->text_length > first ? TR_LIST : TR_NULL;
}

bool tp_read_plain_cell(tp_type type, tp_text t, tp_records *records, tr_cell *value) {
  switch (type) {
  case TP_STRING: append(records, value, t.start, t.length); return true;
  case TP_KEYWORD: read_keyword(t, records, value); return true;
  case TP_LIST: read_list(t, records, value); return true;
  case TP_INTEGER: return read_integer(t, value);
  case TP_NUMBER: return read_number(t, value);
  case TP_BOOLEAN: return read_boolean(t, value);
  case TP_DATE: return read_date(t, records, value);
  case TP_DATETIME: return read_datetime(t, records, value);
  case TP_MAC: return read_mac(t, records, value);
  case TP_IP: return read_ip(t, records, value);
  case TP_REMEMBERED: break;
  }
  return false;
}

// --- Texts beyond ASCII ---

// The length of the UTF-8 sequence at the beginning; 0 if there is none (RFC 3629).
static size_t sequence(const uint8_t *p, size_t left) {
  uint8_t a = p[0], b = left > 1 ? p[1] : 0;
  if (a < 0x80) return 1;
  if (a < 0xC2 || a > 0xF4 || (b & 0xC0) != 0x80) return 0;
  if (a < 0xE0) return 2;
  if ((a == 0xE0 && b < 0xA0) || (a == 0xED && b > 0x9F) || (a == 0xF0 && b < 0x90) || (a == 0xF4 && b > 0x8F)) return 0;
  if (left < 3 || (p[2] & 0xC0) != 0x80) return 0;
  if (a < 0xF0) return 3;
  return left > 3 && (p[3] & 0xC0) == 0x80 ? 4 : 0;
}

static bool append_utf8(tp_text t, tp_records *records) {
  for (size_t i = 0; i < t.length;) {
    size_t length = sequence(t.start + i, t.length - i);
    if (length == 0) return false;
    i += length;
  }
  memcpy(records->text + records->text_length, t.start, t.length);
  records->text_length += t.length;
  return true;
}

static bool append_cp932(const uint16_t *table, tp_text t, tp_records *records) {
  for (size_t i = 0; i + 2 < t.length; i++) {
    // It may be UTF-8, which has a message of its own.
    if (t.start[i] >= 0xE0 && (t.start[i + 1] & 0xC0) == 0x80 && (t.start[i + 2] & 0xC0) == 0x80) return false;
  }
  uint8_t *to = records->text + records->text_length;
  for (size_t i = 0; i < t.length;) {
    uint8_t lead = t.start[i++];
    if (lead < 0x80) {
      *to++ = lead;
      continue;
    }
    uint32_t scalar;
    if (lead >= 0xA1 && lead <= 0xDF) {
      scalar = 0xFF61 - 0xA1 + (uint32_t)lead;
    } else {
      if (lead < 0x81 || lead > 0xFC || lead == 0xA0 || i == t.length) return false;
      uint8_t trail = t.start[i++];
      if (trail < 0x40 || trail > 0xFC || trail == 0x7F) return false;
      scalar = table[(lead - 0x81) * 188 + trail - (trail < 0x7F ? 0x40 : 0x41)];
      if (scalar == 0) return false;
    }
    if (scalar < 0x80) {
      *to++ = (uint8_t)scalar;
    } else if (scalar < 0x800) {
      *to++ = (uint8_t)(0xC0 | scalar >> 6);
      *to++ = (uint8_t)(0x80 | (scalar & 0x3F));
    } else {
      *to++ = (uint8_t)(0xE0 | scalar >> 12);
      *to++ = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
      *to++ = (uint8_t)(0x80 | (scalar & 0x3F));
    }
  }
  records->text_length = (size_t)(to - records->text);
  return true;
}

// Whether three bytes are U+3000, or with `two` whether two are U+00A0.
static bool is_wide_space(const uint8_t *p) { return p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80; }
static bool is_fixed_space(const uint8_t *p) { return p[0] == 0xC2 && p[1] == 0xA0; }

static tp_text trimmed(tp_text t) {
  for (;;) {
    const uint8_t *p = t.start;
    size_t step = t.length && p[0] == ' ' ? 1 : t.length >= 3 && is_wide_space(p) ? 3
                : t.length >= 2 && is_fixed_space(p) ? 2 : 0;
    if (step == 0) break;
    t.start += step, t.length -= step;
  }
  for (;;) {
    const uint8_t *end = t.start + t.length;
    size_t step = t.length && end[-1] == ' ' ? 1 : t.length >= 3 && is_wide_space(end - 3) ? 3
                : t.length >= 2 && is_fixed_space(end - 2) ? 2 : 0;
    if (step == 0) return t;
    t.length -= step;
  }
}

bool tp_read_foreign_string(const tp_table *table, tp_text cell, tp_records *records, tr_cell *value) {
  for (size_t i = 0; i < cell.length; i++) {
    if (cell.start[i] < 0x20 || cell.start[i] == 0x7F) return false;
  }
  size_t before = records->text_length;
  bool is_decoded = table->charset == TP_CHARSET_UTF8    ? append_utf8(cell, records)
                    : table->charset == TP_CHARSET_CP932 ? append_cp932(table->cp932, cell, records)
                                                         : false;
  tp_text text = trimmed((tp_text){records->text + before, records->text_length - before});
  // Blank cells, dashes and marks for same-as-above are short; all of them are left to the other reader.
  bool may_be_mark = text.length <= 3 || (text.length == 6 && memcmp(text.start, "同上", 6) == 0);
  if (!is_decoded || (may_be_mark && !(text.length == 3 && text.start[0] >= 0xE4 && text.start[0] <= 0xE9))) {
    records->text_length = before;
    return false;
  }
  set_text(value, (size_t)(text.start - records->text), text.length);
  return true;
}

// --- What was read before ---

enum { places = 4096, longest_key = 40, longest_text = TP_TEXT_PER_CELL - 8 };

typedef struct {
  uint16_t column;
  uint8_t key_length; // 0 for none
  uint8_t text_length;
  uint8_t key[longest_key], text[longest_text];
  tr_cell value;
} memory_entry;

struct tp_memory {
  memory_entry entries[places];
};

tp_memory *tp_memory_new(void) { return calloc(1, sizeof(tp_memory)); }
void tp_memory_free(tp_memory *m) { free(m); }

static size_t place_of(size_t column, tp_text t) {
  uint64_t hash = column * 0x9E3779B97F4A7C15u + t.length; // FNV-1a
  for (size_t i = 0; i < t.length; i++) hash = (hash ^ t.start[i]) * 0x100000001B3u;
  return (hash ^ hash >> 29) % places;
}

void tp_memory_put(tp_memory *m, size_t column, const uint8_t *cell, size_t length, const tr_cell *value,
                   const uint8_t *text, size_t text_length) {
  if (!m || length == 0 || length > longest_key || column > UINT16_MAX) return;
  bool has_text = value->type == TR_TEXT || value->type == TR_LIST;
  tr_range range = has_text ? value->value.text : (tr_range){0, 0};
  if (range.length > longest_text || (uint64_t)range.offset + range.length > text_length) return;
  memory_entry *entry = &m->entries[place_of(column, (tp_text){cell, length})];
  entry->column = (uint16_t)column;
  entry->key_length = (uint8_t)length;
  entry->text_length = (uint8_t)range.length;
  memcpy(entry->key, cell, length);
  if (range.length) memcpy(entry->text, text + range.offset, range.length);
  entry->value = *value;
}

bool tp_memory_get(const tp_memory *m, size_t column, tp_text t, tp_records *records, tr_cell *value) {
  if (!m || t.length == 0 || t.length > longest_key) return false;
  const memory_entry *entry = &m->entries[place_of(column, t)];
  if (entry->key_length != t.length || entry->column != column || memcmp(entry->key, t.start, t.length) != 0) return false;
  *value = entry->value;
  if (value->type != TR_TEXT && value->type != TR_LIST) return true;
  tr_cell text;
  append(records, &text, entry->text, entry->text_length);
  value->value.text = text.value.text;
  return true;
}
