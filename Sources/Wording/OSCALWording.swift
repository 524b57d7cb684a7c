public import Compliance

/// What the import of OSCAL catalogs says.
extension Wording {
  /// What breaks the notation of a JSON text.
  public enum JSONFault: Sendable {
    /// The text ends within a value.
    case unexpectedEnd
    /// No value begins here.
    case valueExpected
    /// No key begins here.
    case keyExpected
    /// A key without a colon.
    case colonExpected
    /// Neither a comma nor the end of the list or object.
    case commaExpected
    /// A text without its closing quotation mark.
    case unclosedText
    /// A control character within a text.
    case controlCharacter
    /// A backslash that begins no escape.
    case badEscape
    /// Digits that are no number of JSON.
    case badNumber
    /// Bytes that are no UTF-8.
    case notUTF8
    /// Something behind the value.
    case textBehindTheEnd
    /// Too many levels.
    case tooDeep(limit: Int)
  }

  /// The notation is broken.
  public static func jsonSyntax(_ fault: JSONFault) -> LocalizedText {
    switch fault {
    case .unexpectedEnd:
      LocalizedText(
        ja: "JSONが途中で終わっている。ファイルが欠けていないか確かめる。",
        en: "The JSON ends too early. See whether the file is complete.")
    case .valueExpected: LocalizedText(ja: "ここにはJSONの値が必要である。", en: "A JSON value is expected here.")
    case .keyExpected:
      LocalizedText(ja: "ここには「\"」で囲んだキーが必要である。", en: "A key in double quotes is expected here.")
    case .colonExpected: LocalizedText(ja: "キーの後に「:」がない。", en: "The ‘:’ behind a key is missing.")
    case .commaExpected:
      LocalizedText(ja: "「,」か閉じ括弧がない。", en: "A ‘,’ or a closing bracket is missing.")
    case .unclosedText: LocalizedText(ja: "「\"」が閉じていない。", en: "A quotation mark is not closed.")
    case .controlCharacter:
      LocalizedText(
        ja: "文字列の中に制御文字や改行がそのまま入っている。「\\n」のように書く。",
        en: "A line break or control character stands bare in a text. Write it like ‘\\n’.")
    case .badEscape: LocalizedText(ja: "「\\」の後の書き方が誤っている。", en: "The escape after ‘\\’ is wrong.")
    case .badNumber: LocalizedText(ja: "数の書き方が誤っている。", en: "This is not a number of JSON.")
    case .notUTF8: yamlNotUTF8()
    case .textBehindTheEnd:
      LocalizedText(ja: "JSONの終わりの後に余分なものがある。", en: "Something stands behind the end of the JSON.")
    case .tooDeep(let limit): yamlTooDeep(limit: limit)
    }
  }

  /// A key that the object has already.
  public static func jsonDuplicateKey(_ key: String) -> LocalizedText {
    LocalizedText(
      ja: "キー「\(excerpt(key))」が重複している。どちらかを消す。",
      en: "The key ‘\(excerpt(key))’ is there twice. Remove one of them.")
  }

  /// Expected: an object.
  public static func jsonObject() -> LocalizedText { LocalizedText(ja: "オブジェクト({ })", en: "an object ({ })") }

  /// Expected: a list.
  public static func jsonList() -> LocalizedText { LocalizedText(ja: "配列([ ])", en: "an array ([ ])") }

  /// The JSON is no OSCAL catalog.
  public static func noOSCALCatalog() -> LocalizedText {
    LocalizedText(
      ja: "OSCALのカタログではない(「catalog」がない)。プロファイルなどは、先にカタログに解決する。",
      en: "This is no OSCAL catalog: there is no ‘catalog’. Resolve a profile to a catalog first.")
  }

  /// A catalog without controls.
  public static func noOSCALControls() -> LocalizedText {
    LocalizedText(ja: "カタログに要求事項(controls)が1つもない。", en: "The catalog has no controls.")
  }

  /// Two parameters have one id.
  public static func duplicateParameter(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "パラメーター「\(excerpt(id))」が重複している。", en: "The parameter ‘\(excerpt(id))’ is there twice.")
  }

  /// A parameter without end.
  public static func endlessParameter(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "パラメーター「\(excerpt(id))」が自分自身を含むか、長くなりすぎる。",
      en: "The parameter ‘\(excerpt(id))’ contains itself, or grows too long.")
  }

  /// The issuer of a catalog that does not say.
  public static func unknownIssuer() -> LocalizedText { LocalizedText(ja: "発行者不明", en: "unknown issuer") }

  /// The catalogue has the guideline.
  public static func guidelineExists(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "ガイドライン「\(id)」はすでにある。何も書き換えていない。別のIDを --guideline で指定する。",
      en: "There is a guideline ‘\(id)’ already. Nothing was changed. Give another id with --guideline.")
  }

  /// An id that no guideline can have.
  public static func guidelineIDReserved(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(id)」は取り込むガイドラインのIDにできない。別のIDを --guideline で指定する。",
      en: "‘\(id)’ cannot be the id of an imported guideline. Give another with --guideline.")
  }

  /// A file or folder stands where the guideline would.
  public static func guidelineFolderExists(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "\(path) がすでにある。何も書き換えていない。移すか、別のIDを --guideline で指定する。",
      en: "\(path) is there already. Nothing was changed. Move it, or give another id with --guideline.")
  }

  /// The list of guidelines is not in the form that can be added to.
  public static func guidelinesNotExtensible() -> LocalizedText {
    LocalizedText(
      ja: "この書き方の guidelines.yaml には書き足せない。各ガイドラインを「- id: …」で始まる行に分けてから、もう一度取り込む。",
      en:
        "Nothing can be added to guidelines.yaml as it is written. Let each guideline begin a line with ‘- id: …’ and import again."
    )
  }

  /// Parts for assessors were left out.
  public static func assessmentPartsLeftOut(_ count: Int) -> LocalizedText {
    LocalizedText(
      ja: "評価者向けの項目(assessment-…)\(count)件は取り込まない。",
      en: "\(count) parts for assessors (assessment-…) were left out.")
  }

  /// Links were left out.
  public static func linksLeftOut(_ count: Int) -> LocalizedText {
    LocalizedText(ja: "リンク\(count)件は取り込まない。", en: "\(count) links were left out.")
  }

  /// The back matter was left out.
  public static func resourcesLeftOut(_ count: Int) -> LocalizedText {
    LocalizedText(
      ja: "巻末の資料(back-matter)\(count)件は取り込まない。", en: "\(count) resources of the back matter were left out.")
  }

  /// Texts name parameters that the file does not have.
  public static func unknownParameters(_ ids: [String]) -> LocalizedText {
    let names = ids.prefix(5).map(excerpt).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
    return LocalizedText(
      ja: "ファイルにないパラメーターが本文にある。[ID] のまま残す: \(names)",
      en: "Texts name parameters that the file does not have; they stay there as [ID]: \(names)")
  }
}

extension Wording {
  /// What the results of a sweep say in OSCAL where it wants a text.
  public enum OSCALResults {
    /// The title of what OSCAL takes for the plan of the assessment.
    public static var plan: LocalizedText { LocalizedText(ja: "点検の計画", en: "The plan of the sweep") }
    /// That there is no plan in OSCAL.
    public static var planDescription: LocalizedText {
      LocalizedText(
        ja: "点検の計画は、施設の設定とプラグインである。OSCALの文書としては存在しない。",
        en: "The plan is the site's settings and plugins; there is none as an OSCAL document.")
    }
    /// Who has accepted a deviation.
    public static func accepted(by approver: String) -> LocalizedText {
      LocalizedText(ja: "\(approver) が承認した例外である。", en: "A deviation that \(approver) has approved.")
    }
  }
}
