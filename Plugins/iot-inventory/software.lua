-- The software in devices, as makers hand it out (CycloneDX): its parts, and what the maker says of vulnerabilities.
local tenken = require "tenken"
local pass, fail, unknown = tenken.pass, tenken.fail, tenken.unknown

local software = {}

software.parts = tenken.source {
  id = "sbom",
  title = { ja = "ソフトウェア部品表 (CycloneDX)", en = "Software bills of materials (CycloneDX)" },
  file = "iot/sbom/*.json",
  records = "$.components",
  optional = true,
  subject = "name",
  columns = { name = "keyword", version = "version?" },
}

software.advisories = tenken.source {
  id = "advisories",
  title = { ja = "ソフトウェアの脆弱性情報一覧", en = "List of advisories on software" },
  file = "iot/advisories.csv",
  optional = true,
  subject = "advisory",
  columns = {
    advisory = { "string", "JVN番号", "脆弱性番号", "CVE", example = "JVNDB-2026-000001" },
    name = { "keyword", "ソフトウェア", "製品名", example = "openssl" },
    fixed_in = { "version", "修正版", "修正済みバージョン", example = "3.0.15" },
  },
}

-- VEX as CycloneDX carries it, from version 1.4 on.
software.vulnerabilities = tenken.source {
  id = "vex",
  title = { ja = "脆弱性への見解 (CycloneDX VEX)", en = "Statements on vulnerabilities (CycloneDX VEX)" },
  file = "iot/vex/*.json",
  records = "$.vulnerabilities",
  optional = true,
  subject = "id",
  columns = {
    id = "string",
    state = { "keyword?", "analysis.state" },
    justification = { "string?", "analysis.justification" },
    severities = { "list?", "ratings[*].severity" },
  },
}

function software.judge_part(part, _, context)
  local advisories = context.advisories[part.name]
  if not advisories then
    return tenken.notapplicable({ ja = "%s の脆弱性情報は一覧にない", en = "no advisory on %s is listed" }, part.name)
  end
  if not part.version then
    return unknown({ ja = "%s の版が部品表にない", en = "the bill does not tell the version of %s" }, part.name)
  end
  for _, advisory in ipairs(advisories) do
    if tenken.compare_versions(part.version, advisory.fixed_in) < 0 then
      return fail({
        ja = "%s %s には脆弱性 %s がある。%s 以上であること",
        en = "%s %s has the vulnerability %s; it must be %s or later",
      }, part.name, part.version, advisory.advisory, advisory.fixed_in)
    end
  end
  return pass({ ja = "%s %s は修正済み", en = "%s %s has the fixes" }, part.name, part.version)
end

-- The states of CycloneDX's impact analysis.
local settled = tenken.set { "resolved", "resolved_with_pedigree", "not_affected", "false_positive" }

function software.judge_vulnerability(vulnerability)
  local severity = table.concat(vulnerability.severities or {}, ", ")
  if settled[vulnerability.state] then
    local why = vulnerability.justification
    return pass({ ja = "%s%s", en = "%s%s" }, vulnerability.state, why and " " .. why or "")
  end
  if vulnerability.state == "exploitable" then
    return fail({
      ja = "悪用されるおそれがあると製造元が述べている (深刻度 %s)。更新するか、通信を絞ること",
      en = "the maker says that it can be exploited (severity %s); update it or narrow its traffic",
    }, severity)
  end
  return unknown({
    ja = "影響があるか製造元がまだ述べていない (%s、深刻度 %s)",
    en = "the maker has not said yet whether it is affected (%s, severity %s)",
  }, vulnerability.state, severity)
end

return software
