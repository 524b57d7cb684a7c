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

// Records of any format.
extension Wording {
  /// A column that holds one value is given several.
  public static func severalValues(header: String, count: Int) -> LocalizedText {
    LocalizedText(
      ja: "「\(header)」に異なる値が\(count)個あり、一つに決められない。すべて必要なら、プラグインで列の型を list にする。",
      en: "\"\(header)\" has \(count) values that differ, and the column holds one. "
        + "If all are wanted, make the column a list in the plugin.")
  }

  /// The fields of one record are longer than any.
  public static func recordTooLarge(kibibytes: Int) -> LocalizedText {
    LocalizedText(
      ja: "一件の記録が\(kibibytes) KiBを超えるため読まない。", en: "The record is longer than \(kibibytes) KiB. It is left out.")
  }
}
