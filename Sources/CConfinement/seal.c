// Sealing a process: what it gives up, in the order in which it may still do so.

#define _GNU_SOURCE
#include "landlock.h"
#include "tenken_confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

int tc_landlock_abi(void) {
  long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_VERSION_FLAG);
  return abi > 0 ? (int)abi : 0;
}

// The bytes that are mapped now; 0 if the kernel does not tell.
static uint64_t mapped_now(void) {
  FILE *file = fopen("/proc/self/statm", "re");
  unsigned long pages = 0;
  if (!file) return 0;
  if (fscanf(file, "%lu", &pages) != 1) pages = 0;
  fclose(file);
  return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static bool limit(int resource, uint64_t soft, uint64_t hard) {
  struct rlimit old;
  if (getrlimit(resource, &old) != 0) return false;
  if (old.rlim_max < hard) hard = old.rlim_max;
  if (hard < soft) soft = hard;
  struct rlimit new = {.rlim_cur = soft, .rlim_max = hard};
  return setrlimit(resource, &new) == 0;
}

static bool set_limits(const tc_limits *limits) {
  uint64_t memory = mapped_now() + limits->memory;
  return limit(RLIMIT_AS, memory, memory) && limit(RLIMIT_CPU, limits->cpu_seconds, limits->cpu_seconds + 1) &&
         limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NPROC, 0, 0) &&
         limit(RLIMIT_MEMLOCK, 0, 0) && limit(RLIMIT_MSGQUEUE, 0, 0);
}

static bool restrict_files(int abi) {
  struct landlock_ruleset rules = {
      .handled_access_fs = landlock_fs_rights(abi),
      .handled_access_net = landlock_net_rights(abi),
      .scoped = landlock_scopes(abi),
  };
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, landlock_ruleset_size(abi), 0);
  if (ruleset < 0) return false;
  // No rule is added: everything that the ruleset handles is denied.
  bool done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  int error = errno;
  close(ruleset);
  errno = error;
  return done;
}

// What a process that computes needs once its files are open. Everything else ends it.
static const int computing[] = {
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(sendmsg), SCMP_SYS(recvmsg), SCMP_SYS(poll),
    SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(lseek), SCMP_SYS(fadvise64),
    SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise),
    SCMP_SYS(futex), SCMP_SYS(restart_syscall), SCMP_SYS(sched_yield), SCMP_SYS(gettid), SCMP_SYS(getpid),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(timer_create), SCMP_SYS(timer_settime), SCMP_SYS(timer_gettime), SCMP_SYS(timer_delete),
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
    SCMP_SYS(exit), SCMP_SYS(exit_group),
};

// What libraries try of themselves and live without. A refusal leaves them their other way.
static const int refused[] = {
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(stat),
    SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(ioctl),
    SCMP_SYS(sched_getaffinity), SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(membarrier), SCMP_SYS(fcntl),
};

static int add_rules(scmp_filter_ctx filter) {
  int error = 0;
  for (size_t i = 0; !error && i < sizeof computing / sizeof *computing; i++) {
    error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, computing[i], 0);
  }
  for (size_t i = 0; !error && i < sizeof refused / sizeof *refused; i++) {
    error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), refused[i], 0);
  }
  // Memory may be had, but none that can be executed.
  if (!error) {
    error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  }
  if (!error) {
    error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  }
  // fstat(2) of the C library is newfstatat(2) with an empty path. The path is not looked at here: Landlock, too, lets metadata be seen.
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, SCMP_A3(SCMP_CMP_EQ, AT_EMPTY_PATH));
  }
  // abort(3) sends a signal to this process; none goes to another.
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
  }
  // Limits may be asked for, not set.
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0));
  }
  return error;
}

// 0 or an errno.
static int filter_calls(void) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
  if (!filter) return ENOMEM;
  // libseccomp gives negative errno values.
  int error = add_rules(filter);
  if (!error) error = seccomp_load(filter);
  seccomp_release(filter);
  return -error;
}

tc_seal tc_seal_process(const tc_limits *limits, int32_t parent) {
  tc_seal seal = {.failed = TC_STEP_PARENT};
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) return seal;
  seal.failed = TC_STEP_RLIMITS;
  if (prctl(PR_SET_DUMPABLE, 0) != 0 || !set_limits(limits) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    seal.error = errno;
    return seal;
  }
  seal.failed = TC_STEP_LANDLOCK;
  seal.landlock_abi = tc_landlock_abi();
  if (seal.landlock_abi && !restrict_files(seal.landlock_abi)) {
    seal.error = errno;
    return seal;
  }
  seal.failed = TC_STEP_FILTER;
  seal.error = filter_calls();
  if (!seal.error) seal.failed = TC_SEALED;
  return seal;
}
