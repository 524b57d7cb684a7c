local today = "2026-11-20"
local place = {
  place = "電子カルテDB", capacity = "20TB", term = "5年", risk = "停電", response = "3秒", backup_frequency = "毎日",
  backup_method = "LTO",
}

local function described(title, changes, outcome, message)
  local cells = {}
  for column, text in pairs(place) do cells[column] = changes[column] or text end
  return {
    title, check = "storage-places", today = today, rows = { ["storage-places"] = { cells } },
    expect = { { outcome = outcome, subject = "電子カルテDB", message = message } },
  }
end

local function restored(check, title, tests, outcome, message, parameters)
  return {
    title, check = check, today = today, parameters = parameters,
    rows = { ["storage-places"] = { place }, ["restore-tests"] = tests },
    expect = { { outcome = outcome, subject = "電子カルテDB", message = message } },
  }
end

local function test(tested_on, result, lost_range, name)
  return { place = name or "電子カルテＤＢ", tested_on = tested_on, result = result, lost_range = lost_range }
end

local function backed_up(check, title, job, runs, outcome, message, parameters)
  return {
    title, check = check, today = today, parameters = parameters,
    rows = {
      ["backup-jobs"] = { { job = "emr-daily", interval_days = job.interval or "1", ended_on = job.ended_on } },
      ["backup-log"] = runs,
    },
    expect = { { outcome = outcome, subject = "emr-daily", message = message } },
  }
end

local function run(ran_at, verification, job)
  return { job = job or "EMR-Daily", ran_at = ran_at, verification = verification or "一致" }
end

local tested, result, schedule, verified = "restore-tested", "restore-result", "backup-schedule", "backup-verified"

local cases = {
  described("a full description passes", {}, "pass", "すべて"),
  described("the capacity is needed", { capacity = "" }, "fail", "記入がない: 保存可能容量。"),
  described("the term is needed", { term = "" }, "fail", "記入がない: 保存可能期間。"),
  described("the risk is needed", { risk = "" }, "fail", "記入がない: リスク。"),
  described("the response is needed", { response = "" }, "fail", "記入がない: レスポンス。"),
  described("the frequency is needed", { backup_frequency = "" }, "fail", "記入がない: バックアップ頻度。"),
  described("the method is needed", { backup_method = "未定" }, "fail", "記入がない: バックアップ方法。"),

  restored(tested, "365 days ago passes", { test("2025/11/20", "成功") }, "pass", "365日前"),
  restored(tested, "366 days ago fails", { test("2025/11/19", "成功") }, "fail", "366日前)。365日以内"),
  restored(tested, "the last test counts",
    { test("2020/4/1", "成功"), test("2026/6/14", "成功"), test("2019/4/1", "成功") }, "pass", "2026-06-14"),
  restored(tested, "a test of another place does not count", { test("2026/6/14", "成功", "", "画像サーバ") },
    "fail", "最後の復元試験の記入がない"),
  restored(tested, "a site may ask for more", { test("2026/6/14", "成功") }, "fail", "90日以内",
    { restore_tested_within_days = 90 }),

  restored(result, "success passes", { test("2026/6/14", "成功") }, "pass", "成功"),
  restored(result, "a failure without the lost range fails", { test("2026/6/14", "失敗") }, "fail", "失敗"),
  restored(result, "a failure with the lost range passes", { test("2026/6/14", "一部失敗", "6月13日分") },
    "pass", "損なわれた範囲が記録されている"),
  restored(result, "a lost range that says nothing does not help", { test("2026/6/14", "失敗", "不明") }, "fail", "失敗"),
  restored(result, "a blank is unknown", { test("2026/6/14", "") }, "unknown", "結果がない"),
  restored(result, "no test is unknown", { test("2026/6/14", "成功", "", "画像サーバ") }, "unknown", "結果がない"),
  restored(result, "a later success makes up for a failure",
    { test("2026/6/14", "失敗"), test("2026/6/20", "成功"), test("2026/6/1", "失敗") }, "pass", "成功"),

  backed_up(schedule, "yesterday's daily backup passes", {}, { run "2026/11/19 02:10" }, "pass", "2026-11-19"),
  backed_up(schedule, "one of two days ago fails", {}, { run "2026/11/18 23:59" }, "fail", "2日前)。1日以内"),
  backed_up(schedule, "a weekly one may be seven days old",
    { interval = "7" }, { run "2026/11/13 02:10" }, "pass", "7日前"),
  backed_up(schedule, "the last run counts", {},
    { run "2026/11/17 02:10", run "2026/11/19 02:10", run "2026/11/18 02:10" }, "pass", "2026-11-19"),
  backed_up(schedule, "another job's run does not count", {}, { run("2026/11/19 02:10", "一致", "pacs") },
    "fail", "最後のバックアップの記入がない"),
  backed_up(schedule, "a job that ended today is not asked for", { ended_on = "2026/11/20" },
    { run "2020/4/1 02:10" }, "notapplicable", "2026-11-20"),
  backed_up(schedule, "one that ends tomorrow is",
    { ended_on = "2026/11/21" }, { run "2020/4/1 02:10" }, "fail", "2020-04-01"),

  backed_up(verified, "a match passes", {}, { run "2026/11/19 02:10" }, "pass", "一致"),
  backed_up(verified, "a difference fails", {}, { run("2026/11/19 02:10", "不一致") }, "fail", "不一致"),
  backed_up(verified, "the last run counts", {},
    { run("2026/11/18 02:10", "不一致"), run "2026/11/19 02:10", run("2026/11/17 02:10", "不一致") }, "pass", "2026-11-19"),
  backed_up(verified, "a blank is unknown", {}, { run("2026/11/19 02:10", "") }, "unknown", "検証の記録がない"),
  backed_up(verified, "no run is unknown", {}, { run("2026/11/19 02:10", "一致", "pacs") }, "unknown", "検証の記録がない"),
  backed_up(verified, "a job that ended is not asked for", { ended_on = "R8.3.31" },
    { run("2026/3/30 02:10", "不一致") }, "notapplicable", "2026-03-31"),
}

for _, word in ipairs { "良", "良好", "正常", "合格", "異常なし", "成功", "一致", "ＯＫ", "○", "◯", "〇" } do
  table.insert(cases, backed_up(verified, word, {}, { run("2026/11/19 02:10", word) }, "pass", "2026-11-19"))
end
return cases
