import Characters
import Testing

/// UTF-8, a scalar at a time.
@Suite struct UTF8BytesTests {
  @Test func `scalars of every length are written and read as String has them`() {
    let text = "a\u{7F}\u{80}é\u{7FF}\u{800}点検\u{FFFF}\u{10000}𩸽\u{10FFFF}"
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars { appendUTF8(scalar.value, to: &bytes) }
    #expect(bytes == Array(text.utf8))
    var scalars: [UInt32] = []
    var index = 0
    while index < bytes.count { scalars.append(nextScalar(bytes, &index)) }
    #expect(scalars == text.unicodeScalars.map(\.value))
  }

  @Test func `a slice is read at its own indices`() {
    let bytes = Array("xé点".utf8)[1...]
    var index = bytes.startIndex
    #expect(nextScalar(bytes, &index) == 0xE9)
    #expect(index == 3)
    #expect(nextScalar(bytes, &index) == 0x70B9)
    #expect(index == bytes.endIndex)
  }
}
