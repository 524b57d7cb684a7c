import Testing

@testable import Frames

/// Values of every kind, for the properties.
private struct Sample: FrameCodable, Equatable {
  var integer: Int64
  var count: Int
  var number: Double
  var flag: Bool
  var text: String
  var data: [UInt8]
  var list: [String]
  var inner: [Sample]

  init(_ random: inout SplitMix, depth: Int = 3) {
    integer = Int64(bitPattern: random.next() >> (random.next() % 64))
    if random.next() % 2 == 0 { integer = -integer }
    count = Int(random.next() % 1000)
    number = Double(bitPattern: random.next() & 0x7FEF_FFFF_FFFF_FFFF)
    flag = random.next() % 2 == 0
    text = String(repeating: "無線LAN🔐", count: Int(random.next() % 4))
    data = (0..<random.next() % 300).map { UInt8(truncatingIfNeeded: $0) }
    list = ["", "a", text]
    inner = depth == 0 ? [] : (0..<random.next() % 3).map { _ in Sample(&random, depth: depth - 1) }
  }

  func write(to writer: inout FrameWriter) {
    writer.write(integer)
    writer.write(count: count)
    writer.write(number)
    writer.write(flag)
    writer.write(text)
    writer.write(data)
    writer.write(list: list) { $0.write($1) }
    writer.write(list: inner) { $0.write($1) }
    writer.write(flag ? text : nil) { $0.write($1) }
  }

  init(from reader: inout FrameReader) throws(FrameError) {
    integer = try reader.int64()
    count = Int(try reader.unsigned())
    number = try reader.double()
    flag = try reader.bool()
    text = try reader.string()
    data = try reader.data()
    list = try reader.list { (reader) throws(FrameError) in try reader.string() }
    inner = try reader.list { (reader) throws(FrameError) in try reader.value() }
    let again = try reader.optional { (reader) throws(FrameError) in try reader.string() }
    guard again == (flag ? text : nil) else { throw .malformed }
  }
}

private struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

struct FrameTests {
  @Test func `what was written is read again`() throws {
    var random = SplitMix(state: 1)
    for _ in 0..<300 {
      let sample = Sample(&random)
      #expect(try Sample(frame: sample.frame) == sample)
    }
  }

  @Test(arguments: [Int64.min, -1, 0, 1, 63, 64, 127, 128, Int64.max])
  func `integers keep their ends`(_ value: Int64) throws {
    var writer = FrameWriter()
    writer.write(value)
    writer.write(unsigned: UInt64(bitPattern: value))
    var reader = FrameReader(writer.bytes)
    #expect(try reader.int64() == value)
    #expect(try reader.unsigned() == UInt64(bitPattern: value))
    try reader.finish()
  }

  @Test func `a frame that was cut is never a value`() throws {
    var random = SplitMix(state: 2)
    let frame = Sample(&random).frame
    for length in 0..<frame.count {
      #expect(throws: FrameError.self) { try Sample(frame: Array(frame[..<length])) }
    }
    #expect(throws: FrameError.leftOver) { try Sample(frame: frame + [0]) }
  }

  @Test func `a frame with a changed byte is refused or is another value, and has one form`() throws {
    var random = SplitMix(state: 3)
    let frame = Sample(&random).frame
    var refused = 0
    for index in frame.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var changed = frame
        changed[index] ^= change
        do {
          let value = try Sample(frame: changed)
          #expect(value.frame == changed)
        } catch { refused += 1 }
      }
    }
    #expect(refused > 0)
  }

  @Test func `counts beyond the bytes that are there are refused before room is made for them`() {
    for count in [UInt64(3), 1 << 32, 1 << 62, .max] {
      var writer = FrameWriter()
      writer.write(unsigned: count)
      let bytes = writer.bytes + [0, 0]
      var reader = FrameReader(bytes)
      #expect(throws: FrameError.endedEarly) { try reader.string() }
      reader = FrameReader(bytes)
      #expect(throws: FrameError.endedEarly) { try reader.list { (reader) throws(FrameError) in try reader.byte() } }
    }
  }

  @Test func `an integer has one form, a boolean two bytes, a text valid UTF-8`() {
    var reader = FrameReader([0x80, 0x00])
    #expect(throws: FrameError.malformed) { try reader.unsigned() }
    reader = FrameReader([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02])
    #expect(throws: FrameError.malformed) { try reader.unsigned() }
    reader = FrameReader([2])
    #expect(throws: FrameError.malformed) { try reader.bool() }
    reader = FrameReader([2, 0xC0, 0x80])
    #expect(throws: FrameError.malformed) { try reader.string() }
    reader = FrameReader([3, 0x61, 0x62, 0x63])
    #expect(throws: FrameError.tooLarge) { try reader.string(atMost: 2) }
  }

  @Test func `values in values in values end somewhere`() {
    struct Nested: FrameCodable {
      func write(to writer: inout FrameWriter) {}
      init(from reader: inout FrameReader) throws(FrameError) {
        if try reader.bool() { _ = try reader.value(Nested.self) }
      }
    }
    #expect(throws: FrameError.tooLarge) { try Nested(frame: [UInt8](repeating: 1, count: 100_000)) }
  }
}
