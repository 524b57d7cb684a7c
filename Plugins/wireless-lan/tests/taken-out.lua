local today = "2026-11-20"

local function case(check, title, cells, outcome, message)
  cells.number = "PC-1"
  return {
    title, check = check, today = today, rows = { ["taken-out-devices"] = { cells } },
    expect = { { outcome = outcome, subject = "PC-1", message = message } },
  }
end

local cases = {}
local settings = {
  { check = "taken-out-public-wifi", column = "forbids_public_wifi", name = "公衆無線LAN利用禁止設定" },
  { check = "taken-out-firewall", column = "firewall", name = "ファイアウォール" },
  { check = "taken-out-antivirus", column = "antivirus", name = "ウイルス対策" },
}
for _, setting in ipairs(settings) do
  local check, column, name = setting.check, setting.column, setting.name
  table.insert(cases, case(check, "on passes", { [column] = "有" }, "pass", name .. "は「有」"))
  table.insert(cases, case(check, "off fails", { [column] = "無" }, "fail", name .. "が「無」"))
  table.insert(cases, case(check, "blank is unknown", { [column] = "" }, "unknown", name .. "の記入がない"))
  table.insert(cases, case(check, "out of use since today is outside",
    { [column] = "無", retired_on = "2026/11/20" }, "notapplicable", "2026-11-20"))
  table.insert(cases, case(check, "in use until tomorrow is inside",
    { [column] = "無", retired_on = "2026/11/21" }, "fail", name))
end
return cases
