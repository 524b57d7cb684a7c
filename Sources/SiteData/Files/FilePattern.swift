/// A file name in which `*` stands for any characters and `?` for one.
struct FilePattern {
  private let pattern: [Character]

  /// Makes a pattern; nil if the name holds neither `*` nor `?`.
  init?(_ name: some StringProtocol) {
    guard name.contains(where: { $0 == "*" || $0 == "?" }) else { return nil }
    pattern = Array(name)
  }

  /// Whether a name matches. Hidden files match only a pattern that begins with a dot, and the lock files of Office (`~$…`)
  /// none. Names that differ in Unicode normalization alone are the same.
  func matches(_ name: String) -> Bool {
    if name.hasPrefix("."), pattern.first != "." { return false }
    if name.hasPrefix("~$") { return false }
    let name = Array(name)
    var (p, n) = (0, 0)
    // After a mismatch only the last star needs to take one more character: what an earlier one would take, it can too.
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        p = last.pattern + 1
        n = last.name + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
