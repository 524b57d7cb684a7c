-- The life of storage media: chapters 6.7, 6.9, 7.2 and 7.3 of the MHLW guideline.
local tenken = require "tenken"
local backup_tools = require "backup_tools"
local backups = require "backups"
local disks = require "disks"
local disposal = require "disposal"
local handling = require "handling"
local ledgers = require "ledgers"
local media = require "media"
local raid = require "raid"

local checks = {
  term = {
    title = { ja = "使用開始日と使用終了予定日を管理している", en = "Start and planned end of use are known" },
    requirements = { "mhlw-5:7.3.C.in.3.1" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "媒体の種類ごとに定めた期間から使用終了予定日を求め、台帳に書く。",
      en = "Work out the planned end from the term set for the type of medium and enter it.",
    },
    each = ledgers.media,
    test = media.judge_term,
  },

  ["monthly-check"] = {
    title = { ja = "媒体を月に一回程度点検している", en = "Media are checked about monthly" },
    requirements = { "mhlw-5:7.3.C.in.3.1" },
    severity = "medium",
    every = "1 week",
    remedy = {
      ja = "媒体を点検し、点検日と結果を台帳に書く。",
      en = "Check the medium and enter the date and the result.",
    },
    each = ledgers.media,
    test = media.judge_monthly_check,
  },

  ["check-result"] = {
    title = { ja = "最後の点検で異常がない", en = "The last check found nothing wrong" },
    requirements = { "mhlw-5:7.3.C.in.3.1" },
    severity = "high",
    every = "1 week",
    remedy = {
      ja = "読めるうちに別の媒体に複写し、異常のある媒体の使用をやめる。",
      en = "Copy it to another medium while it can be read and stop using it.",
    },
    each = ledgers.media,
    test = media.judge_check_result,
  },

  ["copied-in-time"] = {
    title = {
      ja = "使用終了予定日が近い媒体を複写している",
      en = "Media near their planned end have been copied",
    },
    requirements = { "mhlw-5:7.3.C.in.3.1" },
    severity = "high",
    every = "1 week",
    remedy = {
      ja = "新しい媒体に複写し、複写先媒体番号を台帳に書く。",
      en = "Copy it to a new medium and enter the number of the copy.",
    },
    each = ledgers.media,
    with = { media = tenken.index(ledgers.media, "number") },
    test = media.judge_copy,
  },

  ["handling-log"] = {
    title = { ja = "媒体の取扱いを承認し、記録している", en = "Handling of media is approved and recorded" },
    requirements = { "mhlw-5:7.3.C.in.2.1" },
    severity = "medium",
    every = "1 week",
    remedy = {
      ja = "作業の前に承認を受け、作業者・承認者・日付を取扱記録に書く。",
      en = "Have the work approved beforehand and record who did it, who approved it, and when.",
    },
    each = ledgers.movements,
    test = handling.judge_movement,
  },

  ["handling-training"] = {
    title = { ja = "媒体の取扱いを教育している", en = "Handling of media is taught" },
    requirements = { "mhlw-5:7.3.C.in.2.1" },
    severity = "low",
    every = "1 month",
    remedy = {
      ja = "関係者に媒体の取扱いの研修を行い、研修記録に書く。",
      en = "Train those concerned in the handling of media and record it.",
    },
    all = ledgers.training,
    test = handling.judge_training,
  },

  ["storage-places"] = {
    title = { ja = "保存場所ごとに容量・期間等を明示している", en = "Storage places are fully described" },
    requirements = { "mhlw-5:7.3.C.in.2.2" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "保存場所一覧の空欄を埋め、運用管理規程に載せて周知する。",
      en = "Fill in the register of storage places, put it into the operation rules and make it known.",
    },
    each = ledgers.storage_places,
    test = backups.judge_place,
  },

  ["restore-tested"] = {
    title = { ja = "保存場所ごとに復元を試している", en = "Restoring is tried for each storage place" },
    requirements = { "mhlw-5:7.3.C.in.2.5" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "バックアップから復元する試験を行い、結果を復元試験記録に書く。",
      en = "Try to restore from the backup and record the result.",
    },
    each = ledgers.storage_places,
    with = { tests = tenken.index(ledgers.restore_tests, "place") },
    test = backups.judge_restore_age,
  },

  ["restore-result"] = {
    title = {
      ja = "復元できるか、損なわれる範囲が分かっている",
      en = "Data can be restored, or it is plain what is lost",
    },
    requirements = { "mhlw-5:7.3.C.in.2.5" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "原因を除いてもう一度試す。戻せない場合は損なわれた範囲を記録する。",
      en = "Remove the cause and try again; what cannot be restored must be recorded.",
    },
    each = ledgers.storage_places,
    with = { tests = tenken.index(ledgers.restore_tests, "place") },
    test = backups.judge_restore_result,
  },

  ["backup-schedule"] = {
    title = { ja = "予定どおりにバックアップしている", en = "Backups run on schedule" },
    requirements = { "mhlw-5:7.3.D.in.1.3" },
    severity = "high",
    every = "1 day",
    remedy = {
      ja = "バックアップが止まった原因を除き、すぐに取得する。",
      en = "Remove what stopped the backup and run it now.",
    },
    each = ledgers.backup_jobs,
    with = { runs = tenken.index(ledgers.backup_log, "job") },
    test = backups.judge_schedule,
  },

  ["backup-verified"] = {
    title = { ja = "バックアップの内容を検証している", en = "Backups are verified" },
    requirements = { "mhlw-5:7.3.D.in.1.3" },
    severity = "high",
    every = "1 day",
    remedy = {
      ja = "検証を有効にする。失敗したバックアップは取り直し、媒体を調べる。",
      en = "Turn verification on; where it failed, run the backup again and examine the medium.",
    },
    each = ledgers.backup_jobs,
    with = { runs = tenken.index(ledgers.backup_log, "job") },
    test = backups.judge_verification,
  },

  located = {
    title = { ja = "媒体の所在を把握している", en = "The whereabouts of media are known" },
    requirements = { "mhlw-5:6.9.C.5" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "媒体を探して所在を確かめ、台帳に書く。見つからない場合は紛失の手順に従う。",
      en = "Find the medium and enter where it is; if it cannot be found, follow the procedure for losses.",
    },
    each = ledgers.media,
    test = media.judge_whereabouts,
  },

  ["usb-registered"] = {
    title = { ja = "登録した媒体だけを使っている", en = "Only registered media are used" },
    requirements = { "mhlw-5:6.9.D.3" },
    severity = "high",
    every = "1 day",
    remedy = {
      ja = "使った人に事情を聞き、中身を確かめる。業務に要る媒体は登録し、ほかは使わせない。",
      en = "Ask who used it and see what is on it; register what is needed and ban the rest.",
    },
    each = ledgers.usb_history,
    with = { media = tenken.index(ledgers.media, "serial") },
    test = media.judge_connection,
  },

  readable = {
    title = { ja = "使用中の媒体を読める装置がある", en = "Each medium in use has a working reader" },
    requirements = { "mhlw-5:7.2.C.2" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "読取装置の動作を確かめて台帳に書く。装置がない媒体は読める媒体に移す。",
      en = "Try the reader and record it; move data off media that no reader can read.",
    },
    all = ledgers.media,
    with = { readers = tenken.index(ledgers.readers, "media_type") },
    test = media.judge_readability,
  },

  ["disposal-recorded"] = {
    title = { ja = "廃棄の方法と担当を記録している", en = "Disposals are recorded" },
    requirements = { "mhlw-5:6.7.C.2" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "廃棄記録の空欄を埋める。専門的な知識のない人が行った場合は残りがないか調べ直す。",
      en = "Fill in the record; if nobody qualified did it, examine again what is left.",
    },
    each = ledgers.disposals,
    test = disposal.judge_record,
  },

  ["disposal-method"] = {
    title = { ja = "読み出せなくなる方法で廃棄している", en = "Disposals leave nothing readable" },
    requirements = { "mhlw-5:6.7.C.2" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "手元にあれば破砕や消磁をする。手元になければ漏えいのおそれとして扱う。",
      en = "Shred or degauss it if it is still here; if not, treat it as a possible leak.",
    },
    each = ledgers.disposals,
    test = disposal.judge_method,
  },

  ["disposal-verified"] = {
    title = { ja = "廃棄を別の人が確認している", en = "Another person verified the disposal" },
    requirements = { "mhlw-5:6.7.C.2" },
    severity = "medium",
    every = "1 month",
    remedy = {
      ja = "実施者でない人が、残った情報がないことを確かめて記録する。",
      en = "Let somebody else make sure that nothing is left, and record it.",
    },
    each = ledgers.disposals,
    test = disposal.judge_verifier,
  },

  ["disposal-certified"] = {
    title = {
      ja = "委託した廃棄を証明書で確認している",
      en = "Outsourced disposals are confirmed by a certificate",
    },
    requirements = { "mhlw-5:6.7.C.3" },
    severity = "high",
    every = "1 month",
    remedy = {
      ja = "委託先から廃棄証明書を受け取り、媒体番号と照らして確認日を書く。",
      en = "Obtain the contractor's certificate, compare it with the media and enter the day.",
    },
    each = ledgers.disposals,
    test = disposal.judge_contractor,
  },
}

local function add(more)
  for name, check in pairs(more) do checks[name] = check end
end

add(disks.checks)
add(backup_tools.rsync_checks)
for _, kind in ipairs(raid.kinds) do add(raid.checks(kind)) end
for _, kind in ipairs(backup_tools.kinds) do add(backup_tools.checks(kind)) end

return tenken.plugin {
  id = "media-lifecycle",
  version = "1.1.0",
  title = { ja = "媒体の使用開始から廃棄まで", en = "Storage media from first use to disposal" },
  parameters = {
    checked_within_days = {
      type = "integer", default = 31, minimum = 1, unit = "days",
      doc = { ja = "媒体を点検する間隔 (月に一回程度)", en = "how often a medium is checked (about monthly)" },
    },
    copy_before_days = {
      type = "integer", default = 90, minimum = 0, unit = "days",
      doc = {
        ja = "使用終了予定日の何日前までに複写するか",
        en = "how long before its planned end a medium must have been copied",
      },
    },
    seen_within_days = {
      type = "integer", default = 184, minimum = 1, unit = "days",
      doc = { ja = "媒体の所在を確かめる間隔", en = "how often the whereabouts of a medium are confirmed" },
    },
    trained_within_days = {
      type = "integer", default = 365, minimum = 1, unit = "days",
      doc = { ja = "媒体の取扱いの研修を行う間隔", en = "how often the handling of media is taught" },
    },
    restore_tested_within_days = {
      type = "integer", default = 365, minimum = 1, unit = "days",
      doc = { ja = "保存場所ごとに復元試験を行う間隔", en = "how often restoring is tried for a storage place" },
    },
    reader_checked_within_days = {
      type = "integer", default = 365, minimum = 1, unit = "days",
      doc = { ja = "読取装置の動作を確かめる間隔", en = "how often a reader is tried" },
    },
    raid_levels = {
      type = "set", default = { "raid1", "raid6", "raid10" },
      doc = {
        ja = "RAID-1かRAID-6相当以上と認めるディスクアレイの種類",
        en = "levels of disk arrays that count as equal to RAID 1 or RAID 6, or better",
      },
    },
    reallocated_sectors = {
      type = "integer", default = 10, minimum = 0,
      doc = { ja = "ディスクの代替済みセクターを認める数", en = "how many reallocated sectors a disk may have" },
    },
    rsync_within_days = {
      type = "integer", default = 2, minimum = 0, unit = "days",
      doc = { ja = "rsyncの実行を何日前まで見るか", en = "how many days back the runs of rsync are looked at" },
    },
    good_results = {
      type = "set", default = { "良", "良好", "正常", "合格", "異常なし", "成功", "一致", "ok", "○", "◯", "〇" },
      doc = {
        ja = "点検・復元試験・検証の結果のうち、良いと認める語",
        en = "the words for a good result of a check, a restore test or a verification",
      },
    },
    training_words = {
      type = "list", default = { "媒体" },
      doc = {
        ja = "媒体の取扱いの研修を、研修記録で見つけるための語",
        en = "words by which training on handling media is found in the training record",
      },
    },
    disposal_words = {
      type = "list", default = { "破砕", "破壊", "溶解", "焼却", "消磁", "上書き消去", "暗号化消去" },
      doc = {
        ja = "読み出せなくなる廃棄方法と認める語",
        en = "words for methods of disposal that leave nothing readable",
      },
    },
  },
  checks = checks,
}
