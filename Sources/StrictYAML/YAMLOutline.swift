internal import Yams

/// What a YAML file is to hold, for ``YAMLDocument`` to read again.
public enum YAMLOutline: Sendable {
  /// Text, which is written in double quotes on one line.
  case text(String)
  /// A list, each item on lines of its own.
  case list([YAMLOutline])
  /// Keys with their values, each on lines of its own. The keys must be plain words.
  case mapping([(key: String, value: YAMLOutline)])
  /// Keys with texts on one line: `{ja: "…", en: "…"}`.
  case inline([(key: String, text: String)])

  /// The file, ended by a newline.
  /// - Throws: only what Yams throws; nothing here gives it cause to.
  public func yaml() throws -> String {
    try serialize(node: node, width: -1, allowUnicode: true)
  }

  private var node: Node {
    switch self {
    case .text(let text): quoted(text)
    case .list(let items): .sequence(Node.Sequence(items.map(\.node), Tag(.seq), .block))
    case .mapping(let entries):
      .mapping(Node.Mapping(entries.map { (plain($0.key), $0.value.node) }, Tag(.map), .block))
    case .inline(let entries):
      .mapping(Node.Mapping(entries.map { (plain($0.key), quoted($0.text)) }, Tag(.map), .flow))
    }
  }
}

private func quoted(_ text: String) -> Node { .scalar(Node.Scalar(text, Tag(.str), .doubleQuoted)) }
private func plain(_ word: String) -> Node { .scalar(Node.Scalar(word, Tag(.str), .plain)) }
