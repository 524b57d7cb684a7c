import Compliance
import Testing

@testable import SiteData

/// Cells that stand for the value of the row above, in columns that are declared so.
struct RepeatingColumnTests {
  private let ward = Column(name: "ward", type: .string, isOptional: true, sameAsAbove: .blanks)
  private let model = Column(name: "model", type: .keyword, sameAsAbove: .marks)
  private let on = Column(name: "on", type: .date, isOptional: true, sameAsAbove: .marks)
  private var ledger: SourceDeclaration { source([Column(name: "name", type: .string), ward, model, on]) }

  @Test func marksAndBlanksTakeTheValueAbove() throws {
    let text = """
      name,ward,model,on
      a,南棟,ＣＴ,R8.5.1
      b,,〃,同上
      c,〃,″,
      d,-,MRI,\"\"\"\"
      e,,\"\"\"\"," ”"
      """
    #expect(
      try read(text, ledger) == [
        .record(line: 2, ["a", "南棟", "ct", "2026-05-01"]), .record(line: 3, ["b", "南棟", "ct", "2026-05-01"]),
        .record(line: 4, ["c", "南棟", "ct", .null]),
        .refused(line: 5, "「on」に「〃」や「同上」とあるが、上の行に値がない。"),
        .refused(line: 6, "「on」は上の行と同じとあるが、上の行の値が読めない。"),
      ])
  }

  @Test func aDashIsSomethingAndEndsTheRepetition() throws {
    let declaration = source([Column(name: "name", type: .string), ward])
    let seen = try read("name,ward\na,x\nb,-\nc,\nd,y\ne\n", declaration)
    #expect(
      seen == [
        .record(line: 2, ["a", "x"]), .record(line: 3, ["b", .null]), .record(line: 4, ["c", .null]),
        .record(line: 5, ["d", "y"]), .record(line: 6, ["e", "y"]),
      ])
  }

  @Test func theRowAboveCountsEvenIfItIsRefused() throws {
    let seen = try read("name,ward,model,on\na,x,CT,never\nb,,〃,\n", ledger)
    #expect(seen[0].isRefused && seen[1] == .record(line: 3, ["b", "x", "ct", .null]))
  }

  @Test func anUnreadableValueIsUnreadableAgain() throws {
    let seen = try read("name,ward,model,on\na,x,CT,never\nb,,〃,〃\n", ledger)
    #expect(seen.map(\.isRefused) == [true, true])
    #expect(seen[1].problem?.contains("never") == true)
  }

  @Test func nothingStandsAboveTheFirstRowOfAFile() throws {
    let files = [try file(Array("name,ward\na,x\n".utf8)), try file(Array("name,ward\nb,\nc,〃\n".utf8))]
    let declaration = source([Column(name: "name", type: .string), ward])
    let reader = RecordReader(declaration, files: files, timeZone: .japan, pseudonyms: nil)
    #expect(
      steps(reader) == [
        .record(line: 2, ["a", "x"]), .record(line: 2, ["b", .null]),
        .refused(line: 3, "「ward」に「〃」や「同上」とあるが、上の行に値がない。"),
      ])
  }

  @Test func withoutDeclarationAMarkIsAFault() throws {
    #expect(try read("name\na\n〃\n", source([Column(name: "name", type: .string)]))[1].isRefused)
  }

  @Test func onlyRowsHaveRowsAbove() {
    #expect(source([ward], format: .json).layoutFaults.map(\.written) == ["ward"])
    #expect(source([ward], format: .xlsx).layoutFaults.isEmpty)
  }
}
