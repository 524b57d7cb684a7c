/// A pattern of names in which `*` stands for any characters and `?` for one; everything else stands for itself.
public struct Wildcard: Sendable {
  private let pattern: [Character]

  /// Makes a pattern.
  public init(_ pattern: some StringProtocol) { self.pattern = Array(pattern) }

  /// Whether the pattern has nothing that stands for other characters.
  public var isLiteral: Bool { !pattern.contains { $0 == "*" || $0 == "?" } }

  /// Whether a name matches. Names that differ in Unicode normalization alone are the same.
  public func matches(_ name: String) -> Bool {
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
