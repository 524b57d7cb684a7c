// What the calls between Swift and Lua are measured against: the same calls in C, with nothing in between.

#ifndef LUA_BASELINE_H
#define LUA_BASELINE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct lb_state lb_state;

// A plain state with the standard libraries; NULL without memory.
lb_state *lb_open(void);
void lb_close(lb_state *s);

// Lua calls a lua_CFunction of an integer, so many times. False if anything raised.
bool lb_call_c(lb_state *s, int64_t times);
// The same with one that takes and gives a text.
bool lb_call_c_with_text(lb_state *s, int64_t times);
// C calls a Lua function of three arguments that are kept in the registry, under a message handler, and reads the
// number in the userdata that it returns, so many times.
bool lb_call_lua(lb_state *s, int64_t times);

#endif
