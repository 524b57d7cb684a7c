import Compliance
import Wording

extension CheckRun {
  /// The moment whose data a result is of, in ISO 8601: that of the sweep, or of the earlier one that it was carried over from.
  func moment(in sweep: SweepResult) -> String {
    if case .carried(_, let at) = freshness { at } else { sweep.at }
  }

  /// When a result was won that was carried over, and how old it was at the moment of a sweep; nil for the sweep's own.
  func age(at moment: String) -> LocalizedText? {
    guard case .carried(let sweep, let at) = freshness else { return nil }
    let days = CalendarDate(iso: at.prefix(10)).flatMap { first in
      CalendarDate(iso: moment.prefix(10)).map { first.days(until: $0) }
    }
    return Wording.Report.carried(from: sweep, readableTime(at, withOffset: false), days: days)
  }
}

extension SweepResult {
  /// Which checks a sweep ran, where it was neither all of them nor those that were named.
  var scopeText: LocalizedText? {
    switch scope {
    case .all, .named: return nil
    case .brokenOff: return Wording.Report.brokenOff
    case .due:
      let carried = checks.count { if case .carried = $0.freshness { true } else { false } }
      let ran = checks.count { $0.freshness == .ran }
      return Wording.Report.due(ran: ran, carried: carried)
    }
  }
}
