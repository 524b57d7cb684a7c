// Values that cross between Lua and Swift, written flat: the plugin's table on its way out, parameters on their way in.

#include "bridge.h"

enum { deepest = 24, most_nodes = 200 * 1000, most_text = 4 * 1024 * 1024 };

// --- Tags: tables that the prelude has made by tenken.source and the like ---

static const char *const tag_names[] = {"", "source", "plugin", "index", "set", NULL};

typedef struct {
  int line;
  char file[128];
} mark_place;

// mark(table, name): gives the table the tag's metatable and notes the plugin's line. For the prelude only.
static int mark(lua_State *L) {
  tl_wrote(L);
  luaL_checktype(L, 1, LUA_TTABLE);
  int tag = luaL_checkoption(L, 2, NULL, tag_names);
  if (lua_getmetatable(L, 1))
    return luaL_error(L, "a table with a metatable, or one that is marked already, cannot be a %s", tag_names[tag]);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_tags);
  lua_rawgeti(L, -1, tag);
  lua_setmetatable(L, 1);
  lua_settop(L, 1);
  if (tag == TL_TAG_SET) return 1; // sets may be many, and nobody asks where they were made
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_marks);
  lua_pushvalue(L, 1);
  mark_place *place = lua_newuserdatauv(L, sizeof *place, 0);
  *place = (mark_place){0};
  lua_Debug frame;
  for (int level = 1; lua_getstack(L, level, &frame) && place->line == 0; level++) {
    lua_getinfo(L, "Sl", &frame);
    if (frame.source[0] != '@' || frame.currentline <= 0) continue;
    place->line = frame.currentline;
    snprintf(place->file, sizeof place->file, "%s", frame.source + 1);
  }
  lua_rawset(L, 2);
  lua_settop(L, 1);
  return 1;
}

// tag(value): the name of its tag, or nil. For the prelude only.
static tl_tag tag_of(lua_State *L, int index) {
  index = lua_absindex(L, index);
  if (!lua_getmetatable(L, index)) return TL_TAG_NONE;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_tags);
  lua_insert(L, -2);
  lua_rawget(L, -2);
  lua_Integer tag = lua_tointegerx(L, -1, NULL);
  lua_pop(L, 2);
  return (tl_tag)tag;
}

static int tag(lua_State *L) {
  luaL_checkany(L, 1);
  tl_tag found = tag_of(L, 1);
  if (found == TL_TAG_NONE) lua_pushnil(L);
  else lua_pushstring(L, tag_names[found]);
  return 1;
}

static int call_framed(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

// framed(f): a function that does what f does. A tail call of a Lua function, such as return tenken.fail(…), replaces
// the frame of the caller, and with it the line to tell; a tail call of a C function does not. For the prelude only.
static int framed(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_settop(L, 1);
  if (lua_iscfunction(L, 1)) return 1;
  lua_pushcclosure(L, call_framed, 1);
  return 1;
}

void tl_open_values(lua_State *L) {
  static const luaL_Reg functions[] = {{"mark", mark}, {"tag", tag}, {"framed", framed}, {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
  lua_newtable(L);
  for (int i = 1; tag_names[i]; i++) {
    lua_newtable(L);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushvalue(L, -1);
    lua_pushinteger(L, i);
    lua_rawset(L, -4); // from metatable to tag
    lua_rawseti(L, -2, i);
  }
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_tags);
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &tl_marks);
}

// --- Out of Lua ---

static void add_node(lua_State *L, const tl_node *node) {
  tl_state *s = tl_of(L);
  if (s->nodes.length / sizeof *node >= most_nodes) luaL_error(L, "the plugin's table is too large");
  if (!tl_buffer_add(s, &s->nodes, node, sizeof *node)) tl_raise_out_of_memory(L);
}

static void add_text(lua_State *L, tl_node *node, const char *text, size_t length) {
  tl_state *s = tl_of(L);
  node->offset = s->text.length;
  node->length = length;
  if (length > most_text - s->text.length) luaL_error(L, "the plugin's table holds too much text");
  if (!tl_buffer_add(s, &s->text, text, length)) tl_raise_out_of_memory(L);
}

// Runs no plugin code: raw access only, and keys are never converted, which would confuse lua_next.
static void flatten(lua_State *L, int index, int depth) {
  tl_state *s = tl_of(L);
  tl_node node = {0};
  size_t position = s->nodes.length;
  if (depth > deepest) luaL_error(L, "the plugin's table is nested too deeply, or holds itself");
  luaL_checkstack(L, 8, NULL);
  index = lua_absindex(L, index);
  switch (lua_type(L, index)) {
  case LUA_TNIL:
    node.type = TL_NIL;
    break;
  case LUA_TBOOLEAN:
    node.type = TL_BOOLEAN;
    node.integer = lua_toboolean(L, index);
    break;
  case LUA_TNUMBER:
    if (lua_isinteger(L, index)) {
      node.type = TL_INTEGER;
      node.integer = lua_tointegerx(L, index, NULL);
    } else {
      node.type = TL_NUMBER;
      node.number = lua_tonumberx(L, index, NULL);
    }
    break;
  case LUA_TSTRING: {
    size_t length;
    const char *text = lua_tolstring(L, index, &length);
    node.type = TL_STRING;
    add_text(L, &node, text, length);
    break;
  }
  case LUA_TFUNCTION: {
    lua_Debug about;
    node.type = TL_FUNCTION;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">S", &about);
    if (about.source[0] == '@') {
      node.line = about.linedefined;
      add_text(L, &node, about.source + 1, strlen(about.source + 1));
    }
    lua_pushvalue(L, index);
    node.integer = luaL_ref(L, LUA_REGISTRYINDEX);
    break;
  }
  case LUA_TTABLE:
    node.type = TL_TABLE;
    node.tag = tag_of(L, index);
    node.identity = (uintptr_t)lua_topointer(L, index);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &tl_marks);
    lua_pushvalue(L, index);
    if (lua_rawget(L, -2) == LUA_TUSERDATA) {
      const mark_place *place = lua_touserdata(L, -1);
      node.line = place->line;
      add_text(L, &node, place->file, strlen(place->file));
    }
    lua_pop(L, 2);
    break;
  default:
    node.type = TL_OTHER;
  }
  int top = lua_gettop(L);
  add_node(L, &node);
  if (node.type == TL_TABLE) {
    uint32_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, index)) {
      flatten(L, -2, depth + 1);
      flatten(L, -1, depth + 1);
      count++;
      lua_settop(L, top + 1);
    }
    ((tl_node *)(void *)(s->nodes.start + position))->count = count;
  }
  lua_settop(L, top);
}

void tl_flatten(lua_State *L, int index) {
  tl_state *s = tl_of(L);
  index = lua_absindex(L, index);
  s->nodes.length = 0;
  s->text.length = 0;
  flatten(L, index, 0);
}

typedef struct {
  const char *file, *bytes;
  size_t length;
} plugin_text;

static int run_plugin(lua_State *L) {
  const plugin_text *plugin = lua_touserdata(L, 1);
  tl_load(L, plugin->file, plugin->bytes, plugin->length);
  lua_call(L, 0, 1);
  tl_flatten(L, -1);
  return 0;
}

tl_status tl_run_plugin(tl_state *s, const char *file, const char *bytes, size_t length) {
  tl_status result;
  if (s->fatal == TL_OK && length > 0 && bytes[0] == LUA_SIGNATURE[0]) {
    static const char text[] = "binary chunks are not allowed";
    tl_set_error(s, TL_ERROR_SYNTAX, text, sizeof text - 1);
    s->error_line = 0;
    s->error_file[0] = 0;
    s->traceback.length = 0;
    result = TL_ERROR_SYNTAX;
  } else {
    plugin_text plugin = {file, bytes, length};
    tl_clear(s);
    lua_pushcfunction(s->L, run_plugin);
    lua_pushlightuserdata(s->L, &plugin);
    result = tl_protected_call(s, 1, 0);
  }
  if (result != TL_OK && !s->error_file[0]) snprintf(s->error_file, sizeof s->error_file, "%s", file);
  return result;
}

const tl_node *tl_value_nodes(const tl_state *s, size_t *count) {
  *count = s->nodes.length / sizeof(tl_node);
  return (const tl_node *)(const void *)s->nodes.start;
}

tl_bytes tl_value_text(const tl_state *s) { return (tl_bytes){s->text.start, s->text.length}; }

// --- Into Lua ---

typedef struct {
  const tl_node *nodes;
  size_t count, position;
  const char *text;
  int reference;
} kept_value;

static void push_value(lua_State *L, kept_value *v) {
  luaL_checkstack(L, 4, NULL);
  if (v->position >= v->count) luaL_error(L, "a value ends early");
  const tl_node *node = &v->nodes[v->position++];
  switch (node->type) {
  case TL_BOOLEAN:
    lua_pushboolean(L, node->integer != 0);
    break;
  case TL_INTEGER:
    lua_pushinteger(L, node->integer);
    break;
  case TL_NUMBER:
    lua_pushnumber(L, node->number);
    break;
  case TL_STRING:
    lua_pushlstring(L, v->text + node->offset, node->length);
    break;
  case TL_TABLE:
    lua_createtable(L, 0, (int)node->count);
    for (uint32_t i = 0; i < node->count; i++) {
      push_value(L, v);
      push_value(L, v);
      lua_rawset(L, -3);
    }
    break;
  default:
    lua_pushnil(L);
  }
}

void tl_push_nodes(lua_State *L, const tl_node *nodes, size_t count, const char *text) {
  kept_value v = {.nodes = nodes, .count = count, .text = text};
  push_value(L, &v);
}

static int keep_value(lua_State *L) {
  kept_value *v = lua_touserdata(L, 1);
  push_value(L, v);
  v->reference = luaL_ref(L, LUA_REGISTRYINDEX);
  return 0;
}

tl_status tl_keep_value(tl_state *s, const tl_node *nodes, size_t count, const char *text, int *reference) {
  kept_value v = {.nodes = nodes, .count = count, .text = text};
  tl_status status = tl_protected_c(s, keep_value, &v);
  *reference = v.reference;
  return status;
}
