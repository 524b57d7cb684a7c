import Compliance
import Wording

/// Where a value stands in a document of objects and lists: names, numbers and wildcards, as a small part of JSONPath
/// (RFC 9535) writes them: `$.data.devices[*].name`, `$["data.v1"][0]`. The `$` and the first dot may be left out.
struct FieldPath: Hashable {
  /// One step from a value to a value in it.
  enum Step: Hashable {
    /// The member of an object, by its name in UTF-8.
    case name([UInt8])
    /// The element of a list, from 0.
    case index(Int)
    /// Every member or element.
    case every
  }

  /// The steps from the root; none for the root itself.
  let steps: [Step]

  /// A path of steps.
  init(steps: [Step]) {
    self.steps = steps
  }

  /// Reads a path.
  /// - Throws: what is wrong with it, in words.
  init(_ text: String) throws(LayoutFault) {
    var scanner = TextScanner(text)
    var steps: [Step] = []
    if scanner.accept(UInt8(ascii: "$")), !scanner.isAtEnd, scanner.next != UInt8(ascii: "."),
      scanner.next != UInt8(ascii: "[")
    {
      throw LayoutFault(written: text, Wording.badPath(text))
    }
    while !scanner.isAtEnd {
      guard let step = Self.step(&scanner, isFirst: scanner.position == 0) else {
        throw LayoutFault(written: text, Wording.badPath(text))
      }
      steps.append(step)
    }
    guard !text.isEmpty, steps.count <= 32 else { throw LayoutFault(written: text, Wording.badPath(text)) }
    self.steps = steps
  }

  /// The path with its names as they are compared where case and width do not matter.
  var folded: FieldPath {
    FieldPath(
      steps: steps.map { step in
        if case .name(let name) = step { .name(foldedName(name)) } else { step }
      })
  }

  private static func step(_ scanner: inout TextScanner, isFirst: Bool) -> Step? {
    if scanner.accept(UInt8(ascii: "[")) {
      let step: Step?
      if scanner.accept(UInt8(ascii: "*")) {
        step = .every
      } else if let name = quoted(&scanner) {
        step = .name(name)
      } else {
        step = scanner.digits(1...9).map { .index($0) }
      }
      return scanner.accept(UInt8(ascii: "]")) ? step : nil
    }
    guard scanner.accept(UInt8(ascii: ".")) || isFirst else { return nil }
    if scanner.accept(UInt8(ascii: "*")) { return .every }
    if let name = quoted(&scanner) { return .name(name) }
    var name: [UInt8] = []
    while !scanner.isAtEnd, !special.contains(scanner.next) {
      name.append(scanner.next)
      scanner.position += 1
    }
    return name.isEmpty ? nil : .name(name)
  }

  /// What ends a name that stands without quotes.
  private static let special = Array(".[]*\"'$".utf8)

  private static func quoted(_ scanner: inout TextScanner) -> [UInt8]? {
    let quote = scanner.next
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var name: [UInt8] = []
    scanner.position += 1
    while !scanner.isAtEnd, scanner.next != quote {
      if scanner.next == UInt8(ascii: "\\"), scanner.position + 1 < scanner.bytes.count { scanner.position += 1 }
      name.append(scanner.next)
      scanner.position += 1
    }
    return scanner.accept(quote) ? name : nil
  }
}

/// A name as it is compared where case and width do not matter.
func foldedName(_ name: [UInt8]) -> [UInt8] {
  Array(headerFolded(String(decoding: name, as: UTF8.self)).utf8)
}
