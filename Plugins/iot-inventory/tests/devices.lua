-- One device a case: a believable one with the named cells changed; "" blanks a cell.
local today = "2026-11-20"

local function case(check, title, changes, outcome, message, parameters)
  local cells = {
    number = "IOT-1", patient_data = "有", risk_analysed_on = "R8.4.1", handling_rule = "IoT機器規程",
    lent = "有", borrower = "見本 花子", lent_on = "2026/5/12", consent_on = "2026/5/10", contact = "内線2210",
    support_ends_on = "R11.3.31",
  }
  for column, text in pairs(changes) do cells[column] = text end
  return {
    title, check = check, today = today, parameters = parameters, rows = { devices = { cells } },
    expect = { { outcome = outcome, subject = "IOT-1", message = message } },
  }
end

local cases = {
  case("risk-analysis", "365 days ago passes", { risk_analysed_on = "2025/11/20" }, "pass", "365日前"),
  case("risk-analysis", "366 days ago fails", { risk_analysed_on = "令和7年11月19日" }, "fail", "366日前"),
  case("risk-analysis", "a site may ask for more", { risk_analysed_on = "2026/10/20" }, "fail", "30日以内",
    { risk_analysis_within_days = 30 }),
  case("risk-analysis", "no date fails", { risk_analysed_on = "" }, "fail", "リスク分析日の記入がない"),
  case("risk-analysis", "today passes", { risk_analysed_on = "2026/11/20" }, "pass", "0日前"),
  case("risk-analysis", "tomorrow is unknown", { risk_analysed_on = "2026/11/21" }, "unknown", "今日 (2026-11-20) より後"),
  case("risk-analysis", "without patient data it is not asked for",
    { risk_analysed_on = "", patient_data = "無" }, "notapplicable", "患者情報を扱わない"),
  case("risk-analysis", "a blank counts as handling patient data",
    { risk_analysed_on = "", patient_data = "" }, "fail", "リスク分析日"),
  case("risk-analysis", "out of use for good since today is not asked for",
    { risk_analysed_on = "", retired_on = "2026/11/20" }, "notapplicable", "2026-11-20"),
  case("risk-analysis", "out of use for a fault is not asked for",
    { risk_analysed_on = "", suspended_on = "2026/11/1" }, "notapplicable", "2026-11-01"),
  case("risk-analysis", "in use until tomorrow is",
    { risk_analysed_on = "", retired_on = "2026/11/21" }, "fail", "リスク分析日"),

  case("handling-rule", "a named rule passes", {}, "pass", "IoT機器規程"),
  case("handling-rule", "none fails", { handling_rule = "" }, "fail", "運用管理規程の記入がない"),
  case("handling-rule", "without patient data it is not asked for",
    { handling_rule = "", patient_data = "×" }, "notapplicable", "患者情報を扱わない"),

  case("lent-consent", "consent before lending passes", {}, "pass", "2026-05-10"),
  case("lent-consent", "no consent fails", { consent_on = "" }, "fail", "同意取得日の記入がない"),
  case("lent-consent", "consent on the day of lending passes", { consent_on = "2026/5/12" }, "pass", "2026-05-12"),
  case("lent-consent", "consent the day after fails", { consent_on = "2026/5/13" }, "fail", "貸出 (2026-05-12) より後"),
  case("lent-consent", "without a day of lending consent is enough", { lent_on = "" }, "pass", "貸出は -"),
  case("lent-consent", "consent today passes", { consent_on = "2026/11/20", lent_on = "" }, "pass", "2026-11-20"),
  case("lent-consent", "consent tomorrow is unknown",
    { consent_on = "2026/11/21", lent_on = "" }, "unknown", "2026-11-21"),
  case("lent-consent", "what is not lent needs none", { lent = "無", consent_on = "" }, "notapplicable", "貸し出していない"),
  case("lent-consent", "a blank is not lent", { lent = "", consent_on = "" }, "notapplicable", "貸し出していない"),
  case("lent-consent", "out of use is not asked for",
    { consent_on = "", retired_on = "R8.3.31" }, "notapplicable", "2026-03-31"),

  case("lent-contact", "a contact passes", {}, "pass", "問い合わせ先"),
  case("lent-contact", "none fails", { contact = "" }, "fail", "問い合わせ先の記入がない"),
  case("lent-contact", "\"unknown\" is none", { contact = "不明" }, "fail", "問い合わせ先の記入がない"),
  case("lent-contact", "what is not lent needs none", { lent = "無", contact = "" }, "notapplicable", "貸し出していない"),

  case("supported", "support to the day passes", { support_ends_on = "2026/11/20" }, "pass", "2026-11-20"),
  case("supported", "support that ended yesterday fails", { support_ends_on = "2026/11/19" }, "fail", "2026-11-19"),
  case("supported", "a blank is unknown", { support_ends_on = "" }, "unknown", "サポート終了日"),
  case("supported", "out of use is not asked for",
    { support_ends_on = "2020/3/31", retired_on = "R8.3.31" }, "notapplicable", "2026-03-31"),
}

for _, nothing in ipairs { "なし", "無し", "無", "不明", "未定", "未記入", "×", "N/A", "－" } do
  table.insert(cases, case("handling-rule", nothing, { handling_rule = nothing }, "fail", "運用管理規程の記入がない"))
end
return cases
