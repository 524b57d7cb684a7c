-- The handling of media: what was done by whom with whose approval, and who was trained.
local tenken = require "tenken"
local blanks = require "blanks"
local pass, fail = tenken.pass, tenken.fail

local handling = {}

local required = {
  { "action", ja = "作業内容", en = "what was done" },
  { "person", ja = "作業者", en = "by whom" },
  { "approver", ja = "承認者", en = "the approver" },
  { "approved_on", ja = "承認日", en = "the day of approval" },
}

function handling.judge_movement(movement)
  local blank = blanks.judge(movement, required)
  if blank then return blank end
  if movement.approved_on > movement.moved_on then
    return fail({
      ja = "承認 (%s) が取扱い (%s) より後。先に承認を受けること",
      en = "approval (%s) came after the handling (%s); it must come before",
    }, movement.approved_on, movement.moved_on)
  end
  if movement.returned_on and movement.returned_on < movement.moved_on then
    return fail({
      ja = "返却日 (%s) が取扱日 (%s) より前になっている",
      en = "the return (%s) lies before the handling (%s)",
    }, movement.returned_on, movement.moved_on)
  end
  return pass({
    ja = "%s に承認、%s に取扱い",
    en = "approved on %s, handled on %s",
  }, movement.approved_on, movement.moved_on)
end

local function is_about(session, words)
  for _, word in ipairs(words) do
    if session.topic:find(word:lower(), 1, true) then return true end
  end
end

-- The last session that has been held; what is planned trains nobody yet.
function handling.judge_training(sessions, parameters, context)
  local last = nil
  for _, session in ipairs(sessions) do
    local held = session.held_on <= context.today and is_about(session, parameters.training_words)
    -- no test: of two on one day either will do
    if held and (not last or session.held_on > last.held_on) then last = session end
  end
  local name = { ja = "媒体の取扱いの研修日", en = "the training on handling media" }
  local outcome = tenken.judge_age(last and last.held_on, parameters.trained_within_days, context.today, name)
  return last and outcome:at(last) or outcome
end

return handling
