// System calls that reading a site's data takes and that Swift cannot say: variadic ones, and what stands between fork and exec.
// Databases have a header of their own, tenken_sqlite.h.

#ifndef TENKEN_SITE_DATA_H
#define TENKEN_SITE_DATA_H

#include <stdbool.h>
#include <stdint.h>

#include "tenken_rows.h"

// Opens a folder below another one without following a link of any kind on the way (openat2(2), Linux 5.6).
// Returns a descriptor, or -1 and errno: ENOSYS where the kernel does not have the call.
int td_open_folder_beneath(int root, const char *path);

// The flag of open(2) for a descriptor that only names a folder, so that the folder need not be readable: O_PATH.
extern const int32_t td_names_only;

// Makes a pipe, reading end first, that closes on exec and whose reading does not wait. Returns 0, or -1 and errno.
int td_pipe(int32_t *ends);

// Makes an anonymous file in memory that can be written. Returns a descriptor, or -1 and errno.
int td_memory_file(void);
// Makes it read-only for good. Returns 0 or an errno.
int td_seal_file(int file);

// Starts a program in a session of its own, in the folder /, with /dev/null as its input and nothing else open but the two
// outputs; signals have their defaults and none is blocked. It is killed when the calling thread ends.
// The arrays of strings end with NULL. Its address space is at most so many bytes; 0 for no limit of ours.
// Returns 0 and the process, or an errno: that of execve(2) if the program cannot be run.
int td_start(const char *path, char *const *arguments, char *const *environment, int output, int errors, uint64_t memory,
             int32_t *process);

// Whether a child has ended. It stays a zombie, so that neither its number nor its group's is given to anybody else.
bool td_has_ended(int32_t process);

// Whether something keeps the machine's clock right, as far as the kernel was told (adjtimex(2)).
bool td_clock_is_kept(void);

#endif
