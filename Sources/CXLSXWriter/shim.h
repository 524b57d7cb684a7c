// Debian's libxlsxwriter (libxlsxwriter-dev). It writes to a path alone, so that the caller gives it that of a file in memory.
#include <xlsxwriter.h>

// memfd_create(2), which sys/mman.h declares under _GNU_SOURCE alone. 1 is MFD_CLOEXEC.
extern int memfd_create(const char *name, unsigned int flags);
static inline int tenken_memory_file(void) { return memfd_create("workbook", 1); }
