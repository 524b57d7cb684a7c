import Compliance
import StrictYAML
import Testing

/// Shapes: what is read, and everything that is said about what cannot be.
@Suite struct YAMLShapeTests {
  private struct Ward: Equatable {
    var name: LocalizedText
    var beds: Int
    var isOpen: Bool
    var doctors: [String]
  }

  private static let ward: YAMLShape<Ward> = .mapping { fields in
    let name = fields.required("name", as: .localizedText)
    let beds = fields.required("beds", as: .integer(in: 1...100))
    let isOpen = fields.optional("open", as: .boolean) ?? true
    let doctors = fields.optional("doctors", as: .list(of: .string)) ?? []
    guard let name, let beds else { return nil }
    return Ward(name: name, beds: beds, isOpen: isOpen, doctors: doctors)
  }

  @Test func aMappingIsReadWithItsDefaults() {
    let (ward, problems) = read("name: {ja: 東, en: East}\nbeds: 12\ndoctors: [no, 010, \"佐藤\"]\n", as: Self.ward)
    #expect(
      ward
        == Ward(name: LocalizedText(ja: "東", en: "East"), beds: 12, isOpen: true, doctors: ["no", "010", "佐藤"]))
    #expect(problems == [])
  }

  @Test func everythingWrongIsReportedAtOnce() {
    let (_, problems) = read(
      """
      name: {ja: 東, fr: Est}
      beds: "12"
      opne: true
      doctors: [a, {b: c}, "", ~]
      """, as: Self.ward)
    #expect(
      problems == [
        "1:7: The key ‘en’ is missing.",
        "1:15: Unknown key ‘fr’. Keys that can be used here: ja, en",
        "2:7: Expected a whole number from 1 to 100 (without quotes), but found ‘12’.",
        "3:1: Unknown key ‘opne’. Did you mean ‘open’?",
        "4:14: Expected text, but found keys with values.",
        "4:22: Expected text, but there is nothing.",
        "4:26: Expected text, but there is nothing.",
      ])
  }

  @Test func aMisspelledRequiredKeyIsReportedOnce() {
    let (_, problems) = read("name: {ja: 東, en: East}\nbed: 3\n", as: Self.ward)
    #expect(problems == ["2:1: Unknown key ‘bed’. Did you mean ‘beds’?"])
  }

  @Test func missingKeysAreReportedWhereTheMappingBegins() {
    let (_, problems) = read("\n\nopen: false\n", as: Self.ward)
    #expect(problems == ["3:1: The key ‘name’ is missing.", "3:1: The key ‘beds’ is missing."])
  }

  @Test func aKeyWithoutAValueIsReported() {
    let (_, problems) = read("name:\nbeds: null\nopen: ~\n", as: Self.ward)
    #expect(
      problems == [
        "1:1: The key ‘name’ has no value. Give it one, or remove the key.",
        "2:1: The key ‘beds’ has no value. Give it one, or remove the key.",
        "3:1: The key ‘open’ has no value. Give it one, or remove the key.",
      ])
  }

  @Test(arguments: ["0", "101", "1.5", "12 beds", "１２", "99999999999999999999", "'5'", "[5]"])
  func aNumberOutsideTheRangeIsRefused(text: String) {
    let (value, problems) = read(text, as: .integer(in: 1...100))
    #expect(value == nil)
    #expect(problems.count == 1)
  }

  @Test(arguments: [("1", 1.0), ("0.5", 0.5), ("600", 600)])
  func numbersAreRead(text: String, expected: Double) {
    #expect(read(text, as: .number(above: 0, through: 600)).value == expected)
  }

  @Test(arguments: ["0", "-1", "600.1", "inf", "nan", "0x10", "\"1\""])
  func aNumberBeyondTheBoundsIsRefused(text: String) {
    let (value, problems) = read(text, as: .number(above: 0, through: 600))
    #expect(value == nil)
    #expect(problems.count == 1)
  }

  @Test(arguments: ["yes", "on", "True", "1", "\"true\""])
  func onlyTrueAndFalseAreBooleans(text: String) {
    #expect(read(text, as: .boolean).problems.count == 1)
  }

  @Test func aWordThatIsNoneGetsASuggestion() {
    let (_, problems) = read("minimun", as: .word(RequirementClass.self))
    #expect(
      problems == ["1:1: ‘minimun’ cannot be used. Did you mean ‘minimum’? Words that can: minimum, recommended"])
  }

  @Test func textInOneLanguageIsOnlyTakenWhereTheCallerAllowsIt() {
    #expect(read("みなと病院", as: .localizedTextOrString).value == LocalizedText(verbatim: "みなと病院"))
    #expect(
      read("みなと病院", as: .localizedText).problems == [
        "1:1: Expected text in both languages ({ja: …, en: …}), but found ‘みなと病院’."
      ])
  }

  @Test func anEmptyListIsRefusedWhereOneItemIsNeeded() {
    #expect(read("[]", as: .list(of: .string)).problems == [])
    #expect(
      read("[]", as: .list(of: .string, mayBeEmpty: false)).problems == [
        "1:1: The list is empty. Write at least one item."
      ])
  }

  @Test func aDictionaryHasParsedKeysAndKnowsTheirPlaces() {
    let shape = YAMLShape<[PluginID: Place]>.dictionary(
      LocalizedText(verbatim: "an id"), { PluginID($0) },
      { place in YAMLShape<Place> { _, _ in place } })
    let (value, problems) = read("wireless-lan: 1\nBad Name: 2\nempty:\n", as: shape)
    #expect(value?.map { "\($0) \($1)" } == ["wireless-lan f.yaml:1:1"])
    #expect(
      problems == [
        "2:1: Expected an id, but found ‘Bad Name’.",
        "3:1: The key ‘empty’ has no value. Give it one, or remove the key.",
      ])
  }

  @Test func whatWasRefusedByTheNotationIsNotReportedAgain() {
    let (_, problems) = read("name: *x\nbeds: *y\n", as: Self.ward)
    #expect(problems.count == 2)
    #expect(problems.allSatisfy { $0.contains("Aliases") })
  }

  @Test func aLongTextIsNotRepeatedInFull() {
    let (_, problems) = read("\"\(String(repeating: "長", count: 500))\"", as: .boolean)
    #expect(problems.first.map { $0.count < 120 } == true)
  }
}

private func read<Value>(_ text: String, as shape: YAMLShape<Value>) -> (value: Value?, problems: [String]) {
  let log = ProblemLog()
  let value = YAMLDocument(file: "f.yaml", bytes: Array(text.utf8)).read(as: shape, log)
  let problems = log.problems.isEmpty ? [] : Problems(log.problems).all
  return (value, problems.map { String($0.line(in: .en).dropFirst("f.yaml:".count)) })
}
