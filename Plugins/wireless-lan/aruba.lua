-- What a controller of Aruba (ArubaOS) prints of its SSID profiles and of the networks that its access points send.
local tenken = require "tenken"
local pass, fail = tenken.pass, tenken.fail

local aruba = { id = "aruba", name = "ArubaOS" }

aruba.source = tenken.source {
  id = "aruba",
  title = { ja = "Arubaコントローラーの show wlan ssid-profile 名前", en = "show wlan ssid-profile NAME of an Aruba controller" },
  file = "wireless/aruba/ssid-profile*.txt",
  format = "blocks",
  optional = true,
  max_age_days = 92,
  subject = "ssid",
  begins = 'SSID Profile "{profile}"{}',
  pattern = {
    "SSID enable  {enabled}", "ESSID  {ssid}", "Encryption  {encryption}", "Hide SSID  {hidden}",
    "Deny_Broadcast Probes  {refuses_any}",
  },
  columns = {
    profile = "string",
    enabled = "keyword?",
    ssid = "string",
    encryption = "keyword?",
    hidden = "keyword?",
    refuses_any = "keyword?",
  },
}

aruba.remedies = {
  hidden = {
    ja = "wlan ssid-profile の設定で hide-ssid 又は deny-bcast を実行する。",
    en = "Enter hide-ssid or deny-bcast in the wlan ssid-profile.",
  },
  limited = {
    ja = "opmode を802.1X (wpa2-aes、wpa3-aes-ccm-128等) にする。MAC認証はAAAプロファイルを人が確かめ、台帳に書く。",
    en = "Use an opmode with 802.1X (wpa2-aes, wpa3-aes-ccm-128). MAC authentication stands in the AAA profile.",
  },
  encryption = {
    ja = "opmode を wpa2-aes、wpa2-psk-aes、wpa3-sae-aes 等にし、opensystem・wep・tkip を外す。",
    en = "Set opmode to wpa2-aes, wpa2-psk-aes or wpa3-sae-aes and take opensystem, wep and tkip away.",
  },
}

-- One mode of several that a profile may list.
local function strength_of(mode)
  if mode:find("tkip", 1, true) or mode:find("wep", 1, true) or mode == "opensystem" then return "weak" end
  if mode:find("^wpa%-") then return "weak" end
  if mode:find("^wpa2%-.*aes") or mode:find("^wpa3%-") or mode:find("^bsec%-") or mode == "enhanced-open" then
    return "strong"
  end
  return nil
end

local function uses_dot1x(mode)
  return (mode:find("^wpa[23]%-") or mode:find("^bsec%-")) and not (mode:find("psk") or mode:find("sae"))
end

function aruba.read(profile)
  local strength, dot1x, limited = "strong", profile.encryption ~= nil, nil
  for mode in (profile.encryption or "-"):gmatch("[^%s,]+") do
    local one = strength_of(mode)
    if one == "weak" then
      strength = "weak"
    elseif one == nil and strength == "strong" then
      strength = nil
    end
    dot1x = dot1x and uses_dot1x(mode)
    if mode == "opensystem" or mode == "enhanced-open" then limited = false end
  end
  local hidden = nil
  if profile.hidden or profile.refuses_any then
    hidden = profile.hidden == "enabled" or profile.refuses_any == "enabled"
  end
  return {
    ssid = profile.ssid,
    off = profile.enabled == "disabled",
    hidden = hidden,
    hidden_by = ("Hide SSID: %s, Deny_Broadcast Probes: %s"):format(profile.hidden or "-", profile.refuses_any or "-"),
    -- MAC authentication stands in the AAA profile, of which an SSID profile knows nothing. An open network lets
    -- anybody in.
    limited = limited,
    limited_by = "opmode " .. (profile.encryption or "-"),
    dot1x = dot1x,
    strength = strength,
    encrypted_by = profile.encryption,
  }
end

aruba.sent = tenken.source {
  id = "aruba-bss-table",
  title = { ja = "Arubaコントローラーの show ap bss-table", en = "show ap bss-table of an Aruba controller" },
  file = "wireless/aruba/bss-table.txt",
  format = "lines",
  optional = true,
  max_age_days = 92,
  subject = "ssid",
  -- The columns differ by version; these come first in every one.
  pattern = { "{bssid:mac}  {ssid}  {port}  {ip:word}  {}", "{bssid:mac}{}" },
  others = "skip",
  columns = { bssid = "mac", ssid = "string" },
}

-- The controller is the hospital's own, so what it sends and the ledger does not know has been forgotten.
function aruba.judge_registered(bss, _, context)
  local known = context.ledger[bss.ssid]
  if not known then
    return fail({
      ja = "SSID %s (%s) がアクセスポイント台帳にない",
      en = "SSID %s (%s) is not in the access-point ledger",
    }, bss.ssid, bss.bssid)
  end
  for _, ap in ipairs(known) do
    if not (ap.retired_on and ap.retired_on <= context.today) then
      return pass({ ja = "SSID %s は台帳にある", en = "SSID %s is in the ledger" }, bss.ssid)
    end
  end
  return fail({
    ja = "SSID %s (%s) は台帳では撤去済みなのに動いている",
    en = "SSID %s (%s) was removed, by the ledger, and is still sent",
  }, bss.ssid, bss.bssid)
end

return aruba
