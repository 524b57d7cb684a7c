/// The known word that somebody may have meant, for a did-you-mean; nil if none is near.
///
/// Near is a Damerau-Levenshtein distance (optimal string alignment) of at most a third of the word's length, at least 1.
/// - Parameters:
///   - word: what was written.
///   - known: what could have been written.
/// - Complexity: the product of the lengths, for each known word. Words of more than 512 bytes have nothing near: nobody types such.
public func nearest(to word: String, among known: some Sequence<String>) -> String? {
  guard word.utf8.count <= 512 else { return nil }
  let target = Array(word.lowercased())
  let limit = max(1, target.count / 3)
  var best: (word: String, distance: Int)?
  for candidate in known {
    guard candidate.utf8.count <= 2048 else { continue }
    let letters = Array(candidate.lowercased())
    guard abs(letters.count - target.count) <= limit else { continue }
    let distance = alignmentDistance(target, letters)
    if distance <= limit, best.map({ (distance, candidate) < ($0.distance, $0.word) }) ?? true {
      best = (candidate, distance)
    }
  }
  return best?.word
}

private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    row.reserveCapacity(b.count + 1)
    for j in 1...b.count {
      var cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforePrevious[j - 2] + 1)
      }
      row.append(cost)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[b.count]
}
