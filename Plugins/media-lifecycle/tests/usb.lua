local today = "2026-11-20"
local media = { { number = "USB-001", serial = "ＡＡ０００１" }, { number = "LTO-001", serial = "" } }

local function case(title, serial, outcome, message)
  return {
    title, check = "usb-registered", today = today,
    rows = {
      media = media,
      ["usb-history"] = { { serial = serial, connected_at = "2026/11/18 14:03", computer = "PC-3F-12" } },
    },
    expect = { { outcome = outcome, message = message } },
  }
end

return {
  case("a serial of the ledger passes, whatever its width", "aa0001", "pass", "PC-3F-12"),
  case("another one fails", "AA0002", "fail", "2026-11-18T14:03:00 に PC-3F-12"),
}
