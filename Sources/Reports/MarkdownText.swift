/// Text from anywhere, made safe to stand in Markdown (CommonMark 0.31): it reads as it is, and nothing in it becomes
/// markup. Line breaks stay line breaks.
func markdown(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { markdownLine(visible($0)) }.joined(
    separator: "\\\n")
}

/// Markdown as a block quotation.
func quotation(_ markdown: String) -> String {
  markdown.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
    .joined(separator: "\n")
}

private func markdownLine(_ line: String) -> String {
  var escaped = ""
  // What makes a heading, a list or a rule only does so at the beginning of a line.
  let indent = line.prefix { $0 == " " || $0 == "\t" }
  var rest = line[indent.endIndex...]
  escaped += indent.map { $0 == "\t" ? "&#9;" : "&#32;" }.joined()
  let number = rest.prefix { $0.isASCII && $0.isNumber }
  let behind = rest[number.endIndex...]
  if !number.isEmpty, let sign = behind.first, sign == "." || sign == ")", behind.dropFirst().first ?? " " == " " {
    escaped += "\(number)\\\(sign)"
    rest = behind.dropFirst()
  } else if let first = rest.first, "#+-=".contains(first) {
    escaped += "\\\(first)"
    rest = rest.dropFirst()
  }
  // Scalar by scalar: a sign with a combining mark behind it is a sign to Markdown.
  for scalar in rest.unicodeScalars {
    if "\\`*_[]<>&~|!$".unicodeScalars.contains(scalar) { escaped += "\\" }
    escaped.unicodeScalars.append(scalar)
  }
  return escaped
}

/// A table of cells that may hold anything (GitHub Flavored Markdown, 4.10), each on one line.
/// - Parameter column: from which column on cells are numbers, which stand at the right.
func markdownTable(_ heads: [String], _ rows: [[String]], numbersFrom column: Int = .max) -> String {
  func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
  let rule = heads.indices.map { $0 >= column ? "---:" : "---" }
  return
    ([line(heads.map { markdown($0.onOneLine) }), line(rule)]
    + rows.map { line($0.map { markdown($0.onOneLine) }) }).joined(separator: "\n")
}
