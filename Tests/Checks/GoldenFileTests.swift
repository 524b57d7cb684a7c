import Compliance
import Testing

@testable import Checks
@testable import Lua

/// Cases that are compared with a file.
@Suite struct GoldenFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      return {
        { "kinds", check = "kinds", today = "2026-11-21", golden = "kinds", rows = { devices = {
          { name = "A", kind = "ct" }, { name = "B", kind = "mri" }, { name = "C", seen = "?" } } } },
        { "empty", check = "kinds", today = "2026-11-21", golden = "empty", rows = { devices = {} } },
      }
      """, to: "tests/a.lua")
  }

  private static let source = trial(
    """
    kinds = check { each = devices, test = function(d)
      if d.kind == "ct" then return pass("%s", d.kind):due("2027-03-31") end
      return fail({ ja = "%s は対象外", en = "%s is out\\27" }, d.kind)
    end },
    """)

  private func report(isRecording: Bool = false) throws -> PluginTests.Report {
    PluginTests.run(
      try load(Self.source), in: folder.path, runner: InProcessRunner(), catalogue: .byID(.empty),
      isRecording: isRecording)
  }

  private func record() throws {
    for recording in try report(isRecording: true).recordings where recording.isChanged {
      try folder.write(recording.text, to: recording.file)
    }
  }

  @Test func `a file tells everything that a check gave`() throws {
    let report = try report(isRecording: true)
    let seen = try unreadable
    #expect(report.failures == [] && report.problems == [])
    #expect(report.recordings.map(\.file) == ["tests/golden/kinds.txt", "tests/golden/empty.txt"])
    #expect(
      report.recordings[0].text == """
        trial/kinds: fail

        pass  A  devices:1  due 2027-03-31
          ct

        fail  B  devices:2
          mri は対象外
          mri is out\\u{1b}

        error  devices  devices:3
          \(seen.ja)
          \(seen.en)

        """)
    #expect(report.recordings[1].text.hasPrefix("trial/kinds: unknown\n\n  "))
  }

  /// What is said of a date that cannot be read.
  private var unreadable: LocalizedText {
    get throws {
      let plugin = try load(Self.source)
      let rows = JobInput.rows([["name": "C", "seen": "?"]])
      let run = InProcessRunner().run(try job(plugin, ["devices": rows]))
      return try #require(run.checks.first?.findings.first?.message)
    }
  }

  @Test func `without the file a case fails, and once it is recorded it passes`() throws {
    #expect(
      try report().failures.flatMap(\.reasons).map(\.en)
        == ["kinds", "empty"].map {
          "There is no tests/golden/\($0).txt. Record it with tenken plugin test --record, and read what it says."
        })
    try record()
    #expect(try report().passed == 2)
    #expect(try report(isRecording: true).recordings.map(\.isChanged) == [false, false])
  }

  @Test func `what differs is shown with the lines around it`() throws {
    try record()
    let text = try #require(try report(isRecording: true).recordings.first).text
    try folder.write(text.replacing("is out", with: "is in"), to: "tests/golden/kinds.txt")
    #expect(
      try report().failures.flatMap(\.reasons).map(\.en) == [
        "Differs from tests/golden/kinds.txt (- as recorded, + as found). If it is right, --record records it anew.",
        "  …", "  fail  B  devices:2", "    mri は対象外", "-   mri is in\\u{1b}", "+   mri is out\\u{1b}", "  ",
        "  error  devices  devices:3",
      ])
  }

  @Test func `a file that ends its lines as Windows does is the same`() throws {
    #expect(GoldenFile.difference("a\r\nb\r\n", "a\nb\n") == [])
  }

  /// Lines that have nothing in common with those of another letter.
  private func lines(_ letter: String, _ count: Int) -> [String] { (0..<count).map { "\(letter)\($0)" } }

  @Test func `of many lines, those in the middle are compared`() {
    // The pairs of all lines are too many, and those of the middle are not.
    let (start, end) = (lines("start", 3000), lines("end", 3000))
    let difference = GoldenFile.difference(
      (start + ["a", "same", "b"] + end).joined(separator: "\n"),
      (start + ["c", "same", "d"] + end).joined(separator: "\n"))
    #expect(
      difference == [
        "  …", "  start2998", "  start2999", "- a", "+ c", "  same", "- b", "+ d", "  end0", "  end1",
      ])
  }

  @Test func `too many lines are shown as removed and added as a whole`() {
    let (old, new) = (lines("old", 2001) + ["same"] + lines("old", 1), lines("new", 2001) + ["same"] + lines("new", 1))
    let difference = GoldenFile.difference(
      (["top"] + old + ["bottom"]).joined(separator: "\n"), (["top"] + new + ["bottom"]).joined(separator: "\n"))
    #expect(difference == ["  top"] + old.map { "- \($0)" } + new.map { "+ \($0)" } + ["  bottom"])
  }

  @Test func `what is cut off at both ends changes nothing of the rest`() {
    var texts = ["a", "b", "c"].map { [$0] }
    for length in 1..<4 {
      texts += texts.filter { $0.count == length }.flatMap { text in ["a", "b", "c"].map { text + [$0] } }
    }
    for old in texts {
      for new in texts {
        let found = GoldenFile.difference(old.joined(separator: "\n"), new.joined(separator: "\n"))
        #expect(found.filter { !$0.hasPrefix(" ") } == changes(from: old, to: new), "\(old) \(new)")
      }
    }
  }

  /// The lines that differ when whole texts are compared.
  private func changes(from old: [String], to new: [String]) -> [String] {
    let changes = new.difference(from: old)
    var (lines, from, to): ([String], Int, Int) = ([], 0, 0)
    func isThere(_ offset: Int, in changes: [CollectionDifference<String>.Change]) -> Bool {
      changes.contains { change in
        switch change {
        case .remove(offset, _, _), .insert(offset, _, _): true
        default: false
        }
      }
    }
    while from < old.count || to < new.count {
      if isThere(from, in: changes.removals) {
        lines.append("- \(old[from])")
        from += 1
      } else if isThere(to, in: changes.insertions) {
        lines.append("+ \(new[to])")
        to += 1
      } else {
        (from, to) = (from + 1, to + 1)
      }
    }
    return lines
  }

  @Test func `files of nobody, names that two share, and names that are none are problems`() throws {
    try record()
    try folder.write("", to: "tests/golden/old.txt")
    #expect(
      try report().problems.map { $0.line(in: .en) } == [
        "Plugins/trial/tests/golden/old.txt: No case is compared with this file. Delete it, or name it in a case with golden."
      ])
    try folder.write(
      """
      return {
        { "a", check = "kinds", today = "2026-11-21", golden = "kinds", rows = { devices = {} } },
        { "b", check = "kinds", today = "2026-11-21", golden = "kinds", rows = { devices = {} } },
        { "c", check = "kinds", today = "2026-11-21", golden = "../../x", rows = { devices = {} } },
      }
      """, to: "tests/a.lua")
    let problems = try report().problems.map { $0.line(in: .en) }
    #expect(problems.count == 2)
    #expect(problems[0].hasPrefix("Plugins/trial/tests/a.lua:4:"))
    #expect(
      problems[1].hasPrefix(
        "Plugins/trial/tests/a.lua:3:5: The golden file 'kinds' also belongs to Plugins/trial/tests/a.lua:2:5."))
  }
}
