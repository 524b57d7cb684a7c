import CatalogueFiles
import Compliance

/// Times queries in a catalogue of generated requirements: prints the median and the worst milliseconds of a query, the
/// catalogue being loaded. Usage: Benchmarks FOLDER-OF-THE-CATALOGUE [NUMBER-OF-REQUIREMENTS]
@main
enum Search {
  static let queries = [
    "暗号", "鍵", "アクセス権限", "サーバ", "サーバールーム", "システム", "すること", "の", "暗号 鍵 管理", "access control",
    "wireless", "6.5.C.12", "mhlw", "無線LAN", "医療情報システム 安全管理", "存在しない語",
  ]
  static let runs = 15

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first else { fatalError("Usage: Benchmarks FOLDER [NUMBER]") }
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
    let requirements = generated(count, from: try CatalogueReader.read(folder: folder).requirements)
    let clock = ContinuousClock()
    var search = CatalogueSearch([])
    let loading = clock.measure { search = CatalogueSearch(requirements) }
    var medians: [(query: String, median: Double)] = []
    var worst = 0.0
    for query in queries {
      let times = (0..<runs).map { _ in milliseconds(clock.measure { _ = search.find(query) }) }.sorted()
      medians.append((query, times[runs / 2]))
      worst = max(worst, times[runs - 1])
    }
    let slowest = medians.max { $0.median < $1.median }
    let median = medians.map(\.median).sorted()[medians.count / 2]
    if CommandLine.arguments.contains("--each") {
      for entry in medians { print("\(entry.query)\t\(entry.median)") }
    }
    print(
      "search in \(count) requirements: median \(rounded(median)) ms, slowest query \(rounded(slowest?.median ?? 0)) ms "
        + "(\(slowest?.query ?? "")), worst run \(rounded(worst)) ms; loading \(rounded(milliseconds(loading))) ms")
  }

  /// Requirements with ids of their own whose titles, texts and notes are put together of sentences of the real ones.
  static func generated(_ count: Int, from real: [Requirement]) -> [Requirement] {
    var state: UInt64 = 20_261_121
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
        id: id, citation: "第\(number / 500)章 C \(number)", requirementClass: model.requirementClass, status: model.status,
        title: model.title, text: (0..<1 + next(4)).map { _ in String(sentences[next(sentences.count)]) }.joined(),
        parent: nil, parts: [], chapter: "\(number / 500)", source: nil, notes: model.notes)
    }
  }

  static func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
  }

  static func rounded(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}
