-- What machines and programs write by themselves. In the folder passing nothing is wrong; in failing each check finds
-- something.
local today = "2026-11-20"

local function case(folder, check, outcome, expect, parameters)
  return {
    folder .. " " .. check, check = check, today = today, data = "fixtures/" .. folder, outcome = outcome,
    parameters = parameters, expect = expect,
  }
end
local function passing(check, expect) return case("passing", check, "pass", expect) end
local function failing(check, expect, parameters) return case("failing", check, "fail", expect, parameters) end

local function pass(subject, message) return { outcome = "pass", subject = subject, message = message } end
local function fail(subject, message) return { outcome = "fail", subject = subject, message = message } end
local function unknown(subject, message) return { outcome = "unknown", subject = subject, message = message } end

local function smart(title, cells, outcome, message, check)
  return {
    title, check = check or "smart-passed", today = today, rows = { smart = { cells } },
    expect = { { outcome = outcome, message = message } },
  }
end

local function veeam(title, sessions, outcome, message, jobs)
  return {
    title, check = "veeam-jobs", today = today,
    rows = { veeam = sessions, ["backup-jobs"] = jobs or { { job = "emr", interval_days = "1" } } },
    expect = { { outcome = outcome, subject = "emr", message = message } },
  }
end

local function array(kind, verb, title, cells, outcome, message)
  cells.name = "md0"
  return {
    kind .. ": " .. title, check = kind .. "-" .. verb, today = today, rows = { [kind] = { cells } },
    expect = { { outcome = outcome, message = message } },
  }
end

local function wear(title, cells, outcome, message) return smart(title, cells, outcome, message, "smart-wear") end

local function erased(title, cells, outcome, message)
  return {
    title, check = "nwipe-verified", today = today, rows = { nwipe = { cells } },
    expect = { { outcome = outcome, message = message } },
  }
end

local function rsync(title, day, outcome, message)
  return {
    title, check = "rsync-runs", today = today, rows = { rsync = { { day = day, time = "02:00:00", bytes = "1" } } },
    expect = { { outcome = outcome, message = message } },
  }
end

return {
  -- An array that is checked, waits for a resync, or is not written to yet has all its disks.
  passing("mdstat-redundant", {
    { outcome = "pass", subject = "md127", line = 2, message = "raid10、ディスク4台" }, pass("md1", "raid6"),
    { outcome = "pass", subject = "md0", line = 10, message = "raid1、ディスク2台" },
  }),
  passing("mdstat-healthy", { pass("md127", "([4/4] [UUUU])"), pass("md1"), pass("md0", "check 23.4%") }),
  array("mdstat", "healthy", "an array of which nothing is said", {}, "fail", "動いていない ([-/-] [-])"),
  array("mdstat", "healthy", "a disk that is marked as failed",
    { level = "raid1", members = "sdb1[1] sda1[0](F)", disks = "2", working = "2", map = "UU" }, "fail", "欠けている"),
  array("mdstat", "healthy", "as many disks as there should be", { level = "raid1", disks = "2", working = "2" },
    "pass", "[2/2]"),
  array("mdstat", "healthy", "nobody says how many work", { level = "raid1", disks = "2" }, "unknown", "[2/-]"),
  array("mdstat", "healthy", "nobody says of how many", { level = "raid1", working = "2" }, "unknown", "[-/2]"),
  array("mdstat", "healthy", "disks in a row", { level = "linear", members = "sda1[0]" }, "notapplicable", "linear"),
  array("mdstat", "redundant", "nobody says how many disks", { level = "raid1" }, "unknown", "数が分からない"),
  array("mdstat", "redundant", "two disks are enough", { level = "raid1", disks = "2" }, "pass", "2台"),
  failing("mdstat-redundant", {
    fail("md4", "raid0"), unknown("md3", "動いておらず"), fail("md2", "ディスクが1台しかない"), fail("md1", "raid5"),
    pass("md0", "raid1"),
  }),
  case("failing", "mdstat-redundant", "fail", {
    fail("md4"), unknown("md3"), fail("md2"), pass("md1", "raid5、ディスク3台"), pass("md0"),
  }, { raid_levels = { "raid1", "raid5" } }),
  failing("mdstat-healthy", {
    { outcome = "notapplicable", subject = "md4" }, fail("md3", "動いていない"), pass("md2"), fail("md1", "[UU_]"),
    fail("md0", "[2/1] [U_] recovery 12.6%"),
  }),

  passing("mdadm-redundant", { { outcome = "pass", subject = "md0", line = 1, message = "raid1、ディスク2台" } }),
  passing("mdadm-healthy", { pass("md0", "clean, 2/2") }),
  failing("mdadm-redundant", { pass("md0"), fail("md1", "raid0"), pass("md2", "raid6"), unknown("md3") }),
  failing("mdadm-healthy", {
    fail("md0", "clean, degraded, 1/2"), { outcome = "notapplicable", subject = "md1" },
    fail("md2", "active, failed, not started"), fail("md3", "inactive"),
  }),

  array("mdadm", "healthy", "nothing but the level", { level = "raid1" }, "unknown", "(-, -/-)"),
  array("mdadm", "healthy", "a state is not needed", { level = "raid1", disks = "2", working = "2" }, "pass", "-, 2/2"),
  array("mdadm", "healthy", "a failed disk beside those that work",
    { level = "raid1", state = "clean", disks = "2", working = "2", failed = "1" }, "fail", "欠けている"),
  array("mdadm", "healthy", "degraded",
    { level = "raid1", state = "clean, degraded", disks = "2", working = "2", failed = "0" }, "fail", "欠けている"),
  array("mdadm", "healthy", "failed",
    { level = "raid1", state = "active, failed", disks = "2", working = "2" }, "fail", "動いていない"),
  array("mdadm", "healthy", "not started",
    { level = "raid1", state = "active, not started", disks = "2", working = "2" }, "fail", "動いていない"),

  -- A result that does not say of which disk it is, or that has no verdict, is no pass.
  passing("smart-passed", { pass("S0SAMPLE2", "/dev/nvme0"), pass("ZZSAMPLE1", "/dev/sda") }),
  failing("smart-passed", {
    fail("ZZSAMPLE3", "異常"), { outcome = "unknown", line = 1, message = "どのディスク" },
    unknown("ZZSAMPLE4", "結果がない"), pass("S0SAMPLE5"), pass("ZZSAMPLE6"),
  }),
  smart("a verdict without a device is unknown", { passed = "true", serial = "A" }, "unknown", "どのディスク"),
  smart("a disk that could not be opened is unknown",
    { device = "/dev/sda", passed = "true", exit_status = "2" }, "unknown", "終了状態 2"),
  smart("the exit status alone tells of a failing disk",
    { device = "/dev/sda", passed = "true", exit_status = "8" }, "fail", "異常"),
  smart("the verdict alone tells of one, too", { device = "/dev/sda", passed = "false", exit_status = "0" }, "fail",
    "異常"),
  smart("an exit status is not needed", { device = "/dev/sda", passed = "true" }, "pass", "異常なし"),
  smart("errors in the log are no verdict",
    { device = "/dev/sda", passed = "true", exit_status = "64" }, "pass", "異常なし"),
  passing("smart-wear", { pass("S0SAMPLE2", "3%"), pass("ZZSAMPLE1", "代替済みのセクターは2") }),
  failing("smart-wear", {
    fail("ZZSAMPLE3", "読めないセクターが8、代替待ちが8、代替済みが312"), { outcome = "unknown" }, unknown("ZZSAMPLE4"),
    fail("S0SAMPLE5", "104%"),
    -- An attribute without a raw value: no value may be taken for another's.
    unknown("ZZSAMPLE6"),
  }),
  smart("SCSI disks count grown defects", { grown_defects = "11" }, "fail", "代替済みが11", "smart-wear"),
  smart("a few are in order", { grown_defects = "10" }, "pass", "10", "smart-wear"),

  wear("pending sectors alone", { ids = "197", raw_values = "1" }, "fail", "代替待ちが1、代替済みが0"),
  wear("uncorrectable sectors alone", { ids = "198", raw_values = "1" }, "fail", "読めないセクターが1"),
  wear("numbers without values", { ids = "197" }, "unknown", "劣化を示す値がない"),
  wear("no sectors at all", { ids = "197,198", raw_values = "0,0" }, "pass", "0"),
  wear("media errors alone", { media_errors = "1" }, "fail", "媒体エラーが1、寿命の消費が0%、警告が0"),
  wear("no media errors", { media_errors = "0" }, "pass", "0%"),
  wear("a warning alone", { critical_warning = "4" }, "fail", "警告が4"),
  wear("no warning", { critical_warning = "0" }, "pass", "0%"),
  wear("used up", { percentage_used = "100" }, "fail", "100%"),
  wear("nearly used up", { percentage_used = "99" }, "pass", "99%"),

  -- "success" with errors of the verification is no success.
  passing("nwipe-verified", { pass("AA00", "2026-08-20T14:40:12 に PRNG Stream") }),
  failing("nwipe-verified", { fail("AA01", "検証エラーが3"), fail("XX99", "aborted"), unknown("CC01", "検証した記録がない") }),
  erased("no result", { serial = "A" }, "unknown", "結果がない"),
  erased("errors of writing alone", { status = "success", pass_errors = "1", verify_errors = "0" }, "fail",
    "書込みエラーが1"),
  erased("errors of writing are not told", { status = "success", verify_errors = "0" }, "unknown", "検証した記録がない"),
  erased("errors of the verification are not told", { status = "success", pass_errors = "0" }, "unknown",
    "検証した記録がない"),
  passing("nwipe-registered", { pass("AA00", "lto-000") }),
  failing("nwipe-registered", { pass("AA01"), fail("XX99", "xx99"), pass("CC01") }),

  { "an erasure of nobody knows what", check = "nwipe-registered", today = today,
    rows = { nwipe = { { status = "success" } }, media = { { number = "M-1" } } },
    expect = { { outcome = "unknown", message = "製造番号がなく" } } },

  -- Bacula: numbers with commas; a run that has not ended, and a restore, do not count.
  passing("bacula-jobs", {
    { outcome = "pass", subject = "emr-daily", line = 8, message = "2026-11-19 (1日前)" },
    { outcome = "pass", subject = "pacs-weekly", line = 7, message = "2026-11-15" },
  }),
  -- Bareos: a column more. What Bacula ought to do stands in the list of jobs.
  failing("bacula-jobs", {
    { outcome = "fail", subject = "emr-daily", line = 8, message = "2026-11-20T02:00:04 のバックアップが失敗した" },
    unknown("new job", "バックアップ一覧になく"),
    { outcome = "fail", subject = "pacs-weekly", line = 3, message = "実行記録にない" },
  }),
  passing("restic-jobs", { pass("emr-daily", "2026-11-19"), pass("pacs-weekly", "2026-11-15") }),
  failing("restic-jobs", { fail("emr-daily", "2026-11-15 (5日前)"), pass("pacs-weekly"), unknown("trial") }),
  passing("veeam-jobs", {
    { outcome = "pass", subject = "emr-daily", line = 3 }, pass("pacs-weekly"),
    { outcome = "notapplicable", subject = "old-job", message = "2026-03-31 に廃止" },
  }),
  failing("veeam-jobs", {
    fail("emr-daily", "失敗した"), unknown("pacs-weekly", "警告で終わった"), unknown("trial"),
  }),

  { "a snapshot without a name", check = "restic-jobs", today = today,
    rows = {
      restic = { { id = "a", at = "2026/11/19 2:00" } }, ["backup-jobs"] = { { job = "emr", interval_days = "1" } },
    },
    expect = { unknown("-", "ジョブ - が") } },
  veeam("a later success outweighs a failure", {
    { job = "EMR", at = "2026/11/20 2:00", result = "Success" },
    { job = "emr", at = "2026/11/19 2:00", result = "Failed" },
  }, "pass", "2026-11-20"),
  veeam("a session that still runs is none", {
    { job = "emr", at = "2026/11/19 2:00", result = "Success" }, { job = "emr", at = "", result = "None" },
  }, "pass", "2026-11-19"),
  veeam("one that never ended is overdue", { { job = "emr", at = "", result = "None" } }, "fail", "記入がない"),
  veeam("a failure without a time is none", { { job = "emr", at = "", result = "Failed" } }, "fail", "記入がない"),
  veeam("a warning within the interval", { { job = "emr", at = "2026/11/19 2:00", result = "Warning" } }, "unknown",
    "警告で終わった"),
  veeam("a job that ends tomorrow is one", { { job = "emr", at = "2026/11/20 2:00", result = "Success" } }, "pass",
    "2026-11-20", { { job = "emr", interval_days = "1", ended_on = "2026/11/21" } }),
  veeam("a job that ended today is none", { { job = "emr", at = "2026/11/20 2:00", result = "Failed" } },
    "notapplicable", "2026-11-20", { { job = "emr", interval_days = "1", ended_on = "2026/11/20" } }),
  veeam("an old warning is overdue", { { job = "emr", at = "2026/11/10 2:00", result = "Warning" } }, "fail", "10日前"),
  veeam("a word that nobody knows is no success",
    { { job = "emr", at = "2026/11/20 2:00", result = "Postponed" } }, "fail", "記入がない"),
  { "a job of Veeam that the export lacks", check = "veeam-jobs", today = today,
    rows = {
      veeam = { { job = "emr", at = "2026/11/20 2:00", result = "Success" } },
      ["backup-jobs"] = {
        { job = "emr", interval_days = "1", tool = "Veeam B&R" },
        { job = "lab", interval_days = "1", tool = "Ｖｅｅａｍ" },
        { job = "gone", interval_days = "1", tool = "Veeam", ended_on = "R8.3.31" },
        { job = "other", interval_days = "1", tool = "restic" },
        { job = "ends", interval_days = "1", tool = "Veeam", ended_on = "2026/11/20" },
        { job = "goes on", interval_days = "1", tool = "Veeam", ended_on = "2026/11/21" },
      },
    },
    expect = { pass("emr"), fail("lab", "実行記録にない"), fail("goes on", "実行記録にない") } },

  passing("rsync-runs", { { outcome = "pass", line = 4, message = "4,231,001,234 バイト" } }),
  failing("rsync-runs", {
    { outcome = "fail", line = 4, message = "code 10" }, { outcome = "fail", message = "この2日に成功した実行がない" },
  }),
  rsync("a run of today", "2026/11/20", "pass", "2026-11-20"),
  rsync("a run of tomorrow", "2026/11/21", "unknown", "今日 (2026-11-20) より後"),
  case("failing", "rsync-runs", "fail", {
    { outcome = "pass", line = 1 }, { outcome = "fail", line = 4 },
  }, { rsync_within_days = 3 }),

  { "without the file nothing is said", check = "mdstat-healthy", today = today, rows = {}, outcome = "notselected" },
}
