-- What the access-point ledger says of an access point, judged against 6.5 C 12 and 6.5 D 6.
local tenken = require "tenken"
local encryption = require "encryption"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local access_points = {}

-- The guideline is about medical information: what is gone, or carries none (a network for visitors), is outside it.
-- A blank 医療情報 cell counts as carrying it.
local function out_of_scope(ap, context)
  if ap.retired_on and ap.retired_on <= context.today then
    return notapplicable({ ja = "%s に撤去した", en = "removed on %s" }, ap.retired_on)
  end
  if ap.medical == false then
    return notapplicable { ja = "医療情報を通さない", en = "carries no medical information" }
  end
end

local function judge_hidden(ap)
  if ap.hidden then
    return pass({ ja = "SSID %s はステルスモード", en = "SSID %s is not broadcast" }, ap.ssid)
  end
  if ap.refuses_any then
    return pass({ ja = "SSID %s はANY接続を拒否する", en = "SSID %s refuses ANY connections" }, ap.ssid)
  end
  if ap.hidden == nil and ap.refuses_any == nil then
    return unknown {
      ja = "ステルスモードもANY接続拒否も記入がない。どちらかが「有」であること",
      en = "neither stealth mode nor ANY refusal is filled in; one of them must be on",
    }
  end
  return fail({
    ja = "SSID %s が誰からも見える。ステルスモードかANY接続拒否が「有」であること",
    en = "SSID %s is visible to anyone; stealth mode or ANY refusal must be on",
  }, ap.ssid)
end

local function judge_limited(ap, parameters)
  if ap.limits_ssid then return pass { ja = "SSIDで制限している", en = "limited by SSID" } end
  if ap.limits_mac then return pass { ja = "MACアドレスで制限している", en = "limited by MAC address" } end
  if parameters.dot1x_suffices and encryption.uses_dot1x(ap.authentication, ap.encryption) then
    return pass { ja = "802.1Xで利用者か端末を認証している", en = "users or devices are authenticated by 802.1X" }
  end
  if ap.limits_ssid == nil and ap.limits_mac == nil then
    return unknown {
      ja = "SSIDによる制限もMACアドレス制限も記入がない。どちらかが「有」であること",
      en = "neither the SSID limit nor the MAC address limit is filled in; one of them must be on",
    }
  end
  return fail {
    ja = "接続を制限していない。SSIDかMACアドレスで制限すること",
    en = "anyone may connect; access must be limited by SSID or MAC address",
  }
end

local function judge_encryption(ap)
  if not ap.encryption then
    return unknown { ja = "暗号化方式の記入がない", en = "the encryption is not filled in" }
  end
  local strength = encryption.strength(ap.encryption)
  if strength == "strong" then
    return pass({ ja = "暗号化方式は %s", en = "the encryption is %s" }, ap.encryption)
  end
  if strength == "weak" then
    return fail({
      ja = "暗号化方式が %s。WPA2/AES以上であること",
      en = "the encryption is %s; it must be WPA2/AES or better",
    }, ap.encryption)
  end
  return unknown({
    ja = "暗号化方式「%s」からはWPA2/AES以上か分からない。WPA2-PSK(AES) のように書くこと",
    en = "\"%s\" does not tell whether it is WPA2/AES or better; write it like WPA2-PSK(AES)",
  }, ap.encryption)
end

local function judge_several(ap, count)
  if count < 2 then
    return notapplicable({ ja = "SSID %s のアクセスポイントは1台", en = "SSID %s has one access point" }, ap.ssid)
  end
  local dot1x = encryption.uses_dot1x(ap.authentication, ap.encryption)
  if dot1x then
    return pass({ ja = "SSID %s は802.1Xか電子証明書で認証する", en = "SSID %s uses 802.1X or certificates" }, ap.ssid)
  end
  if dot1x == nil then
    return unknown({
      ja = "SSID %s (%d台) の認証方式が分からない。802.1Xか電子証明書であること",
      en = "the authentication of SSID %s (%d access points) is not told; it must be 802.1X or certificates",
    }, ap.ssid, count)
  end
  return fail({
    ja = "SSID %s は%d台あるが認証が %s。802.1Xか電子証明書を組み合わせること",
    en = "SSID %s has %d access points but authenticates by %s; add 802.1X or certificates",
  }, ap.ssid, count, ap.authentication or ap.encryption)
end

function access_points.judge_several(ledger, _, context)
  local count = {}
  for _, ap in ipairs(ledger) do
    if not out_of_scope(ap, context) then count[ap.ssid] = (count[ap.ssid] or 0) + 1 end
  end
  local outcomes = {}
  for i, ap in ipairs(ledger) do
    local outcome = out_of_scope(ap, context) or judge_several(ap, count[ap.ssid])
    outcomes[i] = outcome:at(ap)
  end
  return outcomes
end

function access_points.judge_hidden(ap, _, context)
  return out_of_scope(ap, context) or judge_hidden(ap)
end

function access_points.judge_limited(ap, parameters, context)
  return out_of_scope(ap, context) or judge_limited(ap, parameters)
end

function access_points.judge_encryption(ap, _, context)
  return out_of_scope(ap, context) or judge_encryption(ap)
end

return access_points
