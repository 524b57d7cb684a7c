import Compliance
import Glibc
import Reports
import Wording

/// Shows a text that is longer than the terminal page by page, and lets the person stop.
struct Pager {
  let language: Language

  /// Shows a text.
  func show(_ text: String) throws(Failure) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let height = Terminal.height
    // The last line break ends the last line.
    guard lines.count - 1 >= height, height > 2 else { return try Terminal.out(text) }
    var shown = height - 1
    try Terminal.out(lines.prefix(shown).joined(separator: "\n") + "\n")
    while shown < lines.count - 1 {
      let step = try ask(left: lines.count - 1 - shown, page: height - 1)
      if step == 0 { return }
      let next = lines.dropLast().dropFirst(shown).prefix(step)
      try Terminal.out(next.map { $0 + "\n" }.joined())
      shown += next.count
    }
  }

  /// How many lines the person wants next; 0 for none.
  private func ask(left: Int, page: Int) throws(Failure) -> Int {
    let prompt = Wording.Repl.goOn(left: left)[language]
    try Terminal.out(Terminal.style == .coloured ? "\u{1B}[7m\(prompt)\u{1B}[0m" : prompt)
    let key = Terminal.key()
    try Terminal.out("\r\u{1B}[K")
    switch key {
    case UInt8(ascii: " "), UInt8(ascii: "f"): return page
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "j"): return 1
    case UInt8(ascii: "G"): return left
    default: return 0
    }
  }
}
