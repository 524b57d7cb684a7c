// The deadline of a call.
//
// A count hook would slow every instruction. Instead a timer of the thread's processor time ticks, and its signal
// handler, on the same thread, looks whether the same call is still under way. When it has been for too long, the
// handler sets a hook that raises, and raises again at every further instruction, so that no pcall survives it.

#define _GNU_SOURCE
#include "bridge.h"

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { ticks_per_call_limit = 8 };

_Thread_local tl_state *volatile tl_running;

double tl_tick_seconds(const tl_state *s) { return s->limits.call_seconds / ticks_per_call_limit; }

double tl_seconds_used(const tl_state *s) { return (double)s->total_ticks * tl_tick_seconds(s); }

unsigned tl_call_ticks(const tl_state *s, double seconds) {
  double ticks = seconds / tl_tick_seconds(s);
  return seconds <= 0 ? ticks_per_call_limit : ticks < 1 ? 1 : ticks > 1e9 ? 1000000000 : (unsigned)ticks;
}

void tl_raise_expired(lua_State *L, lua_Debug *frame) {
  (void)frame;
  tl_state *s = tl_of(L);
  if (s->fatal == TL_OK) {
    if (s->is_interrupted) s->fatal = TL_ERROR_INTERRUPTED;
    else s->fatal = tl_seconds_used(s) >= s->limits.total_seconds ? TL_ERROR_TOTAL_TIME : TL_ERROR_TIME;
    tl_remember_line(s, L);
  }
  luaL_error(L, "stopped");
}

static void tick(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  tl_state *s = info->si_value.sival_ptr;
  if (s != tl_running) return;
  s->total_ticks++;
  if (s->calls == s->seen_calls) {
    s->ticks_in_call++;
  } else {
    s->seen_calls = s->calls;
    s->ticks_in_call = 0;
  }
  if (s->ticks_in_call >= s->ticks_per_call || tl_seconds_used(s) >= s->limits.total_seconds) {
    // As lua.c does on SIGINT: setting a hook is what Lua allows in a signal handler.
    lua_sethook(s->L, tl_raise_expired, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
  }
}

static int tick_signal(void) { return SIGRTMIN + 7; }

static void install_handler(void) {
  struct sigaction action = {.sa_sigaction = tick, .sa_flags = SA_SIGINFO | SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(tick_signal(), &action, NULL);
#ifdef TENKEN_UNDER_THREAD_SANITIZER
  // The sanitizer holds signals back until the thread calls a function that it intercepts, which a loop in Lua never
  // does. So the kernel is told the handler itself, in the form of its own struct (rt_sigaction(2)), past the
  // sanitizer's.
  struct {
    void (*handler)(int, siginfo_t *, void *);
    unsigned long flags;
    void (*restorer)(void);
    uint64_t mask;
  } direct;
  syscall(SYS_rt_sigaction, tick_signal(), NULL, &direct, sizeof direct.mask);
  direct.handler = tick;
  syscall(SYS_rt_sigaction, tick_signal(), &direct, NULL, sizeof direct.mask);
#endif
}

bool tl_start_ticking(tl_state *s) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install_handler);
  s->ticks_per_call = tl_call_ticks(s, 0);
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = tick_signal(), .sigev_value.sival_ptr = s};
  event._sigev_un._tid = (pid_t)syscall(SYS_gettid);
  // The threads of libdispatch, on which Swift's tasks run, block every signal, and a blocked tick stops nothing.
  sigset_t ticks;
  sigemptyset(&ticks);
  sigaddset(&ticks, tick_signal());
  if (pthread_sigmask(SIG_UNBLOCK, &ticks, NULL) != 0) return false;
  s->has_timer = timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &s->timer) == 0;
  if (!s->has_timer) return false;
  double period = tl_tick_seconds(s);
  struct timespec interval = {.tv_sec = (time_t)period, .tv_nsec = (long)((period - (double)(time_t)period) * 1e9)};
  if (interval.tv_sec == 0 && interval.tv_nsec < 1000000) interval.tv_nsec = 1000000;
  struct itimerspec setting = {.it_interval = interval, .it_value = interval};
  return timer_settime(s->timer, 0, &setting, NULL) == 0;
}
