-- Documents as evidence: found in the document ledger by words, approved, and not overdue for review.
local tenken = require "tenken"
local pass, fail = tenken.pass, tenken.fail

local documents = {}

-- Titles arrive as keywords (NFKC, lower case); the words of the settings are written as people write them.
local function names_any(document, words)
  local text = document.title .. " " .. (document.references or "")
  for _, word in ipairs(words) do
    if text:find(word:lower(), 1, true) then return true end
  end
end

local function judge_one(document, today)
  if not document.approver then
    return fail { ja = "承認者の記入がない", en = "no approver is named" }
  end
  if not document.approved_on or document.approved_on > today then
    return fail({
      ja = "承認日が %s。今日 (%s) までに承認されていること",
      en = "approved on %s; it must be approved by today (%s)",
    }, document.approved_on, today)
  end
  if not document.next_review_on or document.next_review_on < today then
    return fail({
      ja = "次回見直し日が %s。今日 (%s) 以後であること",
      en = "next review on %s; it must not lie before today (%s)",
    }, document.next_review_on, today)
  end
  return pass({
    ja = "%s に承認、次回見直しは %s",
    en = "approved on %s, next review on %s",
  }, document.approved_on, document.next_review_on):due(document.next_review_on)
end

-- Outcomes for the documents in force that carry one of the words; a fail if there is none.
function documents.judge(ledger, words, today)
  local outcomes = {}
  for _, document in ipairs(ledger) do
    local withdrawn = document.withdrawn_on and document.withdrawn_on <= today
    if not withdrawn and names_any(document, words) then
      table.insert(outcomes, judge_one(document, today):at(document))
    end
  end
  if #outcomes > 0 then return outcomes end
  return fail({
    ja = "文書台帳に「%s」の文書がない。文書名か参照文書にあること",
    en = "the document ledger has no document with \"%s\" in its title or references",
  }, table.concat(words, "」「"))
end

return documents
