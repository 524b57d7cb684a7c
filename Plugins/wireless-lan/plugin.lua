-- Wireless LAN: 6.5 C 12 and 6.5 D 6 of the MHLW guideline, and what 6.9 C 8 says of public wireless LAN.
local tenken = require "tenken"
local access_points = require "access_points"
local documents = require "documents"
local hostapd = require "hostapd"
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
    medical = { "boolean?", "医療情報", "医療情報の取扱い", "医療情報の通信", example = "有" },
    retired_on = { "date?", "撤去日", "使用停止日", example = "R8.3.31" },
  },
}

local hostapd_files = tenken.source {
  id = "hostapd",
  title = { ja = "hostapdの設定ファイル", en = "hostapd configuration files" },
  file = "wireless/hostapd/*.conf",
  format = "key-value",
  begins = { "interface", "bss" },
  subject = "interface",
  columns = {
    interface = { "string", "interface", "bss" },
    ignore_broadcast_ssid = "integer?",
    macaddr_acl = "integer?",
    wpa = "integer?",
    wpa_key_mgmt = "keyword?",
    wpa_pairwise = "keyword?",
    rsn_pairwise = "keyword?",
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

return tenken.plugin {
  id = "wireless-lan",
  version = "1.0.0",
  title = { ja = "無線LANの設定", en = "Wireless LAN settings" },
  parameters = {
    dot1x_suffices = {
      type = "boolean", default = true,
      doc = {
        ja = "802.1X認証を、SSIDやMACアドレスによる制限の代わりと認める",
        en = "accept 802.1X in place of a limit by SSID or MAC address",
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
  checks = {
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

    ["hostapd-ssid-hidden"] = {
      title = { ja = "hostapdがSSIDを知らせない設定である", en = "hostapd does not broadcast the SSID" },
      requirements = { "mhlw-5:6.5.C.12.1" },
      severity = "medium",
      every = "1 day",
      remedy = {
        ja = "hostapd.confに ignore_broadcast_ssid=1 を書き、hostapdを再起動する。",
        en = "Put ignore_broadcast_ssid=1 into hostapd.conf and restart hostapd.",
      },
      each = hostapd_files,
      test = function(bss)
        if hostapd.is_hidden(bss) then
          return pass({ ja = "ignore_broadcast_ssid=%d", en = "ignore_broadcast_ssid=%d" }, bss.ignore_broadcast_ssid)
        end
        return fail({
          ja = "SSIDが見える (ignore_broadcast_ssid=%s)。1か2であること",
          en = "the SSID is visible (ignore_broadcast_ssid=%s); it must be 1 or 2",
        }, bss.ignore_broadcast_ssid)
      end,
    },

    ["hostapd-access-limited"] = {
      title = { ja = "hostapdが接続できる端末を限っている", en = "hostapd lets only known devices connect" },
      requirements = { "mhlw-5:6.5.C.12.2" },
      severity = "high",
      every = "1 day",
      remedy = {
        ja = "hostapd.confに macaddr_acl=1 と accept_mac_file、又は macaddr_acl=2 を書き、hostapdを再起動する。",
        en = "Put macaddr_acl=1 with accept_mac_file, or macaddr_acl=2, into hostapd.conf and restart hostapd.",
      },
      each = hostapd_files,
      test = function(bss, parameters)
        if hostapd.limits_mac(bss) then
          return pass({ ja = "macaddr_acl=%d", en = "macaddr_acl=%d" }, bss.macaddr_acl)
        end
        if parameters.dot1x_suffices and hostapd.uses_dot1x(bss) then
          return pass({ ja = "wpa_key_mgmt=%s", en = "wpa_key_mgmt=%s" }, bss.wpa_key_mgmt)
        end
        return fail({
          ja = "どの端末でも接続できる (macaddr_acl=%s)。1か2であること",
          en = "any device may connect (macaddr_acl=%s); it must be 1 or 2",
        }, bss.macaddr_acl)
      end,
    },

    ["hostapd-encryption"] = {
      title = { ja = "hostapdがWPA2/AES以上で暗号化している", en = "hostapd encrypts with WPA2/AES or better" },
      requirements = { "mhlw-5:6.5.C.12.3" },
      severity = "critical",
      every = "1 day",
      remedy = {
        ja = "hostapd.confに wpa=2 と rsn_pairwise=CCMP を書き、hostapdを再起動する。",
        en = "Put wpa=2 and rsn_pairwise=CCMP into hostapd.conf and restart hostapd.",
      },
      each = hostapd_files,
      test = function(bss)
        if not hostapd.offers_rsn(bss) and not hostapd.offers_wpa1(bss) then
          return fail({
            ja = "WPAを使わない (wpa=%s)。wpa=2であること",
            en = "WPA is not used (wpa=%s); it must be wpa=2",
          }, bss.wpa)
        end
        if hostapd.offers_wpa1(bss) then
          return fail({
            ja = "初代のWPAを受け付ける (wpa=%d、暗号 %s)。wpa=2であること",
            en = "the first WPA is accepted (wpa=%d, cipher %s); it must be wpa=2",
          }, bss.wpa, hostapd.wpa_ciphers(bss))
        end
        local ciphers = hostapd.rsn_ciphers(bss)
        if hostapd.are_aes(ciphers) then
          return pass({ ja = "wpa=%d、暗号 %s", en = "wpa=%d, cipher %s" }, bss.wpa, ciphers)
        end
        return fail({
          ja = "AESでない暗号を受け付ける (暗号 %s)。rsn_pairwise=CCMPであること",
          en = "a cipher other than AES is accepted (%s); it must be rsn_pairwise=CCMP",
        }, ciphers)
      end,
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
  },
}
