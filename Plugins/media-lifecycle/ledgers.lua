-- The ledgers that the checks read. Numbers and serials are keywords, so that ＬＴＯ－００１ and LTO-001 are the same.
local tenken = require "tenken"

local ledgers = {}

ledgers.media = tenken.source {
  id = "media",
  title = { ja = "媒体台帳", en = "Media ledger" },
  file = "media/media.csv",
  subject = "number",
  columns = {
    number = { "keyword", "媒体番号", "管理番号", example = "LTO-001" },
    type = { "keyword?", "種別", "媒体種別", example = "LTO-8" },
    serial = { "keyword?", "製造番号", "シリアル番号", "シリアル", example = "AA00000001" },
    started_on = { "date?", "使用開始日", example = "R6.4.1" },
    planned_end_on = { "date?", "使用終了予定日", "使用期限", example = "R11.3.31" },
    checked_on = { "date?", "最終点検日", "点検日", example = "令和8年11月5日" },
    check_result = { "keyword?", "点検結果", example = "良" },
    location = { "string?", "保管場所", "所在", example = "本館地下 耐火金庫" },
    seen_on = { "date?", "所在確認日", "棚卸日", "最終棚卸日", example = "2026/9/30" },
    copied_to = { "keyword?", "複写先媒体番号", "複写先", example = "LTO-021" },
    disposed_on = { "date?", "廃棄日" },
  },
}

ledgers.movements = tenken.source {
  id = "movements",
  title = { ja = "媒体取扱記録", en = "Log of media handling" },
  file = "media/movements.csv",
  subject = "number",
  columns = {
    number = { "keyword", "媒体番号", "管理番号", example = "LTO-001" },
    moved_on = { "date", "取扱日", "作業日", "持出日", example = "R8.11.2" },
    action = { "string?", "作業内容", "内容", "目的", example = "遠隔地保管へ搬送" },
    person = { "string?", "作業者", "担当者", personal = true },
    approver = { "string?", "承認者", personal = true },
    approved_on = { "date?", "承認日", example = "R8.10.30" },
    returned_on = { "date?", "返却日", "戻し日", example = "R8.11.9" },
  },
}

ledgers.training = tenken.source {
  id = "training",
  title = { ja = "研修記録", en = "Training record" },
  file = "staff/training.csv",
  subject = "topic",
  columns = {
    topic = { "keyword", "研修内容", "研修名", "テーマ", example = "記録媒体の取扱い" },
    held_on = { "date", "実施日", "開催日", example = "令和8年5月20日" },
  },
}

ledgers.storage_places = tenken.source {
  id = "storage-places",
  title = { ja = "保存場所一覧", en = "Register of storage places" },
  file = "media/storage-places.csv",
  subject = "place",
  columns = {
    place = { "keyword", "保存場所", "保存先", example = "電子カルテDBサーバ" },
    capacity = { "string?", "保存可能容量", "容量", example = "20TB" },
    term = { "string?", "保存可能期間", "期間", example = "5年" },
    risk = { "string?", "リスク", example = "ディスク故障、停電" },
    response = { "string?", "レスポンス", "応答時間", example = "3秒以内" },
    backup_frequency = { "string?", "バックアップ頻度", example = "毎日" },
    backup_method = { "string?", "バックアップ方法", example = "LTOへ差分、週1回全体" },
  },
}

ledgers.restore_tests = tenken.source {
  id = "restore-tests",
  title = { ja = "復元試験記録", en = "Record of restore tests" },
  file = "media/restore-tests.csv",
  subject = "place",
  columns = {
    place = { "keyword", "保存場所", "保存先", "対象", example = "電子カルテDBサーバ" },
    tested_on = { "date", "試験日", "実施日", example = "R8.6.14" },
    result = { "keyword?", "結果", "試験結果", example = "成功" },
    lost_range = { "string?", "損なわれた範囲", "損失範囲", example = "6月13日 23時以後の予約" },
  },
}

ledgers.backup_jobs = tenken.source {
  id = "backup-jobs",
  title = { ja = "バックアップ一覧", en = "List of backup jobs" },
  file = "media/backup-jobs.csv",
  subject = "job",
  columns = {
    job = { "keyword", "ジョブ名", "バックアップ名", example = "emr-db-daily" },
    interval_days = { "integer", "間隔(日)", "実行間隔(日)", example = "1" },
    tool = { "keyword?", "バックアップソフト", "ソフト", example = "Veeam" },
    ended_on = { "date?", "廃止日" },
  },
}

ledgers.backup_log = tenken.source {
  id = "backup-log",
  title = { ja = "バックアップ実行記録", en = "Log of backups" },
  file = "media/backup-log.csv",
  subject = "job",
  columns = {
    job = { "keyword", "ジョブ名", "バックアップ名", example = "emr-db-daily" },
    ran_at = { "datetime", "実行日時", "終了日時", example = "2026/11/20 02:14:08" },
    verification = { "keyword?", "検証結果", "照合結果", example = "一致" },
  },
}

ledgers.usb_history = tenken.source {
  id = "usb-history",
  title = { ja = "USB接続履歴", en = "USB connection history" },
  file = "media/usb-history.csv",
  subject = "serial",
  columns = {
    serial = { "keyword", "シリアル番号", "製造番号", "シリアル", example = "AA00000001" },
    connected_at = { "datetime", "接続日時", example = "2026/11/18 14:03:22" },
    computer = { "string?", "端末名", "コンピュータ名", example = "PC-3F-12" },
  },
}

ledgers.readers = tenken.source {
  id = "readers",
  title = { ja = "読取装置台帳", en = "Register of readers" },
  file = "media/readers.csv",
  subject = "number",
  columns = {
    number = { "string", "装置番号", "管理番号", example = "RD-01" },
    media_type = { "keyword", "対応媒体", "媒体種別", example = "LTO-8" },
    works = { "boolean?", "動作", "動作確認", example = "○" },
    checked_on = { "date?", "動作確認日", "確認日", example = "R8.10.1" },
  },
}

ledgers.disposals = tenken.source {
  id = "disposals",
  title = { ja = "廃棄記録", en = "Record of disposals" },
  file = "media/disposals.csv",
  subject = "number",
  columns = {
    number = { "keyword", "媒体番号", "管理番号", "機器番号", example = "HDD-004" },
    disposed_on = { "date", "廃棄日", example = "R8.8.21" },
    method = { "keyword?", "廃棄方法", "方法", example = "磁気破壊後に破砕" },
    performer = { "string?", "実施者", personal = true },
    qualification = { "string?", "実施者の資格", "資格", "専門知識", example = "情報機器廃棄講習 修了" },
    verifier = { "string?", "確認者", personal = true },
    contractor = { "string?", "委託先", "廃棄委託先", example = "みなと機密処理株式会社" },
    certificate = { "string?", "証明書番号", "廃棄証明書番号", example = "MK-2026-0815" },
    confirmed_on = { "date?", "証明書確認日", "確認日", example = "R8.9.1" },
  },
}

return ledgers
