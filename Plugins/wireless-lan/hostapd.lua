-- hostapd.conf. Absent keys have the defaults that the hostapd.conf of the hostapd distribution states; the lines in
-- quotation marks are from there.
local tenken = require "tenken"

local hostapd = { id = "hostapd", name = "hostapd" }

hostapd.source = tenken.source {
  id = "hostapd",
  title = { ja = "hostapdの設定ファイル", en = "hostapd configuration files" },
  file = "wireless/hostapd/*.conf",
  format = "key-value",
  begins = { "interface", "bss" },
  optional = true,
  max_age_days = 92,
  subject = "interface",
  columns = {
    interface = { "string", "interface", "bss" },
    ssid = "string?",
    ignore_broadcast_ssid = "integer?",
    macaddr_acl = "integer?",
    wpa = "integer?",
    wpa_key_mgmt = "keyword?",
    wpa_pairwise = "keyword?",
    rsn_pairwise = "keyword?",
  },
}

hostapd.remedies = {
  hidden = {
    ja = "hostapd.confに ignore_broadcast_ssid=1 を書き、hostapdを再起動する。",
    en = "Put ignore_broadcast_ssid=1 into hostapd.conf and restart hostapd.",
  },
  limited = {
    ja = "hostapd.confに macaddr_acl=1 と accept_mac_file、又は macaddr_acl=2 を書き、hostapdを再起動する。",
    en = "Put macaddr_acl=1 with accept_mac_file, or macaddr_acl=2, into hostapd.conf and restart hostapd.",
  },
  encryption = {
    ja = "hostapd.confに wpa=2 と rsn_pairwise=CCMP を書き、hostapdを再起動する。",
    en = "Put wpa=2 and rsn_pairwise=CCMP into hostapd.conf and restart hostapd.",
  },
}

local aes_ciphers = tenken.set { "ccmp", "ccmp-256", "gcmp", "gcmp-256" }

-- Whether every cipher of a list such as "ccmp gcmp-256" is AES.
local function are_aes(ciphers)
  for cipher in ciphers:gmatch("%S+") do
    if not aes_ciphers[cipher] then return false end
  end
  return true
end

-- wpa "is a bit field": "bit0 = WPA, bit1 = IEEE 802.11i/RSN (WPA2)"; WPA3 is configured with bit1 too.
local function encryption(bss)
  local wpa = bss.wpa or 0
  if wpa & 3 == 0 then return "weak", ("open, WEP (wpa=%s)"):format(bss.wpa or "-") end
  -- "Pairwise cipher for WPA (v1) (default: TKIP)"; "Pairwise cipher for RSN/WPA2 (default: use wpa_pairwise value)"
  local first = bss.wpa_pairwise or "tkip"
  if wpa & 1 ~= 0 then return "weak", ("WPA wpa=%d %s"):format(wpa, first) end
  local ciphers = bss.rsn_pairwise or first
  return are_aes(ciphers) and "strong" or "weak", ("wpa=%d %s"):format(wpa, ciphers)
end

-- wpa_key_mgmt lists what clients may choose from, so 802.1X protects only if nothing else is offered.
local function uses_dot1x(bss)
  if not bss.wpa_key_mgmt then return false end
  for method in bss.wpa_key_mgmt:gmatch("%S+") do
    if not method:find("eap", 1, true) then return false end
  end
  return true
end

function hostapd.read(bss)
  local strength, encrypted_by = encryption(bss)
  if bss.wpa_key_mgmt then encrypted_by = encrypted_by .. " " .. bss.wpa_key_mgmt end
  return {
    ssid = bss.ssid,
    -- "default: disabled (0)"; 1 sends an empty SSID, 2 clears it but keeps its length.
    hidden = bss.ignore_broadcast_ssid == 1 or bss.ignore_broadcast_ssid == 2,
    hidden_by = ("ignore_broadcast_ssid=%s"):format(bss.ignore_broadcast_ssid or "-"),
    -- "0 = accept unless in deny list, 1 = deny unless in accept list, 2 = use external RADIUS server"
    limited = bss.macaddr_acl == 1 or bss.macaddr_acl == 2,
    limited_by = ("macaddr_acl=%s"):format(bss.macaddr_acl or "-"),
    dot1x = uses_dot1x(bss),
    strength = strength,
    encrypted_by = encrypted_by,
  }
end

return hostapd
