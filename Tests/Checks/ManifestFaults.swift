import SiteData
import Testing

@testable import Checks

extension ManifestReaderTests {
  /// One thing that is wrong with a plugin that was sound, and what is said of it: line, column and text in English.
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let problems: [String]
    var testDescription: String { "\(old) -> \(new)" }

    init(_ old: String, _ new: String, _ problems: String...) {
      (self.old, self.new, self.problems) = (old, new, problems)
    }
  }

  private static let formats = SourceFormat.allCases.map(\.rawValue).joined(separator: ", ")

  static let faults: [Fault] = [
    Fault(#"version = "1.0.0","#, "", #"14: the plugin has no version: expected a version such as "1.0.0"."#),
    Fault(
      #"version = "1.0.0""#, "version = 1",
      #"16:3: version of the plugin must be a version such as "1.0.0", but is a number."#),
    Fault(
      "version =", "vershion =",
      #"14: the plugin has no version: expected a version such as "1.0.0"."#,
      "16:3: the plugin has an unknown key 'vershion'. Did you mean 'version'?"),
    Fault(
      #"id = "trial""#, #"id = "Trial""#,
      "15:3: 'Trial' cannot be a name. Use lower-case words joined by hyphens, such as access-points."),
    Fault(
      #"id = "trial""#, #"id = "other""#,
      "15:3: The id 'other' is not the name of its folder, 'trial'. Make them the same."),
    Fault(
      #"id = "trial""#, "id = {}",
      "15:3: id of the plugin must be a name of lower-case words joined by hyphens, but is a table."),
    Fault(
      #"{ ja = "試し", en = "Trial" }"#, #""Trial""#,
      #"17:3: title of the plugin must be { ja = "…", en = "…" }, but is a string."#),
    Fault(#"{ ja = "試し", en = "Trial" }"#, #"{ ja = "試し" }"#, "17:3: title of the plugin needs both ja and en."),
    Fault(
      #"{ ja = "試し", en = "Trial" }"#, #"{ ja = "試し", en = "" }"#,
      "17:3: title of the plugin needs both ja and en."),
    Fault(
      #"{ ja = "試し", en = "Trial" }"#, #"{ ja = "試し", en = "Trial", fr = "Essai" }"#,
      "17:3: title of the plugin has an unknown language 'fr'; known are ja and en."),
    Fault(
      "return tenken.plugin {", "return {",
      " plugin.lua must return tenken.plugin { … }, but it returned a table."),
    Fault(
      "return tenken.plugin {", "local _ = {",
      " plugin.lua must return tenken.plugin { … }, but it returned a nil."),
    Fault(
      "return tenken.plugin {", "return 1, {",
      " plugin.lua must return tenken.plugin { … }, but it returned a number."),
    Fault(
      "return tenken.plugin {", "return devices, {",
      " plugin.lua must return tenken.plugin { … }, but it returned a table."),
    Fault(
      #"title = { ja = "試し""#, #"descripton = {}, title = { ja = "試し""#,
      "17:3: the plugin has an unknown key 'descripton'. Did you mean 'description'?"),
    Fault("days = {", "days = 1, hours = {", "19:5: Write parameter days as { type = …, default = …, doc = … }."),
    Fault(
      #"type = "integer""#, #"type = "interger""#,
      "19:14: 'interger' cannot be used for type. Did you mean 'integer'? Use one of integer, number, string, boolean, date, list, set."
    ),
    Fault(
      #"type = "integer","#, "",
      "19: parameter days has no type: expected one of integer, number, string, boolean, date, list, set."),
    Fault("default = 30", "default = 91", "19:32: The default of parameter days is no integer, or out of its bounds."),
    Fault("default = 30", "default = 1.5", "19:32: The default of parameter days is no integer, or out of its bounds."),
    Fault(
      "default = 30", #"default = "30""#,
      "19:32: The default of parameter days is no integer, or out of its bounds."),
    Fault("default = 30, ", "", "19: parameter days has no default: expected a value."),
    Fault("minimum = 1,", #"minimum = "1","#, "19:46: minimum of parameter days must be a number, but is a string."),
    Fault("maximum = 90", "maxmum = 90", "19:59: parameter days has an unknown key 'maxmum'. Did you mean 'maximum'?"),
    Fault(
      #"doc = { ja = "日数", en = "Days" }"#, #"doc = "x""#,
      #"19:73: doc of parameter days must be { ja = "…", en = "…" }, but is a string."#),
    Fault("    days = {", "    {", "18:3: Every entry of parameters needs a name (name = …)."),
    Fault("checks = {", "checks = { 1,", "21:3: Every entry of checks needs a name (name = …)."),
    Fault(
      "known = {", "known = 1, Known = {",
      "22:5: Write check known as a table { … }.",
      "22:16: 'Known' cannot be a name. Use lower-case words joined by hyphens, such as access-points."),
    Fault(
      "known = {", #"["no wep"] = {"#,
      "22:5: 'no wep' cannot be a name. Use lower-case words joined by hyphens, such as access-points."),
    Fault(
      #"severity = "high""#, #"severity = "hihg""#,
      "25:7: 'hihg' cannot be used for severity. Did you mean 'high'? Use one of low, medium, high, critical."),
    Fault(
      #"severity = "high""#, "severity = 1",
      "25:7: severity of check known must be one of low, medium, high, critical, but is a number."),
    Fault(
      #"every = "1 day""#, #"every = "daily""#,
      "26:7: every = 'daily' cannot be read. Write it like '1 day', '2 weeks' or '1 month', or as the five fields of cron, "
        + "'0 3 * * mon-fri'."),
    Fault(
      #"every = "1 day""#, #"every = "0 3 * * funday""#,
      "26:7: every = '0 3 * * funday': 'funday' cannot be the day of the week (field 5). Write numbers from 0 to 6 (Sunday "
        + "is 0 or 7), sun to sat, ranges a-b upwards, * for all, steps */n or a-b/n, or several joined by commas."),
    Fault(#"every = "1 day","#, "", #"22: check known has no every: expected a cadence such as "1 day"."#),
    Fault(
      #"{ "mhlw-5:6.5.C.12.3" }"#, "{}",
      #"24:7: List at least one requirement id in requirements, such as { "mhlw-5:6.5.C.12.3" }."#),
    Fault(
      #"{ "mhlw-5:6.5.C.12.3" }"#, #""mhlw-5:6.5.C.12.3""#,
      "24:7: requirements of check known must be a list of requirement ids, but is a string."),
    Fault(
      #"requirements = { "mhlw-5:6.5.C.12.3" },"#, "",
      "22: check known has no requirements: expected a list of requirement ids."),
    Fault(
      #"{ "mhlw-5:6.5.C.12.3" }"#, #"{ "mhlw-5:6.5.C.12.4" }"#,
      "24:24: Requirement 'mhlw-5:6.5.C.12.4' is not in the catalogue. Did you mean 'mhlw-5:6.5.C.12.3'?"),
    Fault(
      #"{ "mhlw-5:6.5.C.12.3" }"#, #"{ "nonsense", 1 }"#,
      "24:7: Requirement 'number' is not in the catalogue.",
      "24:24: Requirement 'nonsense' is not in the catalogue."),
    Fault(
      #"{ "mhlw-5:6.5.C.12.3" }"#, #"{ "mhlw-5:6.5.C.99" }"#,
      "24:24: Requirement 'mhlw-5:6.5.C.99' was deleted from its guideline."),
    Fault(
      #"{ "mhlw-5:6.5.C.12.3" }"#, #"{ "mhlw-5:6.5.C.12.3", "mhlw-5:6.5.C.12.3" }"#,
      "24:24: Requirement 'mhlw-5:6.5.C.12.3' is listed twice."),
    Fault("each = devices,", "", "29:7: Give a source in exactly one of each and all."),
    Fault("each = devices,", "each = devices, all = devices,", "28:23: Give a source in exactly one of each and all."),
    Fault(
      "each = devices", #"each = "devices""#,
      "28:7: each must be a source made by tenken.source { … }, but is a string."),
    Fault(
      "each = devices", "each = tenken.set {}",
      "28:7: each must be a source made by tenken.source { … }, but is a table."),
    Fault(
      "test = function(device, parameters, context) return tenken.pass() end", #"test = "no""#,
      "29:7: test of check known must be a function, but is a string."),
    Fault(
      "test = function", "tset = function",
      "22: check known has no test: expected a function.",
      "29:7: check known has an unknown key 'tset'. Did you mean 'test'?"),
    Fault(
      "each = devices,", "each = devices, with = { today = devices },",
      "28:32: with cannot use the name today: the context already has it."),
    Fault(
      "each = devices,", "each = devices, with = { others = 1 },",
      "28:32: others must be a source made by tenken.source { … }, but is a number."),
    Fault(
      "each = devices,", "each = devices, with = { devices },",
      "28:23: Every entry of with needs a name (name = …)."),
    Fault(
      "each = devices,", #"each = devices, with = { others = tenken.index(devices, "nmae") },"#,
      "28: Source devices has no column 'nmae'. Did you mean 'name'?"),
    Fault(
      "each = devices,",
      #"each = devices, with = { others = tenken.index(devices, "name", { duplicates = "frist", x = 1 }) },"#,
      "28:73: 'frist' cannot be used for duplicates. Did you mean 'first'? Use one of all, first, error.",
      "28:95: the index by name has an unknown key 'x'."),
    Fault(
      "each = devices,",
      #"each = devices, with = { others = tenken.index(tenken.source { id = "o", title = {ja="a",en="b"}, file = "d.csv", columns = { a = "number" } }, "a") },"#,
      "28: Column 'a' cannot be an index: use a column of text or integers."),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "../devices.csv""#,
      "6:3: '../devices.csv' cannot be a path. Write wireless/access-points.csv for a file below the site's data/, or an absolute path such as /etc/ssh/sshd_config; without .., and with * and ? in the file name only."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "/etc/../passwd.csv""#,
      "6:3: '/etc/../passwd.csv' cannot be a path. Write wireless/access-points.csv for a file below the site's data/, or an absolute path such as /etc/ssh/sshd_config; without .., and with * and ? in the file name only."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "a//b.csv""#,
      "6:3: 'a//b.csv' cannot be a path. Write wireless/access-points.csv for a file below the site's data/, or an absolute path such as /etc/ssh/sshd_config; without .., and with * and ? in the file name only."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "*/b.csv""#,
      "6:3: '*/b.csv' cannot be a path. Write wireless/access-points.csv for a file below the site's data/, or an absolute path such as /etc/ssh/sshd_config; without .., and with * and ? in the file name only."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "a/./b.csv""#,
      "6:3: 'a/./b.csv' cannot be a path. Write wireless/access-points.csv for a file below the site's data/, or an absolute path such as /etc/ssh/sshd_config; without .., and with * and ? in the file name only."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "a\\b.csv""#,
      #"6:3: 'a\b.csv' cannot be a path. Write wireless/access-points.csv for a file below the site's data/, or an absolute path such as /etc/ssh/sshd_config; without .., and with * and ? in the file name only."#
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"file = """#,
      "6:3: '' cannot be a path. Write wireless/access-points.csv for a file below the site's data/, or an absolute path such as /etc/ssh/sshd_config; without .., and with * and ? in the file name only."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"command = { "iw", "dev" }"#,
      "6:3: Set format to the format of what the command prints: one of \(formats)."),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "a.csv", command = { "iw" }"#,
      "6:3: Give either file or command, not both."),
    Fault(
      #"file = "iot/devices.csv""#, #"command = "iw dev", format = "csv""#,
      #"6:3: command of source devices must be a list of arguments such as { "iw", "dev" }, but is a string."#),
    Fault(
      #"file = "iot/devices.csv""#, #"command = {}, format = "csv""#,
      "6:3: Write command as a list of strings, none of them blank, such as { \"iw\", \"dev\" }. The first names the program, by its name or absolute path; there is no shell."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"command = { "./iw" }, format = "csv""#,
      "6:3: Write command as a list of strings, none of them blank, such as { \"iw\", \"dev\" }. The first names the program, by its name or absolute path; there is no shell."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"command = { "iw", 1 }, format = "csv""#,
      "6:3: Write command as a list of strings, none of them blank, such as { \"iw\", \"dev\" }. The first names the program, by its name or absolute path; there is no shell."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"command = { "iw", "" }, format = "csv""#,
      "6:3: Write command as a list of strings, none of them blank, such as { \"iw\", \"dev\" }. The first names the program, by its name or absolute path; there is no shell."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"command = { "iw", "a\nb" }, format = "csv""#,
      "6:3: Write command as a list of strings, none of them blank, such as { \"iw\", \"dev\" }. The first names the program, by its name or absolute path; there is no shell."
    ),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "devices.xls""#,
      "6:3: The format of 'devices.xls' is not evident from its ending. Set format to one of \(formats)."),
    Fault(
      #"file = "iot/devices.csv""#, #"file = "devices.conf", format = "key-valeu""#,
      "6:26: 'key-valeu' cannot be used for format. Did you mean 'key-value'? Use one of \(formats)."),
    Fault(
      #"file = "iot/devices.csv","#, #"file = "d.csv", records = "$.a","#,
      "6:19: records can be used only with the format json, xml, yaml, toml, ini, uci."),
    Fault(
      #"file = "iot/devices.csv","#, #"file = "d.json", records = "a..b","#,
      "6:30: 'a..b' is no path. Join names with dots, as in $.data.devices[*].name; quote a name that holds a dot or bracket."
    ),
    Fault(
      #"file = "iot/devices.csv","#, #"file = "d.log", format = "lines", pattern = { "{name} x", 1 },"#,
      "6:37: pattern of source devices must be a pattern, or a list of patterns, but is a table."),
    Fault(
      #"file = "iot/devices.csv","#, #"file = "d.log", format = "lines", pattern = "{name}{kind}", others = "skip","#,
      "6:47: In '{name}{kind}', two fields touch, so that it is open where the first ends. Put text between them, or give the first a kind such as :word or :digits."
    ),
    Fault(
      #"file = "iot/devices.csv","#, #"file = "d.log", format = "syslog", others = "stop","#,
      "6:38: others can be used only with the format lines.",
      "6:38: others of source devices must be the word \"skip\", but is a string."),
    Fault(
      #"file = "iot/devices.csv","#, #"file = "d.csv", optional = "yes","#,
      "6:19: optional of source devices must be true or false, but is a string."),
    Fault(
      #"file = "iot/devices.csv","#, #"file = "d.csv", max_age_days = 0,"#,
      "6:19: max_age_days of source devices must be a number of days, at least 1, but is a number."),
    Fault(
      #"file = "iot/devices.csv","#, #"command = { "iw", "dev" }, format = "csv", max_age_days = 3,"#,
      "6:46: max_age_days is for files; what a command prints is always new. Remove it."),
    Fault(
      #"file = "iot/devices.csv","#, #"file = "d.csv", encoding = "sjis","#,
      "6:19: 'sjis' cannot be used for encoding. Use one of utf-8, cp932, utf-16."),
    Fault(#"subject = "name""#, #"subject = "nmae""#, "7:3: Source devices has no column 'nmae'. Did you mean 'name'?"),
    Fault(
      #"subject = "name""#, #"subject = "name", begins = { "x" }"#,
      #"7:21: begins can be used only with the format key-value, blocks."#),
    Fault(
      #"seen = "date?""#, #"seen = "dat?""#,
      "10:5: 'dat?' cannot be used for seen. Did you mean 'date'? Use one of string, keyword, integer, number, boolean, date, datetime, fiscal-year, mac, ip, network, version, list."
    ),
    Fault(
      #"seen = "date?""#, "seen = 1",
      #"10:5: Give column seen a type, as in { "string", "header" }. The types are string, keyword, integer, number, boolean, date, datetime, fiscal-year, mac, ip, network, version, list."#
    ),
    Fault(
      #"seen = "date?""#, "seen = {}",
      #"10:5: Give column seen a type, as in { "string", "header" }. The types are string, keyword, integer, number, boolean, date, datetime, fiscal-year, mac, ip, network, version, list."#
    ),
    Fault(#"seen = "date?""#, #"seen = { "date", 1 }"#, "10:5: The headers of column seen must be strings."),
    Fault(#"seen = "date?""#, #"seen = { "date", nil, "見" }"#, "10:5: The headers of column seen must be strings."),
    Fault(
      #"seen = "date?""#, #"seen = { "date", persnal = true }"#,
      "10:22: column seen has an unknown key 'persnal'. Did you mean 'personal'?"),
    Fault(
      #"seen = "date?""#, #"seen = { "date", personal = 1 }"#,
      "10:22: personal of column seen must be true or false, but is a number."),
    Fault(#"seen = "date?""#, #"seen = { "date", doc = {} }"#, "10:22: doc of column seen needs both ja and en."),
    Fault(#"seen = "date?""#, #""date""#, "8:3: Every entry of columns needs a name (name = …)."),
    Fault(
      #"id = "devices""#, #"id = "My Devices""#,
      "4:3: 'My Devices' cannot be a name. Use lower-case words joined by hyphens, such as access-points."),
    Fault(#"id = "devices","#, "", "3: source ? has no id: expected a name of lower-case words joined by hyphens."),
    Fault(
      "name = { \"string\", \"機器名\" },\n    seen = \"date?\",", "",
      "7:3: Source devices has no column 'name'.",
      "8:3: The source has no columns."),
    Fault(
      "  columns = {", "  colums = {",
      "3: source devices has no columns: expected a table { … }.",
      "8:3: source devices has an unknown key 'colums'. Did you mean 'columns'?"),
    Fault(
      "known = {",
      #"unknown = { all = devices, title = {ja="a",en="b"}, requirements = { "mhlw-5:6.5.C.13" }, severity = "low", every = "1 day", remedy = {ja="a",en="b"}, test = tenken.pass, each = tenken.source { id = "devices", title = {ja="a",en="b"}, file = "d.csv", columns = { a = "string" } } }, known = {"#,
      "22: The source id 'devices' is used by another source too.",
      "22:17: Give a source in exactly one of each and all."),
  ]
}
