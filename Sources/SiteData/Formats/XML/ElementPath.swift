import Compliance
import Wording

/// Where a value stands in an XML document: names of elements between slashes, each perhaps with conditions on its attributes, and
/// perhaps an attribute at the end, as a small part of XPath writes them: `os/osmatch/@name`, `address[@addrtype='mac']/@addr`.
/// Prefixes of namespaces do not count.
struct ElementPath: Hashable {
  /// An element.
  struct Step: Hashable {
    /// Its local name in UTF-8; nil for any.
    let name: [UInt8]?
    /// What its attributes must be; without a value they need only be there.
    var conditions: [Condition] = []
  }

  /// A condition on an attribute.
  struct Condition: Hashable {
    let attribute: [UInt8]
    let value: [UInt8]?
  }

  /// The elements, from the outside inwards.
  let steps: [Step]
  /// The attribute of the last element; nil for its text.
  let attribute: [UInt8]?

  init(steps: [Step], attribute: [UInt8]? = nil) {
    (self.steps, self.attribute) = (steps, attribute)
  }

  /// Reads a path.
  /// - Parameter fromRoot: whether it begins at the document (`/nmaprun/host`) and ends at an element; otherwise it begins within
  ///   a record.
  /// - Throws: what is wrong with it, in words.
  init(_ text: String, fromRoot: Bool) throws(LayoutFault) {
    let fault = LayoutFault(written: text, fromRoot ? Wording.badRootPath(text) : Wording.badElementPath(text))
    var scanner = TextScanner(text)
    guard !text.isEmpty, scanner.accept(UInt8(ascii: "/")) == fromRoot else { throw fault }
    var steps: [Step] = []
    var attribute: [UInt8]?
    if text != "." {
      while true {
        if scanner.accept(UInt8(ascii: "@")) {
          guard !fromRoot, let name = Self.name(&scanner), scanner.isAtEnd else { throw fault }
          attribute = name
          break
        }
        guard let step = Self.step(&scanner), steps.count < 32 else { throw fault }
        steps.append(step)
        if scanner.isAtEnd { break }
        guard scanner.accept(UInt8(ascii: "/")) else { throw fault }
      }
    }
    (self.steps, self.attribute) = (steps, attribute)
  }

  private static func step(_ scanner: inout TextScanner) -> Step? {
    var step: Step
    if scanner.accept(UInt8(ascii: "*")) {
      step = Step(name: nil)
    } else if let name = name(&scanner) {
      step = Step(name: name)
    } else {
      return nil
    }
    while scanner.accept(UInt8(ascii: "[")) {
      guard scanner.accept(UInt8(ascii: "@")), let attribute = name(&scanner) else { return nil }
      var value: [UInt8]?
      if scanner.accept(UInt8(ascii: "=")) {
        let quote = scanner.next
        guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
        scanner.position += 1
        var text: [UInt8] = []
        while !scanner.isAtEnd, scanner.next != quote {
          text.append(scanner.next)
          scanner.position += 1
        }
        guard scanner.accept(quote) else { return nil }
        value = text
      }
      guard scanner.accept(UInt8(ascii: "]")) else { return nil }
      step.conditions.append(Condition(attribute: attribute, value: value))
    }
    return step
  }

  /// A local name, without the prefix before a colon.
  private static func name(_ scanner: inout TextScanner) -> [UInt8]? {
    var name: [UInt8] = []
    while !scanner.isAtEnd, !special.contains(scanner.next), !isSpace(scanner.next) {
      if scanner.next == UInt8(ascii: ":") { name = [] } else { name.append(scanner.next) }
      scanner.position += 1
    }
    return name.isEmpty || name == [UInt8(ascii: ".")] || name == Array("..".utf8) ? nil : name
  }

  private static let special = Array("/[]@='\"*()|".utf8)
}

extension ElementPath.Step {
  /// Whether the element that begins at the current piece is meant.
  func matches(_ events: XMLEvents) -> Bool {
    if let name, !events.text.elementsEqual(name) { return false }
    return conditions.allSatisfy { condition in
      guard let value = events.attribute(condition.attribute) else { return false }
      return condition.value.map { value.elementsEqual($0) } ?? true
    }
  }
}
