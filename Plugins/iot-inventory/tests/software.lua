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

  -- CSAF: the products of each status.
  case("passing", "csaf-settled", "pass", {
    { outcome = "pass", subject = "CVE-2026-20001", message = "IP-300:4.1, IP-300:4.2 に影響はない" },
    { outcome = "pass", subject = "JVNDB-2026-000021", message = "IP-300:4.2 で修正済み" },
    { outcome = "pass", subject = "CVE-2026-20003", message = "IP-300:4.2 で修正済み" },
  }),
  case("failing", "csaf-settled", "fail", {
    { outcome = "fail", subject = "CVE-2026-20001", message = "IP-300:4.1, IP-300:4.2 は影響を受ける" },
    { outcome = "unknown", message = "IP-300:4.1 は影響を受け、IP-300:4.2 で修正" },
    { outcome = "unknown", message = "IP-300:4.2 への影響" }, { outcome = "unknown", message = "書かれていない" },
    { outcome = "fail", subject = "CVE-2026-20005", message = "IP-300:4.1 は影響を受ける" },
  }),

  -- OpenVEX: the last statement on the same products counts.
  case("passing", "openvex-settled", "pass", {
    { outcome = "notapplicable", subject = "CVE-2026-30001", message = "置き換えられた" },
    { outcome = "pass", subject = "CVE-2026-30001", message = "not_affected vulnerable_code_not_present" },
    { outcome = "pass", subject = "CVE-2026-30002", message = "fixed" },
    { outcome = "pass", subject = "CVE-2026-30003", message = "not_affected" },
  }),
  { "a statement of which no more is said", check = "openvex-settled", today = today, golden = "openvex",
    rows = {
      openvex = { { id = "CVE-1", status = "fixed" }, { id = "CVE-2", status = "fixed", justification = "x" } },
    } },
  case("failing", "openvex-settled", "fail", {
    { outcome = "fail", subject = "CVE-2026-30001", message = "影響を受ける" },
    { outcome = "pass", subject = "CVE-2026-30001", message = "fixed" },
    { outcome = "notapplicable", subject = "CVE-2026-30002" },
    { outcome = "unknown", subject = "CVE-2026-30002", message = "under_investigation" },
    { outcome = "unknown", subject = "CVE-2026-30003", message = "(-)" },
  }),
}
