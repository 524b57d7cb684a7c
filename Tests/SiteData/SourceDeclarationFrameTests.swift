import Compliance
import Frames
import Testing

@testable import SiteData

struct SourceDeclarationFrameTests {
  @Test func `a declaration is the same after a journey as bytes, in everything that it can hold`() throws {
    let column = SourceDeclaration.Column(
      name: "owner", type: .keyword, isOptional: true, headers: ["所有者", "担当"], isPersonal: true,
      sameAsAbove: .blanks, doc: LocalizedText(ja: "誰の", en: "Whose"), example: "架空 太郎")
    let layout = SourceLayout(
      records: "$.data", patterns: ["{a} {b}"], skipsOthers: true, sheet: "台帳", table: "t",
      query: "SELECT 1", member: "*.csv")
    let full = SourceDeclaration(
      id: "devices", title: LocalizedText(ja: "機器", en: "Devices"), origin: .data("iot/*.csv"), format: .blocks,
      encoding: .cp932, subject: "owner", begins: ["interface"], layout: layout, isOptional: true,
      maxAgeDays: 31, columns: [column])
    #expect(try SourceDeclaration(frame: full.frame) == full)
    // Whoever adds a property adds it to the bytes, and to what stands above. Of these, workers are not told the order of the columns.
    #expect(Mirror(reflecting: full).children.count == 12)
    #expect(Mirror(reflecting: layout).children.count == 7)
    #expect(Mirror(reflecting: column).children.count == 8)
  }

  @Test(arguments: SourceFormat.allCases) func `every format has its byte`(format: SourceFormat) throws {
    let plain = SourceDeclaration(
      id: "a", title: LocalizedText(verbatim: "a"), origin: .data("a"), format: format, columns: [])
    #expect(try SourceDeclaration(frame: plain.frame) == plain)
  }

  @Test func `moments, zones and keys come through`() throws {
    let moment = try #require(Moment(iso: "2024-02-29T23:59:59", in: .japan))
    #expect(try Moment(frame: moment.frame) == moment)
    #expect(throws: FrameError.malformed) { try SiteTimeZone(frame: "Mars".frame) }
    let pseudonyms = Pseudonyms(key: [1, 2, 3])
    let name = Array("架空 太郎".utf8)
    #expect(try Pseudonyms(frame: pseudonyms.frame).pseudonym(for: name) == pseudonyms.pseudonym(for: name))
  }
}

extension String {
  fileprivate var frame: [UInt8] {
    var writer = FrameWriter()
    writer.write(self)
    return writer.bytes
  }
}
