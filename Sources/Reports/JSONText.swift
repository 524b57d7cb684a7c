import FoundationEssentials

/// A document as JSON that may be looked at as it is, ended by a newline.
///
/// The same document gives the same bytes: keys are in alphabetical order. Characters that would steer a terminal or that
/// cannot be seen are escaped.
/// - Throws: only what `JSONEncoder` throws; documents of texts, numbers and lists give it no cause to.
func jsonText(_ document: some Encodable) throws -> String {
  try json(document, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
}

/// The same on one line, for streams of documents (JSON Lines).
func jsonLine(_ document: some Encodable) throws -> String {
  try json(document, [.sortedKeys, .withoutEscapingSlashes])
}

private func json(_ document: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = formatting
  var text = escaped(String(decoding: try encoder.encode(document), as: UTF8.self))
  text += "\n"
  return text
}

/// JSON with what the encoder leaves as it is, DEL, C1 controls and format characters, as `\u` escapes (RFC 8259, 7). They
/// can only stand within strings: outside of them JSON is ASCII.
private func escaped(_ json: String) -> String {
  let scalars = json.unicodeScalars
  var text = ""
  var start = scalars.startIndex
  while let hidden = scalars[start...].firstIndex(where: { $0.value >= 0x7F && isHidden($0) }) {
    text += json[start..<hidden]
    for unit in String(scalars[hidden]).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    start = scalars.index(after: hidden)
  }
  guard !text.isEmpty else { return json }
  text += json[start...]
  return text
}

/// A value that is written as null where there is none, so that the key is always there.
struct Nullable<Value: Encodable>: Encodable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}
