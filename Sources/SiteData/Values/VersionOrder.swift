/// Compares two versions as people number them: -1 if `a` is older, 1 if it is newer, 0 if they are the same.
///
/// Runs of digits compare as numbers of any length (`2.10` is after `2.9`), and `1.0` equals `1.0.0`. A pre-release word
/// comes before nothing (`1.0rc1` < `1.0`), any other word after it (`1.0.2` < `1.0.2k`). Case, full width, the
/// punctuation between the parts and a leading `v`, `ver` or `version` do not matter.
public func compareVersions(_ a: some StringProtocol, _ b: some StringProtocol) -> Int {
  let (left, right) = (versionParts(a), versionParts(b))
  for (x, y) in zip(left, right) where x != y { return x < y ? -1 : 1 }
  if left.count == right.count { return 0 }
  // The end stands between the pre-release words and everything else.
  if left.count < right.count { return right[left.count].isPrerelease ? 1 : -1 }
  return left[right.count].isPrerelease ? -1 : 1
}

/// The same for versions of nothing but digits and dots, as most are; nil for any other, and for numbers of more than 18 digits.
public func comparePlainVersions(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int? {
  guard isPlainVersion(a), isPlainVersion(b) else { return nil }
  var (i, j) = (0, 0)
  while i < a.count || j < b.count {
    // Behind the end stand zeros, as in 1.0 and 1.
    guard let x = nextNumber(a, &i), let y = nextNumber(b, &j) else { return nil }
    if x != y { return x < y ? -1 : 1 }
  }
  return 0
}

private func isPlainVersion(_ bytes: Span<UInt8>) -> Bool {
  for index in bytes.indices where !isDigit(bytes[index]) && bytes[index] != UInt8(ascii: ".") { return false }
  return true
}

/// Reads the next number of a plain version, 0 at its end; nil if it has more than 18 digits.
private func nextNumber(_ bytes: Span<UInt8>, _ position: inout Int) -> Int? {
  while position < bytes.count, !isDigit(bytes[position]) { position += 1 }
  let start = position
  var number = 0
  while position < bytes.count, isDigit(bytes[position]) {
    guard position - start < 18 else { return nil }
    number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
    position += 1
  }
  return number
}

private enum VersionPart: Comparable {
  case prerelease(Int)
  case word(String)
  /// The digits without leading zeros, by their number first, so that any length compares as a number.
  case number(count: Int, digits: String)

  var isPrerelease: Bool {
    if case .prerelease = self { true } else { false }
  }

  var isZero: Bool { self == .number(count: 0, digits: "") }

  init(word: String) {
    if let rank = prereleaseWords.firstIndex(where: { $0.contains(word) }) {
      self = .prerelease(rank)
    } else {
      self = .word(word)
    }
  }
}

/// The words that announce a release, from early to late.
private let prereleaseWords: [[String]] = [
  ["dev", "snapshot", "nightly"], ["alpha"], ["beta"], ["pre", "preview"], ["rc"],
]

private func versionParts(_ text: some StringProtocol) -> [VersionPart] {
  var parts: [VersionPart] = []
  var rest = keywordFolded(String(text))[...]
  for prefix in ["version", "ver", "v"] where rest.hasPrefix(prefix) {
    let after = rest.dropFirst(prefix.count).drop { $0 == "." || $0 == " " }
    if after.first?.isASCII == true, after.first?.isNumber == true { rest = after }
    break
  }
  while let first = rest.first {
    if isVersionDigit(first) {
      let digits = rest.prefix(while: isVersionDigit)
      rest = rest[digits.endIndex...]
      let significant = String(digits.drop { $0 == "0" })
      parts.append(.number(count: significant.count, digits: significant))
    } else if first.isLetter {
      let word = rest.prefix { $0.isLetter }
      rest = rest[word.endIndex...]
      dropTrailingZeros(&parts)
      parts.append(VersionPart(word: String(word)))
    } else {
      rest = rest.dropFirst()
    }
  }
  dropTrailingZeros(&parts)
  return parts
}

/// `1.0.0` and `1` are the same, also before a word; without this the order would not be transitive.
private func dropTrailingZeros(_ parts: inout [VersionPart]) {
  while parts.last?.isZero == true { parts.removeLast() }
}

private func isVersionDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
