// The page that a worker and its host share. Writes are ordered, so that whatever the host reads after a sudden end is whole.

#define _GNU_SOURCE
#include "tenken_confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct tc_progress {
  _Atomic uint64_t calls;
  _Atomic uint32_t task, source, file, line;
  // Offsets in the worker's stream of bytes: where `pending` begins, and the end of what was appended.
  _Atomic uint64_t start, end;
  uint8_t pending[TC_PENDING_CAPACITY];
};

int tc_progress_create(void) {
  int file = memfd_create("tenken-progress", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -1;
  // A worker that made the file shorter would give the host a SIGBUS.
  if (ftruncate(file, sizeof(tc_progress)) != 0 ||
      fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    int error = errno;
    close(file);
    errno = error;
    return -1;
  }
  return file;
}

tc_progress *tc_progress_map(int descriptor, bool writable) {
  int protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
  void *page = mmap(NULL, sizeof(tc_progress), protection, MAP_SHARED, descriptor, 0);
  return page == MAP_FAILED ? NULL : page;
}

void tc_progress_unmap(tc_progress *page) { munmap(page, sizeof *page); }

void tc_progress_begin(tc_progress *page, const tc_position *position) {
  atomic_store_explicit(&page->task, position->task, memory_order_relaxed);
  atomic_store_explicit(&page->source, position->source, memory_order_relaxed);
  atomic_store_explicit(&page->file, position->file, memory_order_relaxed);
  atomic_store_explicit(&page->line, position->line, memory_order_relaxed);
  // The worker alone writes, so adding needs no locked instruction.
  uint64_t calls = atomic_load_explicit(&page->calls, memory_order_relaxed);
  atomic_store_explicit(&page->calls, calls + 1, memory_order_release);
}

void tc_progress_end(tc_progress *page) {
  uint64_t calls = atomic_load_explicit(&page->calls, memory_order_relaxed);
  atomic_store_explicit(&page->calls, calls + 1, memory_order_release);
}

void tc_progress_move(tc_progress *page, uint32_t source, uint32_t file) {
  atomic_store_explicit(&page->source, source, memory_order_relaxed);
  atomic_store_explicit(&page->file, file, memory_order_relaxed);
}

void tc_watch_begin(void *context, uint32_t test, uint32_t line) {
  const tc_watch *watch = context;
  atomic_store_explicit(&watch->page->task, watch->tasks[test], memory_order_relaxed);
  atomic_store_explicit(&watch->page->line, line, memory_order_relaxed);
  tc_progress_end(watch->page); // counts one more, as a begin does
}

void tc_watch_end(void *context) {
  const tc_watch *watch = context;
  tc_progress_end(watch->page);
}

tc_position tc_progress_read(const tc_progress *page) {
  return (tc_position){
      .calls = atomic_load_explicit(&page->calls, memory_order_acquire),
      .task = atomic_load_explicit(&page->task, memory_order_relaxed),
      .source = atomic_load_explicit(&page->source, memory_order_relaxed),
      .file = atomic_load_explicit(&page->file, memory_order_relaxed),
      .line = atomic_load_explicit(&page->line, memory_order_relaxed),
  };
}

bool tc_pending_append(tc_progress *page, const uint8_t *bytes, size_t length) {
  uint64_t start = atomic_load_explicit(&page->start, memory_order_relaxed);
  uint64_t end = atomic_load_explicit(&page->end, memory_order_relaxed);
  if (length > TC_PENDING_CAPACITY - (end - start)) return false;
  if (length) memcpy(page->pending + (end - start), bytes, length);
  atomic_store_explicit(&page->end, end + length, memory_order_release);
  return true;
}

const uint8_t *tc_pending_bytes(const tc_progress *page, size_t *length) {
  *length = (size_t)(atomic_load_explicit(&page->end, memory_order_relaxed) -
                     atomic_load_explicit(&page->start, memory_order_relaxed));
  return page->pending;
}

void tc_pending_flushed(tc_progress *page) {
  uint64_t end = atomic_load_explicit(&page->end, memory_order_relaxed);
  atomic_store_explicit(&page->start, end, memory_order_release);
}

void tc_pending_passed(tc_progress *page, size_t length) {
  uint64_t end = atomic_load_explicit(&page->end, memory_order_relaxed) + length;
  // Between the two stores `start` is behind the truth by bytes that the host has, so it takes none twice.
  atomic_store_explicit(&page->end, end, memory_order_release);
  atomic_store_explicit(&page->start, end, memory_order_release);
}

size_t tc_pending_rest(const tc_progress *page, uint64_t offset, uint8_t *bytes) {
  uint64_t start = atomic_load_explicit(&page->start, memory_order_acquire);
  uint64_t end = atomic_load_explicit(&page->end, memory_order_acquire);
  if (start > end || end - start > TC_PENDING_CAPACITY || offset < start || offset >= end) return 0;
  memcpy(bytes, page->pending + (offset - start), (size_t)(end - offset));
  return (size_t)(end - offset);
}
