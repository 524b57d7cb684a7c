-- What backup programs say of their runs: for each job the last one must have succeeded, within the job's interval.
local tenken = require "tenken"
local ledgers = require "ledgers"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local tools = {}

-- `list jobs` of bconsole: Bacula's table, and that of Bareos, which has the client too. Numbers have commas in Bacula.
local bacula = {
  id = "bacula",
  name = { ja = "Bacula・Bareos", en = "Bacula and Bareos" },
  source = tenken.source {
    id = "bacula",
    title = { ja = "BaculaかBareosの list jobs", en = "list jobs of Bacula or Bareos" },
    file = "media/backups/bacula*.txt",
    format = "lines",
    optional = true,
    subject = "job",
    pattern = {
      "| {id:digits} | {job} | {client} | {at} | {type} | {level} | {files} | {bytes} | {status} |",
      "| {id:digits},{id2:digits} | {job} | {client} | {at} | {type} | {level} | {files} | {bytes} | {status} |",
      "| {id:digits} | {job} | {at} | {type} | {level} | {files} | {bytes} | {status} |",
      "| {id:digits},{id2:digits} | {job} | {at} | {type} | {level} | {files} | {bytes} | {status} |",
    },
    others = "skip",
    columns = { job = "keyword", at = "datetime?", type = "string", status = "string" },
  },
}

-- The codes of Bacula's job status: T ended normally, W with warnings; R, C and the like have not ended.
local bacula_results = { T = "success", W = "warning", E = "failed", e = "failed", f = "failed", A = "failed" }

function bacula.read(run)
  -- Restores and verifications are no backups.
  if run.type ~= "B" then return nil end
  return { job = run.job, at = run.at, result = bacula_results[run.status] }
end

-- `restic snapshots --json`. A snapshot is there if it succeeded; its job is its first tag, or else its host.
local restic = {
  id = "restic",
  name = { ja = "restic", en = "restic" },
  source = tenken.source {
    id = "restic",
    title = { ja = "restic snapshots --json", en = "restic snapshots --json" },
    file = "media/backups/restic*.json",
    optional = true,
    subject = "id",
    columns = {
      id = { "string", "short_id", "id" },
      at = { "datetime", "time" },
      host = { "keyword?", "hostname" },
      tag = { "keyword?", "tags[0]" },
    },
  },
}

function restic.read(snapshot)
  return { job = snapshot.tag or snapshot.host or "-", at = snapshot.at, result = "success" }
end

-- A list of job sessions, as Veeam's PowerShell exports it:
-- Get-VBRBackupSession | Select-Object JobName, Result, EndTime | Export-Csv …
-- Other programs that list their sessions so are read as well.
local veeam = {
  id = "veeam",
  name = { ja = "Veeam等", en = "Veeam and the like" },
  source = tenken.source {
    id = "veeam",
    title = { ja = "バックアップジョブの実行一覧 (Veeam等)", en = "List of job sessions (Veeam and the like)" },
    file = "media/backups/veeam*.csv",
    optional = true,
    subject = "job",
    columns = {
      job = { "keyword", "JobName", "Job Name", "ジョブ名" },
      at = { "datetime?", "EndTime", "End Time", "終了時刻", "終了日時" },
      result = { "keyword?", "Result", "Status", "結果", "状態" },
    },
  },
}

local veeam_results = {
  success = "success", warning = "warning", failed = "failed", error = "failed",
  ["成功"] = "success", ["警告"] = "warning", ["失敗"] = "failed", ["エラー"] = "failed",
}

function veeam.read(session)
  return { job = session.job, at = session.at, result = veeam_results[session.result] }
end

tools.kinds = { bacula, restic, veeam }

-- The last finished run of each job, and the jobs in the order in which they first turn up.
local function last_runs(records, read)
  local order, last = {}, {}
  for _, record in ipairs(records) do
    local run = read(record)
    if run then
      if not last[run.job] then
        table.insert(order, run.job)
        last[run.job] = { record = record }
      end
      local known = last[run.job]
      -- no test: of two at one moment either will do
      if run.result and run.at and not (known.at and known.at >= run.at) then
        last[run.job] = { record = record, at = run.at, result = run.result }
      end
    end
  end
  return order, last
end

local function judge_run(name, run, job, today)
  if not job then
    return unknown({
      ja = "ジョブ %s がバックアップ一覧になく、間隔が分からない",
      en = "the job %s is not in the list of backup jobs, so its interval is not known",
    }, name)
  end
  if job.ended_on and job.ended_on <= today then
    return notapplicable({ ja = "%s に廃止した", en = "ended on %s" }, job.ended_on)
  end
  if run.result == "failed" then
    return fail({ ja = "%s のバックアップが失敗した", en = "the backup of %s failed" }, run.at)
  end
  if run.result == "warning" and tenken.days_between(run.at, today) <= job.interval_days then
    return unknown({
      ja = "%s のバックアップが警告で終わった。内容を確かめること",
      en = "the backup of %s ended with a warning; see what it was",
    }, run.at)
  end
  return tenken.judge_age(run.at, job.interval_days, today, { ja = "最後のバックアップ", en = "the last backup" })
end

local function judge(records, kind, context)
  local order, last = last_runs(records, kind.read)
  local outcomes, jobs = {}, {}
  for _, job in ipairs(context.jobs) do jobs[job.job] = job end
  for _, name in ipairs(order) do
    local run = last[name]
    table.insert(outcomes, judge_run(name, run, jobs[name], context.today):at(run.record):about(name))
  end
  -- What the program ought to do and has never done.
  for _, job in ipairs(context.jobs) do
    local is_ours = job.tool and job.tool:find(kind.id, 1, true)
    local has_ended = job.ended_on and job.ended_on <= context.today
    if is_ours and not has_ended and not last[job.job] then
      table.insert(outcomes, fail({
        ja = "一覧にはあるが、%s の実行記録にない",
        en = "it is in the list, but %s has no run of it",
      }, kind.id):at(job):about(job.job))
    end
  end
  return outcomes
end

-- The check of one program.
function tools.checks(kind)
  return {
    [kind.id .. "-jobs"] = {
      title = {
        ja = kind.name.ja .. "のジョブごとに、最後のバックアップが予定どおり成功している",
        en = "The last backup of each job of " .. kind.name.en .. " succeeded on schedule",
      },
      requirements = { "mhlw-5:7.3.D.in.1.3" },
      severity = "high",
      every = "1 day",
      remedy = {
        ja = "失敗や停止の原因を除き、すぐに取り直す。一覧にないジョブは、間隔とともにバックアップ一覧に書く。",
        en = "Remove what stopped it and run it again now. Enter jobs that are not listed, with their interval.",
      },
      all = kind.source,
      with = { jobs = ledgers.backup_jobs },
      test = function(records, _, context) return judge(records, kind, context) end,
    },
  }
end

-- rsync --log-file: one line when a run has ended well, another when it has not.
local rsync = tenken.source {
  id = "rsync",
  title = { ja = "rsyncの記録 (--log-file)", en = "Log of rsync (--log-file)" },
  file = "media/backups/rsync*.log",
  format = "lines",
  optional = true,
  pattern = {
    "{day:word} {time:word} [{}] sent {bytes} bytes {}", "{day:word} {time:word} [{}] rsync error: {error}",
    "{day:word} {time:word} [{}] rsync warning: {error}",
  },
  others = "skip",
  columns = { day = "date", time = "string", bytes = "string?", error = "string?" },
}

local function judge_rsync_run(run, days, today)
  local age = tenken.days_between(run.day, today)
  if age < 0 then
    return unknown({ ja = "日付 (%s) が今日 (%s) より後", en = "the date (%s) lies after today (%s)" }, run.day, today)
  end
  if age > days then return nil end
  if run.error then
    return fail({ ja = "%s %s に失敗した: %s", en = "failed on %s %s: %s" }, run.day, run.time, run.error)
  end
  return pass({ ja = "%s %s に %s バイト送った", en = "sent on %s %s: %s bytes" }, run.day, run.time, run.bytes)
end

-- A log does not name its job, so every run of the last days is judged. Older ones have been seen to.
local function judge_rsync(runs, parameters, context)
  local outcomes, has_succeeded = {}, false
  for _, run in ipairs(runs) do
    local outcome = judge_rsync_run(run, parameters.rsync_within_days, context.today)
    if outcome then
      table.insert(outcomes, outcome:at(run))
      has_succeeded = has_succeeded or not run.error
    end
  end
  if not has_succeeded then
    table.insert(outcomes, fail({
      ja = "この%d日に成功した実行がない",
      en = "no run of the last %d day(s) succeeded",
    }, parameters.rsync_within_days))
  end
  return outcomes
end

tools.rsync_checks = {
  ["rsync-runs"] = {
    title = { ja = "rsyncが最近の実行で失敗していない", en = "The last runs of rsync succeeded" },
    requirements = { "mhlw-5:7.3.D.in.1.3" },
    severity = "high",
    every = "1 day",
    remedy = {
      ja = "記録にある失敗の原因を除き、すぐに取り直す。",
      en = "Remove the cause that the log names and run it again now.",
    },
    all = rsync,
    test = judge_rsync,
  },
}

return tools
