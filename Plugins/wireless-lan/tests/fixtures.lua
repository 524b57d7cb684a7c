-- Whole files as a hospital keeps them: in the folder passing nothing is wrong, in the folder failing every check finds
-- something.
local today = "2026-11-20"

local function passing(check, expect)
  return { "passing", check = check, today = today, data = "fixtures/passing", outcome = "pass", expect = expect }
end

local function failing(check, expect)
  return { "failing", check = check, today = today, data = "fixtures/failing", outcome = "fail", expect = expect }
end

return {
  passing("ssid-hidden", {
    { outcome = "pass", subject = "AP-2F-01", line = 2 }, { outcome = "pass", subject = "AP-2F-02", line = 3 },
    { outcome = "pass", subject = "AP-RAD-01", line = 4 },
    -- The record above holds a line break.
    { outcome = "notapplicable", subject = "AP-OLD-01", line = 6 },
    { outcome = "notapplicable", subject = "AP-GUEST-01", line = 7 },
  }),
  failing("ssid-hidden", {
    { outcome = "fail", subject = "AP-1", line = 4 }, { outcome = "pass", line = 5 }, { outcome = "pass", line = 6 },
    { outcome = "unknown", subject = "AP-4", line = 8 }, { outcome = "notapplicable", subject = "AP-5", line = 9 },
  }),
  passing("access-limited"),
  failing("access-limited", {
    { outcome = "fail", line = 4 }, { outcome = "pass", line = 5 }, { outcome = "pass", line = 6 },
    { outcome = "unknown", line = 8 }, { outcome = "notapplicable", line = 9 },
  }),
  passing("encryption"),
  failing("encryption", {
    { outcome = "pass", line = 4 }, { outcome = "fail", line = 5, message = "wpa/wpa2 mixed (tkip+aes)" },
    { outcome = "fail", line = 6, message = "wep" }, { outcome = "unknown", line = 8 },
    { outcome = "notapplicable", line = 9 },
  }),
  passing("several-access-points"),
  failing("several-access-points", {
    { outcome = "fail", line = 4 }, { outcome = "fail", line = 5 }, { outcome = "notapplicable", line = 6 },
    { outcome = "notapplicable", line = 8 }, { outcome = "notapplicable", line = 9 },
  }),

  passing("hostapd-ssid-hidden", {
    { outcome = "pass", subject = "wlan1", line = 1 }, { outcome = "pass", subject = "wlan1_0", line = 10 },
    { outcome = "pass", subject = "wlan0", line = 2 },
  }),
  failing("hostapd-ssid-hidden", {
    { outcome = "fail", subject = "wlan0", line = 1 }, { outcome = "fail", subject = "INTERFACE", line = 2 },
    { outcome = "fail", subject = "wlan1_0", line = 6 },
  }),
  passing("hostapd-access-limited"),
  failing("hostapd-access-limited", { { outcome = "fail" }, { outcome = "fail" }, { outcome = "fail" } }),
  passing("hostapd-encryption"),
  failing("hostapd-encryption", {
    { outcome = "fail", message = "WPA wpa=3 tkip" }, { outcome = "fail", message = "open, WEP (wpa=-)" },
    { outcome = "fail", message = "wpa=2 tkip" },
  }),

  passing("radio-device-rule", { { outcome = "pass", line = 3 } }),
  failing("radio-device-rule", {
    { outcome = "fail", line = 2, message = "2026-03-31" }, { outcome = "fail", line = 3 },
  }),
  passing("ministry-guidance", { { outcome = "pass", line = 2 } }),
  failing("ministry-guidance", { { outcome = "fail" } }),

  passing("taken-out-public-wifi", {
    { outcome = "pass" }, { outcome = "pass" }, { outcome = "notapplicable", subject = "PC-M-000" },
  }),
  failing("taken-out-public-wifi", { { outcome = "fail", line = 2 }, { outcome = "unknown", line = 3 } }),
  passing("taken-out-firewall"),
  failing("taken-out-firewall", { { outcome = "fail", line = 2 }, { outcome = "unknown", line = 3 } }),
  passing("taken-out-antivirus"),
  failing("taken-out-antivirus", { { outcome = "fail", line = 2 }, { outcome = "unknown", line = 3 } }),
}
