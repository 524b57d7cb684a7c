local today = "2026-11-20"

local function access_point(name, ssid, authentication, encryption, changes)
  local cells = { name = name, ssid = ssid, authentication = authentication, encryption = encryption, medical = "有" }
  for column, text in pairs(changes or {}) do cells[column] = text end
  return cells
end

local function case(title, ledger, expect)
  return {
    title, check = "several-access-points", today = today,
    rows = { ["access-points"] = ledger }, expect = expect,
  }
end

return {
  case("one access point on an SSID needs no 802.1X", {
    access_point("AP-1", "ONE", "PSK", "WPA2/AES"),
    access_point("AP-2", "OTHER", "PSK", "WPA2/AES"),
  }, {
    { outcome = "notapplicable", subject = "AP-1", message = "ONE" },
    { outcome = "notapplicable", subject = "AP-2", message = "OTHER" },
  }),

  case("two on an SSID need it, each by itself", {
    access_point("AP-1", "MED", "PSK", "WPA2/AES"),
    access_point("AP-2", "MED", "802.1X (EAP-TLS)", "WPA2/AES"),
  }, {
    { outcome = "fail", subject = "AP-1", message = "MED は2台あるが認証が psk" },
    { outcome = "pass", subject = "AP-2", message = "MED" },
  }),

  case("the words for it", {
    access_point("AP-1", "MED", "IEEE8021X", "WPA2/AES"),
    access_point("AP-2", "MED", "ＰＥＡＰ", "WPA2/AES"),
    access_point("AP-3", "MED", "", "WPA3-Enterprise"),
    access_point("AP-4", "MED", "エンタープライズ", ""),
    access_point("AP-5", "MED", "電子証明書", "WPA2/AES"),
    access_point("AP-6", "MED", "Certificate", ""),
  }, {
    { outcome = "pass" }, { outcome = "pass" }, { outcome = "pass" },
    { outcome = "pass" }, { outcome = "pass" }, { outcome = "pass" },
  }),

  case("the words for a shared key", {
    access_point("AP-1", "MED", "", "WPA2-PSK(AES)"),
    access_point("AP-2", "MED", "", "WPA3-SAE"),
    access_point("AP-3", "MED", "Personal", ""),
    access_point("AP-4", "MED", "ﾊﾟｰｿﾅﾙ", ""),
    access_point("AP-5", "MED", "事前共有鍵", ""),
  }, {
    { outcome = "fail", message = "wpa2-psk(aes)" }, { outcome = "fail", message = "wpa3-sae" },
    { outcome = "fail", message = "personal" }, { outcome = "fail", message = "パーソナル" },
    { outcome = "fail", message = "事前共有鍵" },
  }),

  case("nothing said is unknown", {
    access_point("AP-1", "MED", "", ""),
    access_point("AP-2", "MED", "MAC認証", "WPA2/AES"),
  }, {
    { outcome = "unknown", message = "MED (2台)" },
    { outcome = "unknown", message = "MED (2台)" },
  }),

  case("what is out of scope is neither counted nor judged", {
    access_point("AP-1", "MED", "PSK", "WPA2/AES"),
    access_point("AP-2", "MED", "PSK", "WPA2/AES", { retired_on = "2026/11/20" }),
    access_point("AP-3", "MED", "PSK", "WPA2/AES", { medical = "無" }),
  }, {
    { outcome = "notapplicable", subject = "AP-1", message = "1台" },
    { outcome = "notapplicable", subject = "AP-2", message = "撤去" },
    { outcome = "notapplicable", subject = "AP-3", message = "医療情報" },
  }),
}
