// The processor time of another process.

#define _GNU_SOURCE
#include "tenken_confinement.h"

#include <time.h>

int64_t tc_processor_time(int32_t process) {
  clockid_t clock;
  struct timespec now;
  if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &now) != 0) return -1;
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
