// Starting a process that inherits nothing by accident.

#define _GNU_SOURCE
#include "tenken_confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

enum { first_free = 3 };

// Within the child nothing can be asked, so the descriptors are first moved above all numbers that are dealt out:
// a dup2 onto a number would otherwise close what another still needs.
static int set_files(posix_spawn_file_actions_t *actions, const int32_t *high, int count) {
  int error = 0;
  for (int i = 0; !error && i < first_free; i++) {
    error = posix_spawn_file_actions_addopen(actions, i, "/dev/null", O_RDWR, 0);
  }
  for (int i = 0; !error && i < count; i++) {
    error = posix_spawn_file_actions_adddup2(actions, high[i], first_free + i);
  }
  return error ? error : posix_spawn_file_actions_addclosefrom_np(actions, first_free + count);
}

static int set_signals(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int error = posix_spawnattr_setsigmask(attributes, &none);
  if (!error) error = posix_spawnattr_setsigdefault(attributes, &all);
  if (!error) error = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  return error;
}

static int spawn_moved(const char *path, char *const *arguments, char *const *environment, const int32_t *high,
                       int count, int32_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return error;
  error = posix_spawnattr_init(&attributes);
  if (!error) {
    error = set_files(&actions, high, count);
    if (!error) error = set_signals(&attributes);
    pid_t started = -1;
    if (!error) error = posix_spawn(&started, path, &actions, &attributes, arguments, environment);
    *process = started;
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

int tc_spawn(const char *path, char *const *arguments, char *const *environment, const int32_t *descriptors, int count,
             int32_t *process) {
  enum { most = 8 };
  int32_t high[most];
  int moved = 0, error = count > most ? EINVAL : 0;
  for (; !error && moved < count; moved++) {
    high[moved] = fcntl(descriptors[moved], F_DUPFD_CLOEXEC, first_free + most);
    if (high[moved] < 0) {
      error = errno;
      break;
    }
  }
  if (!error) error = spawn_moved(path, arguments, environment, high, count, process);
  for (int i = 0; i < moved; i++) close(high[i]);
  return error;
}
