-- One network a case, with the settings that count; what is not there stands nowhere in the settings.
local today = "2026-11-20"

local function case(kind, verb, title, cells, outcome, message)
  cells[kind == "unifi" and "name" or "ssid"] = "MED"
  if kind == "aruba" then cells.profile = "med" end
  if kind == "openwrt" then cells.section_type = "wifi-iface" end
  return {
    kind .. ": " .. title, check = kind .. "-" .. verb, today = today, rows = { [kind] = { cells } },
    expect = { { outcome = outcome, subject = "MED", message = message } },
  }
end

local function aruba(modes, outcome, message)
  return case("aruba", "encryption", modes, { encryption = modes }, outcome, message)
end
local function aruba_lets_in(modes, outcome, message)
  return case("aruba", "access-limited", modes, { encryption = modes }, outcome, message)
end

local function aruba_sends(title, retired_on, outcome)
  return {
    "aruba: " .. title, check = "aruba-networks-known", today = today,
    rows = {
      ["aruba-bss-table"] = { { bssid = "02:00:5e:00:00:01", ssid = "MED" } },
      ["access-points"] = { { name = "AP-1", ssid = "MED", retired_on = retired_on } },
    },
    expect = { { outcome = outcome, subject = "MED" } },
  }
end

local function openwrt(encryption, outcome)
  return case("openwrt", "encryption", encryption, { encryption = encryption }, outcome)
end

-- What is said of several networks, word by word.
local function words(kind, networks)
  for number, cells in ipairs(networks) do cells[kind == "unifi" and "name" or "ssid"] = "MED-" .. number end
  return {
    kind .. ": every word", check = kind .. "-encryption", today = today, rows = { [kind] = networks },
    golden = kind .. "-words",
  }
end

return {
  aruba("wpa2-psk-tkip", "fail"),
  aruba("static-wep", "fail"),
  aruba("wpa-aes", "fail"),
  aruba("wpa3-sae-aes", "pass"),
  aruba("bsec-128", "pass"),
  aruba("enhanced-open", "pass"),
  aruba("static-wep,xsec", "fail"),
  aruba("", "unknown", "暗号化が - で"),
  aruba_lets_in("wpa2-aes", "pass", "802.1X"),
  aruba_lets_in("bsec-128", "pass", "802.1X"),
  aruba_lets_in("wpa2-psk-aes", "unknown", "opmode wpa2-psk-aes"),
  aruba_lets_in("wpa3-sae-aes", "unknown", "opmode wpa3-sae-aes"),
  aruba_lets_in("enhanced-open", "fail", "opmode enhanced-open"),
  aruba_lets_in("", "unknown", "opmode -"),
  case("aruba", "ssid-hidden", "nothing is told", {}, "unknown", "(Hide SSID: -, Deny_Broadcast Probes: -)"),
  case("aruba", "ssid-hidden", "one setting is enough", { hidden = "Enabled" }, "pass"),
  case("aruba", "ssid-hidden", "and so is the other", { refuses_any = "Enabled" }, "pass"),
  aruba_sends("what is to be removed tomorrow is there", "2026/11/21", "pass"),
  aruba_sends("what was removed today is not", "2026/11/20", "fail"),

  case("aireos", "encryption", "the first WPA with AES is weak",
    { wpa = "Enabled", wpa1 = "Enabled", wpa2 = "Disabled", aes = "Enabled" }, "fail"),
  case("aireos", "access-limited", "nothing is told", {}, "unknown", "MAC filtering: -"),
  case("aireos", "access-limited", "a shared key beside 802.1X lets anybody in",
    { mac_filtering = "Disabled", wpa = "Enabled", wpa2 = "Enabled", dot1x = "Enabled", psk = "Enabled" }, "fail"),
  case("aireos", "ssid-hidden", "nothing is told", {}, "unknown", "Broadcast SSID: -"),
  words("aireos", {
    { wpa = "Enabled", wpa1 = "Disabled", wpa2 = "Enabled", aes = "Enabled", dot1x = "Enabled" },
    { wpa = "Enabled", wpa1 = "Enabled", wpa2 = "Disabled", tkip = "Enabled", psk = "Enabled" },
    { wpa = "Enabled", wpa1 = "Disabled", wpa2 = "Disabled", gcmp256 = "Enabled", sae = "Enabled" },
    { wpa = "Disabled" }, {},
  }),

  openwrt("psk2+ccmp", "pass"),
  openwrt("wpa3", "pass"),
  openwrt("sae", "pass"),
  openwrt("owe", "pass"),
  openwrt("psk", "fail"),
  openwrt("wpa", "fail"),
  openwrt("wep", "fail"),
  openwrt("none", "fail"),
  case("openwrt", "encryption", "nothing is told", {}, "fail", "none"),
  { "openwrt: a radio without a name is nobody's", check = "openwrt-encryption", today = today,
    rows = {
      openwrt = {
        { section_type = "wifi-device", disabled = "1" },
        { section_type = "wifi-iface", ssid = "MED", encryption = "sae" },
        { section_type = "other", ssid = "X" },
      },
    },
    expect = { { outcome = "pass", subject = "MED" } } },

  case("unifi", "encryption", "WEP is weak", { security = "wep" }, "fail"),
  case("unifi", "encryption", "OSEN is not judged", { security = "osen", wpa_mode = "wpa2", wpa_enc = "ccmp" },
    "unknown"),
  case("unifi", "encryption", "a transition goes by WPA2",
    { security = "wpapsk", wpa_mode = "auto", wpa_enc = "ccmp", wpa3_support = "true", wpa3_transition = "true" },
    "fail"),
  case("unifi", "encryption", "the first WPA is weak", { security = "wpapsk", wpa_mode = "wpa1", wpa_enc = "ccmp" },
    "fail"),
  case("unifi", "encryption", "TKIP is weak", { security = "wpapsk", wpa_mode = "wpa2", wpa_enc = "tkip" }, "fail"),
  case("unifi", "encryption", "no cipher is told", { security = "wpapsk", wpa_mode = "wpa2" }, "unknown"),
  case("unifi", "encryption", "no version is told", { security = "wpapsk", wpa_enc = "ccmp" }, "unknown"),
  case("unifi", "access-limited", "a list that is off limits nobody",
    { mac_filter_enabled = "false", mac_filter_policy = "allow", mac_filter_list = "02:00:5e:00:00:01" }, "fail"),
  words("unifi", {
    { security = "wpapsk", wpa_mode = "wpa2", wpa_enc = "ccmp" },
    { security = "wpapsk", wpa_mode = "wpa2", wpa_enc = "ccmp", wpa3_support = "true" },
    { security = "wpaeap", wpa_mode = "wpa2", wpa_enc = "gcmp", wpa3_support = "true", wpa3_transition = "true" },
  }),
}
