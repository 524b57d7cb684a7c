local today = "2026-11-20"

local function case(check, title, changes, outcome, message, parameters)
  local cells = {
    number = "HDD-004", disposed_on = "2026/8/21", method = "磁気破壊後に破砕", performer = "見本 太郎",
    qualification = "廃棄講習 修了", verifier = "見本 花子", contractor = "みなと機密処理(株)", certificate = "MK-0815",
    confirmed_on = "2026/9/1",
  }
  for column, text in pairs(changes) do cells[column] = text end
  return {
    title, check = check, today = today, parameters = parameters, rows = { disposals = { cells } },
    expect = { { outcome = outcome, subject = "HDD-004", message = message } },
  }
end

local recorded, method = "disposal-recorded", "disposal-method"
local verified, certified = "disposal-verified", "disposal-certified"

local cases = {
  case(recorded, "a full record passes", {}, "pass", "2026-08-21"),
  case(recorded, "the method is needed", { method = "" }, "fail", "記入がない: 廃棄方法。"),
  case(recorded, "the performer is needed", { performer = "" }, "fail", "記入がない: 実施者。"),
  case(recorded, "the qualification is needed", { qualification = "なし" }, "fail", "記入がない: 実施者の資格。"),
  case(recorded, "the verifier is needed", { verifier = "" }, "fail", "記入がない: 確認者。"),
  case(recorded, "today's disposal must be recorded",
    { method = "", disposed_on = "2026/11/20" }, "fail", "廃棄方法"),
  case(recorded, "tomorrow's need not be yet",
    { method = "", disposed_on = "2026/11/21" }, "notapplicable", "2026-11-21"),

  case(method, "formatting leaves data", { method = "フォーマット" }, "fail", "「フォーマット」。読み出せなくなる方法 (破砕、破壊、"),
  case(method, "a blank is unknown", { method = "" }, "unknown", "廃棄方法の記入がない"),
  case(method, "a site may accept other methods", { method = "SECURE-ERASE" }, "pass", "secure-erase",
    { disposal_words = { "Secure-Erase" } }),
  case(method, "tomorrow's is not asked for",
    { method = "", disposed_on = "2026/11/21" }, "notapplicable", "2026-11-21"),

  case(verified, "another person passes", {}, "pass", "別の人が確認"),
  case(verified, "the same person fails", { verifier = "見本 太郎" }, "fail", "実施者と確認者が同じ"),
  case(verified, "no verifier is unknown", { verifier = "" }, "unknown", "別の人が確認したか分からない"),
  case(verified, "no performer is unknown", { performer = "" }, "unknown", "別の人が確認したか分からない"),
  case(verified, "tomorrow's is not asked for", { verifier = "", disposed_on = "2026/11/21" },
    "notapplicable", "2026-11-21"),

  case(certified, "a confirmed certificate passes", {}, "pass", "MK-0815 を 2026-09-01"),
  case(certified, "no certificate fails", { certificate = "" }, "fail", "証明書番号の記入がない"),
  case(certified, "a certificate yet to come fails", { certificate = "未定" }, "fail", "証明書番号の記入がない"),
  case(certified, "one that nobody confirmed fails", { confirmed_on = "" }, "fail", "MK-0815 を確認した日"),
  case(certified, "confirmed on the day of disposal passes", { confirmed_on = "2026/8/21" }, "pass", "2026-08-21"),
  case(certified, "confirmed before it fails", { confirmed_on = "2026/8/20" }, "fail", "2026-08-20"),
  case(certified, "without a contractor none is asked for", { contractor = "", certificate = "" },
    "notapplicable", "委託していない"),
  case(certified, "nor with \"none\" as the contractor", { contractor = "なし", certificate = "" },
    "notapplicable", "委託していない"),
  case(certified, "tomorrow's is not asked for", { certificate = "", disposed_on = "2026/11/21" },
    "notapplicable", "2026-11-21"),
}

for _, accepted in ipairs { "破砕", "物理破壊", "溶解", "焼却", "消磁", "上書き消去 3回", "暗号化消去" } do
  table.insert(cases, case(method, accepted, { method = accepted }, "pass", accepted))
end
for _, nothing in ipairs { "なし", "無し", "無", "不明", "未定", "未記入", "×", "N/A", "－" } do
  table.insert(cases, case(recorded, nothing, { qualification = nothing }, "fail", "実施者の資格"))
end
return cases
