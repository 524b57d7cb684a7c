-- Bills of materials and what makers say of vulnerabilities.
local today = "2026-11-20"

local function case(folder, check, outcome, expect)
  return {
    folder .. " " .. check, check = check, today = today, data = "fixtures/" .. folder, outcome = outcome,
    expect = expect,
  }
end

local function vex(state, outcome)
  return {
    "a vulnerability that is " .. state, check = "vex-settled", today = today,
    rows = { vex = { { id = "CVE-1", state = state } } }, expect = { { outcome = outcome, subject = "CVE-1" } },
  }
end

return {
  case("passing", "sbom-advisories", "pass", {
    { outcome = "pass", subject = "OpenSSL", line = 14, message = "3.0.15" }, { outcome = "pass", subject = "busybox" },
    { outcome = "notapplicable", subject = "FreeRTOS" },
  }),
  case("failing", "sbom-advisories", "fail", {
    { outcome = "fail", message = "JVNDB-2026-000001" }, { outcome = "unknown", message = "版が部品表にない" },
    { outcome = "notapplicable" },
  }),
  { "the advisories are a list of their own", check = "sbom-advisories", today = today,
    rows = { sbom = { { name = "openssl", version = "1.0" } } }, outcome = "notselected" },

  case("passing", "vex-settled", "pass", {
    { outcome = "pass", subject = "CVE-2026-10001", message = "not_affected code_not_reachable" }, { outcome = "pass" },
    { outcome = "pass" },
  }),
  case("failing", "vex-settled", "fail", {
    { outcome = "fail", subject = "CVE-2026-10001", message = "critical" },
    { outcome = "unknown", message = "in_triage" }, { outcome = "unknown", message = "-" }, { outcome = "pass" },
  }),
  vex("resolved_with_pedigree", "pass"),
  vex("in_triage", "unknown"),
  { "a vulnerability of which no more is said", check = "vex-settled", today = today, golden = "vex",
    rows = {
      vex = { { id = "CVE-1", state = "resolved" }, { id = "CVE-2", state = "resolved", justification = "x" } },
    } },
  vex("", "unknown"),
  vex("fixed", "unknown"),
}
