import ArgumentParser
import Compliance
import FoundationEssentials
import Glibc
import History
import Reports
import Wording

extension ReportFormat: ExpressibleByArgument {}

/// The options that say in which formats a sweep is reported, and where to.
///
/// One format goes to the screen or into a file; several, or one with a folder for `--output`, go into a folder, under names of
/// their own. Without `--format` the name of the file tells it.
struct ReportOptions: ParsableArguments {
  @Option(parsing: .upToNextOption, help: ArgumentHelp(spoken(Wording.Command.formatHelp)))
  var format: [ReportFormat] = []

  @Option(name: .shortAndLong, help: ArgumentHelp(spoken(Wording.Command.outputHelp), valueName: "path"))
  var output: String?

  /// Where the reports go. Told before anything is done, so that no sweep runs for a report that cannot be made.
  /// - Parameters:
  ///   - possible: the formats that there are of what is to be reported.
  ///   - usual: the format if neither the options nor the name of the file tell one.
  func destination(among possible: [ReportFormat] = ReportFormat.allCases, usual: ReportFormat = .text) throws(Failure)
    -> ReportDestination
  {
    let destination = try self.destination(usual: usual)
    let impossible = destination.formats.filter { !possible.contains($0) }
    guard impossible.isEmpty else {
      throw .usage(
        impossible.map { Wording.ReportCommand.formatNotPossible($0.rawValue, possible: possible.map(\.rawValue)) })
    }
    if case .screen(.xlsx) = destination, Terminal.isShown { throw .usage([Wording.ReportCommand.workbookOnScreen]) }
    if destination.formats.contains(.xlsx) { try Failure.unlessThereAreWorkbooks() }
    return destination
  }

  private func destination(usual: ReportFormat) throws(Failure) -> ReportDestination {
    let formats = ReportFormat.allCases.filter(format.contains)
    guard let output else {
      if formats.count > 1 { throw .usage([Wording.Command.outputForFormatsNeeded]) }
      return .screen(formats.first ?? usual)
    }
    if formats.count > 1 || output.hasSuffix("/") || Installation.isFolder(output) {
      return .folder(output, formats.isEmpty ? [usual] : formats)
    }
    return .file(output, formats.first ?? ReportFormat(fileName: output) ?? usual)
  }
}

extension Failure {
  /// Throws if the library that writes workbooks is not there.
  static func unlessThereAreWorkbooks() throws(Failure) {
    guard WorkbookLibrary.release != nil else { throw .input(Wording.Doctor.noWorkbooks) }
  }
}

/// Where reports go.
enum ReportDestination {
  case screen(ReportFormat)
  case file(String, ReportFormat)
  case folder(String, [ReportFormat])

  /// Whether the screen shows text for people.
  var showsText: Bool { if case .screen(let format) = self { format == .text } else { true } }

  var isScreen: Bool { if case .screen = self { true } else { false } }

  var formats: [ReportFormat] {
    switch self {
    case .screen(let format), .file(_, let format): [format]
    case .folder(_, let formats): formats
    }
  }

  /// Writes reports.
  /// - Parameters:
  ///   - name: what the files in a folder are called, before their endings.
  ///   - render: makes the bytes of one report.
  /// - Returns: the files that were written; none if the report went to the screen.
  func write(_ name: String, _ render: (ReportFormat) throws(Failure) -> [UInt8]) throws(Failure) -> [String] {
    switch self {
    case .screen(let format):
      try Terminal.out(render(format))
      return []
    case .file(let path, let format):
      try OutputFile.write(render(format), to: path)
      return [path]
    case .folder(let path, let formats):
      try makeFolder(path)
      var paths: [String] = []
      for format in formats {
        let file = (path.hasSuffix("/") ? path : path + "/") + name + format.fileEnding
        try OutputFile.write(render(format), to: file)
        paths.append(file)
      }
      return paths
    }
  }

  /// Writes the reports of a sweep; the screen shows text as a summary.
  func write(_ report: SweepReport) throws(Failure) -> [String] {
    if case .screen(.text) = self {
      try Terminal.out(summary(report))
      return []
    }
    return try write("sweep") { format throws(Failure) in try rendered(report, format) }
  }

  private func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotMake(path, error)
    }
  }
}

/// What is shown on the screen, also beside reports in files.
func summary(_ report: SweepReport, _ detail: TextReport.Detail = .summary) -> String {
  TextReport(
    result: report.result, catalogue: report.catalogue, sweepID: report.sweepID, drift: report.drift,
    language: report.language, width: Terminal.width, style: Terminal.style, detail: detail, site: report.site
  ).text()
}

func rendered(_ report: SweepReport, _ format: ReportFormat) throws(Failure) -> [UInt8] {
  try step({ () throws(any Error) in try report.bytes(format) }) { .input(Wording.Command.cannotRender("\($0)")) }
}

extension SweepReport {
  /// How many earlier sweeps a report draws on.
  private static let remembered = 60

  /// A sweep with what the history has of the time before it, which is looked up only if a format tells of it.
  init(
    _ result: SweepResult, _ id: SweepID, site: String, _ catalogue: Catalogue, _ language: Language,
    for formats: [ReportFormat], history: () throws(HistoryError) -> SweepStore
  ) throws(Failure) {
    let (earlier, drift) = try step(
      { () throws(HistoryError) -> ([SweepSummary], SweepDrift?) in
        guard formats.contains(where: { $0.tellsChanges || $0.showsTrend }) else { return ([], nil) }
        let store = try history()
        let earlier = try formats.contains(where: \.showsTrend) ? store.sweeps(last: Self.remembered, before: id) : []
        guard formats.contains(where: \.tellsChanges), let before = try store.comparable(before: id) else {
          return (earlier, nil)
        }
        return (earlier, try store.drift(from: before, to: id, result: result))
      }, Failure.history)
    self.init(
      result: result, sweepID: id, catalogue: catalogue, earlier: earlier.filter { !$0.isPartial }.reversed(),
      drift: drift, program: "tenken \(Tenken.version)", language: language, site: site == "." ? nil : site)
  }
}
