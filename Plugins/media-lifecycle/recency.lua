-- Whether something that must happen again and again happened recently enough.
local tenken = require "tenken"
local pass, fail, unknown = tenken.pass, tenken.fail, tenken.unknown

local recency = {}

-- `name` names the date in both languages. A date in the future is a slip of the pen, never evidence.
function recency.judge(date, days, today, name)
  if not date then
    return fail({
      ja = name.ja .. "の記入がない。%d日以内の日付があること",
      en = name.en .. " is not filled in; there must be one within %d day(s)",
    }, days)
  end
  local age = tenken.days_between(date, today)
  if age < 0 then
    return unknown({
      ja = name.ja .. " (%s) が今日 (%s) より後になっている",
      en = name.en .. " (%s) lies after today (%s)",
    }, date, today)
  end
  if age > days then
    return fail({
      ja = name.ja .. "が %s (%d日前)。%d日以内であること",
      en = name.en .. " is %s (%d day(s) ago); it must be within %d day(s)",
    }, date, age, days)
  end
  return pass({ ja = name.ja .. "は %s (%d日前)", en = name.en .. " is %s (%d day(s) ago)" }, date, age)
end

return recency
