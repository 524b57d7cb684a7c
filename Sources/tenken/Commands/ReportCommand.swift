import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import Wording

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: spoken(Wording.ReportCommand.reportAbstract),
    discussion: spoken(Wording.ReportCommand.reportDiscussion))

  @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
  var site = "."

  @Option(help: ArgumentHelp(spoken(Wording.Command.sweepIDHelp), valueName: "n"))
  var sweep: Int64?

  @Option(help: ArgumentHelp(spoken(Wording.ReportCommand.documentHelp)))
  var document: DocumentKind?

  @OptionGroup var reports: ReportOptions

  @OptionGroup var speech: LanguageOption

  func run() throws {
    try telling(speech.language()) { () throws(Failure) in
      let folder = SiteFolder(site)
      // A stored sweep needs no settings; only the language would come from them, and they may have been broken since.
      let language = speech.language(of: (try? OpenSite.readSettings(folder))?.language)
      let files =
        switch document {
        case nil: try writeReport(folder, language)
        case .evidenceBook: try writeEvidenceBook(folder, language)
        case .serviceAgreement: try writeServiceAgreement(folder, language)
        }
      if !files.isEmpty { try Terminal.out(Wording.ReportCommand.reported(files)[language] + "\n") }
    }
  }

  private func writeReport(_ folder: SiteFolder, _ language: Language) throws(Failure) -> [String] {
    let destination = try reports.destination()
    return try destination.write(report(folder, language, for: destination.formats))
  }

  private func writeEvidenceBook(_ folder: SiteFolder, _ language: Language) throws(Failure) -> [String] {
    let destination = try reports.destination(among: ReportDocument.formats, usual: .markdown)
    return try write(.evidenceBook(of: report(folder, language, for: [])), .evidenceBook, to: destination)
  }

  /// The work sheet comes from the catalogue, and can be had before the first sweep, too.
  private func writeServiceAgreement(_ folder: SiteFolder, _ language: Language) throws(Failure) -> [String] {
    let destination = try reports.destination(among: ReportDocument.formats, usual: .markdown)
    let catalogue = try OpenSite.readCatalogue(Installation.find(), folder)
    var swept: SweepResult?
    do {
      let store = try openHistory(site)
      swept = try storedSweep(sweep, in: store).1
    } catch {
      guard sweep == nil, case .history(let cause) = error, cause.cause == .absent else { throw error }
    }
    let document = ReportDocument.serviceAgreement(
      catalogue, standings: swept?.standings ?? [], sweptAt: swept?.at, language: language)
    return try write(document, .serviceAgreement, to: destination)
  }

  private func report(_ folder: SiteFolder, _ language: Language, for formats: [ReportFormat]) throws(Failure)
    -> SweepReport
  {
    let store = try openHistory(site)
    let (id, result) = try storedSweep(sweep, in: store)
    return try SweepReport(
      result, id, site: site, OpenSite.readCatalogue(Installation.find(), folder), language, for: formats
    ) { () throws(HistoryError) in store }
  }

  private func write(_ document: ReportDocument, _ kind: DocumentKind, to destination: ReportDestination)
    throws(Failure) -> [String]
  {
    try destination.write(kind.rawValue) { format throws(Failure) in
      try step({ () throws(any Error) in try document.bytes(format) }) {
        .input(Wording.Command.cannotRender("\($0)"))
      }
    }
  }
}

/// A document that can be made instead of a report.
enum DocumentKind: String, ExpressibleByArgument, CaseIterable {
  case evidenceBook = "evidence-book"
  case serviceAgreement = "service-agreement"
}

/// A stored sweep by its number, or the newest.
func storedSweep(_ number: Int64?, in store: SweepStore) throws(Failure) -> (SweepID, SweepResult) {
  let latest = try step({ () throws(HistoryError) in try store.sweeps(last: 1).first?.id }, Failure.history)
  guard let wanted = number.map({ SweepID($0) }) ?? latest,
    let result = try step({ () throws(HistoryError) in try store.sweep(wanted) }, Failure.history)
  else { throw .usage([Wording.Command.unknownSweep(number.map(String.init) ?? "", latest?.description)]) }
  return (wanted, result)
}
