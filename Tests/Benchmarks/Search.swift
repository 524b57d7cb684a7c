import CatalogueFiles
import Compliance

/// Times queries in a catalogue of generated requirements that is loaded already, which no whole process shows, and prints a
/// table.
enum Search {
  /// Rare and common words, one character, several words, Latin script, ids, and what is not there.
  static let queries = [
    "暗号", "鍵", "アクセス権限", "サーバールーム", "システム", "すること", "の", "暗号 鍵 管理", "access control", "6.5.C.12", "mhlw",
    "存在しない語",
  ]
  static let runs = 15

  static func run(catalogue folder: String, count: Int) throws {
    let requirements = generated(count, from: try CatalogueReader.read(folder: folder).requirements)
    let clock = ContinuousClock()
    var search = CatalogueSearch([])
    let loading = clock.measure { search = CatalogueSearch(requirements) }
    print("| search in \(count) requirements, loaded in \(milliseconds(loading)) ms | median of \(runs) | slowest |")
    print("| --- | --- | --- |")
    for query in queries {
      let times = (0..<runs).map { _ in clock.measure { _ = search.find(query) } }.sorted()
      print("| \(query) | \(milliseconds(times[runs / 2])) ms | \(milliseconds(times[runs - 1])) ms |")
    }
  }

  /// Requirements with ids of their own whose titles, texts and notes are put together from the real ones.
  static func generated(_ count: Int, from real: [Requirement]) -> [Requirement] {
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      // SplitMix64 (Steele, Lea, Flood 2014): the same requirements in every run.
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((word ^ word >> 31) % UInt64(bound))
    }
    let sentences = real.compactMap(\.text).flatMap { $0.split(separator: "。").map { $0 + "。" } }
    return (0..<count).compactMap { number in
      let model = real[next(real.count)]
      let path = "\(number / 500).\(number / 25 % 20).C.\(number % 25)"
      guard let id = RequirementID("\(model.id.guideline):\(path)") else { return nil }
      return Requirement(
        id: id, citation: "第\(number / 500)章 C \(number)", requirementClass: model.requirementClass,
        status: model.status,
        title: model.title, text: (0..<1 + next(4)).map { _ in String(sentences[next(sentences.count)]) }.joined(),
        parent: nil, parts: [], chapter: "\(number / 500)", source: nil, notes: model.notes)
    }
  }

  static func milliseconds(_ duration: Duration) -> Double {
    let attoseconds = Double(duration.components.attoseconds)
    return ((Double(duration.components.seconds) * 1000 + attoseconds / 1e15) * 100).rounded() / 100
  }
}
