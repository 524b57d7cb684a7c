// Debian's Lua 5.4 (liblua5.4-dev). Imported by CLuaBridge alone.
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
