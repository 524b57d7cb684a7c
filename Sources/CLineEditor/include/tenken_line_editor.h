// A line of a terminal that can be edited, with a history: libedit, whose calls take variable arguments, which Swift
// cannot pass.
//
// Text is UTF-8. Keys are Emacs's, and what ~/.editrc says (editrc(5)). There is one editor a process.

#ifndef TENKEN_LINE_EDITOR_H
#define TENKEN_LINE_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct tle_editor tle_editor;

typedef enum tle_status {
  TLE_LINE,      // a line was read
  TLE_CANCELLED, // Ctrl-C: whoever types wants none of it
  TLE_END,       // Ctrl-D on an empty line, or the terminal is gone
} tle_status;

// What the Tab key came to.
typedef enum tle_completion {
  TLE_NOTHING,  // a beep
  TLE_INSERTED, // tle_insert was called
  TLE_SHOWN,    // something was printed below the line, which must be drawn again
} tle_completion;

// Called on Tab with the line and the bytes before the cursor; the line is valid during the call.
typedef tle_completion (*tle_completer)(void *context, const char *line, size_t length, size_t cursor);

// Opens an editor on standard input and output, which must be a terminal. NULL if there is none to be had.
tle_editor *tle_open(const char *program, size_t history_size, tle_completer completer, void *context);
void tle_close(tle_editor *e);

// Reads a line. The text has no newline and is valid until the next call.
tle_status tle_read(tle_editor *e, const char *prompt, const char **text, size_t *length);
// Inserts text before the cursor; for the completer.
bool tle_insert(tle_editor *e, const char *text);

// Remembers a line; one that is the same as the last is not remembered again.
void tle_remember(tle_editor *e, const char *text);
// Reads what was remembered in a file, and writes it there, for its owner only. False if that is not possible.
bool tle_load_history(tle_editor *e, const char *path);
bool tle_save_history(tle_editor *e, const char *path);

#endif
