// The machine's clock.

#include "tenken_site_data.h"

#include <sys/timex.h>

bool td_clock_is_kept(void) {
  struct timex state = {.modes = 0};
  return adjtimex(&state) >= 0 && !(state.status & STA_UNSYNC);
}
