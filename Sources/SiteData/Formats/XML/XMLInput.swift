import Compliance
import Wording

/// The bytes of an XML file in UTF-8, chunk by chunk. The encoding is what the byte-order mark, the plugin or the document itself
/// says, in this order. A library's converters are not used: they load tables from disk, which a sealed process cannot.
struct XMLInput {
  private let declared: TextEncoding?
  private var input: ByteInput
  private var isOpen = false
  private var isCP932 = false

  private(set) var encodingName = Charset.utf8.name

  init(_ file: SourceFile, declared: TextEncoding?, chunkSize: Int) {
    self.declared = declared
    input = ByteInput(file, chunkSize: chunkSize)
  }

  init(_ input: ByteInput) {
    declared = .utf8
    self.input = input
  }

  /// Reads the file to its end and gives its SHA-256; nil if that is not possible.
  mutating func finish() -> String? { input.finish() }

  /// The next bytes; none at the end.
  mutating func next() throws(TreeFault) -> [UInt8] {
    if !isOpen { try open() }
    input.fill(atLeast: 2)
    if input.available == 0, let failure = input.failure {
      throw TreeFault(line: nil, column: nil, text: failure.text, isFinal: true)
    }
    let waiting = input.window[input.position..<input.end]
    guard isCP932 else {
      input.consume(waiting.count)
      return Array(waiting)
    }
    let whole = wholeCharacters(waiting)
    var text: [UInt8] = []
    guard CP932.append(Array(waiting.prefix(whole)).span, to: &text), whole > 0 || waiting.isEmpty else {
      throw TreeFault(line: nil, column: nil, text: Wording.xmlUndecodable(encodingName), isFinal: true)
    }
    input.consume(whole)
    return text
  }

  /// The length without a first byte at the end whose second has not been read.
  private func wholeCharacters(_ bytes: ArraySlice<UInt8>) -> Int {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let isLead = 0x81...0x9F ~= bytes[index] || 0xE0...0xFC ~= bytes[index]
      if isLead, index + 1 == bytes.endIndex { break }
      index += isLead ? 2 : 1
    }
    return index - bytes.startIndex
  }

  private mutating func open() throws(TreeFault) {
    isOpen = true
    let signature = input.open(declared: declared)
    encodingName = signature.encoding(declared: declared ?? .utf8).name
    switch signature.content {
    case .workbook: throw TreeFault(line: nil, column: nil, text: Wording.workbook, isFinal: true)
    case .utf16: return
    case .text: break
    }
    if declared == .cp932 {
      isCP932 = true
    } else if declared == nil, signature.markLength == 0, let name = writtenEncoding() {
      switch name.uppercased() {
      case "UTF-8", "UTF8", "US-ASCII", "ASCII": break
      case "SHIFT_JIS", "SHIFT-JIS", "SJIS", "WINDOWS-31J", "CP932", "MS932", "X-SJIS":
        isCP932 = true
        encodingName = Charset.cp932.name
      default: throw TreeFault(line: 1, column: nil, text: Wording.xmlEncoding(name), isFinal: true)
      }
    }
  }

  /// The encoding in the XML declaration; nil if there is none.
  private mutating func writtenEncoding() -> String? {
    input.fill(atLeast: 200)
    let head = String(decoding: input.window[input.position..<min(input.end, input.position + 200)], as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
      let key = head[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let rest = head[key.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }
}
