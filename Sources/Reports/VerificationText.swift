import Compliance
import Wording

/// What checking a history against its chain gave, for people.
public enum VerificationText {
  private typealias Words = Wording.Verification

  /// The text, each line ended by a newline.
  public static func text(
    _ result: HistoryVerification, language: Language, width: Int = 80, style: TextStyle = .plain
  ) -> String {
    var page = TextPage(width: width, style: style)
    let separator = Wording.Report.listSeparator[language]
    let verdict = result.isWhole ? Words.whole(result.whole.count) : Words.notWhole
    page.put([Segment("\(result.isWhole ? "✓" : "✗") \(verdict[language])", result.isWhole ? .good : .bad)], hanging: 2)
    for (kind, sweeps) in grouped(result.faults) {
      let words = sweeps.isEmpty ? "" : "\(Words.sweeps(ranges(sweeps, separator: separator))[language]): "
      page.put([Segment("- "), Segment(words, .strong), Segment(Words.fault(kind)[language])], indent: 2, hanging: 4)
    }
    page.blank()
    if !result.isWhole {
      let whole = result.whole.isEmpty ? Words.nothing[language] : ranges(result.whole, separator: separator)
      page.put([Segment("\(Words.wholeSweeps[language]): \(whole)")], hanging: 2)
    }
    if result.thinned > 0 { page.put([Segment(Words.thinned(result.thinned)[language])], hanging: 2) }
    if result.unchained > 0 {
      page.put([Segment(Words.unchained(result.unchained)[language], .doubtful)], hanging: 2)
    }
    putSignatures(of: result, language, on: &page)
    if let head = result.head {
      page.put([Segment("\(Words.head(head.sweep.description)[language]): \(grouped(head.sha256))")], hanging: 2)
    }
    if result.comparedHead == nil, result.head != nil {
      page.put([Segment(Words.withoutHead[language], .faint)], hanging: 2)
    }
    return page.text
  }

  private static func putSignatures(of result: HistoryVerification, _ language: Language, on page: inout TextPage) {
    if result.signed > 0 { page.put([Segment(Words.signed(result.signed)[language])], hanging: 2) }
    if !result.unknownSigners.isEmpty {
      page.put([Segment(Words.unknownSigners(result.unknownSigners)[language], .doubtful)], hanging: 2)
    } else if result.signed == 0, result.head != nil {
      page.put([Segment(Words.unsigned[language], .faint)], hanging: 2)
    }
  }

  /// Faults of one kind together, in the order of their first sweeps.
  private static func grouped(_ faults: [HistoryFault]) -> [(kind: HistoryFault.Kind, sweeps: [SweepID])] {
    var order: [HistoryFault.Kind] = []
    var sweeps: [HistoryFault.Kind: [SweepID]] = [:]
    for fault in faults {
      if sweeps[fault.kind] == nil { order.append(fault.kind) }
      sweeps[fault.kind, default: []] += [fault.sweep].compactMap(\.self)
    }
    return order.map { ($0, sweeps[$0] ?? []) }
  }

  /// A hash in groups of eight digits, which can be compared by eye.
  private static func grouped(_ digits: String) -> String {
    stride(from: 0, to: digits.count, by: 8).map { String(digits.dropFirst($0).prefix(8)) }.joined(separator: " ")
  }
}
