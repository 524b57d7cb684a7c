local today = "2026-11-20"

local function document(changes)
  local cells = {
    title = "電波を発する機器の利用規程", references = "Ｗｉ－Ｆｉ提供者向けセキュリティ対策の手引き",
    approver = "見本 太郎", approved_on = "令和8年4月1日", next_review_on = "R9.3.31",
  }
  for column, text in pairs(changes) do cells[column] = text end
  return cells
end

local function case(check, title, ledger, expect, parameters)
  return {
    title, check = check, today = today, parameters = parameters,
    rows = { documents = ledger }, expect = expect,
  }
end

local other = document { title = "就業規則", references = "" }
local rule, guidance = "radio-device-rule", "ministry-guidance"

return {
  case(rule, "an approved document passes", { other, document {} },
    { { outcome = "pass", subject = "電波を発する機器の利用規程", message = "2026-04-01" } }),
  case(rule, "no such document fails", { other }, { { outcome = "fail", message = "「電波」" } }),
  case(rule, "the word may stand in the references", { document { title = "院内規程", references = "電波の手引き" } },
    { { outcome = "pass" } }),
  case(rule, "an approver is needed", { document { approver = "" } }, { { outcome = "fail", message = "承認者" } }),
  case(rule, "a day of approval is needed", { document { approved_on = "" } },
    { { outcome = "fail", message = "承認日が -" } }),
  case(rule, "approved today passes", { document { approved_on = "2026/11/20" } }, { { outcome = "pass" } }),
  case(rule, "approved tomorrow fails", { document { approved_on = "2026/11/21" } },
    { { outcome = "fail", message = "2026-11-21" } }),
  case(rule, "a day of review is needed", { document { next_review_on = "" } },
    { { outcome = "fail", message = "次回見直し日が -" } }),
  case(rule, "review due today passes", { document { next_review_on = "2026/11/20" } }, { { outcome = "pass" } }),
  case(rule, "review due yesterday fails", { document { next_review_on = "2026/11/19" } },
    { { outcome = "fail", message = "2026-11-19" } }),
  case(rule, "a document withdrawn today is passed over",
    { document { approver = "", withdrawn_on = "2026/11/20" }, document {} }, { { outcome = "pass" } }),
  case(rule, "so is one withdrawn long ago", { document { withdrawn_on = "H30.3.31" } }, { { outcome = "fail" } }),
  case(rule, "a document to be withdrawn tomorrow is not",
    { document { approver = "", withdrawn_on = "2026/11/21" } }, { { outcome = "fail", message = "承認者" } }),
  case(rule, "each document that matches is judged", { document {}, document { title = "電波管理", approver = "" } },
    { { outcome = "pass" }, { outcome = "fail", subject = "電波管理" } }),
  case(rule, "a site may name other words", { document { title = "rfid機器規程" } }, { { outcome = "pass" } },
    { radio_rule_words = { "無線機器", "RFID" } }),
  case(rule, "with several words none found names them all", { other },
    { { outcome = "fail", message = "「無線機器」「RFID」" } }, { radio_rule_words = { "無線機器", "RFID" } }),

  case(guidance, "a rule that refers to the guidance passes", { other, document { title = "無線LAN運用規程" } },
    { { outcome = "pass", subject = "無線LAN運用規程" } }),
  case(guidance, "the older guidance will do",
    { document { references = "総務省「企業等が安心して無線LANを導入・運用するために」" } }, { { outcome = "pass" } }),
  case(guidance, "and so will that for users", { document { references = "Wi-Fi利用者向け簡易マニュアル" } },
    { { outcome = "pass" } }),
  case(guidance, "a rule without a reference does not", { document { title = "無線LAN運用規程", references = "" } },
    { { outcome = "fail", message = "Wi-Fi提供者向け" } }),
}
