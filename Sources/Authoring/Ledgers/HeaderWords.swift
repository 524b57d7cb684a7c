import SiteData

/// What a header that ledgers commonly have stands for.
struct HeaderWord: Sendable {
  /// What a column is to the first check of a plugin.
  enum Role: Sendable, Hashable {
    /// Tells one record from another.
    case key
    /// The day on which somebody last looked.
    case reviewed
    /// The day until which something holds.
    case due
    /// The day on which something ends; blank while it goes on.
    case ends
    /// The day since which the thing is not used any more.
    case retired
  }

  /// The name for it in Lua.
  let name: String
  /// The type that its values have, if they can be read so.
  let type: ColumnType?
  /// What it is to a check.
  let role: Role?

  /// The word of a header in the form in which headers are compared; nil for one that is not known.
  static func of(_ folded: String) -> HeaderWord? { table[folded] }

  /// What the end of a header that is not known tells, as 日 does of a day.
  static func role(ofUnknown folded: String) -> Role? {
    guard ["日", "年月日", "期限", "日付", "日時"].contains(where: folded.hasSuffix) else { return nil }
    func has(_ words: [String]) -> Bool { words.contains(where: folded.contains) }
    if has(["撤去", "廃棄", "停止", "廃止", "解約", "退職", "返却済", "削除", "抹消"]) { return .retired }
    if has(["期限", "次回", "予定"]) { return .due }
    if has(["終了", "満了"]) { return .ends }
    if has(["点検", "確認", "棚卸", "見直", "更新", "検査", "実施", "受講"]) { return .reviewed }
    return nil
  }

  /// Whether a header names persons, or how to reach them.
  static func namesPersons(_ folded: String) -> Bool {
    persons.contains(where: folded.contains) && !machines.contains(where: folded.contains)
  }

  /// Whether a header names the days on which persons were born, which tell who they are and can be no pseudonyms.
  static func namesBirthDays(_ folded: String) -> Bool { ["生年", "誕生", "birth"].contains(where: folded.contains) }

  private static let persons = [
    "氏名", "名前", "担当", "患者", "利用者", "使用者", "職員", "責任者", "管理者", "承認者", "実施者", "確認者", "作業者", "立会", "申請者",
    "所有者", "記入者", "報告者", "受講者", "医師", "看護師", "メール", "電話", "内線", "住所", "生年", "誕生日", "連絡先", "ふりがな", "フリガナ", "カルテ",
    "ユーザ", "person", "staff", "employee", "patient", "owner", "user", "fullname", "email", "mail", "phone", "birth",
    "contact", "assignee",
  ].map(headerFolded)
  /// What reads like a person and is none.
  private static let machines = ["メールサーバ", "担当部", "担当課", "利用者数", "患者情報", "患者データ", "useragent", "mailserver"].map(
    headerFolded)

  private static let table = Dictionary(
    words.flatMap { entry in entry.headers.map { (headerFolded($0), entry.word) } },
    uniquingKeysWith: { first, _ in first })

  private static func word(
    _ name: String, _ headers: String..., type: ColumnType? = nil, role: Role? = nil
  ) -> (headers: [String], word: HeaderWord) {
    (headers, HeaderWord(name: name, type: type, role: role))
  }

  private static let words = [
    word(
      "number", "管理番号", "資産番号", "機器番号", "整理番号", "登録番号", "媒体番号", "文書番号", "番号", "No", "No.", "ID", type: .keyword,
      role: .key),
    word("name", "機器名", "装置名", "端末名", "AP名", "ホスト名", "名称", "品名", "名前", "コンピュータ名", type: .string, role: .key),
    word("job", "ジョブ名", type: .keyword, role: .key),
    word("title", "文書名", "件名", "題名", "規程名", role: .key),
    word("system", "システム名", "システム", role: .key),
    word("account", "アカウント", "アカウント名", "ログインID", "ユーザーID", "ユーザID", "利用者ID", type: .keyword, role: .key),
    word("staff_number", "職員番号", "社員番号", type: .keyword, role: .key),
    word("company", "会社", "会社名", "委託先", "事業者", "事業者名", "業者名", "取引先", "保守会社", "保守業者", "保守委託先"),
    word("kind", "種別", "種類", "区分", "分類", "機器種別", type: .keyword),
    word("maker", "メーカー", "メーカ", "製造元", "製造者", "ベンダー"),
    word("model", "型番", "型式", "機種", "機種名", "モデル", type: .keyword),
    word("serial", "製造番号", "シリアル番号", "シリアル", "シリアルNo", "S/N", type: .keyword),
    word("location", "設置場所", "保管場所", "所在", "場所", "設置部署"),
    word("department", "部署", "所属", "部門", "診療科", "担当部署", "担当部門", "部署名"),
    word("os", "OS"),
    word("version", "バージョン", "版", "版数", "OSバージョン", type: .version),
    word("firmware", "ファームウェア", "ファームウェアバージョン", "FW", type: .version),
    word("software", "ソフトウェア", "ソフトウェア名", "ソフト名"),
    word("antivirus", "ウイルス対策", "ウイルス対策ソフト"),
    word("mac", "MACアドレス", "MAC", "物理アドレス", type: .mac),
    word("ip", "IPアドレス", "IP", type: .ip),
    word("network", "ネットワーク", "セグメント", "サブネット", type: .network),
    word("ssid", "SSID"),
    word("encryption", "暗号化方式", "暗号方式", "暗号化", type: .keyword),
    word("authentication", "認証方式", type: .keyword),
    word("hidden", "ステルスモード", "ステルス", type: .boolean),
    word("lent", "貸出", "貸出中", type: .boolean),
    word("patient_data", "患者情報", "患者情報の有無", "患者情報有無", type: .boolean),
    word("remote_maintenance", "リモート保守", "リモート保守有無", "リモートメンテナンス", type: .boolean),
    word("person", "担当者", "担当者名", "担当", "管理者", "管理責任者", "責任者", "使用者", "利用者"),
    word("full_name", "氏名", "職員名", "利用者名", "使用者名"),
    word("approver", "承認者"), word("operator", "実施者", "作業者", "作業担当者"), word("confirmer", "確認者"),
    word("attendant", "立会者"), word("applicant", "申請者"), word("contact", "連絡先", "問い合わせ先"),
    word("job_title", "職種", "役職", type: .keyword),
    word("role", "権限", "権限区分", type: .keyword),
    word("checked_on", "最終点検日", "点検日", "最終確認日", "確認日", "前回点検日", type: .date, role: .reviewed),
    word("seen_on", "最終棚卸日", "棚卸日", "所在確認日", type: .date, role: .reviewed),
    word("reviewed_on", "最終見直し日", "見直し日", "最終見直日", "前回見直し日", type: .date, role: .reviewed),
    word("updated_on", "更新日", "最終更新日", "定義更新日", "パッチ適用日", type: .date, role: .reviewed),
    word("trained_on", "研修受講日", "受講日", type: .date, role: .reviewed),
    word("held_on", "実施日", "開催日", type: .date, role: .reviewed),
    word("reviewed_at", "最終ログイン", "最終ログイン日時", "最終接続日時", "最終検出日時", role: .reviewed),
    word("support_ends_on", "サポート終了日", "保守終了日", "サポート期限", "サポート終了", type: .date, role: .ends),
    word("expires_on", "有効期限", "期限", "使用期限", "証明書期限", "認証期限", "ライセンス期限", type: .date, role: .due),
    word("ends_on", "契約終了日", "終了日", "担当終了日", "満了日", "契約満了日", "使用終了予定日", type: .date, role: .ends),
    word("return_due_on", "返却予定日", type: .date, role: .due),
    word("next_review_on", "次回見直し日", "次回点検日", "次回見直し予定日", "次回点検予定日", type: .date, role: .due),
    word("retired_on", "撤去日", "廃止日", "使用停止日", "使用終了日", "利用停止日", type: .date, role: .retired),
    word("disposed_on", "廃棄日", type: .date, role: .retired),
    word("disabled_on", "無効化日", "退職日", "退職/異動日", "異動日", type: .date, role: .retired),
    word("deleted_on", "削除日", "抹消日", "アカウント削除日", type: .date, role: .retired),
    word("returned_on", "返却日", "戻し日", type: .date, role: .retired),
    word("started_on", "使用開始日", "導入日", "設置日", "購入日", "開始日", "契約開始日", "担当開始日", "取得日", type: .date),
    word("granted_on", "付与日", "登録日", "作成日", type: .date),
    word("approved_on", "承認日", type: .date),
    word("taken_out_on", "持出日", "貸出日", type: .date),
    word("done_on", "作業日", "取扱日", type: .date),
    word("published_on", "公開日", "発行日", type: .date),
    word("fiscal_year", "年度", "対象年度", type: .fiscalYear),
    word("time", "日時", "発生日時", "接続日時", "入室日時", type: .datetime),
    word("entered_at", "入室時刻", type: .datetime), word("left_at", "退室時刻", type: .datetime),
    word("result", "結果", "点検結果", "判定", type: .keyword),
    word("method", "方法", "廃棄方法", type: .keyword),
    word("purpose", "目的", "用途", "持出目的"),
    word("content", "内容", "作業内容", "対象"),
    word("count", "台数", "件数", "数量", "人数", type: .integer),
    word("amount", "金額", "価格", type: .number),
    word("state", "状態", "状況", "ステータス", type: .keyword),
    word("rule", "運用管理規程", "規程"),
    word("note", "備考", "メモ", "摘要", "コメント", "特記事項"),
  ]
}
