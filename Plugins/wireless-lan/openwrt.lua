-- /etc/config/wireless of OpenWrt, as its scripts (hostapd.sh, mac80211.sh) read it.
local tenken = require "tenken"

local openwrt = { id = "openwrt", name = "OpenWrt" }

openwrt.source = tenken.source {
  id = "openwrt",
  title = { ja = "OpenWrtの無線設定 (/etc/config/wireless)", en = "Wireless settings of OpenWrt (/etc/config/wireless)" },
  file = "wireless/openwrt/*",
  format = "uci",
  optional = true,
  max_age_days = 92,
  subject = "ssid",
  columns = {
    section_type = { "keyword", "@type" },
    section_name = { "string?", "@name" },
    device = "string?",
    ssid = "string?",
    mode = "keyword?",
    disabled = "boolean?",
    hidden = "boolean?",
    macfilter = "keyword?",
    maclist = "list?",
    encryption = "keyword?",
  },
}

openwrt.remedies = {
  hidden = {
    ja = "そのwifi-ifaceに option hidden '1' を書き、wifi reload を実行する。",
    en = "Put option hidden '1' into the wifi-iface and run wifi reload.",
  },
  limited = {
    ja = "そのwifi-ifaceに option macfilter 'allow' と list maclist を書くか、802.1Xにし、wifi reload を実行する。",
    en = "Put option macfilter 'allow' and list maclist into it, or use 802.1X; run wifi reload.",
  },
  encryption = {
    ja = "encryption を psk2+ccmp、sae、wpa2+ccmp、wpa3 のどれかにし、wifi reload を実行する。",
    en = "Set its encryption to psk2+ccmp, sae, wpa2+ccmp or wpa3 and run wifi reload.",
  },
}

-- Without a cipher behind it OpenWrt uses CCMP. sae-mixed and wpa3-mixed mix WPA3 with WPA2; psk-mixed and wpa-mixed
-- mix WPA2 with the first WPA, which psk and wpa alone are.
local function strength(encryption)
  local method = encryption:match("^[^+]+")
  if encryption:find("tkip", 1, true) then return "weak" end
  if method:find("^wpa[23]") or method:find("^psk[23]") or method:find("^sae") or method == "owe" then
    return "strong"
  end
  if method == "none" or method:find("^wep") or method:find("^psk") or method:find("^wpa") then return "weak" end
  return nil
end

local function read(iface)
  local encryption = iface.encryption or "none"
  local listed = #(iface.maclist or {})
  return {
    ssid = iface.ssid,
    off = iface.disabled == true or (iface.mode or "ap") ~= "ap",
    hidden = iface.hidden == true,
    hidden_by = ("hidden '%s'"):format(iface.hidden and 1 or 0),
    limited = iface.macfilter == "allow" and listed > 0,
    limited_by = ("macfilter '%s', maclist %d"):format(iface.macfilter or "-", listed),
    dot1x = encryption:find("^wpa") ~= nil,
    strength = strength(encryption),
    encrypted_by = encryption,
  }
end

-- The sections of each file follow one another, a radio above the networks that it sends.
function openwrt.read_all(sections)
  local networks, is_radio_off = {}, {}
  for _, section in ipairs(sections) do
    if section.section_type == "wifi-device" and section.section_name then
      is_radio_off[section.section_name] = section.disabled == true
    elseif section.section_type == "wifi-iface" then
      local network = read(section)
      network.off = network.off or is_radio_off[section.device] == true
      table.insert(networks, { record = section, network = network })
    end
  end
  return networks
end

return openwrt
