-- What makers say of vulnerabilities, in the three forms of VEX: CycloneDX, CSAF and OpenVEX.
local tenken = require "tenken"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local vex = {}

-- From version 1.4 of CycloneDX on.
vex.cyclonedx = tenken.source {
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

-- CSAF 2.0 and 2.1, profile VEX: the products of each status, by their ids in the document's product tree.
vex.csaf = tenken.source {
  id = "csaf",
  title = { ja = "脆弱性への見解 (CSAF VEX)", en = "Statements on vulnerabilities (CSAF VEX)" },
  file = "iot/csaf/*.json",
  records = "$.vulnerabilities",
  optional = true,
  subject = "id",
  columns = {
    id = { "string", "cve", "ids[0].text", "title" },
    known_affected = { "list?", "product_status.known_affected[*]" },
    first_affected = { "list?", "product_status.first_affected[*]" },
    last_affected = { "list?", "product_status.last_affected[*]" },
    under_investigation = { "list?", "product_status.under_investigation[*]" },
    fixed = { "list?", "product_status.fixed[*]" },
    first_fixed = { "list?", "product_status.first_fixed[*]" },
    known_not_affected = { "list?", "product_status.known_not_affected[*]" },
  },
}

-- OpenVEX 0.2, and before it, where a vulnerability and a product were no objects.
vex.openvex = tenken.source {
  id = "openvex",
  title = { ja = "脆弱性への見解 (OpenVEX)", en = "Statements on vulnerabilities (OpenVEX)" },
  file = "iot/openvex/*.json",
  records = "$.statements",
  optional = true,
  subject = "id",
  columns = {
    id = { "string", "vulnerability.name", "vulnerability" },
    status = "keyword?",
    justification = { "string?", "justification" },
    products = { "list?", "products[*].@id", "products[*]" },
  },
}

-- The states of CycloneDX's impact analysis.
local settled = tenken.set { "resolved", "resolved_with_pedigree", "not_affected", "false_positive" }

local function judge_cyclonedx(vulnerability)
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

-- The products of some statuses, one after the other.
local function products(vulnerability, statuses)
  local found = {}
  for _, status in ipairs(statuses) do
    for _, product in ipairs(vulnerability[status] or {}) do table.insert(found, product) end
  end
  return found
end

-- Which of the products it is that the hospital has, the statement cannot tell: some that are affected and others
-- that are fixed are left to whoever knows the version.
local function judge_csaf(vulnerability)
  local affected = products(vulnerability, { "known_affected", "first_affected", "last_affected" })
  local fixed = products(vulnerability, { "fixed", "first_fixed" })
  if #affected > 0 and #fixed > 0 then
    return unknown({
      ja = "%s は影響を受け、%s で修正されている。院内の版がどちらか確かめること",
      en = "%s is affected, and %s has the fix; see which of them the hospital has",
    }, table.concat(affected, ", "), table.concat(fixed, ", "))
  end
  if #affected > 0 then
    return fail({
      ja = "%s は影響を受けると製造元が述べている。製造元の対策を行うか、通信を絞ること",
      en = "the maker says that %s is affected; do what the maker advises, or narrow its traffic",
    }, table.concat(affected, ", "))
  end
  local open = products(vulnerability, { "under_investigation" })
  if #open > 0 then
    return unknown({
      ja = "%s への影響を製造元が調べている",
      en = "the maker is still finding out whether %s is affected",
    }, table.concat(open, ", "))
  end
  if #fixed > 0 then return pass({ ja = "%s で修正済み", en = "fixed in %s" }, table.concat(fixed, ", ")) end
  local unaffected = products(vulnerability, { "known_not_affected" })
  if #unaffected > 0 then
    return pass({ ja = "%s に影響はない", en = "%s is not affected" }, table.concat(unaffected, ", "))
  end
  return unknown { ja = "影響を受ける製品も受けない製品も書かれていない", en = "it names no product, affected or not" }
end

local function judge_status(statement)
  local status = statement.status
  if status == "not_affected" or status == "fixed" then
    local why = statement.justification
    return pass({ ja = "%s%s", en = "%s%s" }, status, why and " " .. why or "")
  end
  if status == "affected" then
    return fail {
      ja = "影響を受けると製造元が述べている。製造元の対策を行うか、通信を絞ること",
      en = "the maker says that it is affected; do what the maker advises, or narrow its traffic",
    }
  end
  return unknown({
    ja = "影響があるか製造元がまだ述べていない (%s)",
    en = "the maker has not said yet whether it is affected (%s)",
  }, status)
end

-- A later statement on the same vulnerability of the same products takes the place of an earlier one.
local function judge_openvex(statements)
  local last, outcomes = {}, {}
  local function key(statement) return statement.id .. "\n" .. table.concat(statement.products or {}, "\n") end
  for number, statement in ipairs(statements) do last[key(statement)] = number end
  for number, statement in ipairs(statements) do
    local outcome = judge_status(statement)
    if last[key(statement)] ~= number then
      outcome = notapplicable { ja = "後の見解に置き換えられた", en = "a later statement has taken its place" }
    end
    table.insert(outcomes, outcome:at(statement))
  end
  return outcomes
end

-- `form` says between the words of the title in which form the maker says it.
local function settled_check(form, check)
  check.title = {
    ja = "製造元が" .. form.ja .. "挙げた脆弱性は、影響がないか対処済みである",
    en = "The vulnerabilities that makers name " .. form.en .. "do not matter or are dealt with",
  }
  check.requirements = { "mhlw-5:6.5.C.13.3" }
  check.severity = "high"
  check.every = "1 week"
  check.remedy = {
    ja = "製造販売業者の指示に従って更新する。影響が分からないものは問い合わせる。",
    en = "Update as the maker says; ask the maker about what is not known.",
  }
  return check
end

vex.checks = {
  ["vex-settled"] = settled_check({ ja = "", en = "" }, { each = vex.cyclonedx, test = judge_cyclonedx }),
  ["csaf-settled"] = settled_check({ ja = "CSAFで", en = "in CSAF " }, { each = vex.csaf, test = judge_csaf }),
  ["openvex-settled"] = settled_check(
    { ja = "OpenVEXで", en = "in OpenVEX " }, { all = vex.openvex, test = judge_openvex }),
}

return vex
