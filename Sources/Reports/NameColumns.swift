/// Names side by side in columns, read from top to bottom, as ls(1) lists files.
public enum NameColumns {
  /// The columns of a terminal that a text takes.
  public static func width(of text: String) -> Int { DisplayWidth.of(visible(text)) }

  /// The names; each line ended by a newline.
  public static func text(_ names: [String], width: Int) -> String {
    let names = names.map { visible($0) }
    let column = (names.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let across = max(1, width / column)
    let down = (names.count + across - 1) / across
    var text = ""
    for row in 0..<down {
      let line = stride(from: row, to: names.count, by: down).map { index in
        // Nothing follows the last name of a line.
        index + down < names.count
          ? names[index] + String(repeating: " ", count: column - DisplayWidth.of(names[index])) : names[index]
      }
      text += line.joined() + "\n"
    }
    return text
  }
}
