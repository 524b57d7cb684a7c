import Compliance
import Wording

/// The objects and lists around the records: how far each of them follows the path to the records.
struct OuterLevels {
  private struct Level {
    let isObject: Bool
    /// How many steps of the path lead here; nil if the level is a list of records.
    let matched: Int?
    var key: [UInt8] = []
    /// The key as it is compared.
    var compared: [UInt8] = []
    var index = -1
    /// The names in it, for a did-you-mean.
    var names: [String] = []
    var hasMatch = false
  }

  /// What to do with a value.
  enum Choice {
    /// It is a record.
    case record
    /// It leads on towards records; what is in it comes next.
    case opened
    /// It is a container that leads nowhere.
    case skipped
    /// It is a single value that leads nowhere.
    case passed
  }

  private var levels: [Level] = []
  /// The names where the path ended, as deep in the document as that was.
  private var deepest: (steps: Int, names: [String])?

  /// Whether there was anything in the document.
  private(set) var hasSeenValues = false
  /// Whether the path led to something.
  private(set) var hasFoundRecords = false

  private static let mostNames = 50

  /// Starts over, for the next part of a document.
  mutating func clear() {
    levels.removeAll(keepingCapacity: true)
  }

  /// Notes the name of the value that comes next.
  mutating func enter(_ key: [UInt8], compared: [UInt8]) {
    guard let last = levels.indices.last else { return }
    levels[last].key = key
    levels[last].compared = compared
    if levels[last].names.count < Self.mostNames { levels[last].names.append(String(decoding: key, as: UTF8.self)) }
  }

  /// Decides about a value by where it stands.
  mutating func value(_ token: TreeToken, _ path: FieldPath) -> Choice {
    hasSeenValues = true
    var matched: Int? = 0
    if let last = levels.indices.last {
      levels[last].index += 1
      guard let before = levels[last].matched else { return .record }
      matched = leads(levels[last], path.steps[before]) ? before + 1 : nil
      if matched != nil { levels[last].hasMatch = true }
    }
    let isContainer = token == .beginObject || token == .beginList
    guard let matched else { return isContainer ? .skipped : .passed }
    if matched == path.steps.count {
      hasFoundRecords = true
      guard token == .beginList else { return .record }
      levels.append(Level(isObject: false, matched: nil))
      return .opened
    }
    guard isContainer else { return .passed }
    levels.append(Level(isObject: token == .beginObject, matched: matched))
    return .opened
  }

  private func leads(_ level: Level, _ step: FieldPath.Step) -> Bool {
    switch step {
    case .every: true
    case .name(let name): level.isObject && level.compared == name
    case .index(let index): !level.isObject && level.index == index
    }
  }

  /// Ends the innermost level.
  mutating func close(_ path: FieldPath) {
    guard let level = levels.popLast(), let matched = level.matched else { return }
    // An object or list with nothing in it holds no records, which is no fault of the path.
    if matched == path.steps.count - 1, path.steps[matched] == .every { hasFoundRecords = true }
    if !level.hasMatch, deepest.map({ matched > $0.steps }) ?? true { deepest = (matched, level.names) }
  }

  /// The name or number under which the record stands.
  var key: [UInt8] {
    guard let level = levels.last else { return [] }
    return level.isObject ? level.key : Array(String(level.index).utf8)
  }

  /// Where the record stands, as a JSON pointer (RFC 6901); nil if it is the whole document.
  var pointer: String? {
    if levels.isEmpty { return nil }
    return levels.map { level in
      if !level.isObject { return "/\(level.index)" }
      let name = shown(level.key).map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
      return "/\(name)"
    }.joined()
  }

  /// What to say of a document in which the path leads to nothing.
  func absence(of path: FieldPath, _ written: String, showsNames: Bool) -> LocalizedText {
    let names = showsNames ? deepest?.names ?? [] : []
    var meant: String?
    if let deepest, deepest.steps < path.steps.count, case .name(let wanted) = path.steps[deepest.steps] {
      meant = nearest(to: String(decoding: wanted, as: UTF8.self), among: names)
    }
    return Wording.noRecordsAtPath(written, names: names.prefix(10).map { shown($0.utf8) }, meant: meant)
  }
}
