import Compliance
import Wording

/// How an outcome is shown everywhere: a sign, a word and an ink, so that no one of them must be seen.
extension Outcome {
  var sign: String {
    switch self {
    case .pass: "✓"
    case .fail: "✗"
    case .error: "!"
    case .unknown: "?"
    case .notapplicable: "·"
    case .notselected: "~"
    case .notchecked: "–"
    case .informational: "i"
    }
  }

  var ink: Ink {
    switch self {
    case .pass: .good
    case .fail: .bad
    case .error, .unknown, .notchecked: .doubtful
    case .notapplicable, .notselected, .informational: .faint
    }
  }

  /// The order in which outcomes are told: what must be acted on first.
  static let byUrgency: [Outcome] = [
    .fail, .error, .unknown, .notchecked, .pass, .informational, .notapplicable, .notselected,
  ]
}

extension Standing {
  var sign: String { outcome?.sign ?? "w" }
  var ink: Ink { outcome?.ink ?? .doubtful }

  /// The order in which standings are told: what must be acted on first.
  static let byUrgency: [Standing] = [
    .fail, .error, .unknown, .notchecked, .waived, .pass, .informational, .notapplicable, .notselected,
  ]
}

extension OutcomeCounts {
  /// The outcomes that occurred, the most urgent first, each as sign, word and number.
  func phrases(in language: Language) -> [[Segment]] {
    Outcome.byUrgency.filter { self[$0] > 0 }.map { outcome in
      [
        Segment("\(outcome.sign) \(Wording.Report.outcome(outcome)[language])", outcome.ink),
        Segment(" \(self[outcome])", .strong),
      ]
    }
  }
}
