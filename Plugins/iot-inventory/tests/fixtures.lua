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
  passing("risk-analysis", {
    { outcome = "pass", subject = "IOT-001", line = 2 }, { outcome = "pass", line = 3 },
    { outcome = "notapplicable", line = 4 }, { outcome = "notapplicable", line = 5 },
  }),
  failing("risk-analysis", {
    { outcome = "fail", line = 2, message = "2025-04-01" }, { outcome = "fail", line = 3 },
    { outcome = "notapplicable", line = 4 },
  }),
  passing("handling-rule"),
  failing("handling-rule", { { outcome = "fail" }, { outcome = "fail" }, { outcome = "notapplicable" } }),
  passing("lent-consent", {
    { outcome = "notapplicable" }, { outcome = "pass", subject = "IOT-002" }, { outcome = "notapplicable" },
    { outcome = "notapplicable" },
  }),
  failing("lent-consent", {
    { outcome = "notapplicable" }, { outcome = "fail", line = 3 }, { outcome = "notapplicable" },
  }),
  passing("lent-contact"),
  failing("lent-contact", {
    { outcome = "notapplicable" }, { outcome = "fail", line = 3 }, { outcome = "notapplicable" },
  }),
  passing("firmware"),
  failing("firmware", {
    { outcome = "fail", line = 2, message = "2.9。最新の 2.10" }, { outcome = "unknown", line = 3 },
    { outcome = "notapplicable" },
  }),
  passing("supported"),
  failing("supported", {
    { outcome = "fail", line = 2, message = "2026-03-31" }, { outcome = "unknown" }, { outcome = "notapplicable" },
  }),
  passing("disconnected", {
    { outcome = "notapplicable" }, { outcome = "notapplicable" }, { outcome = "notapplicable" },
    { outcome = "pass", subject = "IOT-000" },
  }),
  failing("disconnected", {
    { outcome = "notapplicable" }, { outcome = "notapplicable" },
    { outcome = "fail", line = 4, message = "192.0.2.13" },
  }),
  passing("logged"),
  failing("logged", {
    { outcome = "fail", message = "2026-11-02 (18日前)" }, { outcome = "fail", message = "2026-10-01" },
    { outcome = "notapplicable" },
  }),
}
