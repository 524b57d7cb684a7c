/// How something stands differently from one sweep to a later one.
public enum DriftKind: String, Sendable, Codable, CaseIterable {
  /// It was settled, and is not any more.
  case regressed
  /// It is open, and was not there before.
  case new
  /// It was open and still is, with another outcome.
  case changed
  /// It is not met, and a waiver has been put over it.
  case waived
  /// It was open or waived, and is settled.
  case fixed
  /// It is not looked at any more: the check is gone or deselected, or an open subject has left the data.
  case gone

  /// The kind of a change; nil for none, and for one that nobody needs to know of.
  /// - Parameters:
  ///   - before: where it stood; nil if it was not there.
  ///   - after: where it stands; nil if it is not there.
  ///   - isSubject: whether it is one of many subjects in the data, which come and go while they are in order.
  public init?(from before: Standing?, to after: Standing?, isSubject: Bool) {
    let before = before == .notselected ? nil : before
    let after = after == .notselected ? nil : after
    guard before != after else { return nil }
    guard let after else {
      if isSubject, before?.isSettled != false { return nil }
      self = .gone
      return
    }
    if after == .waived {
      self = .waived
      return
    }
    guard let before else {
      if after.isSettled { return nil }
      self = .new
      return
    }
    // What is waived is not met: nothing can get worse than that, but it can be mended.
    let wasMet = before.isSettled && before != .waived
    switch (wasMet, after.isSettled) {
    case (true, false): self = .regressed
    case (false, true): self = .fixed
    case (false, false): self = .changed
    case (true, true):
      if isSubject { return nil }
      self = .changed
    }
  }
}

/// Something that stands differently.
public struct Change<ID: Hashable & Sendable>: Hashable, Sendable {
  /// What it is.
  public let id: ID
  /// Where it stood; nil if it was not there.
  public let before: Standing?
  /// Where it stands; nil if it is not there.
  public let after: Standing?
  /// What kind of change that is.
  public let kind: DriftKind
  /// Whether it has gone back and forth lately: see ``Flapping``.
  public var isFlapping = false

  init?(_ id: ID, from before: Standing?, to after: Standing?, isSubject: Bool = false) {
    guard let kind = DriftKind(from: before, to: after, isSubject: isSubject) else { return nil }
    self.id = id
    self.before = before
    self.after = after
    self.kind = kind
  }
}

/// A subject of a check, by which findings of two sweeps are held against each other.
public struct FindingSubject: Hashable, Sendable {
  /// The check.
  public let check: CheckID
  /// The subject's name. Findings without one go by their file and message: the line moves with every row that is inserted above.
  public let name: String

  /// Names a subject.
  public init(check: CheckID, name: String) {
    self.check = check
    self.name = name
  }

  /// The subject of a finding.
  public init(of finding: Finding, in check: CheckID) {
    let file = finding.place.map { "\($0.file): " } ?? ""
    self.init(check: check, name: finding.subject.isEmpty ? file + finding.message.ja : finding.subject)
  }
}

/// A subject that stands differently, with the finding that shows it: the latest one of its standing, or where it is gone, the last.
public struct FindingChange: Hashable, Sendable {
  /// The change.
  public var change: Change<FindingSubject>
  /// The finding.
  public let finding: Finding
}

/// The rule of what goes back and forth: three changes between settled and open within the last ten sweeps that looked. Failing once
/// and being mended are two.
public enum Flapping {
  /// How many sweeps are looked at.
  public static let sweeps = 10
  /// How many changes are too many.
  public static let changes = 3

  /// How many changes there are between settled and open.
  /// - Parameter outcomes: in the order of the sweeps, forwards or backwards; sweeps that did not look are left out.
  public static func changeCount(_ outcomes: [Outcome]) -> Int {
    let states = outcomes.filter { $0 != .notselected && $0 != .notchecked }.map(\.isSettled)
    return zip(states, states.dropFirst()).count { $0 != $1 }
  }

  /// Whether it goes back and forth.
  public static func isFlapping(_ outcomes: [Outcome]) -> Bool { changeCount(outcomes) >= changes }
}
