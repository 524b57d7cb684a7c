import Compliance
import StrictYAML
import Wording

/// Makes plain text of the parts of controls, with the parameters filled in.
struct OSCALProse {
  /// The most bytes that one parameter may become: parameters may name others, and so grow without end.
  private static let longestParameter = 1 << 16
  /// How many parameters may lie within each other.
  private static let deepestParameter = 32

  private let parameters: [String: OSCALCatalog.Parameter]
  private var expansions: [String: String] = [:]
  private var underWay: Set<String> = []
  /// How many bytes all insertions of the file together may still add.
  private var budget = 1 << 26
  /// The parameters that texts name and the file does not have; their ids stand in the text instead.
  private(set) var unknownParameters: Set<String> = []
  /// The parameters that contain themselves or grow beyond what anybody reads.
  private(set) var endlessParameters: Set<String> = []

  init(_ parameters: [String: OSCALCatalog.Parameter]) { self.parameters = parameters }

  /// The text of a control: its statement with the labels of its items, one a line, then what else it says, each under its
  /// title or name. Nil if it has none.
  mutating func text(of parts: [OSCALCatalog.Part]) -> String? {
    var paragraphs: [String] = []
    for part in parts {
      var lines: [String] = []
      add(part, indent: 0, to: &lines)
      guard !lines.isEmpty else { continue }
      if part.name != "statement" { lines.insert("[\(part.title.map(onOneLine) ?? part.name)]", at: 0) }
      paragraphs.append(lines.joined(separator: "\n"))
    }
    let text = paragraphs.joined(separator: "\n\n")
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : text
  }

  private mutating func add(_ part: OSCALCatalog.Part, indent: Int, to lines: inout [String]) {
    let prose = part.prose.map { filled($0) } ?? ""
    let words = [part.label ?? "", part.label == nil ? prose : String(prose.drop(while: \.isWhitespace))]
      .filter { !$0.isEmpty }
    if !words.isEmpty { lines.append(String(repeating: " ", count: indent) + words.joined(separator: " ")) }
    let inner = words.isEmpty ? indent : indent + 2
    for item in part.parts { add(item, indent: part.name == "statement" ? indent : inner, to: &lines) }
  }

  /// A text with its parameters filled in: `{{ insert: param, ac-1_prm_1 }}` (or `{{ ac-1_prm_1 }}` in older files).
  mutating func filled(_ prose: String) -> String {
    guard prose.contains("{{") else { return prose }
    var text = ""
    var rest = prose[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      text += rest[..<open.lowerBound]
      if let id = Self.parameter(in: rest[open.upperBound..<close.lowerBound]) {
        text += value(of: id)
      } else {
        text += rest[open.lowerBound..<close.upperBound]
      }
      rest = rest[close.upperBound...]
    }
    return text + rest
  }

  /// The id in an insertion; nil if it is the insertion of something else.
  private static func parameter(in insertion: Substring) -> String? {
    let words = insertion.split { $0.isWhitespace || $0 == "," || $0 == ":" }
    switch words.count {
    case 3 where words[0] == "insert" && words[1] == "param": return String(words[2])
    case 1: return String(words[0])
    default: return nil
    }
  }

  /// What stands for a parameter; its id in brackets if there is no such thing.
  private mutating func value(of id: String) -> String {
    guard let parameter = parameters[id] else {
      unknownParameters.insert(id)
      return "[\(id)]"
    }
    let text = expansions[id] ?? expansion(of: parameter, id)
    guard let text, text.utf8.count <= min(budget, Self.longestParameter) else {
      endlessParameters.insert(id)
      return "[\(id)]"
    }
    expansions[id] = text
    budget -= text.utf8.count
    return text
  }

  /// The values, the choices or the label; nil within itself, or too deep within others.
  private mutating func expansion(of parameter: OSCALCatalog.Parameter, _ id: String) -> String? {
    guard underWay.count < Self.deepestParameter, underWay.insert(id).inserted else { return nil }
    defer { underWay.remove(id) }
    if !parameter.values.isEmpty { return filled(parameter.values.joined(separator: ", ")) }
    guard !parameter.choices.isEmpty else { return "[\(parameter.label.map { filled($0) } ?? id)]" }
    let howMany = parameter.howMany.map { " (\($0.split(separator: "-").joined(separator: " ")))" } ?? ""
    return "[Selection\(howMany): \(parameter.choices.map { filled($0) }.joined(separator: "; "))]"
  }
}

/// A text without line breaks, which titles must not have.
func onOneLine(_ text: String) -> String {
  guard text.contains(where: \.isNewline) else { return text }
  return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
