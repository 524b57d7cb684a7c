import Characters

/// An inverted index of the characters and the pairs of characters in folded text: for each the requirements that have it, in
/// order, and beside each at which rank it is there first and how often at that rank.
///
/// Characters and pairs are hashed to a fixed number of lists. Two that share one make a list longer and its guesses better
/// than the truth, never worse; what is found is looked at in the text anyway.
struct SearchIndex: Sendable {
  /// One list: requirements in order, and what is known of each.
  struct Postings {
    let requirements: ArraySlice<UInt32>
    /// As many; see ``rank(of:)`` and ``hits(of:)``.
    let marks: ArraySlice<UInt8>
  }

  private let starts: [Int]
  private let requirements: [UInt32]
  private let marks: [UInt8]
  /// The names of the requirements: hash and number in one, in order.
  private let names: [UInt64]

  /// Indexes text.
  init(_ text: SearchText) {
    var counts = [Int](repeating: 0, count: Self.listCount + 1)
    var gathering = Gathering()
    for requirement in 0..<text.count {
      gathering.gather(requirement, of: text)
      for list in gathering.lists { counts[list + 1] += 1 }
    }
    for list in 0..<Self.listCount { counts[list + 1] += counts[list] }
    starts = counts

    var requirements = [UInt32](repeating: 0, count: counts[Self.listCount])
    var marks = [UInt8](repeating: 0, count: counts[Self.listCount])
    var ends = counts
    for requirement in 0..<text.count {
      gathering.gather(requirement, of: text)
      for list in gathering.lists {
        requirements[ends[list]] = UInt32(requirement)
        marks[ends[list]] = gathering.mark(of: list)
        ends[list] += 1
      }
    }
    self.requirements = requirements
    self.marks = marks
    names = (0..<text.count).flatMap { number in
      text.names(of: number).map { Self.hash($0) | UInt64(number) }
    }.sorted()
  }

  /// The requirements that may be called so, in order, and all that are.
  func requirements(named name: [UInt8]) -> [UInt32] {
    let hash = Self.hash(name)
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return names[low...].prefix { $0 >> 32 == hash >> 32 }.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// A hash in the upper half (FNV-1a), above room for a number.
  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    UInt64(name.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }) << 32
  }

  /// The lists in which every requirement is that has a word, the shortest first.
  func postings(for word: SearchWord) -> [Postings] {
    let scalars = word.scalars
    let lists =
      scalars.count == 1
      ? [Self.list(0, scalars[0])] : zip(scalars, scalars.dropFirst()).map { Self.list($0, $1) }
    return Set(lists).sorted().map { list in
      Postings(
        requirements: requirements[starts[list]..<starts[list + 1]], marks: marks[starts[list]..<starts[list + 1]])
    }.sorted { $0.requirements.count < $1.requirements.count }
  }

  /// The most telling rank at which what the list is for may be found.
  static func rank(of mark: UInt8) -> Int { Int(mark >> 6) }

  /// How often it is there at that rank; ``SearchScore/mostHits`` stands for that and more.
  static func hits(of mark: UInt8) -> Int { Int(mark & 0x3F) }

  /// Enough that the some fifty thousand pairs of characters in Japanese prose seldom share a list, and few enough that the
  /// table of their starts stays within a processor's cache.
  private static let listCount = 1 << 17

  /// The list of a pair of characters, or of one alone with 0 before it. Multiplicative hashing (Knuth, TAOCP 6.4) with 2^64
  /// over the golden ratio.
  private static func list(_ first: UInt32, _ second: UInt32) -> Int {
    let key = UInt64(first) << 32 | UInt64(second)
    return Int((key &* 0x9E37_79B9_7F4A_7C15) >> 47)
  }

  /// Which lists one requirement belongs to.
  private struct Gathering {
    private(set) var lists: [Int] = []
    private var marked = [UInt8](repeating: absent, count: listCount)

    /// No mark: a mark counts at least one hit.
    private static let absent: UInt8 = 0

    func mark(of list: Int) -> UInt8 { marked[list] }

    mutating func gather(_ requirement: Int, of text: SearchText) {
      for list in lists { marked[list] = Self.absent }
      lists.removeAll(keepingCapacity: true)
      for rank in SearchText.Rank.allCases {
        gather(text.range(of: requirement, rank), UInt8(rank.rawValue), text.bytes)
      }
    }

    private mutating func gather(_ range: Range<Int>, _ rank: UInt8, _ bytes: [UInt8]) {
      var index = range.lowerBound
      var previous: UInt32 = 0
      var beforeLongVowel: UInt32 = 0
      while index < range.upperBound {
        let scalar = nextScalar(bytes, &index)
        if scalar == separator {
          (previous, beforeLongVowel) = (0, 0)
          continue
        }
        add(list(0, scalar), rank)
        if previous != 0 { add(list(previous, scalar), rank) }
        // A word may leave the ー between the two out.
        if beforeLongVowel != 0 { add(list(beforeLongVowel, scalar), rank) }
        beforeLongVowel = scalar == longVowel ? previous : 0
        previous = scalar
      }
    }

    private mutating func add(_ list: Int, _ rank: UInt8) {
      if marked[list] == Self.absent {
        marked[list] = rank << 6 | 1
        lists.append(list)
      } else if marked[list] >> 6 == rank, marked[list] & 0x3F < UInt8(SearchScore.mostHits) {
        marked[list] += 1
      }
    }
  }

  private static let separator = UInt32(SearchFolding.separator)
}
