public import Compliance

extension Wording {
  /// The catalogue has no questions and answers.
  /// - Parameters:
  ///   - text: the number as it was given.
  ///   - number: the number within the volume.
  ///   - volume: the word that ids of the volume begin with.
  public static func questionNotInCatalogue(_ text: String, number: Int, volume: String) -> LocalizedText {
    LocalizedText(
      ja: """
        「\(text)」は第6.0版のQ&A（\(volumeTitle(volume).ja)の第\(number)問）の番号です。Q&Aはカタログに収録していません。\
        厚生労働省のQ&Aをご覧ください。この編の要求事項は tenken catalogue list --guideline mhlw-6 --chapter \(volume) で見られます。
        """,
      en: """
        ‘\(text)’ is question \(number) of the Q&A to edition 6.0, \(volumeTitle(volume).en). The catalogue does not hold the Q&A: \
        look it up at the ministry (MHLW). tenken catalogue list --guideline mhlw-6 --chapter \(volume) lists this volume's requirements.
        """)
  }

  private static func volumeTitle(_ volume: String) -> LocalizedText {
    switch volume {
    case "overview": LocalizedText(ja: "概説編", en: "overview")
    case "governance": LocalizedText(ja: "経営管理編", en: "governance")
    case "management": LocalizedText(ja: "企画管理編", en: "management")
    default: LocalizedText(ja: "システム運用編", en: "control")
    }
  }
}
