// What the files of the sandbox share: the functions that stand in for Lua's own.

#ifndef TENKEN_SANDBOX_H
#define TENKEN_SANDBOX_H

#include "bridge.h"

int tl_guarded_tostring(lua_State *L);
int tl_guarded_print(lua_State *L);
int tl_guarded_pcall(lua_State *L);
int tl_guarded_xpcall(lua_State *L);
int tl_guarded_setmetatable(lua_State *L);
int tl_guarded_getmetatable(lua_State *L);
int tl_guarded_require(lua_State *L);

// Guards of library functions; each has the original as its upvalue.
extern const luaL_Reg tl_bounded_string[], tl_bounded_table[];

#endif
