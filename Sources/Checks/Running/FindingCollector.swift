import Compliance

/// Counts what one check finds, and says which findings are kept: the first ones.
struct FindingCollector {
  private(set) var counts = OutcomeCounts()
  /// How many more findings are kept.
  private(set) var left: FindingQuota

  /// - Parameter quota: how many findings are kept.
  init(_ quota: FindingQuota) { left = quota }

  /// Whether the finding of such an outcome would be kept.
  func keeps(_ outcome: Outcome) -> Bool { left[outcome].findings > 0 && left[outcome].bytes > 0 }

  /// Counts outcomes whose findings are not kept.
  mutating func count(_ outcome: Outcome, times: Int) { counts[outcome] += times }

  /// Counts an outcome.
  /// - Returns: whether its finding is kept.
  mutating func add(_ outcome: Outcome) -> Bool {
    counts[outcome] += 1
    guard keeps(outcome) else { return false }
    left[outcome].findings -= 1
    return true
  }

  /// Notes that a finding is kept, once its texts are known. The last one may be longer than what was left.
  mutating func keep(_ finding: Finding) { left[finding.outcome].bytes -= finding.size }
}

/// How many findings of a check are kept, apart for settled outcomes and for others: passes must not crowd out a failure.
struct FindingQuota: Hashable, Sendable {
  /// So many findings, and of those no more than so many bytes.
  struct Share: Hashable, Sendable {
    var findings: Int
    var bytes: Int
  }

  var settled: Share
  var others: Share

  subscript(outcome: Outcome) -> Share {
    get { outcome.isSettled ? settled : others }
    set { if outcome.isSettled { settled = newValue } else { others = newValue } }
  }
}

extension Finding {
  /// The bytes of a subject that a record has; a text of JSON, say, may be far longer.
  static let longestSubject = 64 << 10

  /// The finding with a subject that may be shown: of a longer one the beginning.
  var withShownSubject: Finding {
    guard subject.utf8.count > Self.longestSubject else { return self }
    var beginning = String(decoding: subject.utf8.prefix(Self.longestSubject - 16), as: UTF8.self)
    // What a cut within a character leaves of it.
    while beginning.unicodeScalars.last == "\u{FFFD}" { beginning.unicodeScalars.removeLast() }
    return Finding(subject: beginning + "…", outcome: outcome, message: message, place: place, due: due)
  }

  /// The bytes that it is counted as: its texts, and what it takes beside them.
  var size: Int {
    let english = message.en == message.ja ? 0 : message.en.utf8.count
    return 64 + subject.utf8.count + message.ja.utf8.count + english
  }
}
