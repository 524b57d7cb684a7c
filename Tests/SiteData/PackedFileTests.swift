import CZlib
import Compliance
import Testing

@testable import SiteData

struct PackedFileTests {
  private let ledger = "name,encryption\r\nAP-1,WPA2-AES\r\nAP-2,WPA3-SAE\r\n南病棟,WEP\r\n"

  @Test func aPackedFileIsReadAsTheFileInIt() throws {
    let plain = try read(Array(ledger.utf8), accessPoints)
    for bytes in [Array(ledger.utf8), try cp932(ledger), utf16(ledger)] {
      for size in [1, 2, 7, 65_536] {
        let packed = try read(try gzip(bytes), accessPoints, chunkSize: size)
        #expect(packed.seen == plain.seen, "\(size)")
      }
    }
  }

  @Test func theHashIsThatOfTheFileItself() throws {
    let bytes = try gzip(Array(ledger.utf8))
    // What a pass over the packed bytes as they are would hash.
    var raw = FileBytes(try file([0] + bytes))
    var same = FileBytes(try file(bytes))
    #expect(try read(bytes, accessPoints).evidence.sha256 == same.finish())
    #expect(raw.finish() != same.finish())
  }

  @Test func membersFollowEachOther() throws {
    let half = ledger.utf8.count / 2
    let (first, second) = (Array(ledger.utf8.prefix(half)), Array(ledger.utf8.dropFirst(half)))
    let bytes = try gzip(first) + gzip(second) + [0, 0, 0]
    for size in [1, 5, 65_536] {
      #expect(try read(bytes, accessPoints, chunkSize: size).seen == read(ledger, accessPoints))
    }
  }

  @Test func whatIsCutOffOrDamagedFails() throws {
    let bytes = try gzip(Array(ledger.utf8))
    for count in 3..<bytes.count {
      let seen = try read(Array(bytes.prefix(count)), accessPoints).seen
      #expect(seen.last?.isFailed == true && seen.last?.problem?.contains("壊れているか") == true, "\(count)")
    }
    for index in 10..<bytes.count {
      var damaged = bytes
      damaged[index] ^= 0x55
      let seen = try read(damaged, accessPoints).seen
      #expect(try read(damaged, accessPoints, chunkSize: 7).seen == seen, "\(index), in small pieces")
      #expect(seen.last?.isFailed == true, "\(index)")
    }
    #expect(try read(bytes + Array("rest".utf8), accessPoints).seen.last?.isFailed == true)
  }

  @Test func aBombIsNotUnpacked() throws {
    let bomb = try gzip(Array(repeating: UInt8(ascii: "x"), count: 4 << 20))
    var bytes = FileBytes(try file(bomb), limit: ExpansionLimit(harmless: 1 << 20, ratio: 250, most: 16 << 30))
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var total = 0
    while true {
      let count = bytes.read(into: &buffer, from: 0, count: buffer.count)
      if count == 0 { break }
      total += count
    }
    #expect(bytes.failure == .expandsTooFar && total <= 1 << 20)
    // What is as large for an honest reason is read: only the ratio is suspect.
    let limit = ExpansionLimit(harmless: 1 << 20, ratio: 250, most: 2 << 20)
    #expect(limit.allows(2 << 20, from: 100_000) && !limit.allows(2 << 20, from: 8_000))
    #expect(!limit.allows(3 << 20, from: 1 << 20))
  }

  @Test func theEndingBehindGzTellsTheFormat() {
    #expect(SourceFormat.forFile("log/devices.CSV.gz") == .csv)
    #expect(SourceFormat.forFile("devices.gz") == nil)
  }
}

/// Bytes packed by zlib as gzip(1) does.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
  var stream = z_stream()
  try #require(
    deflateInit2_(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      == Z_OK)
  defer { deflateEnd(&stream) }
  var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 64)
  // zlib uses the pointers within the closures only, and within the counts that it is told.
  let status = bytes.withUnsafeBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(target.count)
      return deflate(&stream, Z_FINISH)
    }
  }
  try #require(status == Z_STREAM_END)
  return Array(output.prefix(Int(stream.total_out)))
}
