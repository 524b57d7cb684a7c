local today = "2026-11-20"

local function movement(title, changes, outcome, message)
  local cells = {
    number = "LTO-001", moved_on = "2026/11/2", action = "遠隔地へ搬送", person = "見本 太郎",
    approver = "見本 花子", approved_on = "2026/10/30", returned_on = "2026/11/9",
  }
  for column, text in pairs(changes) do cells[column] = text end
  return {
    title, check = "handling-log", today = today, rows = { movements = { cells } },
    expect = { { outcome = outcome, subject = "LTO-001", message = message } },
  }
end

local function training(title, sessions, outcome, message, parameters)
  return {
    title, check = "handling-training", today = today, parameters = parameters, rows = { training = sessions },
    expect = { { outcome = outcome, message = message } },
  }
end

local function session(held_on, topic) return { held_on = held_on, topic = topic or "記録媒体の取扱い" } end

return {
  movement("a full record passes", {}, "pass", "2026-10-30 に承認"),
  movement("the work is needed", { action = "" }, "fail", "記入がない: 作業内容"),
  movement("the person is needed", { person = "" }, "fail", "記入がない: 作業者"),
  movement("the approver is needed", { approver = "" }, "fail", "記入がない: 承認者"),
  movement("the day of approval is needed", { approved_on = "" }, "fail", "記入がない: 承認日"),
  movement("all that is missing is named", { action = "不明", approved_on = "" }, "fail", "作業内容、承認日"),
  movement("approval on the same day passes", { approved_on = "2026/11/2" }, "pass", "2026-11-02"),
  movement("approval afterwards fails", { approved_on = "2026/11/3" }, "fail", "承認 (2026-11-03)"),
  movement("what is not back yet passes", { returned_on = "" }, "pass", "2026-11-02"),
  movement("back on the same day passes", { returned_on = "2026/11/2" }, "pass", "2026-11-02"),
  movement("back before it left fails", { returned_on = "2026/11/1" }, "fail", "返却日 (2026-11-01)"),

  training("365 days ago passes", { session "2025/11/20" }, "pass", "365日前"),
  training("366 days ago fails", { session "2025/11/19" }, "fail", "366日前"),
  training("a site may ask for more", { session "2026/5/20" }, "fail", "100日以内", { trained_within_days = 100 }),
  training("the last session counts", { session "2020/4/1", session "2026/5/20", session "2019/4/1" },
    "pass", "2026-05-20"),
  training("today's session counts", { session "2026/11/20" }, "pass", "0日前"),
  training("a planned one does not", { session "2026/11/21", session "2026/5/20" }, "pass", "2026-05-20"),
  training("another topic does not", { session("2026/5/20", "手指衛生") }, "fail", "研修日の記入がない"),
  training("a site may use other words", { session("2026/5/20", "USB-HDDの安全") }, "pass", "2026-05-20",
    { training_words = { "テープ", "USB-HDD" } }),
}
