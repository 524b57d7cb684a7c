public import Compliance

extension Wording {
  /// The national holidays of Japan, in the English of the Cabinet Office where it has one.
  public enum Holiday {
    /// 1 January.
    public static var newYear: LocalizedText { LocalizedText(ja: "元日", en: "New Year's Day") }
    /// The second Monday of January.
    public static var comingOfAge: LocalizedText { LocalizedText(ja: "成人の日", en: "Coming of Age Day") }
    /// 11 February.
    public static var foundation: LocalizedText { LocalizedText(ja: "建国記念の日", en: "National Foundation Day") }
    /// The birthday of the reigning emperor.
    public static var emperor: LocalizedText { LocalizedText(ja: "天皇誕生日", en: "Emperor's Birthday") }
    /// The spring equinox.
    public static var spring: LocalizedText { LocalizedText(ja: "春分の日", en: "Vernal Equinox Day") }
    /// 29 April.
    public static var showa: LocalizedText { LocalizedText(ja: "昭和の日", en: "Showa Day") }
    /// 3 May.
    public static var constitution: LocalizedText { LocalizedText(ja: "憲法記念日", en: "Constitution Memorial Day") }
    /// 4 May.
    public static var greenery: LocalizedText { LocalizedText(ja: "みどりの日", en: "Greenery Day") }
    /// 5 May.
    public static var children: LocalizedText { LocalizedText(ja: "こどもの日", en: "Children's Day") }
    /// The third Monday of July.
    public static var marine: LocalizedText { LocalizedText(ja: "海の日", en: "Marine Day") }
    /// 11 August.
    public static var mountain: LocalizedText { LocalizedText(ja: "山の日", en: "Mountain Day") }
    /// The third Monday of September.
    public static var aged: LocalizedText { LocalizedText(ja: "敬老の日", en: "Respect for the Aged Day") }
    /// The autumn equinox.
    public static var autumn: LocalizedText { LocalizedText(ja: "秋分の日", en: "Autumnal Equinox Day") }
    /// The second Monday of October until 2019.
    public static var healthSports: LocalizedText { LocalizedText(ja: "体育の日", en: "Health and Sports Day") }
    /// The second Monday of October since 2020.
    public static var sports: LocalizedText { LocalizedText(ja: "スポーツの日", en: "Sports Day") }
    /// 3 November.
    public static var culture: LocalizedText { LocalizedText(ja: "文化の日", en: "Culture Day") }
    /// 23 November.
    public static var labour: LocalizedText { LocalizedText(ja: "勤労感謝の日", en: "Labour Thanksgiving Day") }
    /// 1 May 2019.
    public static var accession: LocalizedText {
      LocalizedText(ja: "天皇の即位の日", en: "The day of the Emperor's accession")
    }
    /// 22 October 2019.
    public static var enthronement: LocalizedText {
      LocalizedText(ja: "即位礼正殿の儀の行われる日", en: "The day of the enthronement ceremony")
    }
    /// The day off for a holiday on a Sunday (article 3, paragraph 2).
    public static var substitute: LocalizedText { LocalizedText(ja: "振替休日", en: "Substitute holiday") }
    /// The day between two holidays (article 3, paragraph 3).
    public static var between: LocalizedText { LocalizedText(ja: "国民の休日", en: "Day between two holidays") }
  }
}
