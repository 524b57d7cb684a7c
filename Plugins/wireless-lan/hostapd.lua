-- What a BSS of hostapd does, given the keys that its configuration holds. Absent keys have the defaults that the
-- hostapd.conf of the hostapd distribution states; the lines in quotation marks are from there.
local hostapd = {}

local aes_ciphers = { ["ccmp"] = true, ["ccmp-256"] = true, ["gcmp"] = true, ["gcmp-256"] = true }

-- "default: disabled (0)"; 1 sends an empty SSID, 2 clears it but keeps its length.
function hostapd.is_hidden(bss)
  return bss.ignore_broadcast_ssid == 1 or bss.ignore_broadcast_ssid == 2
end

-- "0 = accept unless in deny list, 1 = deny unless in accept list, 2 = use external RADIUS server"
function hostapd.limits_mac(bss)
  return bss.macaddr_acl == 1 or bss.macaddr_acl == 2
end

-- wpa "is a bit field": "bit0 = WPA, bit1 = IEEE 802.11i/RSN (WPA2)"; WPA3 is configured with bit1 too.
function hostapd.offers_wpa1(bss)
  return (bss.wpa or 0) & 1 ~= 0
end

function hostapd.offers_rsn(bss)
  return (bss.wpa or 0) & 2 ~= 0
end

-- "Pairwise cipher for WPA (v1) (default: TKIP)"
function hostapd.wpa_ciphers(bss)
  return bss.wpa_pairwise or "tkip"
end

-- "Pairwise cipher for RSN/WPA2 (default: use wpa_pairwise value)"
function hostapd.rsn_ciphers(bss)
  return bss.rsn_pairwise or hostapd.wpa_ciphers(bss)
end

-- Whether every cipher of a list such as "ccmp gcmp-256" is AES.
function hostapd.are_aes(ciphers)
  for cipher in ciphers:gmatch("%S+") do
    if not aes_ciphers[cipher] then return false end
  end
  return true
end

-- wpa_key_mgmt lists what clients may choose from, so 802.1X protects only if nothing else is offered.
function hostapd.uses_dot1x(bss)
  if not bss.wpa_key_mgmt then return false end
  for method in bss.wpa_key_mgmt:gmatch("%S+") do
    if not method:find("eap", 1, true) then return false end
  end
  return true
end

return hostapd
