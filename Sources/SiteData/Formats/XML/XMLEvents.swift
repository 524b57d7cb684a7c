import CXML
import Compliance
import Wording

/// An XML document piece by piece, in memory that does not grow with it. libxml2 reads the notation; nothing is looked up for it,
/// neither on disk nor in the network, and a document that declares entities is refused: they are how a kilobyte becomes a
/// gigabyte, and how a document asks for other files.
///
/// libxml2 pushes what it finds to functions of ours, which take it down; after each chunk of the file this is what waits to be
/// read. Its own pull parser, xmlTextReader, would build a tree of every element, and expand entities in attributes.
final class XMLEvents {
  /// What a piece is.
  enum Kind {
    /// The beginning of an element, with its attributes.
    case start
    /// The end of an element.
    case end
    /// Text, or a part of it.
    case text
  }

  private struct Event {
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

  private var input: XMLInput
  private var context: xmlParserCtxtPtr?
  private var hasEnded = false
  private var depth = 0
  private var fault: TreeFault?

  /// How deep elements may lie within each other.
  static let deepest = 256

  private var events: [Event] = []
  private var attributes: [Attribute] = []
  private var bytes: [UInt8] = []
  private var index = -1

  init(_ input: XMLInput) {
    self.input = input
  }

  deinit {
    guard let context else { return }
    // libxml2 may make a document to keep declarations in, and leaves it to the caller.
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// How the file is encoded, as far as it has been read.
  var encodingName: String { input.encodingName }

  /// Reads the file to its end and gives its SHA-256; nil if that is not possible.
  func finish() -> String? { input.finish() }

  // MARK: - Reading

  /// Goes on to the next piece.
  /// - Returns: nil at the end of the document.
  func next() throws(TreeFault) -> Kind? {
    index += 1
    while index >= events.count {
      if let fault { throw fault }
      if hasEnded { return nil }
      try readChunk()
    }
    return events[index].kind
  }

  /// The line where the piece stands; that of an element is where its first tag ends.
  var line: Int { events[index].line }
  /// The local name of the element, or the text.
  var text: ArraySlice<UInt8> { bytes[events[index].text] }

  /// The value of an attribute of the element, by its local name.
  func attribute(_ name: [UInt8]) -> ArraySlice<UInt8>? {
    for attribute in attributes[events[index].attributes] where bytes[attribute.name].elementsEqual(name) {
      return bytes[attribute.value]
    }
    return nil
  }

  private func readChunk() throws(TreeFault) {
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    index = 0
    let chunk = try input.next()
    if context == nil, chunk.isEmpty {
      hasEnded = true  // an empty file holds nothing, which is no fault of its notation
      return
    }
    if context == nil { context = makeContext() }
    guard let context else { throw TreeFault(line: nil, column: nil, text: Wording.outOfMemory, isFinal: true) }
    hasEnded = chunk.isEmpty
    chunk.withUnsafeBytes { bytes in
      // libxml2 reads so many bytes within the call; the functions that it calls have a reference to this object that the
      // caller keeps alive.
      _ = xmlParseChunk(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), hasEnded ? 1 : 0)
    }
    if hasEnded, fault == nil, context.pointee.wellFormed == 0 {
      fault = TreeFault(line: nil, column: nil, text: Wording.xmlSyntax(""), isFinal: true)
    }
  }

  private func makeContext() -> xmlParserCtxtPtr? {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      XMLEvents.of(context)?.start(name, count, attributes)
    }
    handler.endElementNs = { context, _, _, _ in XMLEvents.of(context)?.end() }
    handler.characters = { context, text, length in XMLEvents.of(context)?.characters(text, length) }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.entityDecl = { context, _, _, _, _, _ in XMLEvents.of(context)?.refuseEntities() }
    handler.reference = { context, _ in XMLEvents.of(context)?.refuseEntities() }
    handler.serror = { context, error in XMLEvents.of(context)?.note(error) }
    // The object owns the context, so that the context's pointer to it never outlives it.
    guard
      let context = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    else { return nil }
    // The bytes come in UTF-8, whatever the document says of itself. NOENT makes `&amp;` in attributes a plain ampersand; it cannot
    // bring in any other entity, since the handler stops at the first declaration of one and looks none up.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    return context
  }

  // MARK: - What libxml2 calls

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
    context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  private var parserLine: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 1 }

  /// - Parameter list: five pointers an attribute: name, prefix, namespace, and the beginning and end of the value.
  private func start(
    _ name: UnsafePointer<xmlChar>?, _ count: Int32, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    if depth > Self.deepest {
      let text = Wording.tooDeep(limit: Self.deepest)
      return stop(TreeFault(line: parserLine, column: nil, text: text, isFinal: true))
    }
    let first = attributes.count
    if let list {
      for index in 0..<Int(count) {
        guard let begin = list[index * 5 + 3], let end = list[index * 5 + 4] else { continue }
        let name = append(list[index * 5])
        let start = bytes.count
        bytes.append(contentsOf: UnsafeBufferPointer(start: begin, count: end - begin))
        attributes.append(Attribute(name: name, value: start..<bytes.count))
      }
    }
    events.append(
      Event(kind: .start, text: append(name), attributes: first..<attributes.count, line: parserLine))
  }

  private func end() {
    depth -= 1
    events.append(Event(kind: .end, text: 0..<0, attributes: 0..<0, line: parserLine))
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let text, length > 0 else { return }
    let start = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(length)))
    events.append(Event(kind: .text, text: start..<bytes.count, attributes: 0..<0, line: parserLine))
  }

  /// Appends a name, which ends with a zero byte.
  private func append(_ name: UnsafePointer<xmlChar>?) -> Range<Int> {
    let start = bytes.count
    if let name { bytes.append(contentsOf: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))) }
    return start..<bytes.count
  }

  private func refuseEntities() {
    stop(TreeFault(line: parserLine, column: nil, text: Wording.xmlEntities, isFinal: true))
  }

  private func note(_ error: UnsafePointer<xmlError>?) {
    guard let error = error?.pointee else { return }
    // Namespaces do not matter here, so neither do their faults. A reference to something undeclared is but a warning where a
    // DTD that nobody reads might declare it; the text that it stands for would be lost.
    let isLost = error.code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue)
    guard error.domain != Int32(XML_FROM_NAMESPACE.rawValue), error.level.rawValue >= XML_ERR_ERROR.rawValue || isLost
    else { return }
    let message = error.message.map { String(cString: $0) } ?? ""
    let line = max(1, Int(error.line))
    let text = isLost ? Wording.xmlEntities : Wording.xmlSyntax(shown(trimmedSlice(Array(message.utf8)[...])))
    stop(TreeFault(line: line, column: nil, text: text, isFinal: true))
  }

  private func stop(_ fault: TreeFault) {
    if self.fault == nil { self.fault = fault }
    if let context { xmlStopParser(context) }
  }
}
