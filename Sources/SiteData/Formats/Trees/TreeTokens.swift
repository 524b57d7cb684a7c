import Compliance

/// The next piece of a document of objects and lists. The text of a key or value stands in ``TreeTokens/text``.
enum TreeToken {
  case beginObject
  case endObject
  case beginList
  case endList
  /// The name of the member whose value comes next.
  case key
  /// A text, a number, or true or false, as the file writes it.
  case value
  /// A value that says that there is none.
  case null
  /// The end of the document.
  case end
}

/// What is wrong at a place in a document.
struct TreeFault: Error {
  let line: Int?
  let column: Int?
  let text: LocalizedText
  /// Whether nothing can be read after it.
  var isFinal = false
}

/// Reads a document piece by piece. What it gives is always well-formed: ends match beginnings, keys stand in objects alone.
protocol TreeTokens {
  /// The text of the last key or value, in UTF-8.
  var text: [UInt8] { get }
  /// Where the last piece begins; the column in characters, if it is known.
  var place: (line: Int, column: Int?) { get }
  /// Whether names are compared as headers are, without regard to case and width; otherwise exactly.
  var foldsNames: Bool { get }
  /// How the file is encoded, as far as it has been read.
  var encodingName: String { get }

  /// Goes on to the next piece.
  mutating func next() throws(TreeFault) -> TreeToken
  /// What is wrong with the document, though it can be read on; each fault is told once.
  mutating func takeNotes() -> [TreeFault]
  /// After a fault: goes on behind it if the document consists of parts that do not depend on each other.
  /// - Returns: false if it does not.
  mutating func recover() -> Bool
  /// Reads the file to its end and gives its SHA-256; nil if that is not possible.
  mutating func finish() -> String?
}

extension TreeTokens {
  var foldsNames: Bool { false }
}
