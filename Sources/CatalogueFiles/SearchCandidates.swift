/// The requirements that may answer a query as far as the index can tell, each with the best score that it can have.
struct SearchCandidates {
  /// Those that the whole query may name, in order.
  private let named: [UInt32]
  private var requirements: [UInt32]
  private var guesses: [Guess]

  /// The best that may be true of a candidate, of the words so far.
  private struct Guess {
    var rank = 0
    var hits = 0
  }

  /// So few are looked at sooner than further lists are gone through.
  private static let few = 32

  /// Gathers the candidates: what is in the lists of all words.
  init(_ query: SearchQuery, _ index: SearchIndex) {
    named = index.requirements(named: query.whole)
    let lists = query.words.map { index.postings(for: $0) }
    let all = lists.joined().sorted { $0.requirements.count < $1.requirements.count }
    // Every word has a character, so there is at least one list.
    requirements = all.first.map { Array($0.requirements) } ?? []
    for list in all.dropFirst() where requirements.count > Self.few {
      requirements = both(requirements, list.requirements)
    }
    guesses = [Guess](repeating: Guess(), count: requirements.count)
    for list in lists { if let rarest = list.first { guess(from: rarest) } }
  }

  /// The best scores that the candidates can have, the best first.
  func inOrder() -> [SearchScore] {
    // A counting sort: the kinds of score are few, and the candidates of one kind are in order already.
    var starts = [Int](repeating: 0, count: SearchScore.kinds + 1)
    var nextNamed = 0
    let scores = requirements.indices.map { index in
      let requirement = requirements[index]
      while nextNamed < named.count, named[nextNamed] < requirement { nextNamed += 1 }
      return SearchScore(
        atBest: nextNamed < named.count && named[nextNamed] == requirement, rank: guesses[index].rank,
        hits: guesses[index].hits, requirement: Int(requirement))
    }
    for score in scores { starts[score.kind + 1] += 1 }
    for kind in 0..<SearchScore.kinds { starts[kind + 1] += starts[kind] }
    var ordered = scores
    for score in scores {
      ordered[starts[score.kind]] = score
      starts[score.kind] += 1
    }
    return ordered
  }

  /// A word is found at no better rank than the rarest of its pairs, and if at that rank, no more often. Where several words
  /// are found at different ranks, the worst one counts, at which the others may be found often, too.
  private mutating func guess(from list: SearchIndex.Postings) {
    var position = list.requirements.startIndex
    for (index, requirement) in requirements.enumerated() {
      position = firstIndex(notBelow: requirement, in: list.requirements, from: position)
      // A list that was not gone through may lack a candidate, which is then none: no guess is too good for it.
      guard position < list.requirements.endIndex, list.requirements[position] == requirement else { continue }
      let rank = SearchIndex.rank(of: list.marks[position])
      let hits = SearchIndex.hits(of: list.marks[position])
      if guesses[index].hits == 0 || rank == guesses[index].rank {
        guesses[index].rank = rank
        guesses[index].hits += hits
      } else {
        guesses[index].rank = max(rank, guesses[index].rank)
        guesses[index].hits = SearchScore.mostHits
      }
    }
  }
}

/// What is in both of two ordered lists.
private func both(_ a: [UInt32], _ b: ArraySlice<UInt32>) -> [UInt32] {
  var both: [UInt32] = []
  var position = b.startIndex
  for requirement in a {
    position = firstIndex(notBelow: requirement, in: b, from: position)
    if position == b.endIndex { break }
    if b[position] == requirement { both.append(requirement) }
  }
  return both
}

/// The first index at or behind another whose number is not below one: by steps that double, then by halving (galloping), so
/// that a short list is compared with a long one in little more than the short one's time.
private func firstIndex(notBelow number: UInt32, in list: ArraySlice<UInt32>, from start: Int) -> Int {
  var step = 1
  var low = start
  while low < list.endIndex, list[low] < number {
    let next = low + step
    if next >= list.endIndex || list[next] >= number {
      var (below, high) = (low, min(next, list.endIndex))
      while below + 1 < high {
        let middle = (below + high) / 2
        if list[middle] < number { below = middle } else { high = middle }
      }
      return high
    }
    low = next
    step *= 2
  }
  return low
}
