-- One access point a case: a believable one with the named cells changed; "" blanks a cell.
local today = "2026-11-20"

local function access_point(changes)
  local cells = {
    name = "AP-1", ssid = "MINATO-MED", encryption = "WPA2-PSK(AES)", authentication = "PSK",
    hidden = "有", refuses_any = "有", limits_ssid = "有", limits_mac = "有", medical = "有",
  }
  for column, text in pairs(changes) do cells[column] = text end
  return cells
end

local function case(check, title, changes, outcome, message, parameters)
  return {
    title, check = check, today = today, parameters = parameters,
    rows = { ["access-points"] = { access_point(changes) } },
    outcome = outcome,
    expect = { { outcome = outcome, subject = "AP-1", message = message } },
  }
end

local cases = {
  case("ssid-hidden", "stealth mode alone hides the SSID", { refuses_any = "無" }, "pass", "ステルスモード"),
  case("ssid-hidden", "refusing ANY alone will do", { hidden = "無" }, "pass", "ANY接続を拒否"),
  case("ssid-hidden", "neither fails", { hidden = "無", refuses_any = "無" }, "fail", "MINATO-MED"),
  case("ssid-hidden", "no stealth mode and a blank fails", { hidden = "×", refuses_any = "" }, "fail", "誰からも見える"),
  case("ssid-hidden", "no ANY refusal and a blank fails", { hidden = "", refuses_any = "×" }, "fail", "誰からも見える"),
  case("ssid-hidden", "two blanks are unknown", { hidden = "", refuses_any = "" }, "unknown", "記入がない"),
  case("ssid-hidden", "a network without medical information is outside",
    { hidden = "無", refuses_any = "無", medical = "無" }, "notapplicable", "医療情報を通さない"),
  case("ssid-hidden", "a blank counts as carrying medical information",
    { hidden = "無", refuses_any = "無", medical = "" }, "fail", "MINATO-MED"),
  case("ssid-hidden", "removed today is outside",
    { hidden = "無", refuses_any = "無", retired_on = "R8.11.20" }, "notapplicable", "2026-11-20"),
  case("ssid-hidden", "to be removed tomorrow is still inside",
    { hidden = "無", refuses_any = "無", retired_on = "令和8年11月21日" }, "fail", "MINATO-MED"),

  case("access-limited", "a limit by SSID alone will do", { limits_mac = "無" }, "pass", "SSID"),
  case("access-limited", "a limit by MAC address alone will do", { limits_ssid = "無" }, "pass", "MACアドレス"),
  case("access-limited", "neither fails", { limits_ssid = "無", limits_mac = "無" }, "fail", "制限していない"),
  case("access-limited", "no SSID limit and a blank fails", { limits_ssid = "無", limits_mac = "" }, "fail", "制限していない"),
  case("access-limited", "no MAC limit and a blank fails", { limits_ssid = "", limits_mac = "無" }, "fail", "制限していない"),
  case("access-limited", "two blanks are unknown", { limits_ssid = "", limits_mac = "" }, "unknown", "記入がない"),
  case("access-limited", "802.1X will do",
    { limits_ssid = "無", limits_mac = "無", authentication = "802.1X" }, "pass", "802.1X"),
  case("access-limited", "802.1X named with the encryption will do",
    { limits_ssid = "無", limits_mac = "無", authentication = "", encryption = "WPA2-Enterprise" }, "pass", "802.1X"),
  case("access-limited", "802.1X will not do where the site says so",
    { limits_ssid = "無", limits_mac = "無", authentication = "802.1X" }, "fail", "制限していない",
    { dot1x_suffices = false }),
  case("access-limited", "removed is outside",
    { limits_ssid = "無", limits_mac = "無", retired_on = "2020/3/31" }, "notapplicable", "2020-03-31"),

  case("encryption", "a blank is unknown", { encryption = "" }, "unknown", "記入がない"),
  case("encryption", "WEP on a removed access point is outside",
    { encryption = "WEP", retired_on = "2020/3/31" }, "notapplicable", "2020-03-31"),
}

local spellings = {
  pass = {
    "WPA2-PSK(AES)", "WPA2/AES", "ＷＰＡ２－ＡＥＳ", "wpa2 aes", "WPA2-PSK (CCMP)", "WPA2 GCMP", "WPA2-Enterprise",
    "WPA2エンタープライズ", "WPA2-EAP", "WPA2 (802.1X)", "WPA2/WPA3-Enterprise", "WPA3-SAE", "WPA3", "ＷＰＡ３パーソナル",
    "WPA2/WPA3", "WPA-2 AES", "WPA 2/AES", "WPA 3",
  },
  fail = {
    "WEP", "WEP128", "ＷＥＰ", "TKIP", "WPA2-TKIP", "WPA2-PSK(TKIP/AES)", "WPA-PSK(AES)", "WPA", "WPA1-AES",
    "WPA/WPA2 mixed (TKIP+AES)", "WPA/WPA2-PSK(AES)", "WPA2/WPA AES", "WPA 2.4GHz AES", "WPA2/WEP (AES)",
    "WPA3/WPA2(TKIP)", "Open", "オープン", "none", "なし", "無し", "無",
  },
  unknown = { "WPA2", "WPA2-PSK", "AES", "802.1X", "IEEE 802.11i", "独自方式" },
}
for _, outcome in ipairs { "pass", "fail", "unknown" } do
  for _, spelling in ipairs(spellings[outcome]) do
    table.insert(cases, case("encryption", spelling, { encryption = spelling }, outcome, "暗号化方式"))
  end
end

return cases
