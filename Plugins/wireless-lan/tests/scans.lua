-- What is on the air, in the folders of whole files, and against small ledgers.
local today = "2026-11-20"

local function case(folder, check, outcome, expect, parameters)
  return {
    folder .. " " .. check, check = check, today = today, data = "fixtures/" .. folder, outcome = outcome,
    parameters = parameters, expect = expect,
  }
end

local function iw(title, bss, outcome, message, ap, parameters)
  local row = { bssid = "02:00:5e:00:00:01", signal = "-50" }
  for column, text in pairs(bss) do row[column] = text end
  return {
    title, check = "iw-networks-known", today = today, parameters = parameters,
    rows = { ["iw-scan"] = { row }, ["access-points"] = { ap or { name = "AP-1", ssid = "MED" } } },
    expect = { { outcome = outcome, subject = "02:00:5e:00:00:01", message = message } },
  }
end

-- One network that a program hears, against access points of the SSID MED.
local function heard(kind, verb, title, row, outcome, message, aps)
  if kind ~= "netsh" then row.bssid = "02:00:5e:00:00:01" end
  for number, ap in ipairs(aps or { {} }) do ap.name, ap.ssid = "AP-" .. number, "MED" end
  return {
    kind .. ": " .. title, check = kind .. "-" .. verb, today = today,
    rows = { [kind .. "-scan"] = { row }, ["access-points"] = aps or { { name = "AP-1", ssid = "MED" } } },
    expect = { { outcome = outcome, message = message } },
  }
end
local function sent(kind, title, row, outcome, message, aps)
  return heard(kind, "encryption", title, row, outcome, message, aps)
end
local ours = "02-00-5E-00-00-01"

return {
  -- A hidden network is known by its BSSID; what is weak belongs to the neighbours.
  case("passing", "iw-networks-known", "pass", {
    { outcome = "pass", subject = "02:00:5e:20:00:01", line = 1, message = "AP-2F-01" },
    { outcome = "pass", subject = "02:00:5e:20:00:02", message = "AP-RAD-01" },
    { outcome = "informational", subject = "02:00:5e:99:00:01", message = "neighbour clinic $& Wi-Fi" },
    { outcome = "informational", subject = "02:00:5e:99:00:02", message = "-84" },
  }),
  case("passing", "iw-encryption", "pass", {
    { outcome = "pass", message = "RSN ccmp" }, { outcome = "pass", message = "RSN ccmp gcmp-256" },
    { outcome = "notapplicable" }, { outcome = "notapplicable" },
  }),
  case("failing", "iw-networks-known", "fail", {
    { outcome = "pass", message = "AP-1" }, { outcome = "fail", message = "2026-03-31 に撤去した AP-5" },
    { outcome = "fail", message = "SAMPLE-RAD を名乗る" }, { outcome = "unknown", message = "SAMPLE FREE" },
    { outcome = "unknown", message = "SSIDを知らせない" },
  }),
  case("failing", "iw-networks-known", "fail", {
    { outcome = "pass" }, { outcome = "fail" }, { outcome = "fail" },
    { outcome = "notapplicable", message = "近隣" }, { outcome = "unknown" },
  }, { neighbour_ssids = { "SAMPLE FREE" } }),
  case("failing", "iw-encryption", "fail", {
    { outcome = "fail", message = "RSN ccmp tkip" }, { outcome = "fail", message = "WEP" },
    { outcome = "fail", message = "WPA ccmp tkip" }, { outcome = "notapplicable" }, { outcome = "notapplicable" },
  }),

  -- iwlist: a quote in an SSID, both ways in which drivers write a signal, and one without dBm.
  case("passing", "iwlist-networks-known", "pass", {
    { outcome = "pass", subject = "02:00:5e:20:00:01", line = 2, message = "AP-2F-01" },
    { outcome = "pass", subject = "02:00:5e:20:00:02", message = "AP-RAD-01" },
    { outcome = "informational", subject = "02:00:5e:99:00:01", message = 'neighbour "clinic" $& Wi-Fi' },
  }),
  case("passing", "iwlist-encryption", "pass", {
    { outcome = "pass", message = "RSN ccmp" }, { outcome = "pass", message = "RSN ccmp" },
    { outcome = "notapplicable" },
  }),
  case("failing", "iwlist-networks-known", "fail", {
    { outcome = "pass", message = "AP-1" }, { outcome = "fail", message = "2026-03-31 に撤去した AP-5" },
    { outcome = "fail", message = "SAMPLE-RAD を名乗る" }, { outcome = "unknown", message = "SAMPLE FREE" },
    { outcome = "unknown", message = "SSIDを知らせない" },
  }),
  case("failing", "iwlist-encryption", "fail", {
    { outcome = "fail", message = "RSN ccmp tkip" }, { outcome = "fail", message = "WEP" },
    { outcome = "fail", message = "WPA ccmp tkip" }, { outcome = "notapplicable" }, { outcome = "notapplicable" },
  }),
  sent("iwlist", "open", { ssid = "MED", key = "off" }, "fail", "open"),
  sent("iwlist", "a scan that was cut off", { ssid = "MED" }, "unknown", "-"),
  heard("iwlist", "networks-known", "a weak signal", { ssid = "OTHER", signal = "-71", key = "off" },
    "informational", "-71"),
  heard("iwlist", "networks-known", "no signal in dBm", { ssid = "OTHER", key = "off" }, "unknown", "OTHER"),

  -- The table for people, then the form for programs, whose SSID may hold colons and backslashes.
  case("passing", "nmcli-networks-known", "pass", {
    { outcome = "pass", subject = "02:00:5e:20:00:01", line = 2, message = "AP-2F-01" },
    { outcome = "informational", message = "-82" }, { outcome = "informational" },
    { outcome = "pass", subject = "02:00:5e:20:00:01", line = 1 },
    { outcome = "pass", subject = "02:00:5e:20:00:02", message = "AP-RAD-01" },
    { outcome = "informational", message = "cafe: the \\ free one" },
  }),
  case("passing", "nmcli-encryption", "pass", {
    { outcome = "pass", message = "wpa3 802.1x" }, { outcome = "notapplicable" }, { outcome = "notapplicable" },
    { outcome = "pass", message = "pair_ccmp" }, { outcome = "pass" }, { outcome = "notapplicable" },
  }),
  case("failing", "nmcli-networks-known", "fail", {
    { outcome = "pass" }, { outcome = "fail", message = "AP-5" }, { outcome = "fail", message = "SAMPLE-RAD" },
    { outcome = "unknown", message = "SAMPLE FREE" }, { outcome = "unknown", message = "SSIDを知らせない" },
    { outcome = "unknown" },
  }),
  case("failing", "nmcli-encryption", "fail", {
    { outcome = "fail", message = "wpa1 wpa2" }, { outcome = "fail", message = "wep" },
    -- The table does not tell the cipher of WPA2.
    { outcome = "unknown", message = "wpa2" }, { outcome = "notapplicable" }, { outcome = "notapplicable" },
    { outcome = "notapplicable" },
  }),

  -- Windows in Japanese, then in English: a network has several access points, or none if nobody asked for them.
  case("passing", "netsh-networks-known", "pass", {
    { outcome = "pass", subject = "02:00:5e:20:00:01", line = 5, message = "AP-2F-01" },
    { outcome = "pass", subject = "02:00:5e:20:00:05", line = 5, message = "AP-2F-02" },
    { outcome = "pass", subject = "02:00:5e:20:00:02", message = "AP-RAD-01" },
    { outcome = "informational", message = "となりの喫茶店 $& Wi-Fi は台帳にないが、電波が弱い (-85 dBm)" },
  }),
  case("passing", "netsh-encryption", "pass", {
    { outcome = "pass", message = "wpa2-エンタープライズ ccmp" }, { outcome = "pass" },
    { outcome = "pass", message = "wpa3-パーソナル ccmp" }, { outcome = "notapplicable" },
  }),
  case("failing", "netsh-networks-known", "fail", {
    { outcome = "pass", message = "AP-1" }, { outcome = "fail", message = "AP-5" },
    { outcome = "fail", subject = "02:00:5e:66:66:66", message = "SAMPLE-RAD" }, { outcome = "pass", message = "AP-3" },
    { outcome = "unknown", subject = "SAMPLE FREE" },
  }),
  case("failing", "netsh-encryption", "fail", {
    { outcome = "fail", message = "wpa2-personal tkip" }, { outcome = "fail", message = "open wep" },
    { outcome = "pass", message = "wpa2-personal ccmp" }, { outcome = "pass" }, { outcome = "notapplicable" },
  }),

  iw("an SSID of the ledger without BSSIDs is known", { ssid = "MED" }, "pass", "MED"),
  iw("an SSID is compared letter by letter", { ssid = "Med" }, "unknown", "Med"),
  iw("one whose access points are all gone is forgotten", { ssid = "MED" }, "fail", "2026-03-31",
    { name = "AP-1", ssid = "MED", retired_on = "R8.3.31" }),
  iw("another BSSID under our name is an impostor", { ssid = "MED" }, "fail", "なりすまし",
    { name = "AP-1", ssid = "MED", bssid = "02-00-5E-00-00-02", bssid_5ghz = "0200.5e00.0003" }),
  iw("one of two BSSIDs is ours", { ssid = "MED" }, "pass", "AP-1",
    { name = "AP-1", ssid = "MED", bssid = "02-00-5E-00-00-02", bssid_5ghz = "0200.5e00.0001" }),
  iw("at the threshold it counts as near", { ssid = "X", signal = "-70" }, "unknown", "X"),
  iw("below it does not", { ssid = "X", signal = "-70.5" }, "informational", "X"),
  iw("without a signal it counts as near", { ssid = "X", signal = "" }, "unknown", "X"),
  iw("a site may set the threshold", { ssid = "X", signal = "-60" }, "informational", "X", nil, { near_dbm = -55 }),

  iw("a hidden network may have a name of NUL bytes", { ssid = "\\x00\\x00" }, "unknown", "SSIDを知らせない"),
  iw("a weak one is told by its address", { ssid = "", signal = "-90" }, "informational", "02:00:5e:00:00:01 は"),
  iw("what is removed tomorrow is there", { ssid = "MED" }, "pass", "MED",
    { name = "AP-1", ssid = "MED", retired_on = "2026/11/21" }),
  iw("what was removed today is not", { ssid = "MED" }, "fail", "2026-11-20",
    { name = "AP-1", ssid = "MED", retired_on = "2026/11/20" }),
  heard("iw", "networks-known", "while the BSSID of one access point is not told, nobody is an impostor",
    { ssid = "MED", signal = "-50" }, "pass", "MED", { {}, { bssid = "02-00-5E-00-00-02" } }),

  sent("iw", "WPA alone", { ssid = "MED", wpa = "1", ciphers = "TKIP" }, "fail", "WPA tkip"),
  sent("iw", "neither", { ssid = "MED", capability = "ESS" }, "fail", "暗号化が open"),
  sent("iw", "nothing is told", { ssid = "MED" }, "fail", "暗号化が open"),
  sent("iw", "no ciphers are told", { ssid = "MED", rsn = "1" }, "unknown", "RSN"),
  sent("iw", "one access point that carries medical information is enough", { ssid = "MED", capability = "ESS" },
    "fail", "open", { { medical = "有" }, { medical = "無" } }),
  sent("iw", "the access point itself tells first", { ssid = "MED", capability = "ESS" }, "notapplicable", "台帳にない",
    { { medical = "有" }, { medical = "無", bssid = ours } }),
  sent("iw", "a network for visitors", { ssid = "MED", capability = "ESS" }, "notapplicable", "台帳にない",
    { { medical = "無" } }),

  sent("nmcli", "nothing is told", { ssid = "MED" }, "unknown", "暗号化が - で"),
  sent("nmcli", "open", { ssid = "MED", percent = "80", security = "--" }, "fail", "暗号化が open"),
  sent("nmcli", "WPA2 without flags", { ssid = "MED", percent = "80", security = "WPA2" }, "unknown", "暗号化が wpa2 で"),
  sent("nmcli", "TKIP beside CCMP", { ssid = "MED", percent = "80", security = "WPA2", flags = "pair_ccmp pair_tkip" },
    "fail", "wpa2 pair_ccmp pair_tkip"),
  sent("nmcli", "GCMP", { ssid = "MED", percent = "80", security = "WPA2", flags = "pair_gcmp" }, "pass", "pair_gcmp"),
  sent("nmcli", "WPA2 beside WPA3", { ssid = "MED", percent = "80", security = "WPA2 WPA3" }, "unknown", "wpa2 wpa3"),
  sent("nmcli", "what is neither", { ssid = "MED", percent = "80", security = "OWE" }, "unknown", "owe"),

  sent("netsh", "nothing is told", { ssid = "MED" }, "unknown", "暗号化が - - で"),
  heard("netsh", "networks-known", "without signals", { ssid = "X", bssids = "02:00:5e:00:00:09" }, "unknown", "X"),
  { "netsh: fewer signals than addresses tell of none", check = "netsh-networks-known", today = today,
    rows = {
      ["netsh-scan"] = { { ssid = "X", bssids = "02:00:5e:00:00:08,02:00:5e:00:00:09", percents = "10" } },
      ["access-points"] = { { name = "AP-1", ssid = "MED" } },
    },
    expect = { { outcome = "unknown" }, { outcome = "unknown" } } },
  { "netsh: a hidden network without addresses", check = "netsh-networks-known", today = today,
    rows = { ["netsh-scan"] = { { cipher = "CCMP" } }, ["access-points"] = { { name = "AP-1", ssid = "MED" } } },
    expect = { { outcome = "unknown", subject = "-" } } },

  { "without a scan nothing is said", check = "iw-networks-known", today = today,
    rows = { ["access-points"] = { { name = "AP-1", ssid = "MED" } } }, outcome = "notselected" },
  { "without a ledger nothing is checked", check = "iw-networks-known", today = today,
    rows = { ["iw-scan"] = { { bssid = "02:00:5e:00:00:01" } } }, outcome = "notchecked" },
}
