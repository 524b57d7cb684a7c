import CZlib
import Glibc

/// The list of what is in a ZIP file (PKWARE's APPNOTE 6.3.10), read at positions through the file's descriptor. libzip would
/// do the same through its own position in a shared descriptor, and needs C functions for ours; what workbooks and exports
/// use of the format is little: stored and deflated members, with 64-bit sizes or without.
struct ZipArchive {
  /// A file in the archive.
  struct Member {
    /// Its name, with `/`. Where the archive does not say that it is UTF-8, it is taken for CP932, which Windows writes in Japan.
    let name: String
    let isEncrypted: Bool
    let method: Int
    let crc: UInt32
    let packedSize: Int
    let size: Int
    /// Where its local header begins.
    let offset: Int
  }

  /// Why a file cannot be read as an archive.
  enum Fault: Error {
    case failed(ReadFailure)
    /// It is no archive, or cut off or damaged.
    case damaged
    /// It has more members than anyone's.
    case tooMany
  }

  /// The most members of an archive, and the most bytes of the list of them.
  static let mostMembers = 65_536
  static let longestList = 16 << 20

  let file: SourceFile
  let members: [Member]

  init(_ file: SourceFile) throws(Fault) {
    self.file = file
    let directory = try Self.directory(of: file)
    guard directory.count <= Self.mostMembers, directory.length <= Self.longestList else { throw .tooMany }
    let bytes = try Self.bytes(of: file, at: directory.offset, count: directory.length)
    var members: [Member] = []
    var position = 0
    for _ in 0..<directory.count {
      guard let (member, next) = Self.member(bytes, position) else { throw .damaged }
      members.append(member)
      position = next
    }
    self.members = members
  }

  /// The bytes of a member.
  func open(_ member: Member, limit: ExpansionLimit = .usual) throws(Fault) -> ZipMemberBytes {
    let header = try Self.bytes(of: file, at: member.offset, count: 30)
    guard number(header, 0, 4) == 0x0403_4B50 else { throw .damaged }
    let start = member.offset + 30 + number(header, 26, 2) + number(header, 28, 2)
    guard !member.isEncrypted, member.method == 0 || member.method == 8 else { throw .damaged }
    guard let bytes = ZipMemberBytes(file, member, start: start, limit: limit) else { throw .failed(.system(12)) }
    return bytes
  }

  // MARK: - The list of members

  /// Where the list stands, from the record at the end of the file, which a comment of up to 64 KiB may follow.
  private static func directory(of file: SourceFile) throws(Fault) -> (offset: Int, length: Int, count: Int) {
    let size = try size(of: file)
    let tailLength = min(size, 22 + 65_535)
    let tail = try bytes(of: file, at: size - tailLength, count: tailLength)
    for position in stride(from: tailLength - 22, through: 0, by: -1)
    where number(tail, position, 4) == 0x0605_4B50 && position + 22 + number(tail, position + 20, 2) == tailLength {
      let count = number(tail, position + 10, 2)
      let (length, offset) = (number(tail, position + 12, 4), number(tail, position + 16, 4))
      let end = size - tailLength + position
      if count == 0xFFFF || length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
        return try longDirectory(of: file, before: end)
      }
      guard offset + length <= end else { throw .damaged }
      return (offset, length, count)
    }
    throw .damaged
  }

  /// The same from the record with 64-bit numbers, to which a locator before the usual record points.
  private static func longDirectory(
    of file: SourceFile, before end: Int
  ) throws(Fault) -> (offset: Int, length: Int, count: Int) {
    guard end >= 20 else { throw .damaged }
    let locator = try bytes(of: file, at: end - 20, count: 20)
    let position = number(locator, 8, 8)
    guard number(locator, 0, 4) == 0x0706_4B50, position >= 0, position <= end - 76 else { throw .damaged }
    let record = try bytes(of: file, at: position, count: 56)
    let (count, length, offset) = (number(record, 32, 8), number(record, 40, 8), number(record, 48, 8))
    guard number(record, 0, 4) == 0x0606_4B50, count >= 0, length >= 0, offset >= 0, offset <= position,
      length <= position - offset
    else { throw .damaged }
    return (offset, length, count)
  }

  private static func member(_ list: [UInt8], _ start: Int) -> (Member, next: Int)? {
    guard start + 46 <= list.count, number(list, start, 4) == 0x0201_4B50 else { return nil }
    let flags = number(list, start + 8, 2)
    let nameEnd = start + 46 + number(list, start + 28, 2)
    let extraEnd = nameEnd + number(list, start + 30, 2)
    let next = extraEnd + number(list, start + 32, 2)
    guard next <= list.count else { return nil }
    var sizes = [number(list, start + 24, 4), number(list, start + 20, 4), number(list, start + 42, 4)]
    // The extra field 1 holds, in this order, what does not fit into 32 bits.
    var field = nameEnd
    while field + 4 <= extraEnd, sizes.contains(0xFFFF_FFFF) {
      let end = field + 4 + number(list, field + 2, 2)
      if number(list, field, 2) == 1, end <= extraEnd {
        var position = field + 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF && position + 8 <= end {
          sizes[index] = number(list, position, 8)
          position += 8
        }
        break
      }
      field = end
    }
    guard sizes.allSatisfy({ 0...(1 << 48) ~= $0 }) else { return nil }
    let rawName = Array(list[start + 46..<nameEnd])
    let member = Member(
      name: name(rawName, isUTF8: flags & 0x800 != 0), isEncrypted: flags & 1 != 0, method: number(list, start + 10, 2),
      crc: UInt32(truncatingIfNeeded: number(list, start + 16, 4)), packedSize: sizes[1], size: sizes[0],
      offset: sizes[2])
    return (member, next)
  }

  private static func name(_ raw: [UInt8], isUTF8: Bool) -> String {
    var text: [UInt8] = []
    if !isUTF8, !SiteData.isUTF8(raw.span), CP932.append(raw.span, to: &text) {
      return String(decoding: text, as: UTF8.self)
    }
    return String(decoding: raw, as: UTF8.self)
  }

  // MARK: - Bytes

  private static func size(of file: SourceFile) throws(Fault) -> Int {
    if let contents = file.contents {
      guard contents.count >= 22 else { throw .damaged }
      return contents.count
    }
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw .failed(.system(errno)) }
    guard status.st_size >= 22 else { throw .damaged }
    return Int(status.st_size)
  }

  /// Exactly so many bytes.
  private static func bytes(of file: SourceFile, at offset: Int, count: Int) throws(Fault) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let result = readBytes(of: file, at: offset + filled, into: &buffer, from: filled, count: count - filled)
      if result.count < 0 { throw .failed(.system(result.error)) }
      if result.count == 0 { throw .damaged }
      filled += result.count
    }
    return buffer
  }
}

/// A number of two, four or eight bytes, the lowest first; one beyond Int becomes negative.
/// - Parameter bytes: at least `position + length` of them.
private func number(_ bytes: [UInt8], _ position: Int, _ length: Int) -> Int {
  var value = 0
  for index in (0..<length).reversed() { value = value << 8 | Int(bytes[position + index]) }
  return value
}

/// The bytes of a member of a ZIP file, unpacked.
struct ZipMemberBytes: ByteSource {
  private let file: SourceFile
  private let member: ZipArchive.Member
  private let limit: ExpansionLimit
  private let inflater: Inflater?
  private var position: Int
  private let end: Int
  private var packed: [UInt8]
  private var waiting = 0..<0
  private var produced = 0
  private var crc: UInt32 = 0

  private(set) var isAtEnd = false
  private(set) var failure: ReadFailure?

  fileprivate init?(_ file: SourceFile, _ member: ZipArchive.Member, start: Int, limit: ExpansionLimit) {
    (self.file, self.member, self.limit) = (file, member, limit)
    (position, end) = (start, start + member.packedSize)
    inflater = member.method == 8 ? Inflater(.none) : nil
    if member.method == 8, inflater == nil { return nil }
    packed = [UInt8](repeating: 0, count: member.method == 8 ? ByteInput.usualChunkSize : 0)
  }

  mutating func read(into buffer: inout [UInt8], from start: Int, count: Int) -> Int {
    guard !isAtEnd else { return 0 }
    do throws(ReadFailure) {
      let made = try inflater == nil ? copy(&buffer, start, count) : unpack(&buffer, start..<start + count)
      produced += made
      guard limit.allows(produced, from: member.packedSize) else { throw .expandsTooFar }
      crc = checksum(buffer, start..<start + made)
      if made == 0 {
        isAtEnd = true
        guard produced == member.size, crc == member.crc else { throw .damaged }
      }
      return made
    } catch {
      failure = error
      isAtEnd = true
      return 0
    }
  }

  /// Where the file itself is hashed, it is read as a whole; a member alone says nothing of it.
  mutating func finish() -> String? {
    var whole = FileBytes(file, unpacks: false)
    return whole.finish()
  }

  private mutating func copy(_ buffer: inout [UInt8], _ start: Int, _ count: Int) throws(ReadFailure) -> Int {
    let result = readBytes(of: file, at: position, into: &buffer, from: start, count: min(count, end - position))
    if result.count < 0 { throw .system(result.error) }
    position += result.count
    return result.count
  }

  private mutating func unpack(_ buffer: inout [UInt8], _ room: Range<Int>) throws(ReadFailure) -> Int {
    guard let inflater else { return 0 }
    while true {
      if waiting.isEmpty {
        let result = readBytes(of: file, at: position, into: &packed, from: 0, count: min(packed.count, end - position))
        if result.count < 0 { throw .system(result.error) }
        position += result.count
        waiting = 0..<result.count
      }
      let step = try inflater.step(packed, waiting, into: &buffer, room)
      let isStuck = waiting.isEmpty && step.produced == 0 && !step.isAtEnd
      waiting = waiting.lowerBound + step.consumed..<waiting.upperBound
      if step.isAtEnd { (position, waiting) = (end, 0..<0) }
      if step.produced > 0 || step.isAtEnd { return step.produced }
      if isStuck { throw .damaged }  // it is cut off
    }
  }

  private func checksum(_ buffer: [UInt8], _ range: Range<Int>) -> UInt32 {
    guard !range.isEmpty else { return crc }
    // zlib reads the bytes within the call.
    return buffer.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: crc32(UInt(crc), $0.baseAddress.map { $0 + range.lowerBound }, UInt32(range.count)))
    }
  }
}
