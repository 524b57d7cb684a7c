import Compliance
import Wording

/// A system log, one entry a line.
struct SyslogLines: LineFormat {
  private let today: CalendarDate?
  /// The columns that want each of ``SyslogLine/columns``.
  private let wants: [[GatheredFields.Want]]
  /// The columns that want parameters of the structured data, by their exact names.
  private let parameterWants: [String: [GatheredFields.Want]]
  private var fields: GatheredFields

  init(_ columns: [SourceDeclaration.Column], today: CalendarDate?) {
    self.today = today
    fields = GatheredFields(columns, .listsCollect)
    let all = GatheredFields.wants(columns)
    wants = SyslogLine.columns.map { all[$0] ?? [] }
    var parameters: [String: [GatheredFields.Want]] = [:]
    for (index, column) in columns.enumerated() {
      for (rank, header) in column.headers.enumerated() where SyslogLine.isParameter(header) {
        parameters[header, default: []].append(GatheredFields.Want(column: index, rank: rank))
      }
    }
    parameterWants = parameters
  }

  mutating func take(_ lines: inout TextLines, at place: Place, _ builder: inout RecordBuilder) -> LineStep {
    guard let entry = SyslogLine(lines.text[lines.content], today: today, needsParameters: !parameterWants.isEmpty)
    else { return .refused(Wording.notSyslog) }
    for (index, value) in entry.values.enumerated() where !value.isEmpty {
      fields.put(wants[index], key: SyslogLine.columns[index], value.span)
    }
    for parameter in entry.parameters {
      fields.put(parameterWants[parameter.name] ?? [], key: parameter.name, parameter.value.span)
    }
    return .made(fields.finish(at: place, &builder))
  }
}
