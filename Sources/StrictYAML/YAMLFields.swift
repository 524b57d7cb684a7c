public import Compliance
import Wording

/// The keys of one mapping while they are read.
///
/// What was not asked for is unknown, and what was required and is absent is missing; both are reported once the mapping
/// has been read, by ``YAMLShape/mapping(_:)``. A missing key that somebody misspelled is reported as misspelled only.
public struct YAMLFields {
  /// Where the mapping begins.
  public let place: Place
  /// Takes the problems, also those that a reader finds by comparing fields.
  public let log: ProblemLog

  private let entries: [YAMLEntry]
  private var asked: [String] = []
  private var missing: [String] = []

  init(place: Place, entries: [YAMLEntry], _ log: ProblemLog) {
    self.place = place
    self.entries = entries
    self.log = log
  }

  /// The value of a key that must be there; nil if it is absent or cannot be read, which is then reported.
  public mutating func required<Value>(_ key: String, as shape: YAMLShape<Value>) -> Value? {
    if let entry = entry(key) { return read(entry, as: shape) }
    missing.append(key)
    return nil
  }

  /// The value of a key that may be left out; nil if it is, or if it cannot be read, which is then reported.
  public mutating func optional<Value>(_ key: String, as shape: YAMLShape<Value>) -> Value? {
    entry(key).flatMap { read($0, as: shape) }
  }

  /// Where a key stands; nil if it is absent.
  public func place(of key: String) -> Place? {
    entries.first { $0.key == key }?.place
  }

  private mutating func entry(_ key: String) -> YAMLEntry? {
    asked.append(key)
    return entries.first { $0.key == key }
  }

  private func read<Value>(_ entry: YAMLEntry, as shape: YAMLShape<Value>) -> Value? {
    if entry.value.isAbsent {
      log.report(at: entry.place, Wording.yamlEmptyValue(of: entry.key))
      return nil
    }
    return shape.read(entry.value, log)
  }

  func reportUnknownAndMissing() {
    let present = Set(entries.map(\.key))
    let absent = asked.filter { !present.contains($0) }
    var misspelled: Set<String> = []
    for entry in entries where !asked.contains(entry.key) && !log.isFull {
      let meant = nearest(to: entry.key, among: absent) ?? nearest(to: entry.key, among: asked)
      if let meant { misspelled.insert(meant) }
      log.report(at: entry.place, Wording.yamlUnknownKey(entry.key, meant: meant, known: asked))
    }
    for key in missing where !misspelled.contains(key) {
      log.report(at: place, Wording.yamlMissingKey(key))
    }
  }
}
