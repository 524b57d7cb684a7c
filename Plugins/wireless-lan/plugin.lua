-- Wireless LAN: 6.5 C 12 and 6.5 D 6 of the MHLW guideline, and what 6.9 C 8 says of public wireless LAN.
local tenken = require "tenken"
local access_points = require "access_points"
local aruba = require "aruba"
local cisco = require "cisco"
local documents = require "documents"
local hostapd = require "hostapd"
local networks = require "networks"
local openwrt = require "openwrt"
local scans = require "scans"
local unifi = require "unifi"
local pass, fail, unknown, notapplicable = tenken.pass, tenken.fail, tenken.unknown, tenken.notapplicable

local access_point_ledger = tenken.source {
  id = "access-points",
  title = { ja = "アクセスポイント台帳", en = "Access-point ledger" },
  file = "wireless/access-points.csv",
  subject = "name",
  columns = {
    name = { "string", "機器名", "AP名", "アクセスポイント名", example = "AP-2F-01" },
    ssid = { "string", "SSID", "ESSID", "SSID名", example = "MINATO-MED" },
    encryption = { "keyword?", "暗号化方式", "暗号化", "セキュリティ方式", example = "WPA2-PSK(AES)" },
    authentication = { "keyword?", "認証方式", example = "802.1X (EAP-TLS)" },
    hidden = { "boolean?", "ステルスモード", "SSIDステルス", "SSID非通知", "SSID隠蔽", example = "有" },
    refuses_any = { "boolean?", "ANY接続拒否", "ANY拒否", example = "有" },
    limits_ssid = { "boolean?", "SSIDによる制限", "SSID制限", example = "有" },
    limits_mac = { "boolean?", "MACアドレス制限", "MACアドレスフィルタリング", "MACフィルタ", example = "有" },
    bssid = { "mac?", "BSSID", "BSSID(2.4GHz)", "無線MACアドレス", example = "02-00-5E-20-00-01" },
    bssid_5ghz = { "mac?", "BSSID(5GHz)", example = "02-00-5E-20-00-02" },
    bssid_6ghz = { "mac?", "BSSID(6GHz)", example = "02-00-5E-20-00-03" },
    medical = { "boolean?", "医療情報", "医療情報の取扱い", "医療情報の通信", example = "有" },
    retired_on = { "date?", "撤去日", "使用停止日", example = "R8.3.31" },
  },
}

local document_ledger = tenken.source {
  id = "documents",
  title = { ja = "文書台帳", en = "Document ledger" },
  file = "documents/documents.csv",
  subject = "title",
  columns = {
    title = { "keyword", "文書名", "文書の名称", example = "無線LAN利用規程" },
    references = { "keyword?", "参照文書", "参考文書", "準拠文書", example = "電波利用の手引き" },
    approver = { "string?", "承認者", personal = true },
    approved_on = { "date?", "承認日", example = "令和8年4月1日" },
    next_review_on = { "date?", "次回見直し日", "次回見直し予定日", example = "R9.3.31" },
    withdrawn_on = { "date?", "廃止日" },
  },
}

local taken_out_devices = tenken.source {
  id = "taken-out-devices",
  title = { ja = "持出端末台帳", en = "Ledger of devices that are taken out" },
  file = "devices/taken-out.csv",
  subject = "number",
  columns = {
    number = { "string", "管理番号", "端末番号", example = "PC-M-001" },
    forbids_public_wifi = { "boolean?", "公衆無線LAN利用禁止設定", "公衆無線LAN禁止", example = "済" },
    firewall = { "boolean?", "ファイアウォール", "パーソナルファイアウォール", example = "有" },
    antivirus = { "boolean?", "ウイルス対策", "ウイルス対策ソフト", example = "有" },
    retired_on = { "date?", "使用終了日", "使用停止日", "廃棄日" },
  },
}

-- One setting of a device that is taken out, named in both languages.
local function judge_setting(device, value, name, context)
  if device.retired_on and device.retired_on <= context.today then
    return notapplicable({ ja = "%s に使用を終了した", en = "out of use since %s" }, device.retired_on)
  end
  if value == nil then
    return unknown { ja = name.ja .. "の記入がない", en = name.en .. " is not filled in" }
  end
  if value then return pass { ja = name.ja .. "は「有」", en = name.en .. " is on" } end
  return fail { ja = name.ja .. "が「無」。「有」であること", en = name.en .. " is off; it must be on" }
end

local checks = {
  ["ssid-hidden"] = {
    title = { ja = "SSIDを利用者以外に知らせない", en = "The SSID is not shown to strangers" },
    requirements = { "mhlw-5:6.5.C.12.1" },
    severity = "medium",
    every = "1 week",
    remedy = {
      ja = "アクセスポイントでステルスモード又はANY接続拒否を有効にし、台帳を直す。",
      en = "Turn on stealth mode or ANY refusal on the access point and update the ledger.",
    },
    each = access_point_ledger,
    test = access_points.judge_hidden,
  },

  ["access-limited"] = {
    title = { ja = "接続できる端末を限っている", en = "Only known devices may connect" },
    requirements = { "mhlw-5:6.5.C.12.2" },
    severity = "high",
    every = "1 week",
    remedy = {
      ja = "SSID又はMACアドレスによる接続制限を設定し、台帳を直す。",
      en = "Limit access by SSID or MAC address and update the ledger.",
    },
    each = access_point_ledger,
    test = access_points.judge_limited,
  },

  encryption = {
    title = { ja = "通信をWPA2/AES以上で暗号化している", en = "Traffic is encrypted with WPA2/AES or better" },
    requirements = { "mhlw-5:6.5.C.12.3" },
    severity = "critical",
    every = "1 week",
    remedy = {
      ja = "WPA2(AES)又はWPA3に設定し、WEP・TKIP・WPA(初代)を止める。対応しない端末は入れ替える。",
      en = "Set WPA2 (AES) or WPA3 and stop WEP, TKIP and the first WPA; replace devices that cannot follow.",
    },
    each = access_point_ledger,
    test = access_points.judge_encryption,
  },

  ["several-access-points"] = {
    title = {
      ja = "複数のアクセスポイントで運用するSSIDは802.1Xか電子証明書で認証している",
      en = "SSIDs with several access points use 802.1X or certificates",
    },
    requirements = { "mhlw-5:6.5.D.6" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "認証サーバー(RADIUS)を用意し、WPA2/WPA3エンタープライズに切り替える。",
      en = "Set up an authentication server (RADIUS) and switch to WPA2/WPA3 Enterprise.",
    },
    all = access_point_ledger,
    test = access_points.judge_several,
  },

  ["aireos-wlans-exported"] = {
    title = {
      ja = "Cisco AireOSの動いているWLANすべての設定を書き出している",
      en = "The settings of every WLAN of Cisco AireOS that is on have been exported",
    },
    requirements = { "mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.12.2", "mhlw-5:6.5.C.12.3" },
    severity = "medium",
    every = "1 week",
    remedy = {
      ja = "その番号で show wlan 番号 を実行し、出力を data/wireless/aireos/wlan番号.txt に置く。",
      en = "Run show wlan NUMBER for it and put the output into data/wireless/aireos/wlanNUMBER.txt.",
    },
    each = cisco.summary,
    with = { wlans = tenken.index(cisco.aireos.source, "id") },
    test = cisco.judge_exported,
  },

  ["iosxe-wlans-exported"] = {
    title = {
      ja = "Cisco IOS-XEの動いているWLANすべての設定を書き出している",
      en = "The settings of every WLAN of Cisco IOS-XE that is on have been exported",
    },
    requirements = { "mhlw-5:6.5.C.12.1", "mhlw-5:6.5.C.12.2", "mhlw-5:6.5.C.12.3" },
    severity = "medium",
    every = "1 week",
    remedy = {
      ja = "show wlan all を実行し直し、出力を data/wireless/iosxe/ に置く。",
      en = "Run show wlan all again and put its output into data/wireless/iosxe/.",
    },
    each = cisco.iosxe_summary,
    with = { wlans = tenken.index(cisco.iosxe.source, "id") },
    test = cisco.judge_shown,
  },

  ["aruba-networks-known"] = {
    title = {
      ja = "Arubaコントローラーが出すSSIDはすべて台帳にある",
      en = "Every SSID that the Aruba controller sends is in the ledger",
    },
    requirements = { "mhlw-5:6.5.C.12.2" },
    severity = "high",
    every = "1 week",
    remedy = {
      ja = "使っているSSIDは台帳に載せ、使っていないものはコントローラーで止める。",
      en = "Enter what is used in the ledger; stop what is not on the controller.",
    },
    each = aruba.sent,
    with = { ledger = tenken.index(access_point_ledger, "ssid") },
    test = aruba.judge_registered,
  },

  ["radio-device-rule"] = {
    title = {
      ja = "電波を発する機器の取扱いを文書で定めている",
      en = "A document rules on devices that emit radio waves",
    },
    requirements = { "mhlw-5:6.5.C.12.4" },
    severity = "low",
    every = "1 month",
    remedy = {
      ja = "電波を発する機器の院内での利用を規程に定め、承認を受けて文書台帳に載せ、期日までに見直す。",
      en = "Lay down a rule on radio-emitting devices, have it approved, and enter it in the ledger.",
    },
    all = document_ledger,
    test = function(ledger, parameters, context)
      return documents.judge(ledger, parameters.radio_rule_words, context.today)
    end,
  },

  ["ministry-guidance"] = {
    title = {
      ja = "無線LANの導入に総務省の手引きを参考にしている",
      en = "The ministry's guidance on wireless LAN is followed",
    },
    requirements = { "mhlw-5:6.5.C.12.5" },
    severity = "low",
    every = "1 month",
    remedy = {
      ja = "手引きと照らして無線LANの規程を見直し、文書台帳の「参照文書」に手引きの題名を書く。",
      en = "Review the wireless rules against the guidance and name it in the document ledger under 参照文書.",
    },
    all = document_ledger,
    test = function(ledger, parameters, context)
      return documents.judge(ledger, parameters.guidance_words, context.today)
    end,
  },

  ["taken-out-public-wifi"] = {
    title = { ja = "持出端末で公衆無線LANを使えない", en = "Devices taken out cannot join public wireless LAN" },
    requirements = { "mhlw-5:6.9.C.8" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "端末管理(MDM等)で公衆無線LANへの接続を禁止する。やむを得ない端末は例外承認を受ける。",
      en = "Forbid public wireless LAN through device management; have an unavoidable exception approved.",
    },
    each = taken_out_devices,
    test = function(device, _, context)
      local name = { ja = "公衆無線LAN利用禁止設定", en = "the ban on public wireless LAN" }
      return judge_setting(device, device.forbids_public_wifi, name, context)
    end,
  },

  ["taken-out-firewall"] = {
    title = { ja = "持出端末のファイアウォールが有効である", en = "Devices taken out have their firewall on" },
    requirements = { "mhlw-5:6.9.C.8" },
    severity = "high",
    every = "1 month",
    remedy = { ja = "パーソナルファイアウォールを有効にする。", en = "Turn on the personal firewall." },
    each = taken_out_devices,
    test = function(device, _, context)
      local name = { ja = "ファイアウォール", en = "the firewall" }
      return judge_setting(device, device.firewall, name, context)
    end,
  },

  ["taken-out-antivirus"] = {
    title = { ja = "持出端末にウイルス対策ソフトがある", en = "Devices taken out have antivirus software" },
    requirements = { "mhlw-5:6.9.C.8" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "ウイルス対策ソフトを導入し、有効にする。",
      en = "Install antivirus software and turn it on.",
    },
    each = taken_out_devices,
    test = function(device, _, context)
      local name = { ja = "ウイルス対策", en = "the antivirus software" }
      return judge_setting(device, device.antivirus, name, context)
    end,
  },
}

local function add(more)
  for name, check in pairs(more) do checks[name] = check end
end

for _, kind in ipairs { hostapd, openwrt, cisco.aireos, cisco.iosxe, aruba, unifi } do add(networks.checks(kind)) end
add(scans.checks({ id = "iw", name = "iw", source = scans.iw, read = scans.of_iw }, access_point_ledger))
local iwlist = { id = "iwlist", name = "iwlist", source = scans.iwlist, read = scans.of_iwlist }
add(scans.checks(iwlist, access_point_ledger))
add(scans.checks({ id = "nmcli", name = "nmcli", source = scans.nmcli, read = scans.of_nmcli }, access_point_ledger))
add(scans.checks({ id = "netsh", name = "Windows", source = scans.netsh, read = scans.of_netsh }, access_point_ledger))

return tenken.plugin {
  id = "wireless-lan",
  version = "1.2.0",
  title = { ja = "無線LANの設定", en = "Wireless LAN settings" },
  parameters = {
    dot1x_suffices = {
      type = "boolean", default = true,
      doc = {
        ja = "802.1X認証を、SSIDやMACアドレスによる制限の代わりと認める",
        en = "accept 802.1X in place of a limit by SSID or MAC address",
      },
    },
    non_medical_ssids = {
      type = "set", default = {},
      doc = {
        ja = "医療情報を通さないSSID (患者用等)。設定ファイルやコントローラーの点検から外す",
        en = "SSIDs that carry no medical information, as for patients; settings of such networks are not judged",
      },
    },
    neighbour_ssids = {
      type = "set", default = {},
      doc = { ja = "電波の調査で見える、近隣の施設のSSID", en = "SSIDs of neighbours that surveys of the air hear" },
    },
    near_dbm = {
      type = "number", default = -70, minimum = -100, maximum = 0, unit = "dBm",
      doc = {
        ja = "電波の調査で、これより弱い未登録のネットワークは院外のものとみる",
        en = "in surveys of the air, unregistered networks that are weaker count as outside the premises",
      },
    },
    radio_rule_words = {
      type = "list", default = { "電波" },
      doc = {
        ja = "電波を発する機器の取扱いを定めた文書を、文書台帳で見つけるための語",
        en = "words by which the rule on radio-emitting devices is found in the document ledger",
      },
    },
    guidance_words = {
      type = "list", default = { "安心して無線LANを", "Wi-Fi提供者向け", "Wi-Fi利用者向け" },
      doc = {
        ja = "総務省の手引きを参考にした文書を、文書台帳で見つけるための語",
        en = "words by which the document that follows the ministry's guidance is found in the document ledger",
      },
    },
  },
  checks = checks,
}
