// What confining a process takes that Swift cannot say: variadic system calls, structures with flexible ends, filters.
//
// Nothing here allocates in shared memory, keeps a pointer that it was given, or knows what the processes are for.

#ifndef TENKEN_CONFINEMENT_H
#define TENKEN_CONFINEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// --- Starting -----------------------------------------------------------------------------------------------------------

// Starts a program with nothing but the given descriptors, as 3, 4, and so on, and three times /dev/null; signals have their
// defaults and none is blocked. The arrays of strings end with NULL. Returns 0 and the process, or an errno.
int tc_spawn(const char *path, char *const *arguments, char *const *environment, const int32_t *descriptors, int count,
             int32_t *process);

// --- Sealing ----------------------------------------------------------------------------------------------------------

typedef struct tc_limits {
  uint64_t memory;      // bytes that may be allocated from now on, beside what is mapped already
  uint64_t cpu_seconds; // processor time of the whole process; at most one more until it is killed
} tc_limits;

typedef enum tc_step {
  TC_SEALED,
  TC_STEP_PARENT,    // the process that started this one is gone already
  TC_STEP_RLIMITS,   // setrlimit(2)
  TC_STEP_LANDLOCK,  // landlock_restrict_self(2), though the kernel has Landlock
  TC_STEP_FILTER,    // seccomp_load(3)
} tc_step;

typedef struct tc_seal {
  tc_step failed;   // TC_SEALED, or the first step that did not succeed
  int error;        // errno of that step
  int landlock_abi; // 0 where the kernel has no Landlock or does not enable it
} tc_seal;

// Gives up for good what a computing process does not need: privileges, files, sockets, programs, other processes.
// Descriptors that are open stay open. The process must have one thread; it is killed when its parent ends.
// When a step fails, the process may be half sealed and must end.
tc_seal tc_seal_process(const tc_limits *limits, int32_t parent);

// The Landlock ABI of the running kernel; 0 where there is none.
int tc_landlock_abi(void);

// --- Descriptors over a socket ------------------------------------------------------------------------------------------

// Sends open descriptors over a Unix stream socket. Returns 0 or an errno.
int tc_send_descriptors(int socket, const int32_t *descriptors, size_t count);
// Receives exactly so many; they close on exec. Returns 0 or an errno; ENOTCONN if the other side is gone.
int tc_receive_descriptors(int socket, int32_t *descriptors, size_t count);

// Makes an anonymous file of some bytes that nobody can change any more. Returns -1 and sets errno if it cannot.
int tc_memory_file(const uint8_t *bytes, size_t length);

// --- A page that two processes share ------------------------------------------------------------------------------------

enum { TC_PENDING_CAPACITY = 64 * 1024 };

// How far a worker is, and what it has said but not yet written to its socket, so that its end loses neither.
// The worker alone writes. The host copies what it reads and believes none of it.
typedef struct tc_progress tc_progress;

// Makes an anonymous file of the page's size, whose size nobody can change again. Returns -1 and sets errno if it cannot.
int tc_progress_create(void);
// Maps it; NULL if that is not possible. Unmapped with tc_progress_unmap.
tc_progress *tc_progress_map(int descriptor, bool writable);
void tc_progress_unmap(tc_progress *page);

typedef struct tc_position {
  uint64_t calls;  // counts up when a call begins and when it ends, so it is odd within one
  uint32_t task;   // what runs: a number that means something to the two sides
  uint32_t source; // which of its inputs, from 0
  uint32_t file;   // which file of that input, from 0
  uint32_t line;   // 0 for none
} tc_position;

// Worker: a call into foreign code begins at a position; `calls` is not taken from it. It ends.
void tc_progress_begin(tc_progress *page, const tc_position *position);
void tc_progress_end(tc_progress *page);
// Worker: the source and the file of the calls that follow.
void tc_progress_move(tc_progress *page, uint32_t source, uint32_t file);
// The same as begin and end for calls by the million: `test` is an index into the tasks.
typedef struct tc_watch {
  tc_progress *page;
  const uint32_t *tasks;
} tc_watch;
void tc_watch_begin(void *watch, uint32_t test, uint32_t line);
void tc_watch_end(void *watch);
// Host.
tc_position tc_progress_read(const tc_progress *page);

// Worker: appends bytes of the stream to what is pending. False if there is no room: then it must be flushed first.
bool tc_pending_append(tc_progress *page, const uint8_t *bytes, size_t length);
// Worker: what is pending, to be written to the socket.
const uint8_t *tc_pending_bytes(const tc_progress *page, size_t *length);
// Worker: everything pending was written.
void tc_pending_flushed(tc_progress *page);
// Worker, with nothing pending: so many bytes went to the socket directly.
void tc_pending_passed(tc_progress *page, size_t length);
// Host, after the worker's end: copies the bytes of the stream from an offset on, at most TC_PENDING_CAPACITY of them.
// Returns how many; 0 if there are none, or if the page contradicts itself.
size_t tc_pending_rest(const tc_progress *page, uint64_t offset, uint8_t *bytes);

// --- Time ---------------------------------------------------------------------------------------------------------------

// The processor time in nanoseconds that another process has used; -1 if it is not to be had.
int64_t tc_processor_time(int32_t process);

#endif
