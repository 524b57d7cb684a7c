// Starting a program that inherits nothing by accident.

#define _GNU_SOURCE
#include "tenken_site_data.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct program {
  const char *path;
  char *const *arguments;
  char *const *environment;
  int input, output, errors, failure;
  uint64_t memory;
  pid_t parent;
} program;

static bool set_files(const program *it) {
  if (dup2(it->input, 0) < 0 || dup2(it->output, 1) < 0 || dup2(it->errors, 2) < 0) return false;
  if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return true;
  // Before Linux 5.11: one by one. Everything of ours is opened with O_CLOEXEC; this is for what libraries leave open.
  struct rlimit files;
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return false;
  rlim_t most = files.rlim_cur < 65536 ? files.rlim_cur : 65536;
  for (rlim_t file = 3; file < most; file++) (void)fcntl((int)file, F_SETFD, FD_CLOEXEC);
  return true;
}

static bool set_limits(const program *it) {
  struct rlimit no_core = {0, 0}, memory = {it->memory, it->memory};
  return setrlimit(RLIMIT_CORE, &no_core) == 0 && (it->memory == 0 || setrlimit(RLIMIT_AS, &memory) == 0);
}

static void set_signals(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int signal = 1; signal < NSIG; signal++) (void)sigaction(signal, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  (void)sigprocmask(SIG_SETMASK, &none, NULL);
}

// The child. Other threads of the parent may hold any lock, so only what signal-safety(7) lists is called.
static _Noreturn void become(const program *it) {
  bool ready = setsid() >= 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == it->parent &&
               set_limits(it) && chdir("/") == 0 && set_files(it);
  if (ready) {
    set_signals();
    execve(it->path, it->arguments, it->environment);
  }
  int error = errno;
  ssize_t told = write(it->failure, &error, sizeof error);
  _exit(told == sizeof error ? 127 : 126);
}

// The parent: waits until the child has become the program, which closes the pipe, or tells why it cannot.
static int await(pid_t child, int failure) {
  int error = 0;
  ssize_t count;
  do count = read(failure, &error, sizeof error);
  while (count < 0 && errno == EINTR);
  if (count == 0) return 0;
  if (count != sizeof error) error = EIO;
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
  return error;
}

static int start_moved(program *it, int32_t *process) {
  int told[2];
  if (pipe2(told, O_CLOEXEC) != 0) return errno;
  it->failure = fcntl(told[1], F_DUPFD_CLOEXEC, 3);
  int error = it->failure < 0 ? errno : 0;
  close(told[1]);
  if (!error) {
    // All signals wait, so that no handler of the parent runs in the child.
    sigset_t all, before;
    sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t child = fork();
    if (child == 0) become(it);
    error = child < 0 ? errno : 0;
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(it->failure);
    if (!error) error = await(child, told[0]);
    if (!error) *process = child;
  }
  close(told[0]);
  return error;
}

int td_start(const char *path, char *const *arguments, char *const *environment, int output, int errors, uint64_t memory,
             int32_t *process) {
  int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (null < 0) return errno;
  // Above the three numbers that they are copied to, so that no copy closes what another still needs.
  program it = {.path = path, .arguments = arguments, .environment = environment, .parent = getpid(), .memory = memory};
  it.input = fcntl(null, F_DUPFD_CLOEXEC, 3);
  it.output = fcntl(output, F_DUPFD_CLOEXEC, 3);
  it.errors = fcntl(errors, F_DUPFD_CLOEXEC, 3);
  int error = it.input < 0 || it.output < 0 || it.errors < 0 ? errno : start_moved(&it, process);
  close(null);
  if (it.input >= 0) close(it.input);
  if (it.output >= 0) close(it.output);
  if (it.errors >= 0) close(it.errors);
  return error;
}

bool td_has_ended(int32_t process) {
  siginfo_t state = {0};
  if (waitid(P_PID, (id_t)process, &state, WEXITED | WNOHANG | WNOWAIT) != 0) return errno == ECHILD;
  return state.si_pid == process;
}
