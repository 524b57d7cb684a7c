/// Messages in a stream of bytes: four bytes of length, little-endian, and so many bytes.
struct MessageStream {
  private let longest: Int
  private var bytes: [UInt8] = []
  private var position = 0

  /// - Parameter longest: the bytes of the longest message that is taken.
  init(longest: Int) { self.longest = longest }

  /// A message with its length before it.
  static func framed(_ message: [UInt8]) -> [UInt8] {
    header(message.count) + message
  }

  static func header(_ count: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
  }

  static func length(_ header: some Collection<UInt8>) -> Int {
    header.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Adds bytes as they arrive.
  mutating func append(_ more: some Sequence<UInt8>) {
    if position > 0 {
      bytes.removeSubrange(..<position)
      position = 0
    }
    bytes.append(contentsOf: more)
  }

  enum Next: Equatable {
    case message([UInt8])
    case incomplete
    case tooLong
  }

  /// Takes the next message out.
  mutating func next() -> Next {
    let waiting = bytes.count - position
    guard waiting >= 4 else { return .incomplete }
    let length = Self.length(bytes[position..<position + 4])
    guard length <= longest else { return .tooLong }
    guard waiting >= 4 + length else { return .incomplete }
    defer { position += 4 + length }
    return .message(Array(bytes[position + 4..<position + 4 + length]))
  }
}
