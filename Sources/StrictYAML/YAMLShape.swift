public import Compliance
import Wording

/// What a value must look like, and what is made of it: readers of files are put together from shapes.
///
/// ```swift
/// let document = YAMLShape<Document>.mapping { fields in
///   let id = fields.required("id", as: .string)
///   let title = fields.required("title", as: .localizedText)
///   guard let id, let title else { return nil }
///   return Document(id: id, title: title)
/// }
/// ```
public struct YAMLShape<Value>: Sendable {
  private let body: @Sendable (YAMLNode, ProblemLog) -> Value?

  /// Makes a shape from a function. It must report a problem whenever it returns nil, except for a node that is
  /// ``YAMLNode/Content/refused``, which was reported already.
  public init(_ body: @escaping @Sendable (YAMLNode, ProblemLog) -> Value?) {
    self.body = body
  }

  /// Reads a value; nil only if a problem was reported.
  public func read(_ node: YAMLNode, _ log: ProblemLog) -> Value? { body(node, log) }
}

extension YAMLShape {
  /// A value of another shape with its place.
  public static func placed<Bare>(_ shape: YAMLShape<Bare>) -> YAMLShape where Value == Placed<Bare> {
    YAMLShape { node, log in
      shape.read(node, log).map { Placed($0, at: node.place) }
    }
  }

  /// A mapping with known keys. Every key that `body` does not ask for is a problem.
  public static func mapping(_ body: @escaping @Sendable (inout YAMLFields) -> Value?) -> YAMLShape {
    YAMLShape { node, log in
      guard let entries = node.entries(log) else { return nil }
      var fields = YAMLFields(place: node.place, entries: entries, log)
      let value = body(&fields)
      fields.reportUnknownAndMissing()
      return value
    }
  }

  /// A mapping whose keys are names that the person chose.
  /// - Parameters:
  ///   - expected: what a key must be, such as "the id of a plugin".
  ///   - parse: makes a name of a key; nil if it is not one. Different keys must give different names.
  ///   - shape: the shape of a value, given the place of its key.
  public static func dictionary<Name, Each>(
    _ expected: LocalizedText, _ parse: @escaping @Sendable (String) -> Name?,
    _ shape: @escaping @Sendable (Place) -> YAMLShape<Each>
  ) -> YAMLShape where Name: Sendable, Value == [Name: Each] {
    YAMLShape { node, log in
      node.entries(log)?.reduce(into: [:]) { values, entry in
        let name = parse(entry.key)
        if name == nil {
          log.report(at: entry.place, Wording.yamlExpected(expected, found: .text(entry.key)))
        }
        if entry.value.isAbsent {
          log.report(at: entry.place, Wording.yamlEmptyValue(of: entry.key))
        } else if let value = shape(entry.place).read(entry.value, log), let name {
          values[name] = value
        }
      }
    }
  }

  /// A list. Items that cannot be read are reported and left out.
  /// - Parameters:
  ///   - shape: the shape of every item.
  ///   - mayBeEmpty: whether `[]` is allowed.
  public static func list<Item>(of shape: YAMLShape<Item>, mayBeEmpty: Bool = true) -> YAMLShape
  where Value == [Item] {
    YAMLShape { node, log in
      switch node.content {
      case .sequence(let items):
        if items.isEmpty, !mayBeEmpty { log.report(at: node.place, Wording.yamlEmptyList()) }
        return items.compactMap { shape.read($0, log) }
      case .refused:
        return nil
      case .scalar, .mapping:
        log.report(at: node.place, Wording.yamlExpected(Wording.yamlList(), found: node.found))
        return nil
      }
    }
  }
}

extension YAMLNode {
  fileprivate func entries(_ log: ProblemLog) -> [YAMLEntry]? {
    switch content {
    case .mapping(let entries): return entries
    case .refused: return nil
    case .scalar, .sequence:
      log.report(at: place, Wording.yamlExpected(Wording.yamlMapping(), found: found))
      return nil
    }
  }

  /// The value in the words of a problem.
  var found: Wording.YAMLFound {
    switch content {
    case .scalar where isAbsent: .nothing
    case .scalar(let text, _): .text(text)
    case .sequence: .list
    case .mapping, .refused: .mapping
    }
  }
}
