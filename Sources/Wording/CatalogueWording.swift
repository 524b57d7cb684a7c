public import Compliance

/// What the reader of the catalogue says.
extension Wording {
  /// Expected: the id of a source document.
  public static func documentID() -> LocalizedText {
    LocalizedText(ja: "文書のID(table-5 など)", en: "the id of a document (such as table-5)")
  }

  /// Expected: the id of a guideline.
  public static func guidelineID() -> LocalizedText {
    LocalizedText(ja: "ガイドラインのID(mhlw-5 など)", en: "the id of a guideline (such as mhlw-5)")
  }

  /// Expected: the path of a requirement.
  public static func requirementPath() -> LocalizedText {
    LocalizedText(
      ja: "要求事項のID(6.5.C.12 など。ガイドライン名は付けない)",
      en: "the id of a requirement (such as 6.5.C.12, without the guideline)")
  }

  /// Expected: the id of a requirement with its guideline.
  public static func fullRequirementID() -> LocalizedText {
    LocalizedText(
      ja: "ガイドライン名の付いた要求事項のID(mhlw-5:6.5.C.12 など)",
      en: "the id of a requirement with its guideline (such as mhlw-5:6.5.C.12)")
  }

  /// Expected: a hash.
  public static func sha256() -> LocalizedText {
    LocalizedText(ja: "SHA-256(小文字の16進数64桁)", en: "a SHA-256 (64 digits of lower-case hexadecimal)")
  }

  /// Expected: a date as exact as it is known.
  public static func publicationDate() -> LocalizedText {
    LocalizedText(
      ja: "公表の年月日(2017-05-30、2017-05 または 2017)", en: "a date of publication (2017-05-30, 2017-05 or 2017)")
  }

  /// An id is there twice.
  public static func duplicateID(_ id: String, first: Place?) -> LocalizedText {
    guard let first else {
      return LocalizedText(
        ja: "ID「\(id)」は元のカタログにもある。別のIDにする。",
        en: "The id ‘\(id)’ is in the catalogue already. Choose another.")
    }
    return LocalizedText(
      ja: "ID「\(id)」が重複している(1つ目は \(first))。", en: "The id ‘\(id)’ is there twice (first at \(first)).")
  }

  /// A citation is there twice.
  public static func duplicateCitation(_ citation: String, first: Place) -> LocalizedText {
    LocalizedText(
      ja: "引用「\(citation)」が重複している(1つ目は \(first))。",
      en: "The citation ‘\(citation)’ is there twice (first at \(first)).")
  }

  /// A requirement for which two kinds of evidence are named.
  public static func duplicateEvidence(_ path: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(path)」はすでに挙げられている。1つの要求事項に種類は1つだけ。",
      en: "‘\(path)’ is listed already. A requirement has one kind of evidence.")
  }

  /// A link is there twice, word for word.
  public static func duplicateLink() -> LocalizedText {
    LocalizedText(ja: "同じ対応がすでに書かれている。", en: "The same link stands above already.")
  }

  /// A guideline that no file declares.
  public static func unknownGuideline(_ id: String, meant: String?) -> LocalizedText {
    unknown(
      LocalizedText(
        ja: "ガイドライン「\(id)」が guidelines.yaml にない。",
        en: "The guideline ‘\(id)’ is not in guidelines.yaml."), meant)
  }

  /// A requirement that no file has.
  public static func unknownRequirement(_ id: String, meant: String?) -> LocalizedText {
    unknown(LocalizedText(ja: "要求事項「\(id)」がない。", en: "There is no requirement ‘\(id)’."), meant)
  }

  /// A document that no file declares.
  public static func unknownDocument(_ id: String, meant: String?) -> LocalizedText {
    unknown(
      LocalizedText(
        ja: "文書「\(id)」が documents.yaml にない。", en: "The document ‘\(id)’ is not in documents.yaml."), meant)
  }

  /// A chapter in the folder of another guideline.
  public static func chapterOfOtherGuideline(_ id: String, folder: String) -> LocalizedText {
    LocalizedText(
      ja: "フォルダー「\(folder)」に「\(id)」の章がある。",
      en: "A chapter of ‘\(id)’ lies in the folder ‘\(folder)’.")
  }

  /// Two files of a guideline, or two items of its list, have the same chapter.
  public static func duplicateChapter(_ number: String, first: Place) -> LocalizedText {
    LocalizedText(
      ja: "章「\(number)」が重複している(1つ目は \(first))。", en: "The chapter ‘\(number)’ is there twice (first at \(first)).")
  }

  /// A chapter in the list of a guideline that no file has.
  public static func listedChapterWithoutFile(_ number: String, meant: String?) -> LocalizedText {
    unknown(LocalizedText(ja: "章「\(number)」のファイルがない。", en: "No file has the chapter ‘\(number)’."), meant)
  }

  /// A chapter that the list of its guideline leaves out.
  public static func chapterNotListed(_ number: String) -> LocalizedText {
    LocalizedText(
      ja: "章「\(number)」が guidelines.yaml の chapters にない。章はすべて順に書く。",
      en: "The chapter ‘\(number)’ is not among ‘chapters’ in guidelines.yaml. List every chapter in order.")
  }

  /// A YAML file beside the ones that are read.
  public static func strayCatalogueFile(meant: String?) -> LocalizedText {
    unknown(
      LocalizedText(
        ja: "このファイルは読まれない。ガイドラインか correspondences のフォルダーに置く。",
        en: "This file is not read. Put it into the folder of a guideline or into correspondences."), meant)
  }

  /// A file ending in .yml.
  public static func endingMustBeYAML() -> LocalizedText {
    LocalizedText(
      ja: "このファイルは読まれない。末尾を .yaml に変える。", en: "This file is not read. Let its name end in .yaml.")
  }

  /// A site adds a chapter to a guideline that Tenken ships.
  public static func chapterOfShippedGuideline(_ id: String) -> LocalizedText {
    LocalizedText(
      ja: "ガイドライン「\(id)」は付属のカタログのもので、施設で章を加えることはできない。",
      en: "The guideline ‘\(id)’ comes with Tenken; a site cannot add chapters to it.")
  }

  /// A title that is too long to scan.
  public static func longTitle(_ language: Language, count: Int, limit: Int) -> LocalizedText {
    LocalizedText(
      ja: "題名(\(language.rawValue))が\(count)文字ある。\(limit)文字までにする。",
      en: "The title (\(language.rawValue)) has \(count) characters. Keep it to \(limit).")
  }

  /// A requirement that does not say where its text is from.
  public static func requirementWithoutSource() -> LocalizedText {
    LocalizedText(
      ja: "出典がない。source に文書と行を書く。", en: "The source is missing. Give document and line as ‘source’.")
  }

  /// A citation of another edition than the guideline's.
  public static func citationOfOtherEdition(_ edition: String, expected: String) -> LocalizedText {
    LocalizedText(
      ja: "引用の版が「\(edition)」である。このガイドラインは「\(expected)」。",
      en: "The citation names ‘\(edition)’; this guideline is ‘\(expected)’.")
  }

  /// A citation that does not spell the id.
  public static func wrongCitation(_ citation: String, path: String) -> LocalizedText {
    LocalizedText(
      ja: "引用「\(citation)」の番号がID「\(path)」と合わない。",
      en: "The numbers of the citation ‘\(citation)’ do not agree with the id ‘\(path)’.")
  }

  /// A part whose id does not begin with that of its parent.
  public static func partOutsideParent(_ path: String, parent: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(parent)」の一部なのに、ID「\(path)」が「\(parent).」で始まっていない。",
      en: "This is a part of ‘\(parent)’, but its id ‘\(path)’ does not begin with ‘\(parent).’.")
  }

  /// A part with text below a parent without.
  public static func partTextWithoutParentText(parent: String) -> LocalizedText {
    LocalizedText(
      ja: "「\(parent)」に本文がないのに、その一部に本文がある。",
      en: "This part has text, but ‘\(parent)’, which it belongs to, has none.")
  }

  /// The text of a part does not occur in its parent's.
  public static func partTextElsewhere(parent: String) -> LocalizedText {
    LocalizedText(
      ja: "この本文が「\(parent)」の本文の中にない。一字一句同じにする。",
      en: "This text does not occur in the text of ‘\(parent)’. Quote it letter by letter.")
  }

  /// An unresolved link without candidates.
  public static func unresolvedNeedsCandidates() -> LocalizedText {
    LocalizedText(
      ja: "status が unresolved の対応には candidates が必要。", en: "An unresolved link needs ‘candidates’.")
  }

  /// An unresolved link that says where it leads.
  public static func unresolvedHasEnd() -> LocalizedText {
    LocalizedText(
      ja: "status が unresolved の対応に to は書けない。candidates に書く。",
      en: "An unresolved link has no ‘to’. Put it among ‘candidates’.")
  }

  /// Candidates of a link that is resolved.
  public static func candidatesOfResolved() -> LocalizedText {
    LocalizedText(
      ja: "candidates は status が unresolved の対応にだけ書く。",
      en: "Only an unresolved link has ‘candidates’.")
  }

  /// A link that says that there is no counterpart, and gives one.
  public static func relationNoneHasEnd() -> LocalizedText {
    LocalizedText(
      ja: "relation が none の対応に to は書けない。", en: "A link with the relation ‘none’ has no ‘to’.")
  }

  /// A link without the requirement that it leads to.
  public static func linkWithoutEnd() -> LocalizedText {
    LocalizedText(
      ja: "to がない。対応先がなければ relation を none にする。",
      en: "The link has no ‘to’. Without a counterpart the relation is ‘none’.")
  }

  private static func unknown(_ text: LocalizedText, _ meant: String?) -> LocalizedText {
    guard let meant else { return text }
    return LocalizedText(
      ja: "\(text.ja)「\(meant)」の誤りではないか。", en: "\(text.en) Did you mean ‘\(meant)’?")
  }
}
