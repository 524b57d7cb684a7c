-- The parts of the software in devices, as makers hand them out (CycloneDX), against advisories.
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

return software
