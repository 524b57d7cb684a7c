import Glibc

/// What an XML parser found in one chunk of a document, in order: elements, their attributes, and text.
///
/// A value of its own, so that each call of the parser's takes it up once: access by access, what stands in an object is guarded
/// by the runtime, which would take longer than the parsing.
struct XMLPieces {
  /// What a piece is.
  enum Kind {
    /// The beginning of an element, with its attributes.
    case start
    /// The end of an element.
    case end
    /// Text, or a part of it.
    case text
  }

  private struct Piece {
    let kind: Kind
    /// The local name, or the text.
    let text: Range<Int>
    let attributes: Range<Int>
    let line: Int
  }

  private struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
  }

  private var pieces: [Piece] = []
  private var attributes: [Attribute] = []
  private var bytes: [UInt8] = []

  var count: Int { pieces.count }

  mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  // MARK: - Reading

  func kind(of index: Int) -> Kind { pieces[index].kind }
  func line(of index: Int) -> Int { pieces[index].line }
  func text(of index: Int) -> ArraySlice<UInt8> { bytes[pieces[index].text] }

  /// The value of an attribute, by its local name; the first, if prefixes make several.
  func attribute(_ name: some Collection<UInt8>, of index: Int) -> ArraySlice<UInt8>? {
    let length = name.count
    for attribute in attributes[pieces[index].attributes]
    where attribute.name.count == length && bytes[attribute.name].elementsEqual(name) {
      return bytes[attribute.value]
    }
    return nil
  }

  // MARK: - Taking down

  /// Adds the beginning of an element.
  /// - Parameters:
  ///   - name: ends with a zero byte, as all texts here do.
  ///   - list: the names and values of its attributes in turn, and nil at the end.
  mutating func start(_ name: UnsafePointer<CChar>, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?, line: Int) {
    let first = attributes.count
    if var pair = list {
      // Both pointers of a pair are there or the list ends, and they are valid as long as the parser's call.
      while let name = pair[0], let value = pair[1] {
        if let name = appendLocalName(name) { attributes.append(Attribute(name: name, value: append(value))) }
        pair += 2
      }
    }
    let text = appendLocalName(name) ?? 0..<0
    pieces.append(Piece(kind: .start, text: text, attributes: first..<attributes.count, line: line))
  }

  /// Adds the end of an element.
  mutating func end() { pieces.append(Piece(kind: .end, text: 0..<0, attributes: 0..<0, line: 0)) }

  /// Adds text.
  mutating func text(_ text: UnsafeRawBufferPointer) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    pieces.append(Piece(kind: .text, text: start..<bytes.count, attributes: 0..<0, line: 0))
  }

  private mutating func append(_ text: UnsafePointer<CChar>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text)))
    return start..<bytes.count
  }

  /// Appends a name without its prefix; nil for what declares a namespace.
  private mutating func appendLocalName(_ name: UnsafePointer<CChar>) -> Range<Int>? {
    guard let colon = strchr(name, Int32(UInt8(ascii: ":"))) else {
      return strcmp(name, "xmlns") == 0 ? nil : append(name)
    }
    // The colon lies within the name, so that there is at least the zero byte behind it.
    return strncmp(name, "xmlns:", 6) == 0 ? nil : append(colon + 1)
  }
}
