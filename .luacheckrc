-- What plugins have of Lua, made by `tenken plugin stubs`.
stds.tenken = {
  read_globals = {
    _G = { other_fields = true },
    "_VERSION", "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "print", "rawequal", "rawget",
    "rawlen", "rawset", "require", "select", "setmetatable", "tonumber", "tostring", "type", "xpcall",
    math = {
      fields = {
        "acos", "asin", "cos", "deg", "exp", "rad", "sin", "sqrt", "tan", "abs", "atan", "ceil", "floor", "fmod",
        "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "random", "tointeger", "type", "ult",
      },
    },
    string = {
      fields = {
        "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper",
      },
    },
    table = {
      fields = {
        "concat", "insert", "move", "pack", "remove", "sort", "unpack",
      },
    },
    utf8 = {
      fields = {
        "char", "charpattern", "codepoint", "codes", "len", "offset",
      },
    },
  },
}
std = "tenken"
max_line_length = false
