public import Compliance

/// What is said when the catalogue does not agree with the documents that it quotes.
extension Wording {
  /// A source document is not in the folder.
  public static func sourceDocumentMissing(_ file: String, folder: String) -> LocalizedText {
    LocalizedText(
      ja: "文書「\(file)」が \(folder) にない。この文書からの引用は確かめていない。",
      en: "The document ‘\(file)’ is not in \(folder). What is quoted from it was not verified.")
  }

  /// A source document is not the one that was read.
  public static func sourceDocumentChanged(_ file: String, sha256: String) -> LocalizedText {
    LocalizedText(
      ja: "文書「\(file)」は引用したものと違う。SHA-256 は \(sha256)。",
      en: "The document ‘\(file)’ is not the one that was quoted. Its SHA-256 is \(sha256).")
  }

  /// A source names a line behind the end of its document.
  public static func sourceLineMissing(_ file: String, line: Int, count: Int) -> LocalizedText {
    LocalizedText(
      ja: "文書「\(file)」に \(line) 行目はない。最後は \(count) 行目である。",
      en: "The document ‘\(file)’ has no line \(line); its last is \(count).")
  }

  /// A text stands on another line of its document.
  public static func quotedFromOtherLine(_ place: Place, stands line: Int) -> LocalizedText {
    LocalizedText(
      ja: "この本文は \(place) ではなく \(line) 行目にある。source の行を直す。",
      en: "This text does not stand at \(place) but on line \(line). Mend the line of the source.")
  }

  /// A text is not as its document has it.
  public static func quotedOtherwise(
    _ place: Place, behind agreed: String, ours: String, theirs: String
  ) -> LocalizedText {
    LocalizedText(
      ja: "この本文は \(place) と一致しない。「\(agreed)」の後が、ここでは「\(ours)」、文書では「\(theirs)」。",
      en: "This text is not that of \(place). Behind ‘\(agreed)’ it has ‘\(ours)’ here, ‘\(theirs)’ in the document.")
  }

  /// A line of a text is neither on the line where it should be nor close behind.
  public static func quotedLineMissing(_ place: Place, beginning: String) -> LocalizedText {
    LocalizedText(
      ja: "この本文の「\(beginning)…」が \(place) にも、その少し後にもない。",
      en: "‘\(beginning)…’ of this text is neither at \(place) nor shortly behind it.")
  }
}
