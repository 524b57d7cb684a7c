#define _GNU_SOURCE
#include <dlfcn.h>
#include <string.h>
#include <sys/mman.h>

#include "CXLSXWriter.h"

// The release whose headers this was built with: another one may call things otherwise.
static const char file_name[] = "libxlsxwriter.so." LXW_SOVERSION;

// ISO C knows no conversion from dlsym's pointer to that of a function; POSIX says that both have one representation.
static bool find(void *handle, const char *name, void *function, size_t size) {
  void *found = dlsym(handle, name);
  if (found && size == sizeof found) memcpy(function, &found, size);
  return found && size == sizeof found;
}

bool txw_load(txw_library *library) {
  void *handle = dlopen(file_name, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return false;
  txw_library all;
#define TXW_FIND(name) &&find(handle, #name, &all.name, sizeof all.name)
  if (!(true TXW_FUNCTIONS(TXW_FIND))) return false;
  *library = all;
  return true;
}

int txw_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }
