// Library functions whose work in C no deadline reaches take only arguments that bound it.
//
// A guard checks the arguments and then runs the original in the same frame, so that its own messages keep their names.

#include "sandbox.h"

enum { longest_pattern = 4096, largest_table_span = 10 * 1000 * 1000 };

static int original(lua_State *L) { return lua_tocfunction(L, lua_upvalueindex(1))(L); }

static void check_plain_table(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  // Metamethods could claim any length, and the loops of lib ltablib.c run in C, out of the deadline's reach.
  if (lua_getmetatable(L, index)) luaL_argerror(L, index, "plain table expected, got one with a metatable");
}

static void check_span(lua_State *L, int index, lua_Integer from, lua_Integer to) {
  if (from <= to && (lua_Unsigned)to - (lua_Unsigned)from >= largest_table_span)
    luaL_argerror(L, index, "index out of range");
}

static int plain_table_first(lua_State *L) {
  tl_wrote(L);
  check_plain_table(L, 1);
  // The length is a border, which a sparse table may have anywhere: {[1]=1, [2]=1, [4]=1, …} claims 2^62 elements.
  if (lua_rawlen(L, 1) >= largest_table_span) luaL_argerror(L, 1, "table too large");
  return original(L);
}

static int guarded_concat(lua_State *L) {
  check_plain_table(L, 1);
  lua_Integer from = luaL_optinteger(L, 3, 1), to = luaL_optinteger(L, 4, (lua_Integer)lua_rawlen(L, 1));
  check_span(L, 4, from, to);
  size_t separator;
  luaL_optlstring(L, 2, "", &separator);
  if (from <= to && separator * ((lua_Unsigned)to - (lua_Unsigned)from) > tl_of(L)->limits.string)
    return luaL_error(L, "string limit exceeded");
  return original(L);
}

static int guarded_move(lua_State *L) {
  tl_wrote(L);
  check_plain_table(L, 1);
  if (!lua_isnoneornil(L, 5)) check_plain_table(L, 5);
  check_span(L, 3, luaL_checkinteger(L, 2), luaL_checkinteger(L, 3));
  return original(L);
}

static int guarded_unpack(lua_State *L) {
  check_plain_table(L, 1);
  check_span(L, 3, luaL_optinteger(L, 2, 1), luaL_optinteger(L, 3, (lua_Integer)lua_rawlen(L, 1)));
  return original(L);
}

static int guarded_rep(lua_State *L) {
  size_t length, separator;
  luaL_checklstring(L, 1, &length);
  lua_Integer n = luaL_checkinteger(L, 2);
  luaL_optlstring(L, 3, "", &separator);
  if (n <= 0 || length + separator == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if ((lua_Unsigned)n > tl_of(L)->limits.string / (length + separator)) return luaL_error(L, "string limit exceeded");
  return original(L);
}

static int guarded_match(lua_State *L) {
  size_t subject, pattern;
  luaL_checklstring(L, 1, &subject);
  luaL_checklstring(L, 2, &pattern);
  if (subject > tl_of(L)->limits.string) return luaL_argerror(L, 1, "string limit exceeded");
  if (pattern > longest_pattern) return luaL_argerror(L, 2, "pattern too long");
  return original(L);
}

// Where the match begins that is wanted, as an offset; false where the library answers without looking.
static bool search_start(lua_State *L, size_t length, size_t *start) {
  lua_Integer from = luaL_optinteger(L, 3, 1);
  if (from < 0) from = 0 - (lua_Unsigned)from > length ? 1 : (lua_Integer)length + from + 1;
  *start = from > 0 ? (size_t)from - 1 : 0;
  return *start <= length;
}

// Most lines of a log hold nothing of what is looked for, and that is told faster than by matching.
static int guarded_search(lua_State *L, bool may_be_plain) {
  size_t subject_length, pattern_length, start;
  const char *subject = luaL_checklstring(L, 1, &subject_length);
  const char *pattern = luaL_checklstring(L, 2, &pattern_length);
  if (subject_length > tl_of(L)->limits.string || pattern_length > longest_pattern) return guarded_match(L);
  if ((may_be_plain && lua_toboolean(L, 4)) || !search_start(L, subject_length, &start)) return original(L);
  const tl_literal *literal = tl_literal_of(&tl_of(L)->patterns, pattern, pattern_length);
  if (!literal) return original(L);
  const char *found = tl_find_literal(literal, subject + start, subject_length - start);
  if (!found) {
    lua_pushnil(L);
    return 1;
  }
  if (literal->is_prefix) {
    lua_pushinteger(L, found - subject + 1);
    if (lua_gettop(L) > 3) lua_replace(L, 3);
  }
  return original(L);
}

static int guarded_find(lua_State *L) { return guarded_search(L, true); }
static int guarded_first_match(lua_State *L) { return guarded_search(L, false); }

tl_search tl_search_of(lua_CFunction function) {
  return function == guarded_find ? TL_FIND : function == guarded_first_match ? TL_MATCH : TL_NO_SEARCH;
}

// Only what %s shows is turned into text before: the original would show an address, and has messages of its own for
// the rest.
static int guarded_format(lua_State *L) {
  size_t length;
  const char *format = luaL_checklstring(L, 1, &length);
  int argument = 1, count = lua_gettop(L);
  for (const char *p = format, *end = format + length; p < end; p++) {
    if (*p != '%') continue;
    if (++p < end && *p == '%') continue;
    while (p < end && *p && strchr("-+ #0123456789.", *p)) p++;
    if (p < end && *p == 'p') return luaL_argerror(L, 1, "'%p' is not available to plugins");
    if (++argument > count || p >= end || *p != 's') continue;
    int type = lua_type(L, argument);
    if (type != LUA_TTABLE && type != LUA_TFUNCTION && type != LUA_TUSERDATA && type != LUA_TLIGHTUSERDATA) continue;
    tl_tolstring(L, argument, NULL);
    lua_replace(L, argument);
    lua_settop(L, count);
  }
  return original(L);
}

const luaL_Reg tl_bounded_string[] = {
    {"rep", guarded_rep},      {"format", guarded_format}, {"find", guarded_find}, {"match", guarded_first_match},
    {"gmatch", guarded_match}, {"gsub", guarded_match},    {NULL, NULL}};

const luaL_Reg tl_bounded_table[] = {
    {"concat", guarded_concat},  {"insert", plain_table_first}, {"remove", plain_table_first},
    {"sort", plain_table_first}, {"move", guarded_move},        {"unpack", guarded_unpack},
    {NULL, NULL}};
