import Compliance
import Glibc
import StrictYAML
import Wording

/// What `attestations.yaml` and `waivers.yaml` have in common: each is a list of entries with ids, to which entries are appended.
enum StatementList {
  /// Reads a list from a file that need not be there.
  static func read<Entry>(
    path: String, file: String, of shape: YAMLShape<Entry>, id: (Entry) -> String
  ) throws(Problems) -> [Entry] {
    if access(path, F_OK) != 0, errno == ENOENT { return [] }
    do {
      let bytes = try RegularFile.bytes(path: path, file: file, atMost: YAMLDocument.largestSize + 1)
      return try read(bytes, file: file, of: shape, id: id)
    } catch let problem as Problem {
      throw Problems([problem])
    } catch let problems as Problems {
      throw problems
    } catch {
      // Nothing else is thrown above.
      throw Problems([Problem(at: Place(file: file), LocalizedText(verbatim: "\(error)"))])
    }
  }

  /// Reads a list from a text. One of comments alone is an empty list. A second entry of an id is a problem.
  static func read<Entry>(
    _ bytes: [UInt8], file: String, of shape: YAMLShape<Entry>, id: (Entry) -> String
  ) throws(Problems) -> [Entry] {
    if isBlank(bytes) { return [] }
    let log = ProblemLog()
    let placed = YAMLShape<[Placed<Entry>]>.list(of: .placed(shape))
    let entries = YAMLDocument(file: file, bytes: bytes).read(as: placed, log) ?? []
    var first: [String: Place] = [:]
    for entry in entries {
      let id = id(entry.value)
      if let place = first[id] {
        log.report(at: entry.place, Wording.duplicateID(id, first: place))
      } else {
        first[id] = entry.place
      }
    }
    try log.throwIfAny()
    return entries.map(\.value)
  }

  /// Two days of an entry, the second not before the first; nil if one is missing or wrong, which is reported.
  static func days(
    _ fields: inout YAMLFields, from first: String, through last: String
  ) -> ClosedRange<CalendarDate>? {
    let from = fields.required(first, as: .calendarDate)
    let through = fields.required(last, as: .calendarDate)
    guard let from, let through else { return nil }
    if through < from {
      let place = fields.place(of: last) ?? fields.place
      fields.log.report(at: place, Wording.Statements.endsBeforeItBegins(last, first, from))
      return nil
    }
    return from...through
  }

  /// A text as an entry has it.
  static func outline(_ text: LocalizedText) -> YAMLOutline {
    text.ja == text.en ? .text(text.ja) : .inline([("ja", text.ja), ("en", text.en)])
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }).allSatisfy { line in
      let content = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      return content.isEmpty || content.first == UInt8(ascii: "#") || Array(content) == [0xEF, 0xBB, 0xBF]
    }
  }
}

extension YAMLShape where Value == CalendarDate {
  /// A day such as `2026-04-01`, with or without quotes.
  static var calendarDate: YAMLShape {
    .parsed(Wording.Statements.calendarDate) { CalendarDate(iso: $0) }
  }
}
