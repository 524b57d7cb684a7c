-- What the ledger says of a device, judged against 6.5 C 13.
local tenken = require "tenken"
local blanks = require "blanks"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local ledger = {}

-- The day since which a device is not used, for a fault or for good; nil while it is in use.
function ledger.out_of_use_since(device, context)
  local day = device.suspended_on or device.retired_on
  if day and day <= context.today then return day end
end

function ledger.not_in_use(device, context)
  local day = ledger.out_of_use_since(device, context)
  if day then return notapplicable({ ja = "%s から使っていない", en = "out of use since %s" }, day) end
end

function ledger.not_lent(device, context)
  if not device.lent then return notapplicable { ja = "貸し出していない", en = "not lent" } end
  return ledger.not_in_use(device, context)
end

function ledger.without_patient_data(device, context)
  if device.patient_data == false then
    return notapplicable { ja = "患者情報を扱わない", en = "handles no patient data" }
  end
  return ledger.not_in_use(device, context)
end

function ledger.judge_handling_rule(device)
  if blanks.is_blank(device.handling_rule) then
    return fail {
      ja = "運用管理規程の記入がない。取扱いを定めた規程の名前があること",
      en = "no rule is named; the ledger must name the rule on its handling",
    }
  end
  return pass({ ja = "規程は「%s」", en = "the rule is \"%s\"" }, device.handling_rule)
end

function ledger.judge_consent(device, context)
  if not device.consent_on then
    return fail {
      ja = "同意取得日の記入がない。貸す前に説明し、同意を得ていること",
      en = "no date of consent; risks must be explained and consent given before lending",
    }
  end
  if device.consent_on > context.today then
    return unknown({
      ja = "同意取得日 (%s) が今日 (%s) より後になっている",
      en = "the date of consent (%s) lies after today (%s)",
    }, device.consent_on, context.today)
  end
  if device.lent_on and device.consent_on > device.lent_on then
    return fail({
      ja = "同意 (%s) が貸出 (%s) より後。貸す前に得ていること",
      en = "consent (%s) came after lending (%s); it must come before",
    }, device.consent_on, device.lent_on)
  end
  return pass({ ja = "同意は %s、貸出は %s", en = "consent on %s, lent on %s" }, device.consent_on, device.lent_on)
end

function ledger.judge_contact(device)
  if blanks.is_blank(device.contact) then
    return fail {
      ja = "問い合わせ先の記入がない。異常のときの連絡先を伝えていること",
      en = "no contact; the patient must know whom to call when something is wrong",
    }
  end
  return pass { ja = "問い合わせ先を伝えている", en = "a contact was given" }
end

local function newest(entries)
  local version = entries[1].version
  for _, entry in ipairs(entries) do
    -- no test: of two equal versions either will do
    if tenken.compare_versions(entry.version, version) > 0 then version = entry.version end
  end
  return version
end

function ledger.judge_firmware(device, latest)
  if not device.firmware then
    return unknown { ja = "ファームウェアの版の記入がない", en = "the firmware version is not filled in" }
  end
  local entries = latest[device.model]
  if not entries then
    return unknown({
      ja = "型番 %s の最新版が最新ファームウェア一覧にない",
      en = "the list of the latest firmware does not have the model %s",
    }, device.model)
  end
  local version = newest(entries)
  if tenken.compare_versions(device.firmware, version) < 0 then
    return fail({
      ja = "ファームウェアが %s。最新の %s であること",
      en = "the firmware is %s; it must be the latest, %s",
    }, device.firmware, version)
  end
  return pass({ ja = "ファームウェアは %s (最新は %s)", en = "the firmware is %s (latest: %s)" }, device.firmware, version)
end

function ledger.judge_support(device, context)
  if not device.support_ends_on then
    return unknown { ja = "サポート終了日の記入がない", en = "the end of support is not filled in" }
  end
  if device.support_ends_on < context.today then
    return fail({
      ja = "サポートが %s に終わった。今日 (%s) 以後まで続くこと",
      en = "support ended on %s; it must last until today (%s) or later",
    }, device.support_ends_on, context.today)
  end
  return pass({ ja = "サポートは %s まで", en = "supported until %s" }, device.support_ends_on)
    :due(device.support_ends_on)
end

local function last_sighting(device, context)
  local last = nil
  for _, sighting in ipairs(context.seen[device.mac] or {}) do
    -- no test: of two at one moment either will do
    if not last or sighting.seen_at > last.seen_at then last = sighting end
  end
  return last
end

function ledger.judge_disconnected(device, context)
  local since = ledger.out_of_use_since(device, context)
  if not since then return notapplicable { ja = "使っている", en = "in use" } end
  if not device.mac then
    return unknown {
      ja = "MACアドレスの記入がなく、ネットワークに残っていないか分からない",
      en = "without a MAC address nobody can tell whether it is still on the network",
    }
  end
  local sighting = last_sighting(device, context)
  -- On the day itself it may have been seen before it was switched off.
  if sighting and sighting.seen_at:sub(1, 10) > since then
    return fail({
      ja = "%s に使用をやめたのに %s に検出された (IP %s)。ネットワークから外すこと",
      en = "out of use since %s but seen at %s (IP %s); it must be off the network",
    }, since, sighting.seen_at, sighting.ip)
  end
  return pass({ ja = "%s の後は検出されていない", en = "not seen after %s" }, since)
end

-- The later of the ledger's last log and the last sighting: either shows that the state was recorded.
function ledger.last_log(device, context)
  local sighting = last_sighting(device, context)
  local seen_on = sighting and sighting.seen_at:sub(1, 10)
  -- no test: of one day twice either will do
  if seen_on and seen_on > (device.last_logged_on or "") then return seen_on end
  return device.last_logged_on
end

return ledger
