-- Settings as the tools of each maker write them. In the folder passing nothing is wrong; in failing each check finds
-- something, beside networks that are in order.
local today = "2026-11-20"

local function case(folder, check, outcome, expect, parameters)
  return {
    folder .. " " .. check, check = check, today = today, data = "fixtures/" .. folder, outcome = outcome,
    parameters = parameters, expect = expect,
  }
end
local function passing(check, expect, parameters) return case("passing", check, "pass", expect, parameters) end
local function failing(check, expect, parameters) return case("failing", check, "fail", expect, parameters) end

local function pass(subject, message) return { outcome = "pass", subject = subject, message = message } end
local function fail(subject, message) return { outcome = "fail", subject = subject, message = message } end
local function unknown(subject, message) return { outcome = "unknown", subject = subject, message = message } end
local function off(subject) return { outcome = "notapplicable", subject = subject, message = "止めてある" } end
local other = { outcome = "notapplicable", message = "医療情報を通さない" }

return {
  -- OpenWrt: tabs, comments, values with and without quotes; a client interface, one that is disabled, and one of a
  -- radio that is disabled are outside.
  passing("openwrt-ssid-hidden", {
    { outcome = "pass", subject = "SAMPLE-MED", line = 8 }, pass("SAMPLE STAFF $& 2", "hidden '1'"),
    off("SAMPLE-MED"), off("OpenWrt"), off("OpenWrt-2G"),
  }),
  passing("openwrt-access-limited", {
    pass("SAMPLE-MED", "macfilter 'allow', maclist 2"), pass("SAMPLE STAFF $& 2", "802.1X"), off("SAMPLE-MED"),
    off("OpenWrt"), off("OpenWrt-2G"),
  }),
  case("passing", "openwrt-access-limited", "fail", {
    pass("SAMPLE-MED"), fail("SAMPLE STAFF $& 2", "macfilter '-', maclist 0"), off("SAMPLE-MED"), off("OpenWrt"),
    off("OpenWrt-2G"),
  }, { dot1x_suffices = false }),
  passing("openwrt-encryption", {
    pass("SAMPLE-MED", "sae-mixed"), pass("SAMPLE STAFF $& 2", "wpa2+ccmp"), off("SAMPLE-MED"), off("OpenWrt"),
    off("OpenWrt-2G"),
  }),
  failing("openwrt-ssid-hidden", {
    fail("OpenWrt", "hidden '0'"), fail("SAMPLE-MED"), pass("SAMPLE-RAD"), pass("SAMPLE-ODD"),
  }),
  failing("openwrt-access-limited", {
    fail("OpenWrt", "macfilter '-'"), fail("SAMPLE-MED", "macfilter 'deny'"), fail("SAMPLE-RAD", "maclist 0"),
    pass("SAMPLE-ODD"),
  }),
  failing("openwrt-encryption", {
    { outcome = "fail", subject = "OpenWrt", line = 4, message = "none" }, fail("SAMPLE-MED", "psk-mixed"),
    fail("SAMPLE-RAD", "psk2+tkip+ccmp"), unknown("SAMPLE-ODD", "dpp"),
  }),
  failing("openwrt-encryption", {
    other, fail("SAMPLE-MED"), fail("SAMPLE-RAD"), unknown("SAMPLE-ODD"),
  }, { non_medical_ssids = { "OpenWrt" } }),

  -- AireOS: `show wlan N` one after the other, in one file or several. GCMP256 without AES is in order.
  passing("aireos-ssid-hidden", {
    pass("SAMPLE-MED", "Broadcast SSID: disabled"), pass("SAMPLE STAFF $& 2"), off("SAMPLE-OLD"),
  }),
  passing("aireos-access-limited", {
    pass("SAMPLE-MED", "MAC filtering: enabled"), pass("SAMPLE STAFF $& 2", "802.1X"), off("SAMPLE-OLD"),
  }),
  passing("aireos-encryption", {
    pass("SAMPLE-MED", "WPA2 aes dot1x"), pass("SAMPLE STAFF $& 2", "WPA2 gcmp256 dot1x suiteb192"), off("SAMPLE-OLD"),
  }),
  passing("aireos-wlans-exported", {
    { outcome = "pass", subject = "medical / SAMPLE-MED", line = 5 }, pass("staff / SAMPLE STAFF $& 2"),
    off("closed / SAMPLE-OLD"),
  }),
  failing("aireos-ssid-hidden", {
    { outcome = "fail", subject = "SAMPLE-MED", line = 3 }, fail("SAMPLE GUEST"), pass("SAMPLE-RAD"),
    fail("SAMPLE-SAE"),
  }),
  failing("aireos-access-limited", {
    fail("SAMPLE-MED"), fail("SAMPLE GUEST"), pass("SAMPLE-RAD"), fail("SAMPLE-SAE"),
  }),
  failing("aireos-encryption", {
    fail("SAMPLE-MED", "WPA WPA2 tkip aes psk"), fail("SAMPLE GUEST", "open, WEP"), fail("SAMPLE-RAD", "tkip aes"),
    -- The output was cut off above the security settings.
    unknown("SAMPLE-SAE", "-"),
  }),
  failing("aireos-wlans-exported", {
    pass("medical / SAMPLE-MED"), pass("guest / SAMPLE GUEST"), pass("tkip / SAMPLE-RAD"),
    { outcome = "fail", subject = "forgotten / SAMPLE-TRIAL", line = 8, message = "show wlan 17" },
  }),

  -- `show wlan summary` of IOS-XE, with and without the bands; names may fill their columns.
  passing("iosxe-wlans-exported", {
    { outcome = "pass", subject = "medical_prof", line = 5, message = "show wlan all" }, pass("carts"), off("closed"),
  }),
  failing("iosxe-wlans-exported", {
    pass("internet"), pass("legacy"), fail("profile_of_thirty_two_letters_32", "profile_of_thirty_two_letters_32"),
    fail("wide"), off("two words"), { outcome = "unknown", message = "UPかDOWNか" },
  }),

  -- IOS-XE: `show wlan all`. SAE is in order although the line of WPA3 says Disabled.
  passing("iosxe-ssid-hidden", {
    { outcome = "pass", subject = "SAMPLE-MED", line = 1 }, pass("SAMPLE CARTS"), off("SAMPLE-OLD"),
  }),
  passing("iosxe-access-limited", {
    pass("SAMPLE-MED", "802.1X"), pass("SAMPLE CARTS", "MAC filtering: default"), off("SAMPLE-OLD"),
  }),
  passing("iosxe-encryption", {
    pass("SAMPLE-MED", "WPA2 aes dot1x ft_dot1x"), pass("SAMPLE CARTS", "WPA2 gcmp256 sae"), off("SAMPLE-OLD"),
  }),
  failing("iosxe-ssid-hidden", { fail("SAMPLE GUEST"), pass("SAMPLE-RAD"), pass("SAMPLE-MED") }),
  failing("iosxe-access-limited", { fail("SAMPLE GUEST"), fail("SAMPLE-RAD"), pass("SAMPLE-MED", "802.1X") }),
  failing("iosxe-encryption", {
    fail("SAMPLE GUEST", "open, WEP"), fail("SAMPLE-RAD", "WPA WPA2 tkip aes psk"), unknown("SAMPLE-MED", "WPA2 dot1x"),
  }),

  -- ArubaOS: `show wlan ssid-profile NAME`. Where MAC authentication stands, a profile does not tell.
  passing("aruba-ssid-hidden", {
    { outcome = "pass", subject = "SAMPLE-MED", line = 1, message = "Hide SSID: enabled" },
    pass("SAMPLE STAFF", "Deny_Broadcast Probes: enabled"), off("SAMPLE-OLD"),
  }),
  passing("aruba-access-limited", { pass("SAMPLE-MED", "802.1X"), pass("SAMPLE STAFF"), off("SAMPLE-OLD") }),
  passing("aruba-encryption", { pass("SAMPLE-MED", "wpa2-aes"), pass("SAMPLE STAFF"), off("SAMPLE-OLD") }),
  failing("aruba-ssid-hidden", { fail("aruba-ap"), pass("SAMPLE-MED"), pass("SAMPLE-RAD"), pass("SAMPLE-X") }),
  failing("aruba-access-limited", {
    fail("aruba-ap", "opmode opensystem"), unknown("SAMPLE-MED"), unknown("SAMPLE-RAD"), unknown("SAMPLE-X"),
  }),
  failing("aruba-encryption", {
    fail("aruba-ap", "opensystem"), fail("SAMPLE-MED", "wpa-tkip,wpa2-aes"), pass("SAMPLE-RAD", "wpa3-sae-aes"),
    unknown("SAMPLE-X", "xsec"),
  }),
  passing("aruba-networks-known", { { outcome = "pass", subject = "SAMPLE-MED", line = 9 }, pass("SAMPLE-RAD") }),
  failing("aruba-networks-known", {
    pass("SAMPLE-MED"), fail("SAMPLE TRIAL $&", "台帳にない"), fail("SAMPLE-GONE", "撤去済み"),
  }),

  -- UniFi: without hide_ssid the SSID is visible; an allow list without an address lets nobody be told apart.
  passing("unifi-ssid-hidden", { pass("SAMPLE-MED"), pass("SAMPLE カート $& 1"), pass("SAMPLE-WPA3"), off("SAMPLE-OLD") }),
  passing("unifi-access-limited", {
    pass("SAMPLE-MED", "802.1X"), pass("SAMPLE カート $& 1", "mac_filter_list: 1"), pass("SAMPLE-WPA3"), off("SAMPLE-OLD"),
  }),
  passing("unifi-encryption", {
    pass("SAMPLE-MED", "wpaeap wpa2 ccmp"), pass("SAMPLE カート $& 1", "wpa3 transition"), pass("SAMPLE-WPA3"),
    off("SAMPLE-OLD"),
  }),
  failing("unifi-ssid-hidden", {
    fail("SAMPLE-GUEST", "hide_ssid: -"), fail("SAMPLE-MED", "hide_ssid: false"), pass("SAMPLE-RAD"), pass("SAMPLE-X"),
  }),
  failing("unifi-access-limited", {
    fail("SAMPLE-GUEST"), fail("SAMPLE-MED", "mac_filter_policy: deny"), fail("SAMPLE-RAD", "mac_filter_list: 0"),
    fail("SAMPLE-X"),
  }),
  failing("unifi-encryption", {
    fail("SAMPLE-GUEST", "open"), fail("SAMPLE-MED", "wpapsk auto"), fail("SAMPLE-RAD", "wpa2 auto"),
    unknown("SAMPLE-X", "osen"),
  }),
}
