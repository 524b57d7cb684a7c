// What tests said of records that showed them the same values.
//
// A test whose code cannot leave anything behind (purity.c) depends on nothing but the columns that it reads, its parameters and
// its context. Ledgers have few zones, models and dates, and so the same questions come again and again. Only the code of
// an outcome is kept, for outcomes that are counted and not told; to tell one, the test is called.

#include "records.h"

enum { places = 8192, neighbours = 4, longest_key = 37, trial = 8192 };

typedef struct {
  uint64_t hash;
  uint8_t length, code;
  bool is_used;
  uint8_t key[longest_key];
} answer;

struct tl_memory {
  uint64_t columns; // that the test has been seen to read
  uint32_t asked, answered; // in the current trial
  bool is_off;
  size_t kept;
  size_t length; // of the key below
  uint64_t hash;
  uint8_t key[longest_key];
  answer answers[places];
};

tl_memory *tl_new_memory(void) { return calloc(1, sizeof(tl_memory)); }

// Adds bytes to the key; false if it becomes too long.
static bool add(tl_memory *m, const void *bytes, size_t length) {
  if (length > longest_key - m->length) return false;
  memcpy(m->key + m->length, bytes, length);
  m->length += length;
  return true;
}

// The columns' values, one after the other, each with its type and length.
static bool make_key(tl_memory *m, const tl_record *record) {
  m->length = 0;
  for (uint64_t left = m->columns; left; left &= left - 1) {
    const tr_cell *cell = &record->cells[__builtin_ctzll(left)];
    uint8_t type = (uint8_t)cell->type;
    if (cell->type == TR_TEXT || cell->type == TR_LIST) {
      tr_range text = cell->value.text;
      if (text.length > longest_key || (uint64_t)text.offset + text.length > record->text_length) return false;
      uint8_t length = (uint8_t)text.length;
      if (!add(m, &type, 1) || !add(m, &length, 1) || !add(m, record->text + text.offset, length)) return false;
    } else if (!add(m, &type, 1) || (cell->type != TR_NULL && !add(m, &cell->value, 8))) {
      return false;
    }
  }
  uint64_t hash = 0x9E3779B97F4A7C15u ^ m->length;
  for (size_t i = 0; i < m->length; i += 8) {
    uint64_t word = 0;
    memcpy(&word, m->key + i, m->length - i < 8 ? m->length - i : 8);
    hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
  }
  m->hash = hash;
  return true;
}

int tl_remembered(tl_memory *m, const tl_record *record) {
  if (m->is_off) return -1;
  if (m->asked == trial) {
    // Where most records are new to it, asking costs more than it gives.
    m->is_off = m->answered < trial / 4;
    m->asked = m->answered = 0;
  }
  m->asked++;
  if (!make_key(m, record)) {
    m->length = SIZE_MAX;
    return -1;
  }
  for (size_t i = 0; i < neighbours; i++) {
    const answer *a = &m->answers[(m->hash + i) % places];
    if (!a->is_used) break;
    if (a->hash != m->hash || a->length != m->length || memcmp(a->key, m->key, m->length) != 0) continue;
    m->answered++;
    return a->code;
  }
  return -1;
}

void tl_remember(tl_memory *m, uint64_t columns, int code) {
  if (m->is_off) return;
  if (columns & ~m->columns) {
    // It reads more than the keys say: nothing that was kept is of use.
    m->columns |= columns;
    // Untouched pages stay so: most tests read their columns at the first record, and of a short ledger nothing is ever kept.
    if (m->kept > 0) memset(m->answers, 0, sizeof m->answers);
    m->kept = 0;
    return;
  }
  if (m->length == SIZE_MAX || code < 0 || code >= TL_CODES) return;
  size_t place = m->hash % places;
  for (size_t i = 0; i < neighbours && m->answers[place].is_used; i++) place = (m->hash + i) % places;
  answer *a = &m->answers[place];
  *a = (answer){.hash = m->hash, .length = (uint8_t)m->length, .code = (uint8_t)code, .is_used = true};
  memcpy(a->key, m->key, m->length);
  m->kept++;
}
