/// HTML that is put together from elements. Whatever is handed in as text or as the value of an attribute becomes text, never markup:
/// there is no other way to get it onto the page. Names of elements and attributes are literals of ours.
struct HTMLText {
  typealias Attributes = KeyValuePairs<StaticString, String>

  private(set) var text: String

  /// The beginning of a page.
  static let document = HTMLText(text: "<!doctype html>\n")

  /// Elements that have no content and no end.
  private static let void: Set<String> = ["meta", "input", "br"]

  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLText) -> Void) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    open(name, attributes)
    self.text += xml(text)
    close(name)
  }

  mutating func element(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    if !Self.void.contains("\(name)") { close(name) }
  }

  mutating func put(_ text: String) { self.text += xml(text) }

  /// Puts text whose line breaks are kept.
  mutating func put(lines text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { element("br") }
      put(String(line))
    }
  }

  /// Puts our style sheet or our script, which are not escaped, because their language is not HTML.
  mutating func put(_ code: PageCode, in name: StaticString) { text += "<\(name)>\(code.text)</\(name)>" }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(xml(value))\"" }
    text += ">"
  }

  private mutating func close(_ name: StaticString) { text += "</\(name)>" }
}
