// require: what the host gives, and the files of the plugin's own folder.

#include "sandbox.h"

static bool is_module_name(const char *name) {
  bool at_start = true;
  for (; *name; name++) {
    bool letter = (*name >= 'a' && *name <= 'z') || *name == '_';
    bool digit = *name >= '0' && *name <= '9';
    if (at_start ? !letter : !(letter || digit || *name == '.')) return false;
    at_start = *name == '.';
  }
  return !at_start;
}

// Raises what is wrong with a module that is asked for while it is loading: the chunks under way tell the loop.
static int refuse_loop(lua_State *L, const char *name, const char *file) {
  lua_Debug frame;
  lua_pushstring(L, file);
  for (int level = 0; lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "S", &frame);
    if (frame.source[0] != '@' || strcmp(frame.what, "main") != 0) continue;
    lua_pushfstring(L, "%s requires %s", frame.source + 1, lua_tostring(L, -1));
    lua_remove(L, -2);
    if (strcmp(frame.source + 1, file) == 0) return luaL_error(L, "loop in require: %s", lua_tostring(L, -1));
  }
  return luaL_error(L, "module '%s' could not be loaded before", name);
}

int tl_guarded_require(lua_State *L) {
  tl_wrote(L);
  const char *name = luaL_checkstring(L, 1);
  lua_settop(L, 1);
  if (strcmp(name, "tenken") == 0) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_tenken);
    return 1;
  }
  if (!is_module_name(name)) return luaL_error(L, "invalid module name '%s'", name);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_loaded);
  lua_pushvalue(L, 1);
  bool is_known = lua_rawget(L, 2) != LUA_TNIL;
  bool is_loading = lua_rawequal(L, -1, 2); // the table of modules stands for a module that is not done yet
  if (is_known && !is_loading) return 1;
  const char *file = luaL_gsub(L, name, ".", "/");
  file = lua_pushfstring(L, "%s.lua", file);
  if (is_loading) return refuse_loop(L, name, file);
  const tl_module *m = tl_of(L)->modules;
  while (m && strcmp(m->name, name) != 0) m = m->next;
  if (!m) return luaL_error(L, "module '%s' not found in the plugin's folder", name);
  if (m->length > 0 && m->bytes[0] == LUA_SIGNATURE[0])
    return luaL_error(L, "module '%s': binary chunks are not allowed", name);
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 2);
  lua_rawset(L, 2);
  tl_load(L, file, m->bytes, m->length);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
  }
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -2);
  lua_rawset(L, 2);
  return 1;
}
