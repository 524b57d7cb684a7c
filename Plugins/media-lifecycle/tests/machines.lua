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

return {
  -- An array that is checked, waits for a resync, or is not written to yet has all its disks.
  passing("mdstat-redundant", {
    { outcome = "pass", subject = "md127", line = 2, message = "raid10、ディスク4台" }, pass("md1", "raid6"),
    { outcome = "pass", subject = "md0", line = 10, message = "raid1、ディスク2台" },
  }),
  passing("mdstat-healthy", { pass("md127", "[4/4] [UUUU]"), pass("md1"), pass("md0", "check 23.4%") }),
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

  -- "success" with errors of the verification is no success.
  passing("nwipe-verified", { pass("AA00", "2026-08-20T14:40:12 に PRNG Stream") }),
  failing("nwipe-verified", { fail("AA01", "検証エラーが3"), fail("XX99", "aborted"), unknown("CC01", "検証した記録がない") }),
  passing("nwipe-registered", { pass("AA00", "lto-000") }),
  failing("nwipe-registered", { pass("AA01"), fail("XX99", "xx99"), pass("CC01") }),

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

  veeam("a later success outweighs a failure", {
    { job = "EMR", at = "2026/11/20 2:00", result = "Success" },
    { job = "emr", at = "2026/11/19 2:00", result = "Failed" },
  }, "pass", "2026-11-20"),
  veeam("a session that still runs is none", {
    { job = "emr", at = "2026/11/19 2:00", result = "Success" }, { job = "emr", at = "", result = "None" },
  }, "pass", "2026-11-19"),
  veeam("one that never ended is overdue", { { job = "emr", at = "", result = "None" } }, "fail", "記入がない"),
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
      },
    },
    expect = { pass("emr"), fail("lab", "実行記録にない") } },

  passing("rsync-runs", { { outcome = "pass", line = 4, message = "4,231,001,234 バイト" } }),
  failing("rsync-runs", {
    { outcome = "fail", line = 4, message = "code 10" }, { outcome = "fail", message = "この2日に成功した実行がない" },
  }),
  case("failing", "rsync-runs", "fail", {
    { outcome = "pass", line = 1 }, { outcome = "fail", line = 4 },
  }, { rsync_within_days = 3 }),

  { "without the file nothing is said", check = "mdstat-healthy", today = today, rows = {}, outcome = "notselected" },
}
