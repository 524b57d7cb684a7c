import CExpat
import Compliance
import Wording

/// An XML document piece by piece, in memory that does not grow with it. Expat reads the notation; nothing is looked up for it,
/// neither on disk nor in the network, and a document that declares entities is refused: they are how a kilobyte becomes a
/// gigabyte, and how a document asks for other files.
///
/// Expat pushes what it finds to functions of ours, which take it down; after each chunk of the file this is what waits to be read.
/// Namespaces do not matter here, so neither do their faults: names are compared without their prefixes.
final class XMLEvents {
  typealias Kind = XMLPieces.Kind

  private var input: XMLInput
  private var parser: XML_Parser?
  private var hasEnded = false
  /// Whether the document names a DTD of elsewhere, which could declare entities that nobody here knows of.
  private var hasForeignDTD = false
  private var depth = 0
  private var fault: TreeFault?

  /// How deep elements may lie within each other.
  static let deepest = 256

  private var found = XMLPieces()
  private var index = -1
  /// The bytes that Expat has been given.
  private var taken = 0

  /// The bytes that one tag, comment or other piece of notation may take. Expat keeps such a piece whole until it ends.
  static let longestTag = 10 << 20

  init(_ input: XMLInput) { self.input = input }

  deinit { XML_ParserFree(parser) }

  /// How the file is encoded, as far as it has been read.
  var encodingName: String { input.encodingName }

  /// Reads the file to its end and gives its SHA-256; nil if that is not possible.
  func finish() -> String? { input.finish() }

  // MARK: - Reading

  /// Goes on to the next piece.
  /// - Returns: nil at the end of the document.
  func next() throws(TreeFault) -> Kind? {
    index += 1
    while index >= found.count {
      if let fault { throw fault }
      if hasEnded { return nil }
      try readChunk()
    }
    return found.kind(of: index)
  }

  /// The line where the first tag of the element begins.
  var line: Int { found.line(of: index) }
  /// The local name of the element, or the text.
  var text: ArraySlice<UInt8> { found.text(of: index) }

  /// The value of an attribute of the element, by its local name.
  func attribute(_ name: some Collection<UInt8>) -> ArraySlice<UInt8>? { found.attribute(name, of: index) }

  private func readChunk() throws(TreeFault) {
    found.removeAll()
    index = 0
    let chunk = try input.next()
    if parser == nil, chunk.isEmpty {
      hasEnded = true  // an empty file holds nothing, which is no fault of its notation
      return
    }
    if parser == nil { parser = makeParser() }
    guard let parser else { throw TreeFault(line: nil, column: nil, text: Wording.outOfMemory, isFinal: true) }
    hasEnded = chunk.isEmpty
    taken += chunk.count
    let status = chunk.withUnsafeBytes { bytes in
      // Expat reads so many bytes within the call; the functions that it calls have a reference to this object that the caller
      // keeps alive.
      XML_Parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), hasEnded ? 1 : 0)
    }
    guard fault == nil else { return }
    if status != XML_STATUS_OK {
      fault = syntaxFault(parser)
    } else if taken - Int(XML_GetCurrentByteIndex(parser)) > Self.longestTag {
      let text = Wording.xmlLongTag(mebibytes: Self.longestTag >> 20)
      fault = TreeFault(line: parserLine, column: nil, text: text, isFinal: true)
    }
  }

  private func syntaxFault(_ parser: XML_Parser) -> TreeFault {
    let code = XML_GetErrorCode(parser)
    // What it stands for would be lost.
    guard code != XML_ERROR_UNDEFINED_ENTITY else {
      return TreeFault(line: parserLine, column: nil, text: Wording.xmlEntities, isFinal: true)
    }
    // XML_ErrorString gives a text that lasts as long as the program.
    let message = XML_ErrorString(code).map { String(cString: $0) } ?? ""
    return TreeFault(
      line: parserLine, column: Int(XML_GetCurrentColumnNumber(parser)) + 1, text: Wording.xmlSyntax(message),
      isFinal: true)
  }

  private func makeParser() -> XML_Parser? {
    // The bytes come in UTF-8, whatever the document says of itself.
    guard let parser = XML_ParserCreate("UTF-8") else { return nil }
    // The object owns the parser, so that the parser's pointer to it never outlives it.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLEvents.of($0)?.start($1, $2) }, { context, _ in XMLEvents.of(context)?.end() })
    XML_SetCharacterDataHandler(parser) { XMLEvents.of($0)?.characters($1, $2) }
    XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in XMLEvents.of(context)?.refuseEntities() }
    XML_SetSkippedEntityHandler(parser) { context, _, _ in XMLEvents.of(context)?.refuseEntities() }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, system, _, _ in
      if system != nil { XMLEvents.of(context)?.hasForeignDTD = true }
    }
    return parser
  }

  // MARK: - What Expat calls

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
    context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  private var parserLine: Int { parser.map { Int(XML_GetCurrentLineNumber($0)) } ?? 1 }

  private func start(_ name: UnsafePointer<XML_Char>?, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    guard fault == nil, let name else { return }
    depth += 1
    if depth > Self.deepest {
      let text = Wording.tooDeep(limit: Self.deepest)
      return stop(TreeFault(line: parserLine, column: nil, text: text, isFinal: true))
    }
    if hasForeignDTD, tagRefersToUnknownEntity { return refuseEntities() }
    found.start(name, list, line: parserLine)
  }

  private func end() {
    guard fault == nil else { return }
    depth -= 1
    found.end()
  }

  private func characters(_ text: UnsafePointer<XML_Char>?, _ length: Int32) {
    guard fault == nil, length > 0 else { return }
    // Expat hands over so many bytes, valid during the call.
    found.text(UnsafeRawBufferPointer(start: text, count: Int(length)))
  }

  /// Whether an attribute of the tag at hand names an entity that is not XML's own. Where a DTD of elsewhere might declare it, Expat
  /// leaves it out of the value and tells nobody.
  private var tagRefersToUnknownEntity: Bool {
    var (offset, size): (Int32, Int32) = (0, 0)
    guard let parser, let input = XML_GetInputContext(parser, &offset, &size) else { return false }
    let length = min(Int(XML_GetCurrentByteCount(parser)), Int(size) - Int(offset))
    // Expat's buffer has `size` bytes, and the tag begins at `offset`; the copy is made within the call.
    var tag = Array(UnsafeRawBufferPointer(start: input + Int(offset), count: max(0, length)))[...]
    while let begin = tag.firstIndex(of: UInt8(ascii: "&")) {
      tag = tag[(begin + 1)...]
      guard let end = tag.firstIndex(of: UInt8(ascii: ";")) else { return true }
      if tag.first != UInt8(ascii: "#"), !Self.ownEntities.contains(Array(tag[..<end])) { return true }
    }
    return false
  }

  /// XML 1.0, 4.6 Predefined Entities.
  private static let ownEntities = Set(["amp", "lt", "gt", "apos", "quot"].map { Array($0.utf8) })

  private func refuseEntities() {
    stop(TreeFault(line: parserLine, column: nil, text: Wording.xmlEntities, isFinal: true))
  }

  private func stop(_ fault: TreeFault) {
    if self.fault == nil { self.fault = fault }
    if let parser { XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }
}
