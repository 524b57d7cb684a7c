import Wording

/// Lines of INI files, as Windows, Samba, MySQL, git, systemd and WireGuard write them: `[section]`, `name = value`. A comment
/// begins with `#` or `;` at the beginning of its line; elsewhere these belong to the value. Quotes around a whole value are
/// taken off. A name alone has the value `true`, as in MySQL and git.
enum INISyntax: SectionSyntax {
  static let foldsNames = true
  static let allowsPreamble = true

  static func parse(_ line: ArraySlice<UInt8>) -> SectionLine {
    switch line.first {
    case UInt8(ascii: "#"), UInt8(ascii: ";"): return .nothing
    case UInt8(ascii: "["):
      guard let end = line.lastIndex(of: UInt8(ascii: "]")), isComment(line[(end + 1)...]) else {
        return .broken(Wording.openSection)
      }
      return .section(Array(trimmedSlice(line[(line.startIndex + 1)..<end])), members: [])
    default: break
    }
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else {
      return .entry(name: unquoted(line), value: Array("true".utf8))
    }
    let name = trimmedSlice(line[..<equals])
    guard !name.isEmpty else { return .broken(Wording.noNameBeforeEquals) }
    return .entry(name: unquoted(name), value: unquoted(trimmedSlice(line[(equals + 1)...])))
  }

  /// Whether nothing but a comment stands behind the end of a section's name.
  private static func isComment(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = trimmedSlice(rest)
    return rest.isEmpty || rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: ";")
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard text.count >= 2, text.first == quote, text.last == quote, !text.dropFirst().dropLast().contains(quote) else {
      return Array(text)
    }
    return Array(text.dropFirst().dropLast())
  }
}

/// A part of a text without white space around it.
func trimmedSlice(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var text = text.drop(while: isSpace)
  while let last = text.last, isSpace(last) { text.removeLast() }
  return text
}
