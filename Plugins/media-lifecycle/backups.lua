-- Storage places, restore tests and backups.
local tenken = require "tenken"
local blanks = require "blanks"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local backups = {}

local described = {
  { "capacity", ja = "保存可能容量", en = "the capacity" },
  { "term", ja = "保存可能期間", en = "the term" },
  { "risk", ja = "リスク", en = "the risk" },
  { "response", ja = "レスポンス", en = "the response time" },
  { "backup_frequency", ja = "バックアップ頻度", en = "the backup frequency" },
  { "backup_method", ja = "バックアップ方法", en = "the backup method" },
}

function backups.judge_place(place)
  return blanks.judge(place, described) or pass { ja = "すべて記入されている", en = "everything is filled in" }
end

-- The record with the greatest value in a column; nil if there are no records.
local function latest(records, column)
  local last = nil
  for _, record in ipairs(records or {}) do
    -- no test: nobody knows which of one day came later
    if not last or record[column] > last[column] then last = record end
  end
  return last
end

function backups.judge_restore_age(place, parameters, context)
  local test = latest(context.tests[place.place], "tested_on")
  local name = { ja = "最後の復元試験", en = "the last restore test" }
  return tenken.judge_age(test and test.tested_on, parameters.restore_tested_within_days, context.today, name)
end

function backups.judge_restore_result(place, parameters, context)
  local test = latest(context.tests[place.place], "tested_on")
  if not test or not test.result then
    return unknown { ja = "復元試験の結果がない", en = "there is no result of a restore test" }
  end
  if parameters.good_results[test.result] then
    return pass({ ja = "結果は「%s」", en = "the result is \"%s\"" }, test.result)
  end
  -- The guideline accepts what cannot be restored if it is plain what was lost.
  if not blanks.is_blank(test.lost_range) then
    return pass({
      ja = "結果は「%s」だが、損なわれた範囲が記録されている",
      en = "the result is \"%s\", but what was lost is on record",
    }, test.result)
  end
  return fail({
    ja = "結果が「%s」で、損なわれた範囲の記入がない。範囲が分かること",
    en = "the result is \"%s\" and nothing says what was lost; that must be plain",
  }, test.result)
end

local function has_ended(job, context)
  return job.ended_on and job.ended_on <= context.today
end

local function ended(job, context)
  if has_ended(job, context) then
    return notapplicable({ ja = "%s に廃止した", en = "ended on %s" }, job.ended_on)
  end
end

function backups.judge_schedule(job, _, context)
  local run = latest(context.runs[job.job], "ran_at")
  local name = { ja = "最後のバックアップ", en = "the last backup" }
  return ended(job, context)
    or tenken.judge_age(run and run.ran_at, job.interval_days, context.today, name)
end

local function judge_verification(run, parameters)
  if not run or not run.verification then
    return unknown { ja = "検証の記録がない", en = "there is no record of a verification" }
  end
  if parameters.good_results[run.verification] then
    return pass({ ja = "%s の検証は「%s」", en = "verification of %s: \"%s\"" }, run.ran_at, run.verification)
  end
  return fail({
    ja = "%s の検証が「%s」。壊れていないことを確かめられること",
    en = "verification of %s: \"%s\"; it must show that nothing is damaged",
  }, run.ran_at, run.verification)
end

function backups.judge_verification(job, parameters, context)
  return ended(job, context) or judge_verification(latest(context.runs[job.job], "ran_at"), parameters)
end

return backups
