local today = "2026-11-20"
local good = { number = "RD-1", media_type = "ＬＴＯ－８", works = "○", checked_on = "2026/10/1" }

local function reader(changes)
  local cells = {}
  for column, text in pairs(good) do cells[column] = changes[column] or text end
  return cells
end

local function case(title, media, readers, expect, parameters)
  return {
    title, check = "readable", today = today, parameters = parameters,
    rows = { media = media, readers = readers }, expect = expect,
  }
end

local tape = { number = "LTO-001", type = "LTO-8" }
local disc = { number = "BD-001", type = "BD-R" }

return {
  case("a working reader that was tried will do", { tape, tape }, { good },
    { { outcome = "pass", subject = "lto-8", message = "2026-10-01" } }),
  case("each type needs one, in the order of their names", { tape, disc }, { good },
    { { outcome = "fail", subject = "bd-r", message = "動作する読取装置がない" }, { outcome = "pass", subject = "lto-8" } }),
  case("one that does not work will not do", { tape }, { reader { works = "×" } },
    { { outcome = "fail", message = "動作する読取装置がない" } }),
  case("one of which nobody says whether it works will not do", { tape }, { reader { works = "" } },
    { { outcome = "fail", message = "動作する読取装置がない" } }),
  case("one that was never tried will not do", { tape }, { reader { checked_on = "" } },
    { { outcome = "fail", message = "動作確認日の記入がない" } }),
  case("tried 365 days ago will do", { tape }, { reader { checked_on = "2025/11/20" } }, { { outcome = "pass" } }),
  case("tried 366 days ago will not", { tape }, { reader { checked_on = "2025/11/19" } },
    { { outcome = "fail", message = "366日前" } }),
  case("a site may ask for more", { tape }, { good }, { { outcome = "fail", message = "30日以内" } },
    { reader_checked_within_days = 30 }),
  case("of several the one tried last counts", { tape },
    {
      reader { checked_on = "" }, reader { checked_on = "2020/4/1" }, good, reader { checked_on = "" },
      reader { checked_on = "2019/4/1" },
    },
    { { outcome = "pass", message = "2026-10-01" } }),
  case("a medium without a type is unknown", { { number = "X-1", type = "" }, tape }, { good },
    { { outcome = "unknown", subject = "X-1", message = "種別の記入がない" }, { outcome = "pass", subject = "lto-8" } }),
  case("what has been disposed of needs none",
    { tape, { number = "BD-001", type = "BD-R", disposed_on = "2026/11/20" } }, { good },
    { { outcome = "pass", subject = "lto-8" } }),
  case("where everything has been, the check does not apply",
    { { number = "BD-001", type = "BD-R", disposed_on = "R8.3.31" } }, { good },
    { { outcome = "notapplicable", message = "使用中の媒体がない" } }),
  { "without the register nothing is checked", check = "readable", today = today,
    rows = { media = { tape } }, outcome = "notchecked" },
}
