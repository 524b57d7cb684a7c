-- Disposals: who destroyed what and how, who made sure of it, and what a contractor certified.
local tenken = require "tenken"
local blanks = require "blanks"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local disposal = {}

local required = {
  { "method", ja = "廃棄方法", en = "the method" },
  { "performer", ja = "実施者", en = "who did it" },
  { "qualification", ja = "実施者の資格", en = "the qualification" },
  { "verifier", ja = "確認者", en = "who verified it" },
}

local function planned(record, context)
  if record.disposed_on > context.today then
    return notapplicable({ ja = "%s に廃棄する予定", en = "to be disposed of on %s" }, record.disposed_on)
  end
end

function disposal.judge_record(record, _, context)
  return planned(record, context)
    or blanks.judge(record, required)
    or pass({ ja = "%s の廃棄が記録されている", en = "the disposal of %s is on record" }, record.disposed_on)
end

local function judge_method(record, words)
  if not record.method then
    return unknown { ja = "廃棄方法の記入がない", en = "the method is not filled in" }
  end
  for _, word in ipairs(words) do
    if record.method:find(word:lower(), 1, true) then
      return pass({ ja = "廃棄方法は「%s」", en = "the method is \"%s\"" }, record.method)
    end
  end
  return fail({
    ja = "廃棄方法が「%s」。読み出せなくなる方法 (%s) であること",
    en = "the method is \"%s\"; it must leave nothing readable (%s)",
  }, record.method, table.concat(words, "、"))
end

function disposal.judge_method(record, parameters, context)
  return planned(record, context) or judge_method(record, parameters.disposal_words)
end

local function judge_verifier(record)
  if not record.performer or not record.verifier then
    return unknown {
      ja = "実施者か確認者の記入がなく、別の人が確認したか分からない",
      en = "who did it or who verified it is blank, so nobody can tell whether they differ",
    }
  end
  if record.performer == record.verifier then
    return fail {
      ja = "実施者と確認者が同じ。別の人が確認すること",
      en = "the same person did it and verified it; another person must verify",
    }
  end
  return pass { ja = "別の人が確認した", en = "another person verified it" }
end

function disposal.judge_verifier(record, _, context)
  return planned(record, context) or judge_verifier(record)
end

local function judge_contractor(record)
  if blanks.is_blank(record.contractor) then
    return notapplicable { ja = "委託していない", en = "not outsourced" }
  end
  if blanks.is_blank(record.certificate) then
    return fail {
      ja = "証明書番号の記入がない。委託先の廃棄証明書があること",
      en = "no certificate number; there must be the contractor's certificate",
    }
  end
  if not record.confirmed_on then
    return fail({
      ja = "証明書 %s を確認した日の記入がない",
      en = "the day on which the certificate %s was confirmed is not filled in",
    }, record.certificate)
  end
  if record.confirmed_on < record.disposed_on then
    return fail({
      ja = "確認 (%s) が廃棄 (%s) より前になっている",
      en = "confirmation (%s) lies before the disposal (%s)",
    }, record.confirmed_on, record.disposed_on)
  end
  return pass({
    ja = "証明書 %s を %s に確認した",
    en = "certificate %s confirmed on %s",
  }, record.certificate, record.confirmed_on)
end

function disposal.judge_contractor(record, _, context)
  return planned(record, context) or judge_contractor(record)
end

return disposal
