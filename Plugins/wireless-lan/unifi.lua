-- The answer of a UniFi controller about its wireless networks (rest/wlanconf), as JSON.
local tenken = require "tenken"

local unifi = { id = "unifi", name = "UniFi" }

unifi.source = tenken.source {
  id = "unifi",
  title = { ja = "UniFiの無線ネットワーク (rest/wlanconf)", en = "Wireless networks of UniFi (rest/wlanconf)" },
  file = "wireless/unifi/*.json",
  records = "$.data",
  optional = true,
  max_age_days = 92,
  subject = "name",
  columns = {
    name = "string",
    enabled = "boolean?",
    hide_ssid = "boolean?",
    mac_filter_enabled = "boolean?",
    mac_filter_policy = "keyword?",
    mac_filter_list = "list?",
    radius_mac_auth_enabled = "boolean?",
    security = "keyword?",
    wpa_mode = "keyword?",
    wpa_enc = "keyword?",
    wpa3_support = "boolean?",
    wpa3_transition = "boolean?",
  },
}

unifi.remedies = {
  hidden = {
    ja = "UniFiの画面でそのWi-Fiの「SSIDを非表示」を有効にする。",
    en = "Turn on Hide WiFi Name for the network in the UniFi settings.",
  },
  limited = {
    ja = "MACアドレスフィルターを許可リストで有効にするか、RADIUS MAC認証かWPA2/WPA3エンタープライズにする。",
    en = "Turn on the MAC address filter with an allow list, RADIUS MAC authentication, or WPA2/WPA3 Enterprise.",
  },
  encryption = {
    ja = "セキュリティをWPA2 (AES/CCMP) かWPA3にし、オープン・WEP・WPA・TKIPを止める。",
    en = "Set the security to WPA2 (AES/CCMP) or WPA3 and stop open networks, WEP, WPA and TKIP.",
  },
}

local aes = tenken.set { "ccmp", "gcmp", "ccmp-256", "gcmp-256" }

local function strength(wlan)
  if wlan.security == "open" or wlan.security == "wep" then return "weak" end
  if wlan.security ~= "wpapsk" and wlan.security ~= "wpaeap" then return nil end
  -- The WPA3 specification of the Wi-Fi Alliance bars TKIP, so WPA3 alone needs no look at the cipher.
  if wlan.wpa3_support and not wlan.wpa3_transition then return "strong" end
  -- "auto" is WPA and WPA2; as a cipher, TKIP and CCMP.
  if wlan.wpa_mode == "wpa1" or wlan.wpa_mode == "auto" then return "weak" end
  if wlan.wpa_enc == "tkip" or wlan.wpa_enc == "auto" then return "weak" end
  if wlan.wpa_mode == "wpa2" and aes[wlan.wpa_enc] then return "strong" end
  return nil
end

local function limits_mac(wlan)
  if wlan.radius_mac_auth_enabled then return true end
  return wlan.mac_filter_enabled == true and wlan.mac_filter_policy == "allow" and #(wlan.mac_filter_list or {}) > 0
end

local function shown(value)
  if value == nil then return "-" end
  return tostring(value)
end

function unifi.read(wlan)
  local wpa3 = wlan.wpa3_support and (wlan.wpa3_transition and " wpa3 transition" or " wpa3") or ""
  return {
    ssid = wlan.name,
    off = wlan.enabled == false,
    hidden = wlan.hide_ssid == true,
    hidden_by = "hide_ssid: " .. shown(wlan.hide_ssid),
    limited = limits_mac(wlan),
    limited_by = ("mac_filter_enabled: %s, mac_filter_policy: %s, mac_filter_list: %d"):format(
      shown(wlan.mac_filter_enabled), shown(wlan.mac_filter_policy), #(wlan.mac_filter_list or {})),
    dot1x = wlan.security == "wpaeap",
    strength = strength(wlan),
    encrypted_by = ("%s %s %s%s"):format(shown(wlan.security), shown(wlan.wpa_mode), shown(wlan.wpa_enc), wpa3),
  }
end

return unifi
