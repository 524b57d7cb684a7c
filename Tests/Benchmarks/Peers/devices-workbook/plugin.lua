-- The same checks of the same ledger as a workbook.
local tenken = require "tenken"
local pass, fail = tenken.pass, tenken.fail
local devices = tenken.source {
  id = "devices", title = { ja = "機器台帳", en = "Device ledger" }, file = "devices.xlsx", subject = "number",
  columns = {
    number = "string", kind = "keyword", zone = "keyword?", firmware = "version?", latest = "version?", owner = "string?",
    connected = "boolean", support_ends = "date?", last_seen = "date?", retired = "date?",
  },
}
local function check(title, test)
  return { title = { ja = title, en = title }, requirements = { "mhlw-5:6.5.C.1" }, severity = "low", every = "1 day",
    remedy = { ja = "直す", en = "Mend it" }, each = devices, test = test }
end
return tenken.plugin { id = "devices-workbook", version = "1", title = { ja = "計測", en = "Benchmark" },
  parameters = { seen_since = { type = "date", default = "2026-08-20", doc = { ja = "見えているべき日", en = "Seen since" } } },
  checks = {
  firmware = check("firmware behind", function(d)
    if tenken.compare_versions(d.firmware, d.latest) >= 0 then return pass() end
    return fail({ ja = "%s が古い (最新は %s)", en = "%s is behind %s" }, d.firmware, d.latest)
  end),
  retired = check("retired but connected", function(d, _, context)
    if d.retired and d.retired <= context.today and d.connected then
      return fail({ ja = "%s に使用を終えた機器がつながっている", en = "retired on %s and still connected" }, d.retired)
    end
    return pass()
  end),
  support = check("past end of support", function(d, _, context)
    if d.support_ends < context.today then
      return fail({ ja = "サポートは %s まで", en = "supported until %s" }, d.support_ends)
    end
    return pass()
  end),
  owner = check("no owner", function(d)
    if d.owner then return pass() end
    return fail { ja = "管理者がいない", en = "nobody is responsible" }
  end),
  zone = check("camera in the wrong zone", function(d)
    if d.kind == "camera" and d.zone ~= "surveillance" then
      return fail({ ja = "カメラが %s にある", en = "a camera in zone %s" }, d.zone)
    end
    return pass()
  end),
  seen = check("not seen for months", function(d, parameters)
    if d.last_seen < parameters.seen_since then
      return fail({ ja = "最後に見たのは %s", en = "last seen on %s" }, d.last_seen)
    end
    return pass()
  end),
} }
