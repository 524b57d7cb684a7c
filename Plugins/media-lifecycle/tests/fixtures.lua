-- Whole files as a hospital keeps them: in the folder passing nothing is wrong, in the folder failing every check finds
-- something.
local today = "2026-11-20"

local function passing(check, expect)
  return { "passing", check = check, today = today, data = "fixtures/passing", outcome = "pass", expect = expect }
end

local function failing(check, expect)
  return { "failing", check = check, today = today, data = "fixtures/failing", outcome = "fail", expect = expect }
end

return {
  passing("term", {
    { outcome = "pass", subject = "LTO-001", line = 2 }, { outcome = "pass", subject = "ＬＴＯ－００２", line = 3 },
    { outcome = "pass" }, { outcome = "pass" }, { outcome = "notapplicable", subject = "LTO-000", line = 6 },
  }),
  failing("term", { { outcome = "fail", line = 3 }, { outcome = "fail", line = 4 }, { outcome = "pass", line = 5 } }),
  passing("monthly-check"),
  failing("monthly-check", { { outcome = "fail", line = 3 }, { outcome = "fail", line = 4 }, { outcome = "pass" } }),
  passing("check-result"),
  failing("check-result", { { outcome = "fail", line = 3 }, { outcome = "unknown", line = 4 }, { outcome = "pass" } }),
  passing("copied-in-time"),
  failing("copied-in-time", { { outcome = "fail", line = 3 }, { outcome = "fail", line = 4 }, { outcome = "pass" } }),
  passing("located"),
  failing("located", { { outcome = "fail", line = 3 }, { outcome = "fail", line = 4 }, { outcome = "pass" } }),
  passing("handling-log"),
  failing("handling-log", {
    { outcome = "fail", line = 2, message = "承認者、承認日" }, { outcome = "fail", line = 3, message = "2026-11-04" },
  }),
  passing("handling-training", { { outcome = "pass", line = 2 } }),
  failing("handling-training", { { outcome = "fail", line = 2, message = "2024-05-20" } }),
  passing("storage-places"),
  failing("storage-places", { { outcome = "fail", line = 2, message = "リスク、バックアップ方法" }, { outcome = "pass" } }),
  passing("restore-tested"),
  failing("restore-tested", { { outcome = "fail", line = 2, message = "2025-06-14" }, { outcome = "pass" } }),
  passing("restore-result", { { outcome = "pass" }, { outcome = "pass", message = "一部失敗" } }),
  failing("restore-result", { { outcome = "pass" }, { outcome = "fail", line = 3 } }),
  passing("backup-schedule", {
    { outcome = "pass" }, { outcome = "pass" }, { outcome = "notapplicable", subject = "old-job" },
  }),
  failing("backup-schedule", { { outcome = "fail", line = 2, message = "2026-11-17" }, { outcome = "pass" } }),
  passing("backup-verified"),
  failing("backup-verified", { { outcome = "pass" }, { outcome = "fail", line = 3, message = "不一致" } }),
  passing("usb-registered"),
  failing("usb-registered", { { outcome = "fail", subject = "ZZ99", line = 2 } }),
  passing("readable", { { outcome = "pass", subject = "lto-8" }, { outcome = "pass", subject = "usbメモリ" } }),
  failing("readable", { { outcome = "fail", subject = "bd-r" }, { outcome = "fail", subject = "lto-8" } }),
  passing("disposal-recorded"),
  failing("disposal-recorded", { { outcome = "fail", line = 2, message = "実施者の資格" } }),
  passing("disposal-method"),
  failing("disposal-method", { { outcome = "fail", line = 2, message = "フォーマット" } }),
  passing("disposal-verified"),
  failing("disposal-verified", { { outcome = "fail", line = 2 } }),
  passing("disposal-certified", { { outcome = "pass" }, { outcome = "notapplicable", line = 3 } }),
  failing("disposal-certified", { { outcome = "fail", line = 2 } }),
}
