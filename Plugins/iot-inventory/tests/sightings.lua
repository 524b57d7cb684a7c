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

-- One record of one kind of sightings, against a device that was retired on 2026-11-12.
local function one(kind, title, row, outcome, message)
  return {
    kind .. ": " .. title, check = kind .. "-disconnected", today = today,
    rows = { devices = { old }, [kind] = { row } }, expect = { { outcome = outcome, message = message } },
  }
end
local mac = "02-00-5E-10-00-01"
local function kea_lease(seconds)
  return { ip = "192.0.2.1", mac = mac, ends_at = "2026/11/14 12:00", lifetime = seconds, state = "0" }
end
local later = { number = "IOT-3", mac = mac, retired_on = "2026/11/13" }

local function ports(title, row, outcome, message)
  row.state, row.ip = "up", "192.0.2.9"
  return {
    title, check = "nmap-ports", today = today, rows = { devices = { new }, nmap = { row } },
    expect = { { outcome = outcome, message = message } },
  }
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
  seen("of two retired devices the later day counts", { old, later }, lease(), "pass", "検出は 2026-11-13"),
  seen("in whatever order they stand", { later, old }, lease(), "pass", "検出は 2026-11-13"),

  one("nmap", "on the day itself it may have been in use", { state = "up", mac = mac, ended_at = "2026/11/12 8:00" },
    "pass", "検出は 2026-11-12"),
  one("nmap", "a scan that broke off has no time", { state = "up", ip = "192.0.2.1", mac = mac }, "fail",
    "まだある (IP 192.0.2.1)"),
  one("nmap", "an unknown device is named with its maker",
    { state = "up", ip = "192.0.2.9", mac = "02-00-5E-77-00-01", vendor = "Sample Inc." },
    "informational", "IP 192.0.2.9, Sample Inc.)"),
  one("nmap", "or without", { state = "up", ip = "192.0.2.9", mac = "02-00-5E-77-00-01" }, "informational",
    "IP 192.0.2.9)"),
  one("nmap", "an unknown address alone", { state = "up", ip = "192.0.2.9" }, "informational", "MACアドレスの分からない"),
  one("nmap", "no address at all", { state = "up" }, "informational", "IP -"),

  one("neighbours", "an entry without an address", { ip = "192.0.2.9" }, "notapplicable", "192.0.2.9"),
  one("neighbours", "an address cut short", { ip = "192.0.2.9", short = "2:0:5e:10:0" }, "notapplicable"),
  one("neighbours", "a word that is no address", { ip = "192.0.2.9", short = "2:0:5e:10:0:zz" }, "notapplicable"),
  one("neighbours", "an address without zeros", { ip = "192.0.2.9", short = "2:0:5E:10:0:1" }, "fail", "まだある"),

  one("dhcpd", "a block that is no lease", { mac = mac }, "notapplicable", "IP -"),
  one("dhcpd", "a lease to nobody", { ip = "192.0.2.1" }, "notapplicable", "IP 192.0.2.1"),
  one("dhcpd", "on the day itself it may have been in use",
    { ip = "192.0.2.1", mac = mac, starts_at = "2026/11/12 8:00" }, "pass", "検出は 2026-11-12"),

  one("dhcpd", "a lease without a time", { ip = "192.0.2.1", mac = mac }, "fail", "まだある"),
  one("dhcpd", "a time that cannot be read", { ip = "192.0.2.1", mac = mac, starts_utc = "soon" }, "fail", "まだある"),

  one("kea", "a lease to nobody", { ip = "192.0.2.1", ends_at = "2026/11/14 12:00", lifetime = "60", state = "0" },
    "notapplicable"),
  one("kea", "a lease that was declined",
    { ip = "192.0.2.1", mac = mac, ends_at = "2026/11/14 12:00", lifetime = "60", state = "1" }, "notapplicable"),
  one("kea", "a lease of this day", kea_lease("43200"), "fail", "検出 2026-11-14"),
  one("kea", "a lease of the day before", kea_lease("43201"), "fail", "検出 2026-11-13"),
  one("kea", "a lease from midnight on", kea_lease("129600"), "fail", "検出 2026-11-13"),
  one("kea", "a lease of two days before", kea_lease("129601"), "pass", "検出は 2026-11-12"),

  ports("the MAC address is enough", { mac = mac, ports = "23", port_states = "open" }, "fail", "ポート 23"),
  ports("a closed port does no harm", { mac = mac, ports = "23,443", port_states = "closed,open" }, "pass"),
  ports("a state is missing", { mac = mac, ports = "22,23", port_states = "open" }, "unknown", "調べた結果がない"),
  ports("no state is there", { mac = mac, ports = "23" }, "unknown", "調べた結果がない"),

  { "without such a list nothing is said", check = "kea-disconnected", today = today,
    rows = { devices = { old } }, outcome = "notselected" },
  { "without the ledger nothing is checked", check = "dnsmasq-disconnected", today = today,
    rows = { dnsmasq = { lease() } }, outcome = "notchecked" },
}
