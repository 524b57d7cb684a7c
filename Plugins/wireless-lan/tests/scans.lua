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

  { "without a scan nothing is said", check = "iw-networks-known", today = today,
    rows = { ["access-points"] = { { name = "AP-1", ssid = "MED" } } }, outcome = "notselected" },
  { "without a ledger nothing is checked", check = "iw-networks-known", today = today,
    rows = { ["iw-scan"] = { { bssid = "02:00:5e:00:00:01" } } }, outcome = "notchecked" },
}
