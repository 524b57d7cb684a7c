-- What the wireless controllers of Cisco print of a WLAN. AireOS and IOS-XE name the same things, one filling its lines
-- with dots, the other putting a colon before the value.
local tenken = require "tenken"

local cisco = {}

local columns = {
  id = "string?",
  ssid = "string",
  status = "keyword?",
  broadcast = "keyword?",
  mac_filtering = "keyword?",
  wpa = "keyword?",
  wpa1 = "keyword?",
  wpa2 = "keyword?",
  -- A cipher stands once below each version of WPA.
  tkip = "list?",
  aes = "list?",
  ccmp256 = "list?",
  gcmp128 = "list?",
  gcmp256 = "list?",
  dot1x = "keyword?",
  ft_dot1x = "keyword?",
  dot1x_sha256 = "keyword?",
  suiteb = "keyword?",
  suiteb192 = "keyword?",
  psk = "keyword?",
  ft_psk = "keyword?",
  psk_sha256 = "keyword?",
  cckm = "keyword?",
  sae = "keyword?",
  ft_sae = "keyword?",
  owe = "keyword?",
}

-- The lines below "Security", with what stands between a name and its value.
local function patterns(gap)
  local lines = {}
  for name, column in tenken.sorted_pairs {
    ["Network Name (SSID)"] = "ssid", ["Status"] = "status", ["Broadcast SSID"] = "broadcast",
    ["MAC Filtering"] = "mac_filtering", ["Mac Filter Authorization list name"] = "mac_filtering",
    ["Wi-Fi Protected Access ({})"] = "wpa", ["WPA (SSN IE)"] = "wpa1", ["WPA2 (RSN IE)"] = "wpa2",
    ["TKIP Cipher"] = "tkip", ["AES Cipher"] = "aes", ["CCMP256 Cipher"] = "ccmp256",
    ["GCMP128 Cipher"] = "gcmp128", ["GCMP256 Cipher"] = "gcmp256",
    ["802.1x"] = "dot1x", ["FT-1X(802.11r)"] = "ft_dot1x", ["FT dot1x"] = "ft_dot1x",
    ["PMF-1X(802.11w)"] = "dot1x_sha256", ["Dot1x-SHA256"] = "dot1x_sha256",
    ["SUITEB-1X"] = "suiteb", ["SUITEB192-1X"] = "suiteb192",
    ["PSK"] = "psk", ["FT-PSK(802.11r)"] = "ft_psk", ["FT PSK"] = "ft_psk",
    ["PMF-PSK(802.11w)"] = "psk_sha256", ["PSK-SHA256"] = "psk_sha256",
    ["CCKM"] = "cckm", ["SAE"] = "sae", ["FT + SAE"] = "ft_sae", ["OWE"] = "owe",
  } do
    table.insert(lines, name .. gap .. "{" .. column .. "}")
  end
  return lines
end

local function is_on(value) return value == "enabled" end

local function is_any_on(values)
  for _, value in ipairs(values or {}) do
    if value:lower() == "enabled" then return true end
  end
end

-- The names of what is on, in the order in which they are listed.
local function on(wlan, names, is)
  local found = {}
  for _, name in ipairs(names) do
    if is(wlan[name]) then table.insert(found, name) end
  end
  return found
end

local aes = { "aes", "ccmp256", "gcmp128", "gcmp256" }
local per_user = { "dot1x", "ft_dot1x", "dot1x_sha256", "suiteb", "suiteb192" }
local shared = { "psk", "ft_psk", "psk_sha256", "cckm", "sae", "ft_sae", "owe" }

local function strength(wlan)
  if wlan.wpa == nil then return nil end
  if not is_on(wlan.wpa) or is_on(wlan.wpa1) or is_any_on(wlan.tkip) then return "weak" end
  if #on(wlan, aes, is_any_on) > 0 then return "strong" end
  return nil
end

-- What is on, in words: "WPA2 aes 802.1x".
local function encryption(wlan)
  if wlan.wpa == nil then return "-" end
  if not is_on(wlan.wpa) then return "open, WEP" end
  local words = {}
  if is_on(wlan.wpa1) then table.insert(words, "WPA") end
  if is_on(wlan.wpa2) then table.insert(words, "WPA2") end
  if is_any_on(wlan.tkip) then table.insert(words, "tkip") end
  for _, names in ipairs { on(wlan, aes, is_any_on), on(wlan, per_user, is_on), on(wlan, shared, is_on) } do
    table.move(names, 1, #names, #words + 1, words)
  end
  return table.concat(words, " ")
end

-- An authorization list is there if it has a name; a controller that has none says so.
local function limits_mac(wlan)
  if wlan.mac_filtering == nil then return nil end
  return wlan.mac_filtering ~= "disabled"
end

local function read(wlan)
  local hidden = nil
  if wlan.broadcast then hidden = wlan.broadcast == "disabled" end
  return {
    ssid = wlan.ssid,
    off = wlan.status == "disabled",
    hidden = hidden,
    hidden_by = "Broadcast SSID: " .. (wlan.broadcast or "-"),
    limited = limits_mac(wlan),
    limited_by = "MAC filtering: " .. (wlan.mac_filtering or "-"),
    dot1x = #on(wlan, per_user, is_on) > 0 and #on(wlan, shared, is_on) == 0,
    strength = strength(wlan),
    encrypted_by = encryption(wlan),
  }
end

cisco.aireos = {
  id = "aireos", name = "Cisco AireOS", read = read,
  source = tenken.source {
    id = "aireos",
    title = { ja = "Cisco無線コントローラー (AireOS) の show wlan 番号", en = "show wlan NUMBER of a Cisco controller (AireOS)" },
    file = "wireless/aireos/wlan*.txt",
    format = "blocks",
    optional = true,
    max_age_days = 92,
    subject = "ssid",
    begins = "WLAN Identifier{:dots} {id}",
    pattern = patterns("{:dots} "),
    columns = columns,
  },
  remedies = {
    hidden = {
      ja = "コントローラーで config wlan broadcast-ssid disable 番号 を実行する。",
      en = "Run config wlan broadcast-ssid disable NUMBER on the controller.",
    },
    limited = {
      ja = "config wlan mac-filtering enable 番号 を実行するか、WPA2/WPA3エンタープライズ (802.1X) にする。",
      en = "Run config wlan mac-filtering enable NUMBER, or use WPA2/WPA3 Enterprise (802.1X).",
    },
    encryption = {
      ja = "WPA2又はWPA3のAESだけを有効にし、WPA(初代)・TKIP・WEPを止める。",
      en = "Enable WPA2 or WPA3 with AES alone; stop the first WPA, TKIP and WEP.",
    },
  },
}

cisco.iosxe = {
  id = "iosxe", name = "Cisco IOS-XE", read = read,
  source = tenken.source {
    id = "iosxe",
    title = { ja = "Cisco無線コントローラー (IOS-XE) の show wlan all", en = "show wlan all of a Cisco controller (IOS-XE)" },
    file = "wireless/iosxe/*.txt",
    format = "blocks",
    optional = true,
    max_age_days = 92,
    subject = "ssid",
    begins = "WLAN Profile Name : {id}",
    pattern = patterns(" : "),
    columns = columns,
  },
  remedies = {
    hidden = {
      ja = "wlan の設定で no broadcast-ssid を実行する。",
      en = "Enter no broadcast-ssid in the settings of the WLAN.",
    },
    limited = {
      ja = "wlan の設定で mac-filtering リスト名 を実行するか、WPA2/WPA3エンタープライズ (802.1X) にする。",
      en = "Enter mac-filtering LIST in the settings of the WLAN, or use WPA2/WPA3 Enterprise (802.1X).",
    },
    encryption = {
      ja = "WPA2又はWPA3のAESだけを有効にし、WPA(初代)・TKIP・WEPを止める。",
      en = "Enable WPA2 or WPA3 with AES alone; stop the first WPA, TKIP and WEP.",
    },
  },
}

-- `show wlan summary` of AireOS tells which WLANs there are; `show wlan NUMBER` must be asked for one by one.
cisco.summary = tenken.source {
  id = "aireos-summary",
  title = {
    ja = "Cisco無線コントローラー (AireOS) の show wlan summary",
    en = "show wlan summary of a Cisco controller (AireOS)",
  },
  file = "wireless/aireos/summary.txt",
  format = "lines",
  optional = true,
  max_age_days = 92,
  subject = "network",
  pattern = { "{id:digits} {network}  {status:word}  {}", "{id:digits} {network}  {status:word}" },
  others = "skip",
  columns = { id = "string", network = "string", status = "keyword" },
}

-- That of IOS-XE tells whether `show wlan all` is whole and as new. A name that fills its column of 32 letters has one
-- space behind it; a row that cannot be told apart otherwise has no status.
cisco.iosxe_summary = tenken.source {
  id = "iosxe-summary",
  title = {
    ja = "Cisco無線コントローラー (IOS-XE) の show wlan summary",
    en = "show wlan summary of a Cisco controller (IOS-XE)",
  },
  file = "wireless/iosxe-summary*.txt",
  format = "lines",
  optional = true,
  max_age_days = 92,
  subject = "profile",
  pattern = {
    "{id:digits} {profile}  {ssid}  {status:word} [{}", "{id:digits} {profile:word} {ssid}  {status:word} [{}",
    "{id:digits} {profile}  {ssid:word} {status:word} [{}", "{id:digits} {profile}  {ssid}  {status:word}",
    "{id:digits} {profile}",
  },
  others = "skip",
  columns = { id = "string", profile = "string", ssid = "string?", status = "keyword?" },
}

function cisco.judge_shown(wlan, _, context)
  if wlan.status == "down" then
    return tenken.notapplicable { ja = "止めてある", en = "switched off" }
  end
  if wlan.status ~= "up" then
    return tenken.unknown { ja = "UPかDOWNか読み取れない", en = "the row does not tell whether it is UP or DOWN" }
  end
  if context.wlans[wlan.profile] then
    return tenken.pass { ja = "show wlan all にある", en = "show wlan all has it" }
  end
  return tenken.fail({
    ja = "show wlan all にプロファイル %s がなく、設定が分からない",
    en = "show wlan all does not have the profile %s, so its settings are not known",
  }, wlan.profile)
end

function cisco.judge_exported(wlan, _, context)
  if wlan.status == "disabled" then
    return tenken.notapplicable { ja = "止めてある", en = "switched off" }
  end
  if context.wlans[wlan.id] then
    return tenken.pass({ ja = "show wlan %s がある", en = "show wlan %s is there" }, wlan.id)
  end
  return tenken.fail({
    ja = "show wlan %s の出力がなく、設定が分からない",
    en = "the output of show wlan %s is not there, so its settings are not known",
  }, wlan.id)
end

return cisco
