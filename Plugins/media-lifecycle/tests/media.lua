-- One medium a case: a believable one with the named cells changed; "" blanks a cell.
local today = "2026-11-20"

local function medium(changes)
  local cells = {
    number = "LTO-001", type = "LTO-8", serial = "AA00000001", started_on = "R6.4.1", planned_end_on = "R11.3.31",
    checked_on = "2026/11/5", check_result = "良", location = "耐火金庫", seen_on = "2026/9/30",
  }
  for column, text in pairs(changes) do cells[column] = text end
  return cells
end

local function case(check, title, changes, outcome, message, parameters)
  return {
    title, check = check, today = today, parameters = parameters, rows = { media = { medium(changes) } },
    expect = { { outcome = outcome, subject = "LTO-001", message = message } },
  }
end

-- Beside the medium stand one that can take its copy, one that has been disposed of, and one that will be tomorrow.
local function copied(title, changes, outcome, message, parameters)
  local rows = {
    medium(changes),
    medium { number = "ＬＴＯ－００２" },
    medium { number = "LTO-003", disposed_on = "2026/11/20" },
    medium { number = "LTO-004", disposed_on = "2026/11/21" },
  }
  return {
    title, check = "copied-in-time", today = today, parameters = parameters, rows = { media = rows },
    expect = {
      { outcome = outcome, subject = "LTO-001", message = message },
      { outcome = "pass" }, { outcome = "notapplicable" }, { outcome = "pass" },
    },
  }
end

return {
  case("term", "a term passes", {}, "pass", "2024-04-01 から 2029-03-31"),
  case("term", "no start fails", { started_on = "" }, "fail", "使用開始日が -"),
  case("term", "no end fails", { planned_end_on = "" }, "fail", "使用終了予定日が -"),
  case("term", "one day is a term", { planned_end_on = "2024/4/2" }, "pass", "2024-04-02"),
  case("term", "start and end on one day fail", { planned_end_on = "2024/4/1" }, "fail", "前でない"),
  case("term", "disposed of today is not asked for",
    { started_on = "", disposed_on = "2026/11/20" }, "notapplicable", "2026-11-20"),
  case("term", "disposed of tomorrow is", { started_on = "", disposed_on = "2026/11/21" }, "fail", "使用開始日"),

  case("monthly-check", "31 days ago passes", { checked_on = "2026/10/20" }, "pass", "31日前"),
  case("monthly-check", "32 days ago fails", { checked_on = "令和8年10月19日" }, "fail", "32日前)。31日以内"),
  case("monthly-check", "today passes", { checked_on = "2026/11/20" }, "pass", "0日前"),
  case("monthly-check", "tomorrow is unknown", { checked_on = "2026/11/21" }, "unknown", "2026-11-21"),
  case("monthly-check", "never fails", { checked_on = "" }, "fail", "最終点検日の記入がない"),
  case("monthly-check", "a site may ask for more", { checked_on = "2026/11/10" }, "fail", "7日以内",
    { checked_within_days = 7 }),
  case("monthly-check", "disposed of is not asked for",
    { checked_on = "", disposed_on = "R8.3.31" }, "notapplicable", "2026-03-31"),

  case("check-result", "good passes", {}, "pass", "良"),
  case("check-result", "bad fails", { check_result = "不良" }, "fail", "不良"),
  case("check-result", "a blank is unknown", { check_result = "" }, "unknown", "点検結果の記入がない"),
  case("check-result", "a site may have words of its own",
    { check_result = "A" }, "pass", "a", { good_results = { "a" } }),
  case("check-result", "disposed of is not asked for",
    { check_result = "不良", disposed_on = "R8.3.31" }, "notapplicable", "2026-03-31"),

  copied("91 days before its end a medium needs no copy", { planned_end_on = "2027/2/19" }, "pass", "あと91日"),
  copied("90 days before it does", { planned_end_on = "2027/2/18" }, "fail", "2027-02-18 なのに複写先がない"),
  copied("a site may ask for it later", { planned_end_on = "2027/2/18" }, "pass", "あと90日", { copy_before_days = 89 }),
  copied("past its end it does", { planned_end_on = "2026/3/31" }, "fail", "2026-03-31"),
  copied("a copy in the ledger will do", { planned_end_on = "2026/3/31", copied_to = "lto-002" }, "pass", "lto-002"),
  copied("a copy that is not in the ledger will not",
    { planned_end_on = "2026/3/31", copied_to = "LTO-009" }, "fail", "lto-009"),
  copied("nor will the medium itself", { planned_end_on = "2026/3/31", copied_to = "LTO-001" }, "fail", "lto-001"),
  copied("nor one that has been disposed of",
    { planned_end_on = "2026/3/31", copied_to = "LTO-003" }, "fail", "lto-003"),
  copied("one that will be disposed of tomorrow will",
    { planned_end_on = "2026/3/31", copied_to = "LTO-004" }, "pass", "lto-004"),
  copied("no planned end is unknown", { planned_end_on = "" }, "unknown", "使用終了予定日の記入がない"),

  case("located", "184 days ago passes", { seen_on = "2026/5/20" }, "pass", "184日前"),
  case("located", "185 days ago fails", { seen_on = "2026/5/19" }, "fail", "185日前"),
  case("located", "a site may ask for more", { seen_on = "2026/10/1" }, "fail", "31日以内", { seen_within_days = 31 }),
  case("located", "no place fails", { location = "" }, "fail", "保管場所の記入がない"),
  case("located", "an unknown place fails", { location = "不明" }, "fail", "保管場所の記入がない"),
  case("located", "never seen fails", { seen_on = "" }, "fail", "所在確認日の記入がない"),
  case("located", "disposed of is not asked for",
    { location = "", disposed_on = "R8.3.31" }, "notapplicable", "2026-03-31"),
}
