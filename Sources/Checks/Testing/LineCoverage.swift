/// Which lines of a plugin its tests run, and which they do not.
public struct LineCoverage: Sendable, Hashable {
  /// The lines of one file.
  public struct File: Sendable, Hashable {
    /// The path within the plugin.
    public let name: String
    /// How many lines can run.
    public let all: Int
    /// The lines that can run and did not, in order, as ranges of lines between which none ran.
    public let missed: [ClosedRange<Int>]
    /// How many lines ran.
    public let ran: Int
  }

  /// The files by their names.
  public let files: [File]

  init(_ trace: LineTrace) {
    files = trace.runnable.files.sorted { $0.key < $1.key }.compactMap { name, lines in
      guard !lines.isEmpty else { return nil }
      let done = trace.ran.files[name] ?? []
      return File(
        name: name, all: lines.count, missed: Self.ranges(lines.sorted()) { !done.contains($0) },
        ran: lines.intersection(done).count)
    }
  }

  /// The lines that are wanted, those that follow each other in the list joined.
  private static func ranges(_ lines: [Int], _ isWanted: (Int) -> Bool) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var start: Int?
    for (index, line) in lines.enumerated() {
      if !isWanted(line) {
        start = nil
      } else if let first = start {
        ranges[ranges.count - 1] = first...line
      } else {
        start = lines[index]
        ranges.append(line...line)
      }
    }
    return ranges
  }
}
