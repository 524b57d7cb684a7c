-- Media in use: their term, monthly check, copy, whereabouts, readers and use.
local tenken = require "tenken"
local blanks = require "blanks"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local media = {}

local function is_disposed(medium, context)
  return medium.disposed_on ~= nil and medium.disposed_on <= context.today
end

local function disposed(medium, context)
  if is_disposed(medium, context) then
    return notapplicable({ ja = "%s に廃棄した", en = "disposed of on %s" }, medium.disposed_on)
  end
end

local function judge_term(medium)
  if not medium.started_on or not medium.planned_end_on then
    return fail({
      ja = "使用開始日が %s、使用終了予定日が %s。両方が記入されていること",
      en = "start of use %s, planned end %s; both must be filled in",
    }, medium.started_on, medium.planned_end_on)
  end
  if medium.started_on >= medium.planned_end_on then
    return fail({
      ja = "使用開始日 (%s) が使用終了予定日 (%s) より前でない",
      en = "the start of use (%s) is not before the planned end (%s)",
    }, medium.started_on, medium.planned_end_on)
  end
  return pass({ ja = "%s から %s まで", en = "from %s to %s" }, medium.started_on, medium.planned_end_on)
    :due(medium.planned_end_on)
end

function media.judge_term(medium, _, context)
  return disposed(medium, context) or judge_term(medium)
end

function media.judge_monthly_check(medium, parameters, context)
  local name = { ja = "最終点検日", en = "the last check" }
  return disposed(medium, context)
    or tenken.judge_age(medium.checked_on, parameters.checked_within_days, context.today, name)
end

local function judge_check_result(medium, parameters)
  if not medium.check_result then
    return unknown { ja = "点検結果の記入がない", en = "the result of the check is not filled in" }
  end
  if parameters.good_results[medium.check_result] then
    return pass({ ja = "点検結果は「%s」", en = "the check found \"%s\"" }, medium.check_result)
  end
  return fail({
    ja = "点検結果が「%s」。「良」であること",
    en = "the check found \"%s\"; it must be good",
  }, medium.check_result)
end

function media.judge_check_result(medium, parameters, context)
  return disposed(medium, context) or judge_check_result(medium, parameters)
end

-- The medium's copy must be another one of the ledger that has not itself been disposed of.
local function find_copy(medium, context)
  for _, other in ipairs(context.media[medium.copied_to] or {}) do
    if other.number ~= medium.number and not is_disposed(other, context) then return other end
  end
end

local function judge_copy(medium, parameters, context)
  if not medium.planned_end_on then
    return unknown { ja = "使用終了予定日の記入がない", en = "the planned end of use is not filled in" }
  end
  local days_left = tenken.days_between(context.today, medium.planned_end_on)
  if days_left > parameters.copy_before_days then
    return pass({
      ja = "使用終了予定日は %s (あと%d日)",
      en = "the planned end is %s (%d day(s) left)",
    }, medium.planned_end_on, days_left)
  end
  if not medium.copied_to then
    return fail({
      ja = "使用終了予定日が %s なのに複写先がない。%d日前までに複写すること",
      en = "the planned end is %s but there is no copy; it must be made %d day(s) before",
    }, medium.planned_end_on, parameters.copy_before_days)
  end
  if not find_copy(medium, context) then
    return fail({
      ja = "複写先 %s が使用中の媒体として台帳にない",
      en = "the copy %s is not in the ledger as another medium in use",
    }, medium.copied_to)
  end
  return pass({ ja = "%s に複写した", en = "copied to %s" }, medium.copied_to)
end

function media.judge_copy(medium, parameters, context)
  return disposed(medium, context) or judge_copy(medium, parameters, context)
end

local function judge_whereabouts(medium, parameters, context)
  if blanks.is_blank(medium.location) then
    return fail { ja = "保管場所の記入がない", en = "the place where it is kept is not filled in" }
  end
  local name = { ja = "所在確認日", en = "the day on which it was last seen" }
  return tenken.judge_age(medium.seen_on, parameters.seen_within_days, context.today, name)
end

function media.judge_whereabouts(medium, parameters, context)
  return disposed(medium, context) or judge_whereabouts(medium, parameters, context)
end

function media.judge_connection(connection, _, context)
  if context.media[connection.serial] then
    return pass({ ja = "媒体台帳にある (%s)", en = "in the media ledger (%s)" }, connection.computer)
  end
  return fail({
    ja = "媒体台帳にないUSB機器が %s に %s につながれた。登録した媒体だけを使うこと",
    en = "a USB device that is not in the media ledger was connected at %s to %s; only registered media may be used",
  }, connection.connected_at, connection.computer)
end

-- The working reader that was tried last.
local function last_tried(readers)
  local last = nil
  for _, reader in ipairs(readers) do
    -- no test: of two that were tried on one day either will do
    if reader.works and (not last or (reader.checked_on or "") > (last.checked_on or "")) then last = reader end
  end
  return last
end

local function judge_kind(readers, parameters, context)
  local reader = last_tried(readers)
  if not reader then
    return fail { ja = "動作する読取装置がない", en = "there is no working reader" }
  end
  local name = { ja = "読取装置の動作確認日", en = "the day on which the reader was tried" }
  return tenken.judge_age(reader.checked_on, parameters.reader_checked_within_days, context.today, name)
end

function media.judge_readability(ledger, parameters, context)
  local outcomes, kinds = {}, {}
  for _, medium in ipairs(ledger) do
    if not is_disposed(medium, context) then
      if medium.type then
        kinds[medium.type] = true
      else
        table.insert(outcomes, unknown({ ja = "種別の記入がない", en = "the type is not filled in" }):at(medium))
      end
    end
  end
  for kind in tenken.sorted_pairs(kinds) do
    local outcome = judge_kind(context.readers[kind] or {}, parameters, context)
    table.insert(outcomes, outcome:about(kind))
  end
  if #outcomes > 0 then return outcomes end
  return notapplicable { ja = "使用中の媒体がない", en = "no medium is in use" }
end

return media
