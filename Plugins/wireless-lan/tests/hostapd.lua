-- One BSS a case, with the keys that its file holds; what is not there has hostapd's default.
local today = "2026-11-20"

local function case(check, title, keys, outcome, message, parameters)
  keys.interface = "wlan0"
  return {
    title, check = check, today = today, parameters = parameters,
    rows = { hostapd = { keys } },
    expect = { { outcome = outcome, subject = "wlan0", message = message } },
  }
end

return {
  case("hostapd-ssid-hidden", "an absent key means visible", {}, "fail", "ignore_broadcast_ssid=-"),
  case("hostapd-ssid-hidden", "0 is visible", { ignore_broadcast_ssid = "0" }, "fail", "ignore_broadcast_ssid=0"),
  case("hostapd-ssid-hidden", "1 hides", { ignore_broadcast_ssid = "1" }, "pass", "ignore_broadcast_ssid=1"),
  case("hostapd-ssid-hidden", "2 hides", { ignore_broadcast_ssid = "2" }, "pass", "ignore_broadcast_ssid=2"),
  case("hostapd-ssid-hidden", "3 is no value of hostapd", { ignore_broadcast_ssid = "3" }, "fail", "3"),

  case("hostapd-access-limited", "an absent key lets anyone in", {}, "fail", "macaddr_acl=-"),
  case("hostapd-access-limited", "0 lets anyone in", { macaddr_acl = "0" }, "fail", "macaddr_acl=0"),
  case("hostapd-access-limited", "1 is an accept list", { macaddr_acl = "1" }, "pass", "macaddr_acl=1"),
  case("hostapd-access-limited", "2 asks RADIUS", { macaddr_acl = "2" }, "pass", "macaddr_acl=2"),
  case("hostapd-access-limited", "3 is no value of hostapd", { macaddr_acl = "3" }, "fail", "macaddr_acl=3"),
  case("hostapd-access-limited", "EAP will do", { wpa_key_mgmt = "WPA-EAP WPA-EAP-SHA256" }, "pass", "wpa-eap"),
  case("hostapd-access-limited", "EAP beside a shared key will not", { wpa_key_mgmt = "WPA-EAP WPA-PSK" }, "fail", "-"),
  case("hostapd-access-limited", "a shared key will not", { wpa_key_mgmt = "SAE" }, "fail", "macaddr_acl"),
  case("hostapd-access-limited", "EAP will not do where the site says so", { wpa_key_mgmt = "WPA-EAP" },
    "fail", "macaddr_acl", { dot1x_suffices = false }),

  case("hostapd-encryption", "an absent wpa means open or WEP", { rsn_pairwise = "CCMP" }, "fail", "open, WEP (wpa=-)"),
  case("hostapd-encryption", "wpa=0 means open or WEP",
    { wpa = "0", rsn_pairwise = "CCMP" }, "fail", "open, WEP (wpa=0)"),
  case("hostapd-encryption", "wpa=1 is WPA", { wpa = "1", wpa_pairwise = "CCMP" }, "fail", "WPA wpa=1 ccmp"),
  case("hostapd-encryption", "wpa=3 without ciphers is TKIP", { wpa = "3" }, "fail", "WPA wpa=3 tkip"),
  case("hostapd-encryption", "wpa=3 offers WPA whatever the cipher",
    { wpa = "3", wpa_pairwise = "CCMP", rsn_pairwise = "CCMP" }, "fail", "WPA wpa=3 ccmp"),
  case("hostapd-encryption", "wpa=4 has neither bit",
    { wpa = "4", rsn_pairwise = "CCMP" }, "fail", "open, WEP (wpa=4)"),
  case("hostapd-encryption", "wpa=2 without ciphers is TKIP", { wpa = "2" }, "fail", "wpa=2 tkip"),
  case("hostapd-encryption", "wpa=2 takes wpa_pairwise where rsn_pairwise is absent",
    { wpa = "2", wpa_pairwise = "CCMP" }, "pass", "wpa=2 ccmp"),
  case("hostapd-encryption", "rsn_pairwise wins over wpa_pairwise",
    { wpa = "2", wpa_pairwise = "TKIP", rsn_pairwise = "CCMP" }, "pass", "wpa=2 ccmp"),
  case("hostapd-encryption", "TKIP beside CCMP fails", { wpa = "2", rsn_pairwise = "CCMP TKIP" }, "fail", "ccmp tkip"),
  case("hostapd-encryption", "the longer AES ciphers pass",
    { wpa = "2", rsn_pairwise = "CCMP CCMP-256 GCMP GCMP-256" }, "pass", "gcmp-256"),
  case("hostapd-encryption", "WPA3 is wpa=2 with SAE",
    { wpa = "2", wpa_key_mgmt = "SAE", rsn_pairwise = "CCMP" }, "pass", "wpa=2"),
}
