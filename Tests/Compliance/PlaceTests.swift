import Compliance
import Testing

struct PlaceTests {
  @Test func aPlaceReadsAsEditorsReadIt() {
    #expect(Place(file: "tenken.yaml").description == "tenken.yaml")
    #expect(Place(file: "tenken.yaml", line: 3).description == "tenken.yaml:3")
    #expect(Place(file: "data/機器.csv", line: 3, column: 14).description == "data/機器.csv:3:14")
  }

  @Test func placesAreOrderedByFileThenLineThenColumn() {
    let sorted = [
      Place(file: "a"), Place(file: "a", line: 2), Place(file: "a", line: 2, column: 9), Place(file: "a", line: 10),
      Place(file: "b", line: 1, column: 1),
    ]
    for seed in 0..<20 as Range<UInt64> {
      var generator = SplitMix(seed: seed)
      #expect(sorted.shuffled(using: &generator).sorted() == sorted)
    }
  }

  @Test func problemsStandInTheOrderOfTheirPlaces() {
    let text = LocalizedText(verbatim: "x")
    let sorted = (1...20).map { Problem(at: Place(file: "tenken.yaml", line: $0), text) }
    for seed in 0..<20 as Range<UInt64> {
      var generator = SplitMix(seed: seed)
      #expect(Problems(sorted.shuffled(using: &generator)).all == sorted)
    }
  }

  @Test func aProblemIsALineInEitherLanguage() {
    let problem = Problem(at: Place(file: "tenken.yaml", line: 4, column: 1), LocalizedText(ja: "誤り。", en: "Wrong."))
    #expect(problem.line(in: .ja) == "tenken.yaml:4:1: 誤り。")
    #expect(problem.line(in: .en) == "tenken.yaml:4:1: Wrong.")
  }

  @Test func anErrorWithoutAProblemIsAFaultOfTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = Problems([]) }
  }
}
