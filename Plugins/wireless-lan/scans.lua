-- What is on the air, as iw, iwlist, nmcli and Windows hear it, against the access-point ledger: networks that nobody
-- registered, networks that were removed and are still sent, and encryption that is too weak.
local tenken = require "tenken"
local encryption = require "encryption"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local scans = {}

scans.iw = tenken.source {
  id = "iw-scan",
  title = { ja = "電波の調査 (iw dev … scan)", en = "Survey of the air (iw dev … scan)" },
  file = "wireless/scans/iw*.txt",
  format = "blocks",
  optional = true,
  max_age_days = 184,
  subject = "bssid",
  begins = "BSS {bssid:mac}{}",
  pattern = {
    "SSID: {ssid}", "signal: {signal} dBm", "capability: {capability}",
    "RSN:{}* Version: {rsn}", "WPA:{}* Version: {wpa}", "* Pairwise ciphers: {ciphers}",
  },
  columns = {
    bssid = "mac",
    ssid = "string?",
    signal = "number?",
    capability = "keyword?",
    rsn = "string?",
    wpa = "string?",
    ciphers = "list?",
  },
}

-- iwlist wlan0 scan, of the older wireless tools: drivers put an equals sign or a colon before a signal, and some tell
-- no dBm.
scans.iwlist = tenken.source {
  id = "iwlist-scan",
  title = { ja = "電波の調査 (iwlist … scan)", en = "Survey of the air (iwlist … scan)" },
  file = "wireless/scans/iwlist*.txt",
  format = "blocks",
  optional = true,
  max_age_days = 184,
  subject = "bssid",
  begins = "Cell {:digits} - Address: {bssid:mac}",
  pattern = {
    "ESSID:\"{ssid}\"", "Quality={:word} Signal level={signal:word} dBm{}",
    "Quality:{:word} Signal level:{signal:word} dBm{}", "Encryption key:{key}",
    "IE: IEEE 802.11i/WPA2 Version {rsn}", "IE: WPA Version {wpa}", "Pairwise Ciphers ({:digits}) : {ciphers}",
  },
  columns = {
    bssid = "mac",
    ssid = "string?",
    signal = "number?",
    key = "keyword?",
    rsn = "string?",
    wpa = "string?",
    ciphers = "list?",
  },
}

-- The table that nmcli prints for people, with the mark of the network in use, and what it prints for programs with
-- -f BSSID,SIGNAL,SECURITY,RSN-FLAGS,SSID, in which a backslash stands before each colon of a value.
scans.nmcli = tenken.source {
  id = "nmcli-scan",
  title = { ja = "電波の調査 (nmcli device wifi list)", en = "Survey of the air (nmcli device wifi list)" },
  file = "wireless/scans/nmcli*.txt",
  format = "lines",
  optional = true,
  max_age_days = 184,
  subject = "bssid",
  pattern = {
    "* {bssid:mac}  {ssid}  {mode:word}  {channel:digits}  {} Mbit/s  {percent:digits}  {bars:word}  {security}",
    "{bssid:mac}  {ssid}  {mode:word}  {channel:digits}  {} Mbit/s  {percent:digits}  {bars:word}  {security}",
    "{bssid:mac}:{percent:digits}:{security}:{flags}:{escaped}",
    "* {bssid:mac}{}",
    "{bssid:mac}{}",
  },
  others = "skip",
  columns = {
    bssid = "mac",
    ssid = "string?",
    escaped = "string?",
    percent = "integer?",
    security = "keyword?",
    flags = "keyword?",
  },
}

-- netsh wlan show networks mode=bssid, in English and Japanese: a network with the access points that send it.
scans.netsh = tenken.source {
  id = "netsh-scan",
  title = {
    ja = "電波の調査 (netsh wlan show networks mode=bssid)",
    en = "Survey of the air (netsh wlan show networks mode=bssid)",
  },
  file = "wireless/scans/netsh*.txt",
  format = "blocks",
  optional = true,
  max_age_days = 184,
  subject = "ssid",
  begins = { "SSID {:digits} : {ssid}", "SSID {:digits} :" },
  pattern = {
    "BSSID {:digits} : {bssids}", "Signal : {percents:digits}%", "シグナル : {percents:digits}%",
    "Authentication : {authentication}", "認証 : {authentication}", "Encryption : {cipher}", "暗号化 : {cipher}",
  },
  columns = {
    ssid = "string?",
    bssids = "list?",
    percents = "list?",
    authentication = "keyword?",
    cipher = "keyword?",
  },
}

local aes = tenken.set { "ccmp", "ccmp-128", "ccmp-256", "gcmp", "gcmp-128", "gcmp-256" }

-- Hidden networks have no SSID, or one of as many NUL bytes as it has letters, which iw prints as \x00.
local function name_of(ssid)
  if ssid == nil or ssid == "--" or ssid:gsub("\\x00", "") == "" then return nil end
  return ssid
end

-- Of a network in iw and iwlist; `private` is whether it encrypts, in whatever way.
local function bss_strength(bss, private)
  if not bss.rsn and not bss.wpa then return "weak", private and "WEP" or "open" end
  local ciphers = table.concat(bss.ciphers or {}, " "):lower()
  if bss.wpa then return "weak", "WPA " .. ciphers end
  local strength = nil
  for cipher in ciphers:gmatch("%S+") do
    if not aes[cipher] then return "weak", "RSN " .. ciphers end
    strength = "strong"
  end
  return strength, "RSN " .. ciphers
end

-- The table says no more than the version of WPA; the pairwise ciphers stand in RSN-FLAGS.
local function nmcli_strength(row)
  local security, flags = row.security or "--", row.flags or ""
  local said = security .. (flags == "" and "" or " " .. flags)
  if row.percent == nil then return nil, "-" end
  if security == "--" then return "weak", "open" end
  if security:find("wep", 1, true) or security:find("wpa1", 1, true) or flags:find("pair_tkip", 1, true) then
    return "weak", said
  end
  if flags:find("pair_ccmp", 1, true) or flags:find("pair_gcmp", 1, true) then return "strong", said end
  if security:find("wpa3", 1, true) and not security:find("wpa2", 1, true) then return "strong", said end
  return nil, said
end

-- NetworkManager and Windows show a signal of -50 dBm and more as 100 %, and of -100 dBm and less as 0.
local function dbm_of(percent)
  return percent and percent / 2 - 100
end

function scans.of_iw(bss)
  local private = bss.capability and bss.capability:find("privacy", 1, true)
  local strength, said = bss_strength(bss, private)
  return { { ssid = name_of(bss.ssid), bssid = bss.bssid, dbm = bss.signal, strength = strength, said = said } }
end

function scans.of_iwlist(cell)
  local strength, said = bss_strength(cell, cell.key == "on")
  if cell.key == nil then strength, said = nil, "-" end
  return { { ssid = name_of(cell.ssid), bssid = cell.bssid, dbm = cell.signal, strength = strength, said = said } }
end

function scans.of_nmcli(row)
  local strength, said = nmcli_strength(row)
  local ssid = row.ssid or row.escaped and row.escaped:gsub("\\(.)", "%1")
  return { { ssid = name_of(ssid), bssid = row.bssid, dbm = dbm_of(row.percent), strength = strength, said = said } }
end

function scans.of_netsh(network)
  local said = ("%s %s"):format(network.authentication or "-", network.cipher or "-")
  local bssids, percents = network.bssids or {}, network.percents or {}
  local heard = {}
  for i, bssid in ipairs(bssids) do
    heard[i] = {
      ssid = network.ssid, bssid = bssid:lower(), strength = encryption.strength(said), said = said,
      dbm = #percents == #bssids and dbm_of(tonumber(percents[i])),
    }
  end
  -- Without mode=bssid there are networks only.
  if #heard == 0 then heard[1] = { ssid = network.ssid, strength = encryption.strength(said), said = said } end
  return heard
end

-- What the ledger says of an SSID: whether an access point with it is in use, whether one that is carries medical
-- information, and its addresses where each that is in use has them.
local function summarise(ledger, today)
  local by_ssid, by_bssid = {}, {}
  for _, ap in ipairs(ledger) do
    local used = not (ap.retired_on and ap.retired_on <= today)
    local network = by_ssid[ap.ssid] or { used = false, medical = false, told = true }
    by_ssid[ap.ssid] = network
    if used then
      network.used = true
      network.medical = network.medical or ap.medical ~= false
      network.told = network.told and ap.bssid ~= nil
    else
      network.retired_on = ap.retired_on
    end
    for _, column in ipairs { "bssid", "bssid_5ghz", "bssid_6ghz" } do
      if ap[column] then by_bssid[ap[column]] = { ap = ap, used = used } end
    end
  end
  return by_ssid, by_bssid
end

local function judge_listed(seen, network, owner)
  if owner and not owner.used then
    return fail({
      ja = "%s に撤去した %s の電波が出ている",
      en = "removed on %s and still sending: %s",
    }, owner.ap.retired_on, owner.ap.name)
  end
  if owner then return pass({ ja = "台帳の %s", en = "%s of the ledger" }, owner.ap.name) end
  if not network.used then
    return fail({
      ja = "SSID %s は %s に撤去したのに電波が出ている",
      en = "SSID %s was removed on %s and is still on the air",
    }, seen.ssid, network.retired_on)
  end
  if network.told then
    return fail({
      ja = "SSID %s を名乗るが、台帳のBSSIDにない。なりすましか未登録のアクセスポイント",
      en = "calls itself %s, but its BSSID is not in the ledger: an impostor or an unregistered access point",
    }, seen.ssid)
  end
  return pass({ ja = "SSID %s は台帳にある", en = "SSID %s is in the ledger" }, seen.ssid)
end

local function judge_unlisted(seen, parameters)
  if parameters.neighbour_ssids[seen.ssid] then
    return notapplicable({ ja = "近隣のネットワーク %s", en = "a neighbour's network: %s" }, seen.ssid)
  end
  if seen.dbm and seen.dbm < parameters.near_dbm then
    return tenken.informational({
      ja = "%s は台帳にないが、電波が弱い (%.0f dBm)",
      en = "%s is not in the ledger, but weak (%.0f dBm)",
    }, seen.ssid or seen.bssid, seen.dbm)
  end
  if not seen.ssid then
    return unknown {
      ja = "SSIDを知らせないネットワークがあり、台帳のBSSIDにない。誰のものか調べること",
      en = "a hidden network whose BSSID is not in the ledger; find out whose it is",
    }
  end
  return unknown({
    ja = "SSID %s は台帳にない。誰のものか調べ、近隣のものなら設定の neighbour_ssids に加えること",
    en = "SSID %s is not in the ledger; find out whose it is, and add a neighbour's to neighbour_ssids",
  }, seen.ssid)
end

local function judge_known(seen, by_ssid, by_bssid, parameters)
  local owner = by_bssid[seen.bssid]
  local network = by_ssid[seen.ssid]
  if owner or network then return judge_listed(seen, network, owner) end
  return judge_unlisted(seen, parameters)
end

local function judge_encryption(seen, by_ssid, by_bssid)
  local owner = by_bssid[seen.bssid]
  local network = by_ssid[seen.ssid]
  local medical = owner and owner.ap.medical ~= false
  if not owner then medical = network and network.medical end
  if not medical then
    return notapplicable { ja = "医療情報を通すと台帳にない", en = "not one that carries medical information by the ledger" }
  end
  if seen.strength == "strong" then
    return pass({ ja = "SSID %s の暗号化は %s", en = "SSID %s is encrypted with %s" }, seen.ssid, seen.said)
  end
  if seen.strength == "weak" then
    return fail({
      ja = "SSID %s の電波の暗号化が %s。WPA2/AES以上であること",
      en = "SSID %s is sent with %s; it must be WPA2/AES or better",
    }, seen.ssid, seen.said)
  end
  return unknown({
    ja = "SSID %s の電波の暗号化が %s で、WPA2/AES以上か分からない",
    en = "SSID %s is sent with %s, which does not tell whether it is WPA2/AES or better",
  }, seen.ssid, seen.said)
end

local function judge_all(read, judge)
  return function(records, parameters, context)
    local by_ssid, by_bssid = summarise(context.ledger, context.today)
    local outcomes = {}
    for _, record in ipairs(records) do
      for _, seen in ipairs(read(record)) do
        local outcome = judge(seen, by_ssid, by_bssid, parameters):at(record)
        table.insert(outcomes, outcome:about(seen.bssid or seen.ssid or "-"))
      end
    end
    return outcomes
  end
end

-- The checks of one program's scans: its `id` and `name`, its `source`, and `read`, which turns a record into
-- what was heard.
function scans.checks(kind, ledger)
  return {
    [kind.id .. "-networks-known"] = {
      title = {
        ja = kind.name .. "で見える無線LANはすべて台帳にある",
        en = "Every wireless network that " .. kind.name .. " hears is known",
      },
      requirements = { "mhlw-5:6.5.C.12.2" },
      severity = "high",
      every = "1 month",
      remedy = {
        ja = "電波の強い場所を探して機器を見つける。院内のものなら止めるか台帳に載せ、近隣のものなら neighbour_ssids に加える。",
        en = "Find the device; stop it or enter it in the ledger. Add a neighbour's network to neighbour_ssids.",
      },
      all = kind.source,
      with = { ledger = ledger },
      test = judge_all(kind.read, judge_known),
    },
    [kind.id .. "-encryption"] = {
      title = {
        ja = kind.name .. "で見える院内の無線LANがWPA2/AES以上で暗号化されている",
        en = "The hospital's networks that " .. kind.name .. " hears are encrypted with WPA2/AES or better",
      },
      requirements = { "mhlw-5:6.5.C.12.3" },
      severity = "critical",
      every = "1 month",
      remedy = {
        ja = "アクセスポイントの設定と台帳を電波に合わせて確かめ、WPA2(AES)又はWPA3にする。",
        en = "Compare the access point's settings and the ledger with the air, and set WPA2 (AES) or WPA3.",
      },
      all = kind.source,
      with = { ledger = ledger },
      test = judge_all(kind.read, judge_encryption),
    },
  }
end

return scans
