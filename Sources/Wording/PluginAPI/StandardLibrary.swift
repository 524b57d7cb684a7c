import Compliance

// Lua's own functions, as far as plugins have them (Sources/CLuaBridge/sandbox.c). What Lua's manual says of them holds; only what differs
// is said here. The signatures are those of the manual, sections 6.1, 6.4, 6.5, 6.6 and 6.7.
extension Wording.PluginAPI {
  static let base: [Entry] = [
    .value("_G", "table"),
    .value("_VERSION", "string"),
    .function("assert", ["v": "T", "message?": "any", "...": "any"], gives: "T", "any ...", generics: ["T"]),
    .function("error", ["message": "any", "level?": "integer"]),
    .function(
      "getmetatable", ["object": "any"], gives: "table|false|nil",
      text: LocalizedText(ja: "表のほかは false を返す。", en: "Gives false for all but tables.")),
    .function(
      "ipairs", ["t": "V[]"], gives: "fun(t: V[], i?: integer): integer, V", "V[]", "integer", generics: ["V"]),
    .function("next", ["t": "table<K, V>", "key?": "K"], gives: "K?", "V?", generics: ["K", "V"]),
    .function(
      "pairs", ["t": "table<K, V>"], gives: "fun(t: table<K, V>, key?: K): K, V", "table<K, V>", generics: ["K", "V"],
      text: LocalizedText(
        ja: "順序は決まっていない。順序が結果に表れるなら tenken.sorted_pairs を使う。",
        en: "In no fixed order; use tenken.sorted_pairs where the order shows.")),
    .function(
      "pcall", ["f": "function", "...": "any"], gives: "boolean", "any ...",
      text: LocalizedText(
        ja: "時間とメモリーの上限には効かない。上限を超えた点検項目は終わる。",
        en: "Catches no time limit and no memory limit: these end the check.")),
    .function(
      "print", ["...": "any"],
      text: LocalizedText(
        ja: "プラグインの記録に書く。tenken sweep --verbose で見られる。",
        en: "Writes to the plugin's log, which tenken sweep --verbose shows.")),
    .function("rawequal", ["v1": "any", "v2": "any"], gives: "boolean"),
    .function("rawget", ["table": "table", "index": "any"], gives: "any"),
    .function("rawlen", ["v": "table|string"], gives: "integer"),
    .function("rawset", ["table": "table", "index": "any", "value": "any"], gives: "table"),
    .function(
      "require", ["name": "string"], gives: "any",
      text: LocalizedText(
        ja: "tenken と、プラグインのフォルダーにあるモジュールを読む。",
        en: "Gives tenken and the modules in the plugin's own folder.")),
    .function("select", ["index": "integer|\"#\"", "...": "any"], gives: "any ..."),
    .function(
      "setmetatable", ["table": "T", "metatable?": "table"], gives: "T", generics: ["T"],
      text: LocalizedText(
        ja: "メタ表は渡したときのまま使う。後から書き加えても効かない。__gc と __mode は使えない。",
        en: "Takes the metatable as it is then: what is put into it later has no effect. __gc and __mode are refused.")),
    .function("tonumber", ["e": "any", "base?": "integer"], gives: "number?"),
    .function(
      "tostring", ["v": "any"], gives: "string",
      text: LocalizedText(ja: "表と関数は、番地なしで示す。", en: "Shows tables and functions without an address.")),
    .function(
      "type", ["v": "any"],
      gives: "\"nil\"|\"number\"|\"string\"|\"boolean\"|\"table\"|\"function\"|\"userdata\""),
    .function(
      "xpcall", ["f": "function", "msgh": "function", "...": "any"], gives: "boolean", "any ...",
      text: LocalizedText(
        ja: "pcall と同じ。msgh は誤りの後に1度だけ呼ばれ、msgh の誤りは元の誤りに取って代わる。",
        en: "As pcall. msgh runs once, after the error, and its own error takes the place of the first.")),
  ]

  static let libraries: [Entry] = math + string + table + utf8

  private static let math: [Entry] =
    ["acos", "asin", "cos", "deg", "exp", "rad", "sin", "sqrt", "tan"].map {
      .function("math.\($0)", ["x": "number"], gives: "number")
    }
    + [
      .function("math.abs", ["x": "T"], gives: "T", generics: ["T"]),
      .function("math.atan", ["y": "number", "x?": "number"], gives: "number"),
      .function("math.ceil", ["x": "number"], gives: "integer"),
      .function("math.floor", ["x": "number"], gives: "integer"),
      .function("math.fmod", ["x": "number", "y": "number"], gives: "number"),
      .value("math.huge", "number"),
      .function("math.log", ["x": "number", "base?": "number"], gives: "number"),
      .function("math.max", ["x": "T", "...": "T"], gives: "T", generics: ["T"]),
      .value("math.maxinteger", "integer"),
      .function("math.min", ["x": "T", "...": "T"], gives: "T", generics: ["T"]),
      .value("math.mininteger", "integer"),
      .function("math.modf", ["x": "number"], gives: "number", "number"),
      .value("math.pi", "number"),
      .function(
        "math.random", ["m?": "integer", "n?": "integer"], gives: "number",
        text: LocalizedText(ja: "いつ動かしても同じ数の並びになる。", en: "Gives the same numbers in every run.")),
      .function("math.tointeger", ["x": "any"], gives: "integer?"),
      .function("math.type", ["x": "any"], gives: "\"integer\"|\"float\"|nil"),
      .function("math.ult", ["m": "integer", "n": "integer"], gives: "boolean"),
    ]

  private static let searched = LocalizedText(
    ja: "8 MiB までの文字列と、4,096 バイトまでのパターンに使える。",
    en: "Searches texts up to 8 MiB, with patterns up to 4,096 bytes.")
  private static let built = LocalizedText(
    ja: "繰り返しで 8 MiB を超える文字列は作れない。", en: "Refuses to build more than 8 MiB by repetition.")
  private static let plain = LocalizedText(
    ja: "メタ表のない表と、1千万要素までの範囲に使える。",
    en: "Takes plain tables, without a metatable, and ranges of at most ten million elements.")

  private static let string: [Entry] = [
    .function("string.byte", ["s": "string|number", "i?": "integer", "j?": "integer"], gives: "integer ..."),
    .function("string.char", ["...": "integer"], gives: "string"),
    .function(
      "string.find", ["s": "string|number", "pattern": "string|number", "init?": "integer", "plain?": "boolean"],
      gives: "integer?", "integer?", "any ...", text: searched),
    .function(
      "string.format", ["s": "string|number", "...": "any"], gives: "string",
      text: LocalizedText(ja: "%p は使えない。", en: "%p is refused.")),
    .function(
      "string.gmatch", ["s": "string|number", "pattern": "string|number", "init?": "integer"],
      gives: "fun(): string, ...", text: searched),
    .function(
      "string.gsub",
      ["s": "string|number", "pattern": "string|number", "repl": "string|number|table|function", "n?": "integer"],
      gives: "string", "integer", text: searched),
    .function("string.len", ["s": "string|number"], gives: "integer"),
    .function("string.lower", ["s": "string|number"], gives: "string"),
    .function(
      "string.match", ["s": "string|number", "pattern": "string|number", "init?": "integer"], gives: "any ...",
      text: searched),
    .function(
      "string.rep", ["s": "string|number", "n": "integer", "sep?": "string|number"], gives: "string", text: built),
    .function("string.reverse", ["s": "string|number"], gives: "string"),
    .function("string.sub", ["s": "string|number", "i": "integer", "j?": "integer"], gives: "string"),
    .function("string.upper", ["s": "string|number"], gives: "string"),
  ]

  private static let table: [Entry] = [
    .function(
      "table.concat", ["list": "table", "sep?": "string|number", "i?": "integer", "j?": "integer"], gives: "string",
      text: built),
    .function("table.insert", ["list": "table", "...": "any"], text: plain),
    .function(
      "table.move", ["a1": "table", "f": "integer", "e": "integer", "t": "integer", "a2?": "table"], gives: "table",
      text: plain),
    .function("table.pack", ["...": "any"], gives: "table"),
    .function("table.remove", ["list": "V[]", "pos?": "integer"], gives: "V?", generics: ["V"], text: plain),
    .function("table.sort", ["list": "V[]", "comp?": "fun(a: V, b: V): boolean"], generics: ["V"], text: plain),
    .function(
      "table.unpack", ["list": "V[]", "i?": "integer", "j?": "integer"], gives: "V ...", generics: ["V"], text: plain),
  ]

  private static let utf8: [Entry] = [
    .function("utf8.char", ["...": "integer"], gives: "string"),
    .value("utf8.charpattern", "string"),
    .function(
      "utf8.codepoint", ["s": "string", "i?": "integer", "j?": "integer", "lax?": "boolean"], gives: "integer ..."),
    .function(
      "utf8.codes", ["s": "string", "lax?": "boolean"], gives: "fun(s: string, i: integer): integer, integer", "string",
      "integer"),
    .function(
      "utf8.len", ["s": "string", "i?": "integer", "j?": "integer", "lax?": "boolean"], gives: "integer?", "integer?"),
    .function("utf8.offset", ["s": "string", "n": "integer", "i?": "integer"], gives: "integer?"),
  ]
}
