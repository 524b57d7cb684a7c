import Compliance

/// A file name in which `*` stands for any characters and `?` for one.
struct FilePattern {
  private let pattern: Wildcard
  private let isOfHiddenFiles: Bool

  /// Makes a pattern; nil if the name holds neither `*` nor `?`.
  init?(_ name: some StringProtocol) {
    pattern = Wildcard(name)
    isOfHiddenFiles = name.hasPrefix(".")
    if pattern.isLiteral { return nil }
  }

  /// Whether a name matches. Hidden files match only a pattern that begins with a dot, and the lock files of Office (`~$…`)
  /// none. Names that differ in Unicode normalization alone are the same.
  func matches(_ name: String) -> Bool {
    if name.hasPrefix("."), !isOfHiddenFiles { return false }
    if name.hasPrefix("~$") { return false }
    return pattern.matches(name)
  }
}
