// Debian's libxlsxwriter (libxlsxwriter-dev), loaded by whoever writes a workbook: with the libraries that it needs itself it takes
// each process a millisecond, and most processes, all workers among them, write none.
//
// It writes to a path alone, so that the caller gives it that of a file in memory.

#ifndef TENKEN_XLSX_WRITER_H
#define TENKEN_XLSX_WRITER_H

#include <stdbool.h>
#include <xlsxwriter.h>

// The functions of the library that are used.
#define TXW_FUNCTIONS(f)                                                                                               \
  f(lxw_version) f(workbook_new) f(workbook_close) f(workbook_set_properties) f(workbook_add_format)                   \
  f(workbook_add_worksheet) f(format_set_align) f(format_set_bg_color) f(format_set_bold) f(format_set_bottom)         \
  f(format_set_bottom_color) f(format_set_font_color) f(format_set_font_name) f(format_set_font_size)                  \
  f(format_set_text_wrap) f(worksheet_autofilter) f(worksheet_fit_to_pages) f(worksheet_freeze_panes)                  \
  f(worksheet_repeat_rows) f(worksheet_set_column) f(worksheet_set_footer) f(worksheet_set_landscape)                  \
  f(worksheet_set_margins) f(worksheet_set_paper) f(worksheet_set_row) f(worksheet_write_number)                       \
  f(worksheet_write_string)

#define TXW_FIELD(name) __typeof__(&name) _Nonnull name;
typedef struct txw_library {
  TXW_FUNCTIONS(TXW_FIELD)
} txw_library;

// Loads the library, or finds it loaded; it stays. False, with nothing written, if it or one of the functions is not there.
bool txw_load(txw_library *_Nonnull library);

// A file in memory: its descriptor, or -1 and errno.
int txw_memory_file(void);

#endif
