import Compliance
import Testing

@testable import CatalogueFiles

/// What holds of every search.
@Suite struct SearchPropertyTests {
  @Test func scanAndIndexGiveTheSame() throws {
    var random = SearchSamples(seed: 3)
    var hits = 0
    for _ in 0..<60 {
      let requirements = random.requirements(Int.random(in: 0...80, using: &random))
      let scan = CatalogueSearch(requirements, by: .scan)
      let index = CatalogueSearch(requirements, by: .index)
      for _ in 0..<60 {
        let query = (0..<Int.random(in: 1...3, using: &random)).map { _ in random.text(of: 3) }.joined(separator: " ")
        let limit = [1, 3, 20, 1000].randomElement(using: &random) ?? 20
        let expected = scan.find(query, limit: limit)
        #expect(index.find(query, limit: limit) == expected, "\(query)")
        hits += expected?.hits.count ?? 0
      }
    }
    #expect(hits > 5000, "the queries must find something")
  }

  @Test func whoHasEveryWordIsFoundAndNobodyElse() throws {
    var random = SearchSamples(seed: 4)
    for _ in 0..<40 {
      let requirements = random.requirements(30)
      let search = CatalogueSearch(requirements, by: .index)
      for _ in 0..<40 {
        let query = random.text(of: 2) + " " + random.text(of: 2)
        let words = SearchQuery(query).words
        guard let answer = search.find(query, limit: requirements.count) else { continue }
        let expected = requirements.filter { requirement in
          let fields =
            [
              requirement.id.description, requirement.citation, requirement.title.ja, requirement.title.en,
              requirement.text ?? "",
            ]
            + requirement.notes.flatMap { [$0.ja, $0.en] }
          return words.allSatisfy { word in fields.contains { !word.matches(in: SearchFolding($0).bytes).isEmpty } }
        }
        #expect(Set(answer.hits.map(\.requirement.id)) == Set(expected.map(\.id)), "\(query)")
        #expect(answer.hits.count == expected.count)
      }
    }
  }

  @Test func theWordsOfATextFindIt() throws {
    var random = SearchSamples(seed: 5)
    var searched = 0
    for _ in 0..<400 {
      let requirements = random.requirements(4)
      guard let requirement = requirements.randomElement(using: &random) else { continue }
      let characters = Array(requirement.text ?? requirement.title.ja)
      guard !characters.isEmpty else { continue }
      let start = Int.random(in: 0..<characters.count, using: &random)
      let end = Int.random(in: start...min(start + 6, characters.count), using: &random)
      // What begins with a mark that joins what stands before it means something else by itself.
      let phrase = String(characters[start..<end])
      guard let first = phrase.unicodeScalars.first, !"ーｰ-－‐\u{3099}\u{309A}ﾞﾟ".unicodeScalars.contains(first) else {
        continue
      }
      guard let answer = CatalogueSearch(requirements).find("\"\(phrase)\"", limit: 100) else { continue }
      #expect(
        answer.hits.contains { $0.requirement == requirement },
        "\(phrase.debugDescription) in \(String(characters).debugDescription)")
      searched += 1
    }
    #expect(searched > 150)
  }

  @Test func marksAreInOrderAndHoldWhatWasSearched() throws {
    var random = SearchSamples(seed: 6)
    for _ in 0..<60 {
      let search = CatalogueSearch(random.requirements(20))
      for _ in 0..<20 {
        let query = random.text(of: 3)
        for hit in search.find(query, limit: 20)?.hits ?? [] {
          #expect(!hit.passages.isEmpty)
          for passage in hit.passages {
            #expect(!passage.marks.isEmpty)
            var end = passage.text.startIndex
            for mark in passage.marks {
              #expect(mark.lowerBound >= end && !mark.isEmpty && mark.upperBound <= passage.text.endIndex)
              end = mark.upperBound
              let marked = SearchFolding(String(passage.text.unicodeScalars[mark])).bytes
              #expect(SearchQuery(query).words.contains { !$0.matches(in: marked).isEmpty }, "\(query)")
            }
          }
        }
      }
    }
  }

  @Test func aPatternIsFoundWhereItStandsFirst() {
    var random = SearchSamples(seed: 7)
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...80, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random) }
      let pattern = (0..<Int.random(in: 1...5, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random) }
      let start = Int.random(in: 0...text.count, using: &random)
      let range = start..<Int.random(in: start...text.count, using: &random)
      let expected = range.first { text[$0..<range.upperBound].starts(with: pattern) }
      #expect(text.withUnsafeBytes { BytePattern(pattern)?.firstIndex(in: $0, range) } == expected)
    }
  }
}
