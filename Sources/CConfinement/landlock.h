// The part of the kernel's Landlock interface that is used, by number: the headers of a distribution know only its own kernel's,
// and the program must seal itself as well as the kernel that it meets allows (Documentation/userspace-api/landlock.rst).

#ifndef TENKEN_LANDLOCK_H
#define TENKEN_LANDLOCK_H

#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_restrict_self 446
#endif

enum { LANDLOCK_VERSION_FLAG = 1 };

// Each later ABI added members at the end, so a shorter size speaks an older one.
struct landlock_ruleset {
  uint64_t handled_access_fs;  // ABI 1
  uint64_t handled_access_net; // ABI 4
  uint64_t scoped;             // ABI 6
};

static inline uint64_t landlock_fs_rights(int abi) {
  uint64_t rights = (1ULL << 13) - 1;  // execute to make_sym
  if (abi >= 2) rights |= 1ULL << 13;  // refer
  if (abi >= 3) rights |= 1ULL << 14;  // truncate
  if (abi >= 5) rights |= 1ULL << 15;  // ioctl_dev
  return rights;
}

static inline uint64_t landlock_net_rights(int abi) { return abi >= 4 ? 3 : 0; }  // bind_tcp, connect_tcp
static inline uint64_t landlock_scopes(int abi) { return abi >= 6 ? 3 : 0; }      // abstract Unix sockets, signals

static inline size_t landlock_ruleset_size(int abi) {
  return abi >= 6 ? sizeof(struct landlock_ruleset) : abi >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
}

#endif
