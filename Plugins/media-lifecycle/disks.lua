-- What disks say of themselves (smartctl --json), and what nwipe says of those that it erased.
local tenken = require "tenken"
local ledgers = require "ledgers"
local pass, fail, unknown = tenken.pass, tenken.fail, tenken.unknown

local disks = {}

local smart = tenken.source {
  id = "smart",
  title = { ja = "ディスクの自己診断 (smartctl --json -a)", en = "What disks say of themselves (smartctl --json -a)" },
  file = "media/smart/*.json",
  optional = true,
  max_age_days = 31,
  subject = "serial",
  columns = {
    device = { "string?", "device.name" },
    serial = { "string?", "serial_number" },
    passed = { "boolean?", "smart_status.passed" },
    exit_status = { "integer?", "smartctl.exit_status" },
    ids = { "list?", "ata_smart_attributes.table[*].id" },
    raw_values = { "list?", "ata_smart_attributes.table[*].raw.value" },
    critical_warning = { "integer?", "nvme_smart_health_information_log.critical_warning" },
    percentage_used = { "integer?", "nvme_smart_health_information_log.percentage_used" },
    media_errors = { "integer?", "nvme_smart_health_information_log.media_errors" },
    grown_defects = { "integer?", "scsi_grown_defect_list" },
  },
}

local nwipe = tenken.source {
  id = "nwipe",
  title = { ja = "消去の記録 (nwipe)", en = "Records of erasure (nwipe)" },
  file = "media/nwipe/*.json",
  optional = true,
  subject = "serial",
  columns = {
    serial = { "keyword?", "device.serial_no" },
    status = { "keyword?", "wipe_result.status" },
    method = { "string?", "wipe_result.method" },
    pass_errors = { "integer?", "wipe_result.pass_errors" },
    verify_errors = { "integer?", "wipe_result.verify_errors" },
    ended_at = { "datetime?", "wipe_result.end_time" },
  },
}

-- smartctl(8), "EXIT STATUS": bit 0, the command line; bit 1, the device could not be opened; bit 3, the disk fails.
local function judge_smart(disk)
  local status = disk.exit_status or 0
  if not disk.device then
    return unknown { ja = "どのディスクの結果か書かれていない", en = "nothing says which disk it is about" }
  end
  if status & 8 ~= 0 or disk.passed == false then
    return fail({
      ja = "%s が自己診断で異常。すぐに複写して交換すること",
      en = "%s says that it is failing; copy it now and replace it",
    }, disk.device)
  end
  if status & 3 ~= 0 then
    return unknown({
      ja = "smartctlが %s を読めなかった (終了状態 %d)",
      en = "smartctl could not read %s (exit status %d)",
    }, disk.device, status)
  end
  if disk.passed == nil then
    return unknown({ ja = "%s の自己診断の結果がない", en = "there is no result of %s" }, disk.device)
  end
  return pass({ ja = "%s は自己診断で異常なし", en = "%s finds itself in order" }, disk.device)
end

-- The raw values of ATA attributes by their number; nil where some are missing, so that none is taken for another's.
local function raw_values(disk)
  local ids, raw = disk.ids or {}, disk.raw_values or {}
  if #ids == 0 or #ids ~= #raw then return nil end
  local values = {}
  for i, id in ipairs(ids) do values[tonumber(id)] = tonumber(raw[i]) end
  return values
end

-- ATA attributes: 5 reallocated, 197 pending, 198 uncorrectable sectors.
local function wear_of_ata(values, parameters)
  local pending, lost, moved = values[197] or 0, values[198] or 0, values[5] or 0
  if pending > 0 or lost > 0 or moved > parameters.reallocated_sectors then
    return fail({
      ja = "読めないセクターが%d、代替待ちが%d、代替済みが%d。劣化する前に複写すること",
      en = "uncorrectable sectors %d, pending %d, reallocated %d; copy it before it gets worse",
    }, lost, pending, moved)
  end
  return pass({ ja = "代替済みのセクターは%d", en = "reallocated sectors: %d" }, moved)
end

local function wear_of_nvme(disk)
  local errors, used, warning = disk.media_errors or 0, disk.percentage_used or 0, disk.critical_warning or 0
  if errors > 0 or used >= 100 or warning ~= 0 then
    return fail({
      ja = "媒体エラーが%d、寿命の消費が%d%%、警告が%d。劣化する前に複写すること",
      en = "media errors %d, life used %d%%, warning %d; copy it before it gets worse",
    }, errors, used, warning)
  end
  return pass({ ja = "寿命の消費は%d%%", en = "life used: %d%%" }, used)
end

local function judge_wear(disk, parameters)
  local values = raw_values(disk)
  if values then return wear_of_ata(values, parameters) end
  if disk.percentage_used or disk.media_errors or disk.critical_warning then return wear_of_nvme(disk) end
  if disk.grown_defects then
    return wear_of_ata({ [5] = disk.grown_defects }, parameters)
  end
  return unknown {
    ja = "劣化を示す値がない。smartctl --json -a で取ること",
    en = "there are no values of wear; use smartctl --json -a",
  }
end

local function judge_erasure(erasure)
  if not erasure.status then return unknown { ja = "消去の結果がない", en = "there is no result" } end
  if erasure.status ~= "success" then
    return fail({ ja = "消去が %s で終わった", en = "the erasure ended with %s" }, erasure.status)
  end
  if not erasure.verify_errors or not erasure.pass_errors then
    return unknown { ja = "消去の後に検証した記録がない", en = "nothing says that the erasure was verified" }
  end
  if erasure.verify_errors > 0 or erasure.pass_errors > 0 then
    return fail({
      ja = "成功とあるが、書込みエラーが%d、検証エラーが%d。読み出せる情報が残っている",
      en = "called a success, but with %d write errors and %d verification errors: something readable is left",
    }, erasure.pass_errors, erasure.verify_errors)
  end
  return pass({ ja = "%s に %s で消去し、検証した", en = "erased on %s by %s and verified" }, erasure.ended_at, erasure.method)
end

local function judge_known(erasure, _, context)
  if not erasure.serial then
    return unknown { ja = "製造番号がなく、どの媒体か分からない", en = "no serial number, so nobody can tell which disk it was" }
  end
  local known = context.media[erasure.serial]
  if not known then
    return fail({
      ja = "製造番号 %s が媒体台帳にない",
      en = "the serial number %s is not in the media ledger",
    }, erasure.serial)
  end
  return pass({ ja = "媒体台帳の %s", en = "%s of the media ledger" }, known[1].number)
end

disks.checks = {
  ["smart-passed"] = {
    title = { ja = "ディスクが自己診断で異常を示していない", en = "Disks find themselves in order" },
    requirements = { "mhlw-5:7.3.C.in.3.1" },
    severity = "high",
    every = "1 day",
    remedy = {
      ja = "すぐに別の機器へ複写し、ディスクを交換する。結果が読めない場合は、そのディスクを指定して取り直す。",
      en = "Copy it elsewhere now and replace the disk; where there is no result, run smartctl on that disk again.",
    },
    each = smart,
    test = judge_smart,
  },

  ["smart-wear"] = {
    title = { ja = "ディスクが劣化していない", en = "Disks are not worn out" },
    requirements = { "mhlw-5:7.3.C.in.3.1" },
    severity = "medium",
    every = "1 week",
    remedy = {
      ja = "読めるうちに新しいディスクへ複写し、交換する。",
      en = "Copy it to a new disk while it can be read, and replace it.",
    },
    each = smart,
    test = judge_wear,
  },

  ["nwipe-verified"] = {
    title = { ja = "消去の後に検証し、エラーがない", en = "Erasures were verified without an error" },
    requirements = { "mhlw-5:6.7.C.2" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "もう一度消去して検証する。エラーが残る媒体は破砕や消磁をする。",
      en = "Erase and verify it again; shred or degauss what still has errors.",
    },
    each = nwipe,
    test = judge_erasure,
  },

  ["nwipe-registered"] = {
    title = { ja = "消去した媒体が媒体台帳にある", en = "What was erased is in the media ledger" },
    requirements = { "mhlw-5:6.7.C.2" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "製造番号で媒体を調べ、媒体台帳に載せる。台帳にない媒体があった理由も確かめる。",
      en = "Find the medium by its serial number and enter it; find out why it was not in the ledger.",
    },
    each = nwipe,
    with = { media = tenken.index(ledgers.media, "serial") },
    test = judge_known,
  },
}

return disks
