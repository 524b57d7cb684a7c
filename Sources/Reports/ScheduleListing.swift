import Compliance
import Wording

/// What is due when, as text.
public enum ScheduleListing {
  private typealias Words = Wording.ScheduleListing

  /// The next runs, and below them the checks with their last and next runs.
  /// - Parameters:
  ///   - preview: what is shown.
  ///   - language: the language of all that is ours.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func text(
    _ preview: SchedulePreview, language: Language, width: Int = 80, style: TextStyle = .plain
  ) -> String {
    var page = TextPage(width: width, style: style)
    page.put(
      [Segment(preview.site[language], .strong), Segment("  "), Segment(Words.title[language], .strong)],
      edge: Segment(readableTime(preview.at)))
    page.blank()
    guard !preview.checks.isEmpty else {
      page.put([Segment(Words.noChecks[language])])
      return page.text
    }
    putRuns(preview, language, on: &page)
    putChecks(preview, language, on: &page)
    return page.text
  }

  private static func putRuns(_ preview: SchedulePreview, _ language: Language, on page: inout TextPage) {
    page.put([Segment(Words.runs[language], .strong)])
    for run in preview.runs {
      let day = Words.day(run.weekday, holiday: run.holiday)[language]
      let names = plugins(of: run.checks).map { "\($0.name) \($0.count)" }
      let head = "\(readableTime(run.at, withOffset: false)) \(day)"
      let count = Wording.Report.checks(run.checks.count)[language]
      page.put(
        [
          Segment(head, run.at <= preview.at ? .strong : .plain), Segment("  \(count)  "),
          Segment(names.joined(separator: ", "), .faint),
        ], indent: 2, hanging: 6)
    }
  }

  /// How many checks of each plugin there are, in plan order.
  private static func plugins(of checks: [CheckID]) -> [(name: String, count: Int)] {
    checks.reduce(into: []) { plugins, check in
      let name = check.plugin.description
      if plugins.last?.name == name { plugins[plugins.count - 1].count += 1 } else { plugins.append((name, 1)) }
    }
  }

  /// The checks, those together that are alike in time, by their next runs.
  private static func putChecks(_ preview: SchedulePreview, _ language: Language, on page: inout TextPage) {
    page.blank()
    page.put([Segment(Words.checks[language], .strong)])
    let groups = Dictionary(grouping: preview.checks.indices) { index in
      Times(preview.checks[index])
    }
    // What never runs again comes last. Within the same time the order is that of the plan.
    let ordered = groups.sorted { a, b in
      let (first, second) = (a.key.next ?? "~", b.key.next ?? "~")
      return first == second ? (a.value.first ?? 0) < (b.value.first ?? 0) : first < second
    }
    for (times, indices) in ordered {
      let cadence = Cadence(times.every).map { Wording.Explanation.every($0)[language] } ?? times.every
      page.put(
        phrases: [
          [Segment(Words.next(times.next.map { readableTime($0, withOffset: false) })[language])],
          [Segment(Words.last(times.last.map { readableTime($0, withOffset: false) })[language])],
          [Segment(cadence)],
        ], gap: 2, indent: 2, hanging: 4)
      page.put(
        phrases: indices.map { [Segment(preview.checks[$0].check.id.description, .faint)] }, gap: 2, indent: 6,
        hanging: 6)
    }
  }

  /// What the checks of a group have in common.
  private struct Times: Hashable {
    let next: String?
    let last: String?
    let every: String

    init(_ entry: SchedulePreview.Entry) {
      next = entry.next
      last = entry.last
      every = entry.check.cadence
    }
  }
}

/// What is due when, as JSON of the schema `tenken.schedule/1`, for programs.
///
/// Keys may be added within the version; none is removed or changes its meaning. Moments are in ISO 8601, or null.
public enum ScheduleJSON {
  /// The name and version of the schema.
  public static let schema = "tenken.schedule/1"

  /// The document, ended by a newline.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public static func text(_ preview: SchedulePreview, language: Language) throws -> String {
    try jsonText(
      Document(
        language: language, site: preview.site[language], at: preview.at,
        runs: preview.runs.map { run in
          Run(
            at: run.at, weekday: run.weekday.rawValue, holiday: Nullable(run.holiday?[language]), checks: run.checks)
        },
        checks: preview.checks.map { entry in
          Entry(
            id: entry.check.id, every: entry.check.cadence, last: Nullable(entry.last), next: Nullable(entry.next),
            countsUntil: Nullable(entry.countsUntil))
        }))
  }

  private struct Document: Encodable {
    let schema = ScheduleJSON.schema
    let language: Language
    let site: String
    let at: String
    let runs: [Run]
    let checks: [Entry]
  }

  private struct Run: Encodable {
    let at: String
    let weekday: String
    let holiday: Nullable<String>
    let checks: [CheckID]
  }

  private struct Entry: Encodable {
    enum CodingKeys: String, CodingKey {
      case id, every, last, next
      case countsUntil = "counts_until"
    }

    let id: CheckID
    let every: String
    let last: Nullable<String>
    let next: Nullable<String>
    let countsUntil: Nullable<String>
  }
}
