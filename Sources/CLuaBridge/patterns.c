// Which bytes every match of a Lua pattern holds, and whether it begins with them: a subject without them need not be matched place by
// place, which takes the library several nanoseconds a byte. They are looked for sixteen places at a time.
//
// Only patterns whose whole form is known here are spoken of, so that what the library raises of a pattern stays as it is.

#define _GNU_SOURCE // memmem(3)
#include "patterns.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

// The library's matcher calls itself at parentheses and repetitions, and raises where that goes deeper than 200 (MAXCCALLS).
enum { most_captures = 32, most_calls = 150, longest_literal = sizeof((tl_literal *)0)->bytes };

typedef struct {
  const char *at, *end;
  tl_literal run;      // the literal that goes on here
  bool run_is_prefix;  // whether nothing else stands before it
  unsigned open, captures;
  unsigned calls;
} scan;

static void end_run(scan *s, tl_literal *found) {
  // A later one of the same length is no better, and one that begins the match tells where it can begin.
  if (s->run.length > found->length) {
    *found = s->run;
    found->is_prefix = s->run_is_prefix;
  }
  s->run.length = 0;
  s->run_is_prefix = false;
}

// Passes over a set behind its bracket. False where it does not end.
static bool pass_set(scan *s) {
  if (s->at < s->end && *s->at == '^') s->at++;
  do {
    if (s->at == s->end) return false;
    if (*s->at++ == '%' && s->at < s->end) s->at++;
  } while (s->at == s->end || *s->at != ']');
  s->at++;
  return true;
}

// Takes a parenthesis, which takes up no byte of a match.
static bool take_parenthesis(scan *s, char c) {
  if (c == ')') return s->open-- > 0;
  if (++s->captures > most_captures) return false;
  if (s->at < s->end && *s->at == ')') s->at++; // a position
  else s->open++;
  return true;
}

// Takes one item that stands for one byte; false for what is not known. `literal` is its byte, or -1.
static bool take_single(scan *s, char c, int *literal) {
  *literal = -1;
  if (c == '.') return true;
  if (c == '[') return pass_set(s);
  if (c != '%') {
    *literal = (unsigned char)c;
    return true;
  }
  if (s->at == s->end || isdigit((unsigned char)*s->at) || *s->at == 'b' || *s->at == 'f') return false;
  c = *s->at++;
  if (!isalpha((unsigned char)c)) *literal = (unsigned char)c;
  return true;
}

static bool take_item(scan *s, tl_literal *found) {
  char c = *s->at++;
  if (c == '(' || c == ')') return ++s->calls <= most_calls && take_parenthesis(s, c);
  if (c == '$' && s->at == s->end) return true;
  int literal;
  if (!take_single(s, c, &literal)) return false;
  char times = s->at < s->end ? *s->at : 0;
  bool is_repeated = times == '*' || times == '+' || times == '-' || times == '?';
  if (is_repeated) {
    if (++s->calls > most_calls) return false;
    s->at++;
  }
  if (literal >= 0 && (!is_repeated || times == '+') && s->run.length < longest_literal) {
    s->run.bytes[s->run.length++] = (char)literal;
  } else if (literal >= 0 && !is_repeated) {
    end_run(s, found); // it is long enough; another one may begin
    s->run.bytes[s->run.length++] = (char)literal;
  }
  if (is_repeated || literal < 0) end_run(s, found);
  return true;
}

static bool find_out(const char *pattern, size_t length, tl_literal *literal) {
  scan s = {.at = pattern, .end = pattern + length, .run_is_prefix = true};
  literal->length = 0;
  literal->is_prefix = false;
  if (length > 0 && *pattern == '^') {
    s.at++;
    s.run_is_prefix = false;
  }
  while (s.at < s.end) {
    if (!take_item(&s, literal)) return false;
  }
  end_run(&s, literal);
  return s.open == 0 && literal->length > 0;
}

const tl_literal *tl_literal_of(tl_patterns *patterns, const char *pattern, size_t length) {
  tl_known_pattern *known = patterns->known, *end = known + TL_KNOWN_PATTERNS;
  if (length > sizeof known->pattern) return find_out(pattern, length, &patterns->other) ? &patterns->other : NULL;
  // Lua moves no string, so that a pattern is met at the same address; another may stand there later.
  while (known < end && known->address != pattern) known++;
  if (known == end) {
    known = &patterns->known[patterns->next];
    patterns->next = (patterns->next + 1) % TL_KNOWN_PATTERNS;
  } else if (known->length == length && memcmp(known->pattern, pattern, length) == 0) {
    return known->has_literal ? &known->literal : NULL;
  }
  known->address = pattern;
  known->length = length;
  memcpy(known->pattern, pattern, length);
  known->has_literal = find_out(pattern, length, &known->literal);
  return known->has_literal ? &known->literal : NULL;
}

typedef uint8_t block __attribute__((vector_size(16)));
enum { block_size = sizeof(block) };

static block filled_with(char c) { return (block){0} + (uint8_t)c; }

// Looks for the literal at the places of a block.
static const char *find_in_block(const tl_literal *literal, const char *at, block first, block last) {
  block here, behind;
  memcpy(&here, at, block_size);
  memcpy(&behind, at + literal->length - 1, block_size);
  __auto_type hits = (here == first) & (behind == last);
  uint64_t halves[2];
  memcpy(halves, &hits, block_size);
  if ((halves[0] | halves[1]) == 0) return NULL;
  for (size_t i = 0; i < block_size; i++) {
    if (hits[i] && memcmp(at + i, literal->bytes, literal->length) == 0) return at + i;
  }
  return NULL;
}

const char *tl_find_literal(const tl_literal *literal, const char *subject, size_t length) {
  if (length < literal->length) return NULL;
  size_t places = length - literal->length + 1;
  if (places < block_size) return memmem(subject, length, literal->bytes, literal->length);
  block first = filled_with(literal->bytes[0]), last = filled_with(literal->bytes[literal->length - 1]);
  const char *found = NULL;
  size_t place = 0;
  for (; !found && place + block_size <= places; place += block_size) {
    found = find_in_block(literal, subject + place, first, last);
  }
  // The last block overlaps the one before, in which nothing was found.
  return found || place == places ? found : find_in_block(literal, subject + places - block_size, first, last);
}
