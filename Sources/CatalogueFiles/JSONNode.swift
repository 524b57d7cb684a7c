import Compliance
import StrictYAML
import Wording

/// A value of a JSON file with its place, which is a JSON pointer (RFC 6901) behind the name of the file:
/// `catalog.json#/catalog/groups/0/title`. Whatever has the wrong type is reported and read as absent.
struct JSONNode {
  private let value: JSONValue
  private let pointer: String
  private let file: String
  private let log: ProblemLog

  /// The root of a file; nil if its notation is broken, which is then reported.
  init?(file: String, bytes: [UInt8], _ log: ProblemLog) {
    guard let value = JSONParser.parse(bytes, file: file, log) else { return nil }
    self.init(value, pointer: "", file: file, log)
  }

  private init(_ value: JSONValue, pointer: String, file: String, _ log: ProblemLog) {
    self.value = value
    self.pointer = pointer
    self.file = file
    self.log = log
  }

  /// Where it is.
  var place: Place { Place(file: "\(file)#\(pointer)") }

  /// Reports a problem here.
  func report(_ text: @autoclosure () -> LocalizedText) { log.report(at: place, text()) }

  /// This, if it is an object; nil if it is anything else, which is then reported.
  var object: JSONNode? {
    if case .object = value { return self }
    report(Wording.yamlExpected(Wording.jsonObject(), found: found))
    return nil
  }

  /// The value of a key of an object; nil if it is absent or null.
  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value, let member = members.first(where: { $0.key == key }) else { return nil }
    if case .null = member.value { return nil }
    // None of the keys that are asked for holds a character that RFC 6901 escapes.
    return JSONNode(member.value, pointer: "\(pointer)/\(key)", file: file, log)
  }

  /// The value of a key that must be there.
  func required(_ key: String) -> JSONNode? {
    if let node = self[key] { return node }
    report(Wording.yamlMissingKey(key))
    return nil
  }

  /// This as text.
  var text: String? {
    if case .text(let text) = value { return text }
    report(Wording.yamlExpected(Wording.yamlText(), found: found))
    return nil
  }

  /// This as text that is not blank.
  var words: String? {
    guard let text else { return nil }
    if text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) { return text }
    report(Wording.yamlExpected(Wording.yamlText(), found: .nothing))
    return nil
  }

  /// The objects in a list under a key; none if it is absent.
  func objects(_ key: String) -> [JSONNode] { items(key).compactMap(\.object) }

  /// The items of a list under a key; none if it is absent.
  func items(_ key: String) -> [JSONNode] {
    guard let node = self[key] else { return [] }
    guard case .list(let items) = node.value else {
      node.report(Wording.yamlExpected(Wording.jsonList(), found: node.found))
      return []
    }
    return items.enumerated().map { index, item in
      JSONNode(item, pointer: "\(node.pointer)/\(index)", file: file, log)
    }
  }

  private var found: Wording.YAMLFound {
    switch value {
    case .object: .mapping
    case .list: .list
    case .text(let text), .number(let text): .text(text)
    case .boolean(let truth): .text("\(truth)")
    case .null: .nothing
    }
  }
}
