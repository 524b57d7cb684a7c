-- Networks as the settings of access points and controllers describe them, judged against 6.5 C 12 (1) to (3).
--
-- Each kind of settings has a reader that turns a record into what it says of the network:
--   ssid                its name
--   off                 whether it is switched off
--   hidden              whether the SSID is kept from strangers; nil where the settings do not tell
--   limited             whether only listed devices may connect; nil where the settings do not tell
--   dot1x               whether each user or device is authenticated by 802.1X, and nothing else is accepted
--   strength            "strong" for WPA2/AES or better, "weak" for less, nil where the settings do not tell
--   hidden_by, limited_by, encrypted_by    the settings that say so, as findings show them
local tenken = require "tenken"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local networks = {}

local function outside(network, parameters)
  if network.off then return notapplicable { ja = "止めてある", en = "switched off" } end
  if parameters.non_medical_ssids[network.ssid] then
    return notapplicable({ ja = "SSID %s は医療情報を通さない", en = "SSID %s carries no medical information" }, network.ssid)
  end
end

local function judge_hidden(network)
  if network.hidden == nil then
    return unknown({
      ja = "SSIDを知らせるかどうか分からない (%s)",
      en = "the settings do not tell whether the SSID is broadcast (%s)",
    }, network.hidden_by)
  end
  if network.hidden then
    return pass({ ja = "SSIDを知らせない (%s)", en = "the SSID is not broadcast (%s)" }, network.hidden_by)
  end
  return fail({
    ja = "SSIDが見える (%s)。知らせない設定であること",
    en = "the SSID is visible (%s); it must not be broadcast",
  }, network.hidden_by)
end

local function judge_limited(network, parameters)
  if network.limited then
    return pass({ ja = "接続できる端末を限っている (%s)", en = "only known devices may connect (%s)" }, network.limited_by)
  end
  if parameters.dot1x_suffices and network.dot1x then
    return pass({ ja = "802.1Xで認証している (%s)", en = "authenticated by 802.1X (%s)" }, network.encrypted_by)
  end
  if network.limited == nil then
    return unknown({
      ja = "接続できる端末を限っているか分からない (%s)",
      en = "the settings do not tell whether only known devices may connect (%s)",
    }, network.limited_by)
  end
  return fail({
    ja = "どの端末でも接続できる (%s)。MACアドレスで限るか802.1Xで認証すること",
    en = "any device may connect (%s); limit it by MAC address or authenticate by 802.1X",
  }, network.limited_by)
end

local function judge_encryption(network)
  if network.strength == "strong" then
    return pass({ ja = "暗号化は %s", en = "encrypted with %s" }, network.encrypted_by)
  end
  if network.strength == "weak" then
    return fail({
      ja = "暗号化が %s。WPA2/AES以上であること",
      en = "the encryption is %s; it must be WPA2/AES or better",
    }, network.encrypted_by)
  end
  return unknown({
    ja = "暗号化が %s で、WPA2/AES以上か分からない",
    en = "the encryption is %s, which does not tell whether it is WPA2/AES or better",
  }, network.encrypted_by)
end

-- The checks of one kind of settings: its `id` and `name`, its `source`, what to do where a check fails, and `read`,
-- which turns a record into a network, or `read_all`, which finds the networks among all records.
function networks.checks(kind)
  local function check(title, requirement, severity, remedy, judge)
    local function judge_network(network, parameters)
      return outside(network, parameters) or judge(network, parameters)
    end
    local made = {
      title = { ja = kind.name .. title.ja, en = kind.name .. " " .. title.en },
      requirements = { requirement },
      severity = severity,
      every = "1 day",
      remedy = remedy,
    }
    if kind.read then
      made.each = kind.source
      made.test = function(record, parameters) return judge_network(kind.read(record), parameters) end
    else
      made.all = kind.source
      made.test = function(records, parameters)
        local outcomes = {}
        for _, found in ipairs(kind.read_all(records)) do
          table.insert(outcomes, judge_network(found.network, parameters):at(found.record))
        end
        return outcomes
      end
    end
    return made
  end

  return {
    [kind.id .. "-ssid-hidden"] = check(
      { ja = "がSSIDを知らせない設定である", en = "does not broadcast the SSID" },
      "mhlw-5:6.5.C.12.1", "medium", kind.remedies.hidden, judge_hidden),
    [kind.id .. "-access-limited"] = check(
      { ja = "が接続できる端末を限っている", en = "lets only known devices connect" },
      "mhlw-5:6.5.C.12.2", "high", kind.remedies.limited, judge_limited),
    [kind.id .. "-encryption"] = check(
      { ja = "がWPA2/AES以上で暗号化している", en = "encrypts with WPA2/AES or better" },
      "mhlw-5:6.5.C.12.3", "critical", kind.remedies.encryption, judge_encryption),
  }
end

return networks
