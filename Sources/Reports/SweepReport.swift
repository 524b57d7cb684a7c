public import Compliance
import Wording

/// A sweep with everything that reports of it draw on. Values alone, all of them stored: whenever a report is made of the same
/// sweep, it has the same bytes.
public struct SweepReport: Sendable {
  /// The sweep.
  public let result: SweepResult
  /// Its number in the history; nil if it was not stored.
  public let sweepID: SweepID?
  /// Where citations, classes, chapters, editions and correspondences are looked up. Ids that it lacks are shown as ids.
  public let catalogue: Catalogue
  /// The sweeps before it, the oldest first; for the trend.
  public let earlier: [SweepSummary]
  /// What changed since the last sweep before it that can be compared with it; nil if there is none.
  public let drift: SweepDrift?
  /// What made the report, such as `tenken 0.1.0`.
  public let program: String
  /// The language of all that is ours; official texts and citations stay as they are.
  public let language: Language
  /// The site's folder as it was given, for the commands that come next; nil for the present folder.
  public let site: String?

  /// Takes what is to be reported.
  public init(
    result: SweepResult, sweepID: SweepID?, catalogue: Catalogue, earlier: [SweepSummary] = [],
    drift: SweepDrift? = nil, program: String, language: Language, site: String? = nil
  ) {
    self.result = result
    self.sweepID = sweepID
    self.catalogue = catalogue
    self.earlier = earlier
    self.drift = drift
    self.program = program
    self.language = language
    self.site = site
  }
}

/// A format that a sweep can be reported in.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For a person at a terminal; see ``TextReport``.
  case text
  /// For programs; see ``JSONReport``.
  case json
  /// For everybody: one page; see ``HTMLReport``.
  case html
  /// For people who read Markdown; see ``MarkdownReport``.
  case markdown
  /// For Excel, one row a finding; see ``CSVReport``.
  case csv
  /// For Excel, a workbook of several sheets; see ``XLSXReport``.
  case xlsx
  /// For CI systems; see ``JUnitReport``.
  case junit
  /// For code scanning services and editors; see ``SARIFReport``.
  case sarif
  /// For programs of governance, risk and compliance; see ``OSCALResults``.
  case oscal
  /// For the text file collector of Prometheus; see ``PrometheusReport``.
  case prometheus

  /// Whether reports in the format tell what changed since the sweep before.
  public var tellsChanges: Bool {
    switch self {
    case .text, .html, .markdown, .xlsx: true
    case .json, .csv, .junit, .sarif, .oscal, .prometheus: false
    }
  }

  /// Whether reports in the format show the sweeps before.
  public var showsTrend: Bool { self == .html }

  /// What the name of its file ends with.
  public var fileEnding: String {
    switch self {
    case .text: ".txt"
    case .json: ".json"
    case .html: ".html"
    case .markdown: ".md"
    case .csv: ".csv"
    case .xlsx: ".xlsx"
    case .sarif: ".sarif"
    case .oscal: ".oscal.json"
    case .junit: ".junit.xml"
    case .prometheus: ".prom"
    }
  }

  /// The format of a file by the end of its name; nil if that tells none.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    let format = Self.allCases.filter { name.hasSuffix($0.fileEnding) }
      .max { $0.fileEnding.count < $1.fileEnding.count }
    guard let format else { return nil }
    self = format
  }
}

extension SweepReport {
  /// The report as the bytes of a file.
  /// - Throws: what `JSONEncoder` throws, to which nothing here gives it cause; for a workbook, that there is no memory for it.
  public func bytes(_ format: ReportFormat) throws -> [UInt8] {
    switch format {
    case .text:
      Array(
        TextReport(
          result: result, catalogue: catalogue, sweepID: sweepID, drift: drift, language: language, width: 100,
          detail: .full, site: site
        ).text().utf8)
    case .json:
      Array(try JSONReport.text(result, sweepID: sweepID, catalogue: catalogue, language: language).utf8)
    case .html: Array(HTMLReport.text(self).utf8)
    case .markdown: Array(MarkdownReport.text(self).utf8)
    case .csv: Array(CSVReport.text(self).utf8)
    case .xlsx: try XLSXReport.bytes(self)
    case .sarif: Array(try SARIFReport.text(self).utf8)
    case .oscal: Array(try OSCALResults.text(self).utf8)
    case .junit: Array(JUnitReport.text(self).utf8)
    case .prometheus: Array(PrometheusReport.text(self).utf8)
    }
  }
}

extension SweepReport {
  /// The guidelines in force, in the order of the catalogue.
  var guidelines: [Guideline] {
    let ids = Set(result.standings.map(\.requirement.guideline))
    return catalogue.guidelines.filter { ids.contains($0.id) }
  }

  /// The standings by chapter, a table for each guideline in the order of the standings.
  var standingTables: [StandingTable] {
    var guidelines: [GuidelineID] = []
    for standing in result.standings where !guidelines.contains(standing.requirement.guideline) {
      guidelines.append(standing.requirement.guideline)
    }
    return guidelines.map { StandingTable($0, result.standings, catalogue: catalogue) }
  }
}

extension SweepReport {
  /// What an attestation was worth on the day of the sweep, and until when.
  func state(of review: AttestationReview) -> String {
    let until = review.attestation.until
    let words = Wording.Statements.state(review.state, until: until, daysLeft: result.day.days(until: until))
    return "\(review.state.sign) \(words[language])"
  }

  /// What a waiver was worth on the day of the sweep, and until when.
  func state(of review: WaiverReview) -> String {
    let until = review.waiver.until
    let words = Wording.Statements.state(review.state, until: until, daysLeft: result.day.days(until: until))
    return "\(review.state.sign) \(words[language])"
  }
}

extension Ink {
  /// How what is shown in an ink looks elsewhere: a class of the style sheet.
  var look: String {
    switch self {
    case .good: "pass"
    case .bad: "fail"
    case .doubtful: "open"
    case .plain, .strong, .faint: "rest"
    }
  }
}
