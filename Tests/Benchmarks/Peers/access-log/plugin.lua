-- Three patterns in an access log, for the comparison with grep.
local tenken = require "tenken"
local pass, fail = tenken.pass, tenken.fail
local lines = tenken.source {
  id = "lines", title = { ja = "アクセスログ", en = "Access log" }, file = "access.log", format = "lines", pattern = "{line}",
  columns = { line = "string" },
}
local function check(title, pattern)
  return { title = { ja = title, en = title }, requirements = { "mhlw-5:6.5.C.1" }, severity = "low", every = "1 day",
    remedy = { ja = "調べる", en = "Look into it" }, each = lines, test = function(entry)
      if string.find(entry.line, pattern) then return fail { ja = "当てはまる行がある", en = "a line matches" } end
      return pass()
    end }
end
return tenken.plugin { id = "access-log", version = "1", title = { ja = "計測", en = "Benchmark" }, checks = {
  admin = check("administration", "GET /admin"),
  errors = check("errors of the server", '" 50[0-9] '),
  scanners = check("scanners", "sqlmap/%d"),
} }
