// Opening below a folder, pipes, and files in memory.

#define _GNU_SOURCE
#include "tenken_site_data.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int td_open_folder_beneath(int root, const char *path) {
  struct open_how how = {
      .flags = O_PATH | O_DIRECTORY | O_CLOEXEC,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  return (int)syscall(SYS_openat2, root, path, &how, sizeof how);
}

const int32_t td_names_only = O_PATH;

int td_pipe(int32_t *ends) {
  int made[2];
  if (pipe2(made, O_CLOEXEC) != 0) return -1;
  // Only this end: a program may not expect that its own does not wait.
  (void)fcntl(made[0], F_SETFL, O_NONBLOCK);
  ends[0] = made[0];
  ends[1] = made[1];
  return 0;
}

int td_memory_file(void) { return memfd_create("tenken", MFD_CLOEXEC | MFD_ALLOW_SEALING); }

int td_seal_file(int file) {
  int seals = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
  return fcntl(file, F_ADD_SEALS, seals) == 0 ? 0 : errno;
}
