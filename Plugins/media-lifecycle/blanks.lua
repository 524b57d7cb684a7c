-- Cells that say nothing.
local tenken = require "tenken"

local blanks = {}

-- What people write rather than leave a cell blank; a dash is blank already.
local nothing = tenken.set { "なし", "無し", "無", "不明", "未定", "未記入", "×", "N/A" }

function blanks.is_blank(text)
  return text == nil or nothing[text] == true
end

-- A fail that names the blank cells, or nil if there are none. Each field is { COLUMN, ja = …, en = … }.
function blanks.judge(record, fields)
  local ja, en = {}, {}
  for _, field in ipairs(fields) do
    if blanks.is_blank(record[field[1]]) then
      table.insert(ja, field.ja)
      table.insert(en, field.en)
    end
  end
  if #ja == 0 then return nil end
  return tenken.fail {
    ja = "記入がない: " .. table.concat(ja, "、") .. "。すべて記入されていること",
    en = "not filled in: " .. table.concat(en, ", ") .. "; all must be",
  }
end

return blanks
