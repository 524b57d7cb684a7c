-- IoT and networked medical devices: 6.5 C 13, 6.5 D 3 and 6.5 D 7 of the MHLW guideline.
local tenken = require "tenken"
local ledger = require "ledger"
local sightings = require "sightings"
local software = require "software"
local vex = require "vex"

local devices = tenken.source {
  id = "devices",
  title = { ja = "IoT機器台帳", en = "IoT device ledger" },
  file = "iot/devices.csv",
  subject = "number",
  columns = {
    number = { "string", "管理番号", "機器番号", "資産番号", example = "IOT-0001" },
    model = { "keyword?", "型番", "型式", "モデル", example = "IP-300" },
    firmware = { "version?", "ファームウェア", "ファームウェアバージョン", "バージョン", example = "2.4.1" },
    support_ends_on = { "date?", "サポート終了日", "保守終了日", example = "R11.3.31" },
    mac = { "mac?", "MACアドレス", "MAC", example = "02-00-5E-10-00-01" },
    ip = { "ip?", "IPアドレス", "IP", example = "192.0.2.10" },
    patient_data = { "boolean?", "患者情報", "患者情報の取扱い", example = "有" },
    risk_analysed_on = { "date?", "リスク分析日", "リスク分析実施日", example = "令和8年4月1日" },
    handling_rule = { "string?", "運用管理規程", "取扱規程", example = "IoT機器運用管理規程 第3条" },
    lent = { "boolean?", "貸出", "患者貸出", example = "有" },
    borrower = { "string?", "貸出先", "貸出患者", personal = true },
    lent_on = { "date?", "貸出日", example = "R8.5.12" },
    consent_on = { "date?", "同意取得日", "説明・同意日", "同意日", example = "R8.5.12" },
    contact = { "string?", "問い合わせ先", "連絡先", example = "ME機器管理室 内線2210" },
    suspended_on = { "date?", "使用停止日", "故障日" },
    retired_on = { "date?", "使用終了日", "廃棄日" },
    last_logged_on = { "date?", "最終ログ日", "最終記録日", example = "2026/11/19" },
  },
}

local latest_firmware = tenken.source {
  id = "latest-firmware",
  title = { ja = "最新ファームウェア一覧", en = "List of the latest firmware" },
  file = "iot/latest-firmware.csv",
  columns = {
    model = { "keyword", "型番", "型式", "モデル", example = "IP-300" },
    version = { "version", "最新バージョン", "最新版", example = "2.4.1" },
  },
}

local seen_addresses = tenken.source {
  id = "seen",
  title = { ja = "ネットワークで検出した機器の一覧", en = "Addresses seen on the network" },
  file = "iot/seen.csv",
  columns = {
    mac = { "mac", "MACアドレス", "MAC", example = "02-00-5E-10-00-01" },
    ip = { "ip?", "IPアドレス", "IP", example = "192.0.2.10" },
    seen_at = { "datetime", "最終検出日時", "最終検出", "検出日時", example = "2026/11/19 23:40:12" },
  },
}

local checks = {
  ["risk-analysis"] = {
    title = { ja = "リスク分析を行っている", en = "The risks have been analysed" },
    requirements = { "mhlw-5:6.5.C.13.1" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "製造販売業者の開示書(MDS等)を基にリスク分析を行い、日付を台帳に書く。",
      en = "Analyse the risks from the maker's disclosure (MDS or the like) and enter the date.",
    },
    each = devices,
    test = function(device, parameters, context)
      local name = { ja = "リスク分析日", en = "the date of the risk analysis" }
      return ledger.without_patient_data(device, context)
        or tenken.judge_age(device.risk_analysed_on, parameters.risk_analysis_within_days, context.today, name)
    end,
  },

  ["handling-rule"] = {
    title = { ja = "取扱いを運用管理規程に定めている", en = "A rule says how the device is handled" },
    requirements = { "mhlw-5:6.5.C.13.1" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "機器の取扱いを運用管理規程に定め、規程の名前を台帳に書く。",
      en = "Lay down the handling in the operation rules and name the rule in the ledger.",
    },
    each = devices,
    test = function(device, _, context)
      return ledger.without_patient_data(device, context) or ledger.judge_handling_rule(device)
    end,
  },

  ["lent-consent"] = {
    title = { ja = "貸し出す前に患者等の同意を得ている", en = "Consent was given before the device was lent" },
    requirements = { "mhlw-5:6.5.C.13.2" },
    severity = "high",
    every = "1 week",
    remedy = {
      ja = "情報セキュリティ上のリスクを説明して同意を得、同意取得日を台帳に書く。",
      en = "Explain the security risks, obtain consent and enter its date.",
    },
    each = devices,
    test = function(device, _, context)
      return ledger.not_lent(device, context) or ledger.judge_consent(device, context)
    end,
  },

  ["lent-contact"] = {
    title = { ja = "貸し出した相手に問い合わせ先を伝えている", en = "The borrower knows whom to call" },
    requirements = { "mhlw-5:6.5.C.13.2" },
    severity = "medium",
    every = "1 week",
    remedy = {
      ja = "異常のときの問い合わせ先を患者等に伝え、台帳に書く。",
      en = "Tell the borrower whom to call when something is wrong and enter it in the ledger.",
    },
    each = devices,
    test = function(device, _, context)
      return ledger.not_lent(device, context) or ledger.judge_contact(device)
    end,
  },

  firmware = {
    title = { ja = "ファームウェアが最新である", en = "The firmware is up to date" },
    requirements = { "mhlw-5:6.5.C.13.3" },
    severity = "high",
    every = "1 week",
    remedy = {
      ja = "製造販売業者と相談してファームウェアを更新する。更新できない機器は例外承認を受け、通信を絞る。",
      en = "Update with the maker's help; where that cannot be done, have it approved and narrow its traffic.",
    },
    each = devices,
    with = { latest = tenken.index(latest_firmware, "model") },
    test = function(device, _, context)
      return ledger.not_in_use(device, context) or ledger.judge_firmware(device, context.latest)
    end,
  },

  supported = {
    title = { ja = "サポートが続いている", en = "The maker still supports it" },
    requirements = { "mhlw-5:6.5.C.13.3" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "後継機に入れ替える。それまではネットワークを分け、例外承認を受ける。",
      en = "Replace it; until then keep it on a separate network and have it approved.",
    },
    each = devices,
    test = function(device, _, context)
      return ledger.not_in_use(device, context) or ledger.judge_support(device, context)
    end,
  },

  disconnected = {
    title = {
      ja = "使用をやめた機器をネットワークにつないだままにしていない",
      en = "Devices out of use are off the network",
    },
    requirements = { "mhlw-5:6.5.C.13.4" },
    severity = "high",
    every = "1 day",
    remedy = {
      ja = "機器の線を抜くか接続口を閉じ、無線の登録も消す。",
      en = "Unplug the device or close its port and delete its wireless registration.",
    },
    each = devices,
    with = { seen = tenken.index(seen_addresses, "mac") },
    test = function(device, _, context) return ledger.judge_disconnected(device, context) end,
  },

  logged = {
    title = { ja = "機器の状態と通信を記録している", en = "State and traffic of the device are logged" },
    requirements = { "mhlw-5:6.5.D.7" },
    severity = "medium",
    every = "1 day",
    remedy = {
      ja = "機器が動いているか、ログの転送やネットワークの検出が止まっていないかを確かめる。",
      en = "See whether the device runs and whether its log or the network scan has stopped.",
    },
    each = devices,
    with = { seen = tenken.index(seen_addresses, "mac") },
    test = function(device, parameters, context)
      local name = { ja = "最後の記録", en = "the last log" }
      return ledger.not_in_use(device, context)
        or tenken.judge_age(ledger.last_log(device, context), parameters.logged_within_days, context.today, name)
    end,
  },

  ["nmap-ports"] = {
    title = {
      ja = "Nmapの調査で、開いていてはならないポートが開いていない",
      en = "Nmap finds no port open that must not be",
    },
    requirements = { "mhlw-5:6.5.D.3" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "機器の設定でtelnetやFTP等を止める。止められない機器は、通信できる相手をファイアウォールで絞る。",
      en = "Stop telnet, FTP and the like on the device; where that cannot be done, let a firewall narrow its traffic.",
    },
    each = sightings.nmap,
    with = { by_mac = tenken.index(devices, "mac"), by_ip = tenken.index(devices, "ip") },
    test = sightings.judge_ports,
  },

  ["sbom-advisories"] = {
    title = {
      ja = "機器のソフトウェア部品に、修正されていない既知の脆弱性がない",
      en = "No part of a device's software has a known vulnerability that is not fixed",
    },
    requirements = { "mhlw-5:6.5.C.13.3" },
    severity = "high",
    every = "1 week",
    remedy = {
      ja = "製造販売業者に影響と更新の予定を問い合わせ、更新する。それまでは通信を絞る。",
      en = "Ask the maker whether it matters and when an update comes; narrow the device's traffic until then.",
    },
    each = software.parts,
    with = { advisories = tenken.index(software.advisories, "name") },
    test = software.judge_part,
  },
}

for name, check in pairs(vex.checks) do checks[name] = check end
for _, kind in ipairs(sightings.kinds) do
  for name, check in pairs(sightings.checks(kind, devices)) do checks[name] = check end
end

return tenken.plugin {
  id = "iot-inventory",
  version = "1.2.0",
  title = { ja = "IoT機器の管理", en = "IoT devices" },
  parameters = {
    risk_analysis_within_days = {
      type = "integer", default = 365, minimum = 1, unit = "days",
      doc = { ja = "リスク分析をやり直す期限", en = "how old a risk analysis may be" },
    },
    logged_within_days = {
      type = "integer", default = 7, minimum = 1, unit = "days",
      doc = { ja = "機器の状態や通信の記録が途絶えてよい日数", en = "how long a device may go without a log" },
    },
    lease_days = {
      type = "integer", default = 1, minimum = 0, unit = "days",
      doc = { ja = "dnsmasqがアドレスを貸す期間", en = "for how long dnsmasq lends an address" },
    },
    forbidden_ports = {
      type = "set", default = { "21", "23", "69", "512", "513", "514" },
      doc = {
        ja = "IoT機器で開いていてはならないポート (既定はFTP、telnet、TFTP、rexec、rlogin、rsh)",
        en = "ports that must not be open on an IoT device; by default FTP, telnet, TFTP, rexec, rlogin, rsh",
      },
    },
  },
  checks = checks,
}
