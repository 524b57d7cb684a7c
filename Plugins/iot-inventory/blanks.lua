-- Cells that say nothing.
local tenken = require "tenken"

local blanks = {}

-- What people write rather than leave a cell blank; a dash is blank already.
local nothing = tenken.set { "なし", "無し", "無", "不明", "未定", "未記入", "×", "N/A" }

function blanks.is_blank(text)
  return text == nil or nothing[text] == true
end

return blanks
