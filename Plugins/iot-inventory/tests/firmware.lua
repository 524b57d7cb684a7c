local today = "2026-11-20"
local latest = {
  { model = "ＩＰ－３００", version = "2.9" },
  { model = "IP-300", version = "2.10" },
  { model = "IP-300", version = "2.8" },
  { model = "PM-7", version = "5.0" },
}

local function case(title, changes, outcome, message)
  local cells = { number = "IOT-1", model = "ip-300", firmware = "2.10" }
  for column, text in pairs(changes) do cells[column] = text end
  return {
    title, check = "firmware", today = today, rows = { devices = { cells }, ["latest-firmware"] = latest },
    expect = { { outcome = outcome, subject = "IOT-1", message = message } },
  }
end

return {
  case("the latest passes", {}, "pass", "2.10"),
  case("a later one than listed passes", { firmware = "2.11" }, "pass", "2.11"),
  case("the one before the latest fails", { firmware = "2.9" }, "fail", "2.9。最新の 2.10"),
  case("a blank version is unknown", { firmware = "" }, "unknown", "ファームウェアの版"),
  case("a model that is not listed is unknown", { model = "XX-1" }, "unknown", "xx-1"),
  case("a blank model is unknown", { model = "" }, "unknown", "型番 -"),
  case("out of use is not asked for", { firmware = "1.0", suspended_on = "2026/11/20" }, "notapplicable", "2026-11-20"),
  { "without the list nothing is checked", check = "firmware", today = today,
    rows = { devices = { { number = "IOT-1" } } }, outcome = "notchecked" },
}
