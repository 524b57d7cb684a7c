import Compliance
import SiteData
import Wording

/// What a golden file is to hold, for whoever writes it.
public struct Recording: Sendable, Hashable {
  /// The name of the golden file.
  let name: String
  /// The file, below the plugin's folder.
  public var file: String { GoldenFile.path(name) }
  /// All of its text.
  public let text: String
  /// Whether it holds something else so far, or is not there.
  public let isChanged: Bool
}

/// A file in `tests/golden/` that tells, in words that people can review, what a case gives.
struct GoldenFile {
  /// Where they are, below the plugin's folder.
  static let folder = "tests/golden"

  /// What it is called in the case that is compared with it.
  let name: String
  /// The path below the plugin's folder.
  var path: String { Self.path(name) }
  private let content: Content

  private enum Content: Equatable {
    case text(String)
    case absent
    case tooLarge
    /// It must not or cannot be opened, and is not replaced either.
    case refused(LocalizedText)
  }

  init(_ name: String, in files: PluginTestFiles) {
    self.name = name
    do throws(FileTree.Fault) {
      let golden = files.plugin.below(Self.folder)
      let bytes = try golden.bytes(of: Self.fileName(name), atMost: PluginTestFiles.largest)
      content = bytes.map { .text(String(decoding: $0, as: UTF8.self)) } ?? .tooLarge
    } catch {
      switch error {
      case .absent: content = .absent
      case .refused(let problem): content = .refused(problem.whole)
      }
    }
  }

  static func path(_ name: String) -> String { "\(folder)/\(fileName(name))" }

  static func fileName(_ name: String) -> String { "\(name).txt" }

  /// What it is to hold.
  /// - Returns: nil, with the reason, if it is not to be written.
  func recording(_ found: String) -> (recording: Recording?, problem: LocalizedText?) {
    if case .refused(let text) = content { return (nil, text) }
    if found.utf8.count > PluginTestFiles.largest { return (nil, tooLarge) }
    return (Recording(name: name, text: found, isChanged: content != .text(found)), nil)
  }

  private var tooLarge: LocalizedText { Wording.goldenTooLarge(path, PluginTestFiles.largest) }

  /// Two cases of one name, and files that no case names.
  /// - Parameter files: the names of the files that there are.
  static func problems(of cases: [PluginTestCase], in plugin: PluginFiles, files: [String]) -> [Problem] {
    var owners: [String: PluginTestCase] = [:]
    var problems: [Problem] = []
    for test in cases {
      guard let name = test.golden else { continue }
      if let other = owners[name] {
        problems.append(Problem(at: test.place, Wording.goldenNamedTwice(name, other.place.description)))
      }
      owners[name] = test
    }
    let known = Set(owners.keys.map(path))
    // Files whose case cannot be read for a fault of its own are not held against it.
    if problems.isEmpty, !cases.isEmpty {
      for file in files where !known.contains("\(folder)/\(file)") {
        problems.append(Problem(at: plugin.place("\(folder)/\(file)"), Wording.goldenUnused))
      }
    }
    return problems
  }

  // MARK: - The text

  /// What a check gave, as a golden file has it: the outcome, then each finding with its place, its last day and its text in both languages.
  static func text(of run: CheckRun) -> String {
    var lines = ["\(run.check.id): \(run.outcome.rawValue)"]
    if let problem = run.problem { lines += [""] + texts(problem.text) }
    for finding in run.findings {
      let place = finding.place.map { "  \(visible($0.description))" } ?? ""
      let due = finding.due.map { "  due \($0)" } ?? ""
      lines += ["", "\(finding.outcome.rawValue)  \(visible(finding.subject))\(place)\(due)"] + texts(finding.message)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func texts(_ text: LocalizedText) -> [String] {
    if text.ja.isEmpty, text.en.isEmpty { return [] }
    return ["  \(visible(text.ja))"] + (text.en == text.ja ? [] : ["  \(visible(text.en))"])
  }

  /// A text on one line that steers no terminal.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { isShown($0) ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }

  // MARK: - Differences

  /// What is different, line by line; empty if nothing is.
  func differences(from found: String) -> [LocalizedText] {
    switch content {
    case .absent: return [Wording.goldenMissing(path)]
    case .tooLarge: return [tooLarge]
    case .refused(let text): return [text]
    case .text(let text):
      let difference = Self.difference(text, found)
      return difference.isEmpty ? [] : [Wording.goldenDiffers(path)] + difference.map { LocalizedText(verbatim: $0) }
    }
  }

  /// The lines that are different with those around them, in the form of diff(1), `-` for what is expected and `+` for what was found.
  static func difference(_ expected: String, _ found: String) -> [String] {
    func lines(_ text: String) -> [Substring] {
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    let (old, new) = (lines(expected), lines(found))
    let (removed, inserted) = changes(old, new)
    var all: [(mark: String, line: Substring)] = []
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      if removed.contains(from) {
        all.append(("-", old[from]))
        from += 1
      } else if inserted.contains(to) {
        all.append(("+", new[to]))
        to += 1
      } else if to < new.count {
        all.append((" ", new[to]))
        (from, to) = (from + 1, to + 1)
      }
    }
    var isShown = [Bool](repeating: false, count: all.count)
    for index in all.indices where all[index].mark != " " {
      for near in max(0, index - around)...min(all.count - 1, index + around) { isShown[near] = true }
    }
    var result: [String] = []
    for index in all.indices where isShown[index] {
      if index > 0, !isShown[index - 1] { result.append("  …") }
      result.append("\(all[index].mark) \(visible(String(all[index].line)))")
    }
    return result
  }

  /// The positions of the lines that are only in the old text, and of those that are only in the new one.
  private static func changes(_ old: [Substring], _ new: [Substring]) -> (removed: Set<Int>, inserted: Set<Int>) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let (oldMiddle, newMiddle) = (old[start...].dropLast(end), new[start...].dropLast(end))
    if oldMiddle.count * newMiddle.count > mostPairs { return (Set(oldMiddle.indices), Set(newMiddle.indices)) }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in newMiddle.difference(from: oldMiddle) {
      switch change {
      case .remove(let offset, _, _): removed.insert(start + offset)
      case .insert(let offset, _, _): inserted.insert(start + offset)
      }
    }
    return (removed, inserted)
  }

  /// The pairs of lines that are compared at most, since that takes the longer the more there are; of more, all are removed and added.
  private static let mostPairs = 4_000_000

  /// The unchanged lines that are shown before and behind those that differ.
  private static let around = 2
}
