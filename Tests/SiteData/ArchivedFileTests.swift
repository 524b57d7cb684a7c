import Compliance
import Testing

@testable import SiteData

struct ArchivedFileTests {
  private let ledger = "name,encryption\nAP-1,WPA2\n南病棟,WEP\n"

  private func ledgerIn(_ bytes: [UInt8], _ member: String, chunkSize: Int = 65_536) throws -> [Seen] {
    try read(bytes, source(accessPoints.columns, layout: SourceLayout(member: member)), chunkSize: chunkSize).seen
  }

  @Test func aFileInAnArchiveIsReadAsItIs() throws {
    let bytes = try zip([("readme.txt", "x"), ("export/台帳.csv", ledger)])
    for member in ["export/台帳.csv", "*.csv", "export/??.csv"] {
      for size in [1, 7, 65_536] { #expect(try ledgerIn(bytes, member, chunkSize: size) == read(ledger, accessPoints)) }
    }
    let evidence = try read(bytes, source(accessPoints.columns, layout: SourceLayout(member: "*.csv"))).evidence
    var whole = FileBytes(try file(bytes))
    #expect(evidence.sha256 == whole.finish())
  }

  @Test func theWantedFileMustBeThereOnce() throws {
    let bytes = try zip([("a.csv", ledger), ("b.csv", ledger), ("d/", "")])
    #expect(try ledgerIn(bytes, "c.csv").map(\.problem) == ["ZIPファイルの中に「c.csv」がない。あるのは「a.csv」「b.csv」。「a.csv」のことではないか。"])
    #expect(try ledgerIn(bytes, "*.csv").map(\.problem) == ["ZIPファイルの中で「*.csv」に当たるものが一つに決まらない。当たるのは「a.csv」「b.csv」。"])
    #expect(try ledgerIn(Array("a,b\n".utf8), "a.csv").map(\.isFailed) == [true])
  }

  @Test func whatIsDamagedIsNotRead() throws {
    let bytes = try zip([("a.csv", ledger)])
    // Every byte of the local header's signature, of the data and of the list matters.
    for index in Array(0..<4) + Array(35..<60) {
      var damaged = bytes
      damaged[index] ^= 0x5A
      #expect(try ledgerIn(damaged, "a.csv").last?.isFailed == true, "\(index)")
    }
    for count in stride(from: 0, to: bytes.count, by: 3) {
      #expect(try ledgerIn(Array(bytes.prefix(count)), "a.csv").map(\.isFailed) == [true])
    }
    var generator = Generator(seed: 61)
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<3 {
        damaged[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
      _ = try ledgerIn(damaged, "a.csv")
    }
  }

  @Test func aLockedFileSaysSo() throws {
    var bytes = try zip([("a.csv", ledger)])
    let list = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    bytes[list + 8] |= 1
    #expect(try ledgerIn(bytes, "a.csv").first?.problem?.contains("パスワード") == true)
  }
}
