// The file system that SQLite sees: one file that cannot change, and no other (https://sqlite.org/vfs.html).

#include "sqlite_file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  sqlite3_file base;
  td_bytes_source *source;
} source_file;

// The source of the connection that this thread is at: SQLite opens its file by name alone, and asks for the time without any.
static _Thread_local td_bytes_source *current;

void td_use_source(td_bytes_source *source) { current = source; }

static int file_close(sqlite3_file *file) {
  (void)file;
  return SQLITE_OK;
}

static int file_read(sqlite3_file *file, void *buffer, int count, sqlite3_int64 offset) {
  td_bytes_source *source = ((source_file *)file)->source;
  char *target = buffer;
  int done = 0;
  if (source->descriptor < 0) {
    if (offset >= 0 && offset < source->length) {
      int64_t left = source->length - offset;
      done = left < count ? (int)left : count;
      memcpy(target, source->bytes + offset, (size_t)done);
    }
  } else {
    while (done < count) {
      ssize_t got = pread(source->descriptor, target + done, (size_t)(count - done), offset + done);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        source->error = errno;
        return SQLITE_IOERR_READ;
      }
      if (got == 0) break;
      done += (int)got;
    }
  }
  if (done == count) return SQLITE_OK;
  memset(target + done, 0, (size_t)(count - done)); // as SQLite wants it of a file that ends early
  return SQLITE_IOERR_SHORT_READ;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  const td_bytes_source *source = ((source_file *)file)->source;
  *size = source->length;
  if (source->descriptor < 0) return SQLITE_OK;
  struct stat status;
  if (fstat(source->descriptor, &status) != 0) return SQLITE_IOERR_FSTAT;
  *size = status.st_size;
  return SQLITE_OK;
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  (void)file, (void)bytes, (void)count, (void)offset;
  return SQLITE_READONLY;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  (void)file, (void)size;
  return SQLITE_READONLY;
}

static int file_sync(sqlite3_file *file, int flags) {
  (void)file, (void)flags;
  return SQLITE_OK;
}

static int file_lock(sqlite3_file *file, int level) {
  (void)file, (void)level;
  return SQLITE_OK;
}

static int file_is_reserved(sqlite3_file *file, int *result) {
  (void)file;
  *result = 0;
  return SQLITE_OK;
}

static int file_control(sqlite3_file *file, int operation, void *argument) {
  (void)file, (void)operation, (void)argument;
  return SQLITE_NOTFOUND;
}

static int file_sector_size(sqlite3_file *file) {
  (void)file;
  return 4096;
}

// Immutable: SQLite takes no locks and looks for no journal.
static int file_characteristics(sqlite3_file *file) {
  (void)file;
  return SQLITE_IOCAP_IMMUTABLE;
}

static const sqlite3_io_methods file_methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_lock,
    .xCheckReservedLock = file_is_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
};

static int system_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *flags_out) {
  (void)vfs, (void)name;
  file->pMethods = NULL;
  // Anything but the database would be a file of SQLite's own.
  if (!current || !(flags & SQLITE_OPEN_MAIN_DB)) return SQLITE_CANTOPEN;
  ((source_file *)file)->source = current;
  file->pMethods = &file_methods;
  if (flags_out) *flags_out = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  return SQLITE_OK;
}

static int system_delete(sqlite3_vfs *vfs, const char *name, int sync) {
  (void)vfs, (void)name, (void)sync;
  return SQLITE_READONLY;
}

static int system_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
  (void)vfs, (void)name, (void)flags;
  *result = 0;
  return SQLITE_OK;
}

static int system_full_name(sqlite3_vfs *vfs, const char *name, int size, char *full) {
  (void)vfs;
  sqlite3_snprintf(size, full, "%s", name);
  return SQLITE_OK;
}

// Nothing that reading does depends on chance.
static int system_randomness(sqlite3_vfs *vfs, int count, char *bytes) {
  (void)vfs;
  memset(bytes, 0, (size_t)count);
  return count;
}

static int system_sleep(sqlite3_vfs *vfs, int microseconds) {
  (void)vfs;
  return microseconds;
}

// The Julian day in milliseconds, as SQLite counts; 2440587.5 is 1970-01-01.
static int system_time(sqlite3_vfs *vfs, sqlite3_int64 *now) {
  (void)vfs;
  if (!current) return SQLITE_ERROR;
  *now = current->now + INT64_C(210866760000000);
  return SQLITE_OK;
}

static int system_last_error(sqlite3_vfs *vfs, int count, char *text) {
  (void)vfs, (void)count, (void)text;
  return errno;
}

static sqlite3_vfs file_system = {
    .iVersion = 2,
    .szOsFile = sizeof(source_file),
    .mxPathname = 64,
    .zName = "tenken",
    .xOpen = system_open,
    .xDelete = system_delete,
    .xAccess = system_access,
    .xFullPathname = system_full_name,
    .xRandomness = system_randomness,
    .xSleep = system_sleep,
    .xGetLastError = system_last_error,
    .xCurrentTimeInt64 = system_time,
};

int td_open_connection(td_bytes_source *source, sqlite3 **connection) {
  // Registering again what is registered changes nothing (https://sqlite.org/c3ref/vfs_find.html).
  int status = sqlite3_vfs_register(&file_system, 0);
  if (status != SQLITE_OK) return status;
  td_use_source(source);
  return sqlite3_open_v2("database", connection, SQLITE_OPEN_READONLY, file_system.zName);
}
