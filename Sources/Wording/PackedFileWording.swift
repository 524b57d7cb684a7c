import Compliance

// Packed files.
extension Wording {
  /// A gzip file is damaged or cut off.
  public static var damagedCompression: LocalizedText {
    LocalizedText(
      ja: "圧縮されたデータが壊れているか、途中で切れている。元のファイルからもう一度作る。",
      en: "The compressed data are damaged or cut off. Make the file again from what it was made of.")
  }

  /// A compressed file is a bomb.
  public static var expandsTooFar: LocalizedText {
    LocalizedText(
      ja: "展開すると異常に大きくなるため、途中で読むのをやめた。正しいファイルであれば、展開してから置く。",
      en: "It grows out of all proportion when unpacked, so reading stopped. "
        + "If the file is right, put it there unpacked.")
  }
}

// Files in archives.
extension Wording {
  /// A file is no ZIP archive.
  public static var notAnArchive: LocalizedText {
    LocalizedText(
      ja: "ZIPファイルとして読めない。壊れているか、別の形式である。",
      en: "This cannot be read as a ZIP file. It is damaged, or in another format.")
  }

  /// An archive has no file of that name.
  public static func noSuchMember(_ name: String, names: [String], meant: String?) -> LocalizedText {
    LocalizedText(
      ja: "ZIPファイルの中に「\(name)」がない。あるのは\(quoted(names).ja)。" + (meant.map { "「\($0)」のことではないか。" } ?? ""),
      en: "There is no \"\(name)\" in the ZIP file. It has \(quoted(names).en)."
        + (meant.map { " Did you mean \"\($0)\"?" } ?? ""))
  }

  /// Several files of an archive match.
  public static func severalMembers(_ name: String, names: [String]) -> LocalizedText {
    LocalizedText(
      ja: "ZIPファイルの中で「\(name)」に当たるものが一つに決まらない。当たるのは\(quoted(names).ja)。",
      en: "More than one file in the ZIP file matches \"\(name)\": \(quoted(names).en).")
  }

  /// A file of an archive has a password.
  public static func encryptedMember(_ name: String) -> LocalizedText {
    LocalizedText(
      ja: "ZIPファイルの中の「\(name)」はパスワードで守られている。パスワードなしで作り直す。",
      en: "\"\(name)\" in the ZIP file has a password. Make the file again without one.")
  }
}
