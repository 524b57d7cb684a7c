import Foundation

/// A guide in Markdown, as the blocks of code in it: what a reader types, and what files are to become.
///
/// The first word behind the backquotes is the language, as Markdown has it; what follows says what a block is for:
/// - `console`: a line with `$` is typed; the lines below it are shown, and a line with `…` alone stands for any.
/// - `lua FILE`, `yaml FILE`: the file becomes this.
/// - `lua FILE part`: from the line that is the block's first to the next that is its last, the file becomes this. A block
///   that is what the file holds already shows it.
struct Guide {
  /// What a block of code tells to do.
  enum Step: Equatable {
    case type([Line])
    case write(file: String, text: String)
    case edit(file: String, lines: [String])
  }

  /// A command and what it shows.
  struct Line: Equatable {
    let command: String
    var shown: [String] = []
  }

  /// A block, and the line of the guide at which it begins.
  struct Block {
    let line: Int
    let step: Step
  }

  let blocks: [Block]

  /// - Throws: `Fault` for a block that nobody would try.
  init(_ text: String) throws {
    var blocks: [Block] = []
    var open: (line: Int, info: [Substring], lines: [String])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let block = open, line == "```" {
        blocks.append(Block(line: block.line, step: try Self.step(block.info, block.lines, line: block.line)))
        open = nil
      } else if open != nil {
        open?.lines.append(String(line))
      } else if line.hasPrefix("```") {
        open = (index + 1, line.dropFirst(3).split(separator: " "), [])
      }
    }
    guard open == nil else { throw Fault("a block has no end") }
    self.blocks = blocks
  }

  struct Fault: Error {
    let text: String
    init(_ text: String) { self.text = text }
  }

  private static func step(_ info: [Substring], _ lines: [String], line: Int) throws -> Step {
    switch info.count {
    case 1 where info[0] == "console": return .type(try typed(lines, line: line))
    case 2: return .write(file: String(info[1]), text: lines.map { $0 + "\n" }.joined())
    case 3 where info[2] == "part" && lines.count > 1: return .edit(file: String(info[1]), lines: lines)
    default: throw Fault("line \(line): a block of code that no test tries")
    }
  }

  private static func typed(_ lines: [String], line: Int) throws -> [Line] {
    var typed: [Line] = []
    for text in lines {
      if text.hasPrefix("$ ") {
        typed.append(Line(command: String(text.dropFirst(2))))
      } else if typed.isEmpty {
        throw Fault("line \(line): something is shown before anything is typed")
      } else {
        typed[typed.count - 1].shown.append(text)
      }
    }
    return typed
  }

  /// Whether a command has shown what the guide shows; `…` alone on a line stands for any lines, within a line for any text.
  static func shows(_ expected: [String], _ found: String) -> Bool {
    let lines = expected.map { line in
      if line == "…" { return "(?:.*\n)*" }
      return line.components(separatedBy: "…").map(NSRegularExpression.escapedPattern).joined(separator: ".*") + "\n"
    }
    return found.range(of: "^" + lines.joined() + "$", options: .regularExpression) == found.startIndex..<found.endIndex
  }
}
