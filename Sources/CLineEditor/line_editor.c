#include "tenken_line_editor.h"

#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct tle_editor {
  EditLine *edit;
  History *history;
  tle_completer completer;
  void *context;
  const char *prompt;
  char *text; // the line that was read last
  bool is_cancelled;
};

static tle_editor *editor_of(EditLine *edit) {
  void *data = NULL;
  el_get(edit, EL_CLIENTDATA, &data);
  return data;
}

static char *show_prompt(EditLine *edit) {
  static char none[] = "";
  const tle_editor *e = editor_of(edit);
  // libedit reads the prompt and writes nothing to it (editline(3)).
  return e && e->prompt ? (char *)(void *)e->prompt : none;
}

static unsigned char complete(EditLine *edit, int key) {
  (void)key;
  tle_editor *e = editor_of(edit);
  const LineInfo *line = el_line(edit);
  size_t length = (size_t)(line->lastchar - line->buffer), cursor = (size_t)(line->cursor - line->buffer);
  switch (e->completer(e->context, line->buffer, length, cursor)) {
  case TLE_INSERTED:
    return CC_REFRESH;
  case TLE_SHOWN:
    return CC_REDISPLAY;
  default:
    return CC_REFRESH_BEEP;
  }
}

// Ends the line as Enter does, but marks it as unwanted.
static unsigned char cancel(EditLine *edit, int key) {
  (void)key;
  editor_of(edit)->is_cancelled = true;
  return CC_NEWLINE;
}

tle_editor *tle_open(const char *program, size_t history_size, tle_completer completer, void *context) {
  // The editor takes the width of characters from the locale; where that knows no UTF-8, C.UTF-8 does.
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
  tle_editor *e = calloc(1, sizeof *e);
  if (!e) return NULL;
  e->completer = completer;
  e->context = context;
  e->edit = el_init(program, stdin, stdout, stderr);
  e->history = history_init();
  if (!e->edit || !e->history) {
    tle_close(e);
    return NULL;
  }
  HistEvent event;
  history(e->history, &event, H_SETSIZE, (int)history_size);
  history(e->history, &event, H_SETUNIQUE, 1);
  el_set(e->edit, EL_CLIENTDATA, e);
  el_set(e->edit, EL_HIST, history, e->history);
  el_set(e->edit, EL_EDITOR, "emacs");
  // Restores the terminal when a signal ends the process, and follows the window's size.
  el_set(e->edit, EL_SIGNAL, 1);
  el_set(e->edit, EL_PROMPT, show_prompt);
  el_set(e->edit, EL_ADDFN, "tenken-complete", "Complete the name before the cursor", complete);
  el_set(e->edit, EL_ADDFN, "tenken-cancel", "Give the line up", cancel);
  el_source(e->edit, NULL);
  // While a line is edited, Ctrl-C is a key and no signal.
  el_set(e->edit, EL_SETTY, "-d", "-isig", NULL);
  el_set(e->edit, EL_BIND, "^C", "tenken-cancel", NULL);
  el_set(e->edit, EL_BIND, "^I", "tenken-complete", NULL);
  el_set(e->edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return e;
}

void tle_close(tle_editor *e) {
  if (e->history) history_end(e->history);
  if (e->edit) el_end(e->edit);
  free(e->text);
  free(e);
}

tle_status tle_read(tle_editor *e, const char *prompt, const char **text, size_t *length) {
  e->prompt = prompt;
  e->is_cancelled = false;
  // el_gets shows the prompt before it makes Ctrl-C a key; who types at once would send a signal, and keep the line.
  el_set(e->edit, EL_PREP_TERM, 1);
  int count = 0;
  const char *line = el_gets(e->edit, &count);
  e->prompt = NULL;
  free(e->text);
  e->text = line && count > 0 ? strndup(line, (size_t)count) : NULL;
  if (e->is_cancelled) return TLE_CANCELLED;
  if (!e->text) return TLE_END;
  *length = strlen(e->text);
  if (*length > 0 && e->text[*length - 1] == '\n') e->text[--*length] = 0;
  *text = e->text;
  return TLE_LINE;
}

bool tle_insert(tle_editor *e, const char *text) { return el_insertstr(e->edit, text) == 0; }

void tle_remember(tle_editor *e, const char *text) {
  HistEvent event;
  history(e->history, &event, H_ENTER, text);
}

bool tle_load_history(tle_editor *e, const char *path) {
  HistEvent event;
  return history(e->history, &event, H_LOAD, path) >= 0;
}

bool tle_save_history(tle_editor *e, const char *path) {
  // What people have asked for may name persons. The file is made for its owner before anything is written.
  mode_t mask = umask(077);
  HistEvent event;
  bool is_saved = history(e->history, &event, H_SAVE, path) >= 0;
  umask(mask);
  return is_saved;
}
