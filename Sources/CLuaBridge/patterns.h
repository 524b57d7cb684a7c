// What can be told of a pattern before it is matched.

#ifndef TENKEN_PATTERNS_H
#define TENKEN_PATTERNS_H

#include <stdbool.h>
#include <stddef.h>

// Bytes that every match holds.
typedef struct {
  size_t length;
  bool is_prefix; // every match begins with them
  char bytes[64];
} tl_literal;

enum { TL_KNOWN_PATTERNS = 8 };

typedef struct {
  const char *address; // NULL for none
  size_t length;
  bool has_literal;
  char pattern[64];
  tl_literal literal;
} tl_known_pattern;

// What was found out about patterns: a test asks the same few of each record.
typedef struct {
  tl_known_pattern known[TL_KNOWN_PATTERNS];
  size_t next;      // the one that is forgotten next
  tl_literal other; // of the last pattern that is too long to be kept
} tl_patterns;

// The longest such bytes, valid until the next call. NULL if there are none, or if the pattern is not one whose form is known.
const tl_literal *tl_literal_of(tl_patterns *patterns, const char *pattern, size_t length);
// The first place where they stand; NULL if there is none.
const char *tl_find_literal(const tl_literal *literal, const char *subject, size_t length);

#endif
