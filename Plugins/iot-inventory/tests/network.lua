-- What the ledger says against what was seen on the network.
local today = "2026-11-20"
local seen = {
  { mac = "02:00:5e:10:00:01", ip = "192.0.2.1", seen_at = "2026/11/12 08:00" },
  { mac = "0200.5E10.0001", ip = "192.0.2.2", seen_at = "2026/11/13 08:00" },
  { mac = "02-00-5E-10-00-01", ip = "192.0.2.3", seen_at = "2026/11/11 08:00" },
  { mac = "02-00-5E-10-00-02", ip = "192.0.2.4", seen_at = "2026/11/12 23:59" },
}

local function case(check, title, cells, outcome, message, parameters)
  cells.number = "IOT-1"
  return {
    title, check = check, today = today, parameters = parameters, rows = { devices = { cells }, seen = seen },
    expect = { { outcome = outcome, subject = "IOT-1", message = message } },
  }
end

local one, two, other = "02-00-5E-10-00-01", "02-00-5E-10-00-02", "02-00-5E-10-00-09"

return {
  case("disconnected", "seen the day after it was retired fails, with the last sighting",
    { mac = one, retired_on = "2026/11/12" }, "fail", "2026-11-13T08:00:00 に検出された (IP 192.0.2.2)"),
  case("disconnected", "seen on the day itself passes", { mac = one, retired_on = "2026/11/13" }, "pass", "2026-11-13"),
  case("disconnected", "seen only before passes", { mac = one, retired_on = "2026/11/14" }, "pass", "2026-11-14"),
  case("disconnected", "a fault counts from its own day",
    { mac = one, suspended_on = "2026/11/12", retired_on = "2026/11/20" }, "fail", "2026-11-12"),
  case("disconnected", "never seen passes", { mac = other, retired_on = "2020/3/31" }, "pass", "2020-03-31"),
  case("disconnected", "without a MAC address it is unknown",
    { mac = "", retired_on = "R8.3.31" }, "unknown", "MACアドレス"),
  case("disconnected", "what is in use is not asked for", { mac = one }, "notapplicable", "使っている"),
  case("disconnected", "what is to be retired tomorrow is in use",
    { mac = one, retired_on = "2026/11/21" }, "notapplicable", "使っている"),
  case("disconnected", "retired today and seen before passes",
    { mac = one, retired_on = "2026/11/20" }, "pass", "2026-11-20"),

  case("logged", "seen 7 days ago passes", { mac = one }, "pass", "2026-11-13 (7日前)"),
  case("logged", "seen 8 days ago fails", { mac = two }, "fail", "2026-11-12 (8日前)。7日以内"),
  case("logged", "the ledger's later log counts", { mac = two, last_logged_on = "2026/11/19" }, "pass", "2026-11-19"),
  case("logged", "the later sighting counts", { mac = one, last_logged_on = "2026/11/1" }, "pass", "2026-11-13"),
  case("logged", "the ledger's log alone counts", { mac = "", last_logged_on = "2026/11/18" }, "pass", "2026-11-18"),
  case("logged", "neither fails", { mac = other, last_logged_on = "" }, "fail", "最後の記録の記入がない"),
  case("logged", "a site may ask for more", { mac = one }, "fail", "3日以内", { logged_within_days = 3 }),
  case("logged", "a log in the future is unknown", { last_logged_on = "2026/11/21" }, "unknown", "2026-11-21"),
  case("logged", "out of use is not asked for",
    { last_logged_on = "", retired_on = "2026/11/20" }, "notapplicable", "2026-11-20"),

  { "an empty list of sightings says nothing", check = "disconnected", today = today,
    rows = { devices = { { number = "IOT-1", mac = one, retired_on = "R8.3.31" } }, seen = {} }, outcome = "unknown" },
}
