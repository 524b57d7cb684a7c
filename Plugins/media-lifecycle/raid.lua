-- Disk arrays as Linux describes them, judged against 7.3 D (2): RAID 1, RAID 6 or better, and no disk missing.
local tenken = require "tenken"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local raid = {}

-- /proc/mdstat. An array that could not be started has no level and no line of disks; RAID 0 has no such line either.
local mdstat = {
  id = "mdstat",
  name = { ja = "/proc/mdstatの", en = "in /proc/mdstat" },
  source = tenken.source {
    id = "mdstat",
    title = { ja = "ディスクアレイの状態 (/proc/mdstat)", en = "State of disk arrays (/proc/mdstat)" },
    file = "media/raid/mdstat*",
    format = "blocks",
    optional = true,
    max_age_days = 8,
    subject = "name",
    begins = {
      "{name:word} : active ({mode}) {level:word} {members}", "{name:word} : active {level:word} {members}",
      "{name:word} : inactive {members}", "{name:word} : inactive",
    },
    pattern = {
      "{blocks:digits} blocks{}[{disks:digits}/{working:digits}] [{map}]", "[{}] {action:word} = {progress}%{}",
      "resync={waiting}",
    },
    columns = {
      name = "string",
      level = "keyword?",
      members = "string?",
      disks = "integer?",
      working = "integer?",
      map = "string?",
      action = "keyword?",
      progress = "string?",
    },
  },
}

function mdstat.read(array)
  return {
    level = array.level,
    disks = array.disks,
    working = array.working,
    failed = array.members ~= nil and array.members:find("(F)", 1, true) ~= nil,
    is_down = array.level == nil,
    said = ("[%s/%s] [%s]%s"):format(array.disks or "-", array.working or "-", array.map or "-",
      array.action and (" %s %s%%"):format(array.action, array.progress) or ""),
  }
end

-- mdadm --detail /dev/md0 /dev/md1 …
local mdadm = {
  id = "mdadm",
  name = { ja = "mdadmの", en = "by mdadm" },
  source = tenken.source {
    id = "mdadm",
    title = { ja = "ディスクアレイの状態 (mdadm --detail)", en = "State of disk arrays (mdadm --detail)" },
    file = "media/raid/mdadm*.txt",
    format = "blocks",
    optional = true,
    max_age_days = 8,
    subject = "name",
    begins = "/dev/{name}:",
    pattern = {
      "Raid Level : {level}", "Raid Devices : {disks:digits}", "Active Devices : {working:digits}",
      "Failed Devices : {failed:digits}", "State : {state}",
    },
    columns = {
      name = "string",
      level = "keyword?",
      disks = "integer?",
      working = "integer?",
      failed = "integer?",
      state = "keyword?",
    },
  },
}

function mdadm.read(array)
  local state = array.state or "-"
  return {
    level = array.level,
    disks = array.disks,
    working = array.working,
    failed = (array.failed or 0) > 0 or state:find("degraded", 1, true) ~= nil,
    is_down = state == "inactive" or state:find("failed", 1, true) ~= nil or state:find("not started", 1, true) ~= nil,
    said = ("%s, %s/%s"):format(state, array.working or "-", array.disks or "-"),
  }
end

raid.kinds = { mdstat, mdadm }

local function judge_level(array, parameters)
  if not array.level then
    return unknown { ja = "動いておらず、RAIDの種類が分からない", en = "not running, so its level is not known" }
  end
  if not parameters.raid_levels[array.level] then
    return fail({
      ja = "%s。RAID-1かRAID-6相当以上であること",
      en = "%s; it must be equal to RAID 1 or RAID 6, or better",
    }, array.level)
  end
  if not array.disks then
    return unknown({ ja = "%s だが、ディスクの数が分からない", en = "%s, but the number of disks is not told" }, array.level)
  end
  if array.disks < 2 then
    return fail({
      ja = "%s だが、ディスクが1台しかない",
      en = "%s, but of a single disk",
    }, array.level)
  end
  return pass({ ja = "%s、ディスク%d台", en = "%s of %d disks" }, array.level, array.disks)
end

local function judge_health(array)
  if array.is_down then
    return fail({ ja = "動いていない (%s)", en = "not running (%s)" }, array.said)
  end
  if array.failed or array.disks and array.working and array.working < array.disks then
    return fail({
      ja = "ディスクが欠けている (%s)。すべて動いていること",
      en = "a disk is missing (%s); all must work",
    }, array.said)
  end
  if array.level == "raid0" or array.level == "linear" then
    return notapplicable({ ja = "%s は冗長でない", en = "%s has no redundancy" }, array.level)
  end
  if not array.disks or not array.working then
    return unknown({ ja = "ディスクの数が分からない (%s)", en = "the number of disks is not told (%s)" }, array.said)
  end
  return pass({ ja = "すべてのディスクが動いている (%s)", en = "all disks work (%s)" }, array.said)
end

-- The checks of one description of arrays.
function raid.checks(kind)
  return {
    [kind.id .. "-redundant"] = {
      title = {
        ja = kind.name.ja .. "ディスクアレイがRAID-1かRAID-6相当以上である",
        en = "Disk arrays " .. kind.name.en .. " are equal to RAID 1 or RAID 6, or better",
      },
      requirements = { "mhlw-5:7.3.D.in.2" },
      severity = "medium",
      every = "1 week",
      remedy = {
        ja = "診療録等を保存する機器は、RAID-1・RAID-6・RAID-10のどれかに構成し直す。先にバックアップを取る。",
        en = "Rebuild what stores medical records as RAID 1, RAID 6 or RAID 10. Take a backup first.",
      },
      each = kind.source,
      test = function(array, parameters) return judge_level(kind.read(array), parameters) end,
    },
    [kind.id .. "-healthy"] = {
      title = {
        ja = kind.name.ja .. "ディスクアレイに欠けたディスクがない",
        en = "No disk is missing from the arrays " .. kind.name.en,
      },
      requirements = { "mhlw-5:7.2.C.4", "mhlw-5:7.3.D.in.2" },
      severity = "high",
      every = "1 day",
      remedy = {
        ja = "すぐに保守業者へ連絡し、故障したディスクを交換する。もう1台壊れると記録が失われることがある。",
        en = "Call the maintainer now and replace the failed disk: with another one, records may be lost.",
      },
      each = kind.source,
      test = function(array) return judge_health(kind.read(array)) end,
    },
  }
end

return raid
