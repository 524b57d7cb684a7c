-- What was seen on the network, as the tools write it. IOT-003 of the folder failing was retired on 2026-09-01 and is
-- still there; IOT-000 of the folder passing was suspended on that day and seen only before.
local today = "2026-11-20"

local function case(folder, check, outcome, expect)
  return {
    folder .. " " .. check, check = check, today = today, data = "fixtures/" .. folder, outcome = outcome,
    expect = expect,
  }
end
local function passing(check, expect) return case("passing", check, "pass", expect) end
local function failing(check, expect) return case("failing", check, "fail", expect) end

local function pass(subject, message) return { outcome = "pass", subject = subject, message = message } end
local function fail(subject, message) return { outcome = "fail", subject = subject, message = message } end
local other = { outcome = "informational", message = "台帳にない" }
local absent = { outcome = "notapplicable", message = "応答していない" }

local function seen(title, devices, row, outcome, message, parameters)
  return {
    title, check = "dnsmasq-disconnected", today = today, parameters = parameters,
    rows = { devices = devices, dnsmasq = { row } }, expect = { { outcome = outcome, message = message } },
  }
end
local function lent(title, starts, outcome, message)
  return {
    title, check = "dhcpd-disconnected", today = today,
    rows = {
      devices = { { number = "IOT-1", mac = "02-00-5E-10-00-01", retired_on = "2026/11/12" } },
      dhcpd = { { ip = "192.0.2.1", mac = "02:00:5e:10:00:01", starts_utc = starts } },
    },
    expect = { { outcome = outcome, message = message } },
  }
end
local old = { number = "IOT-1", mac = "02-00-5E-10-00-01", retired_on = "2026/11/12" }
local new = { number = "IOT-2", mac = "02-00-5E-10-00-01" }
-- 2026-11-14 12:00 in Japan.
local function lease(ends_at)
  return { mac = "02:00:5e:10:00:01", ip = "192.0.2.1", ends_at = ends_at or "1794625200" }
end

return {
  -- Nmap: without a MAC address the IP address of a device in use is enough, that of a retired one is not.
  passing("nmap-disconnected", {
    { outcome = "pass", subject = "IOT-001", line = 9 }, { outcome = "informational", message = "02:00:5e:77:00:01" },
    pass("IOT-003"), absent,
  }),
  failing("nmap-disconnected", {
    pass("IOT-001"), fail("IOT-003", "IP 192.0.2.13、検出 2026-11-19"), { outcome = "unknown", message = "192.0.2.13" },
  }),
  case("passing", "nmap-ports", "unknown", {
    pass("IOT-001"), { outcome = "notapplicable", message = "台帳にない" },
    { outcome = "unknown", subject = "IOT-003", message = "調べた結果がない" }, { outcome = "notapplicable" },
  }),
  failing("nmap-ports", {
    fail("IOT-001", "21, 23"), pass("IOT-003"), { outcome = "unknown", subject = "IOT-003", message = "nmap -sV" },
  }),

  -- Linux, macOS, ip neigh and /proc/net/arp, then Cisco and Windows in Japanese.
  passing("neighbours-disconnected", {
    { outcome = "pass", subject = "IOT-003", line = 1 }, other, pass("IOT-001"), absent, other,
    pass("IOT-001"), absent, absent, pass("IOT-003"),
  }),
  failing("neighbours-disconnected", {
    pass("IOT-001"), { outcome = "fail", subject = "IOT-003", line = 3 }, fail("IOT-003"), other,
    { outcome = "fail", subject = "IOT-003", line = 5, message = "192.0.2.13" }, other,
  }),

  passing("dhcpd-disconnected", {
    { outcome = "pass", subject = "IOT-001", line = 9 }, pass("IOT-000", "検出は 2026-08-25"),
    { outcome = "notapplicable" },
  }),
  failing("dhcpd-disconnected", { fail("IOT-003", "検出 2026-11-19"), fail("IOT-003", "検出 2026-11-20") }),
  -- Its times are UTC: from 15:00 it is the next day in Japan.
  lent("before midnight in Japan", "2026/11/12 14:59:59", "pass", "検出は 2026-11-12"),
  lent("after midnight in Japan", "2026/11/12 15:00:00", "fail", "検出 2026-11-13"),
  lent("at the end of a month", "2026/11/30 23:00:00", "fail", "検出 2026-12-01"),
  lent("a lease that does not say when counts as seen now", "never", "fail", "まだある"),
  passing("dnsmasq-disconnected", { pass("IOT-001"), pass("IOT-000", "検出は 2026-08-30"), absent }),
  failing("dnsmasq-disconnected", { fail("IOT-003", "検出 2026-11-20") }),
  passing("kea-disconnected", { pass("IOT-001"), pass("IOT-000", "検出は 2026-08-31"), absent }),
  failing("kea-disconnected", { { outcome = "fail", subject = "IOT-003", line = 2, message = "検出 2026-11-20" } }),

  seen("renewed the day after it was retired", { old }, lease(), "fail", "検出 2026-11-13"),
  seen("a lease may be as old as its term", { old }, lease(), "pass", "検出は 2026-11-12", { lease_days = 2 }),
  seen("a lease without end says nothing", { old }, lease(""), "notapplicable", "192.0.2.1"),
  seen("the address of a device that replaced it is in use", { old, new }, lease(), "pass", "IOT-2"),
  seen("retired tomorrow is in use",
    { { number = "IOT-1", mac = "02-00-5E-10-00-01", retired_on = "2026/11/21" } }, lease(), "pass", "使っている IOT-1"),
  { "without such a list nothing is said", check = "kea-disconnected", today = today,
    rows = { devices = { old } }, outcome = "notselected" },
  { "without the ledger nothing is checked", check = "dnsmasq-disconnected", today = today,
    rows = { dnsmasq = { lease() } }, outcome = "notchecked" },
}
