import Foundation
import Testing

/// Holds the languages together: every text that people read is written in one room, in both languages, with the same values in it.
struct LanguagesTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources").resolvingSymlinksInPath()

  private static func files() throws -> [(room: String, name: String, source: SwiftSource)] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    return try paths.sorted().map { path in
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      return (String(path.prefix { $0 != "/" }), path, SwiftSource(text))
    }
  }

  @Test func onlyTheRoomOfWordingWritesTextsOut() throws {
    for file in try Self.files() where file.room != "Wording" {
      for call in file.source.calls {
        #expect(
          !LocalizedPair.isWrittenOut(call.arguments), "\(file.name):\(call.line): write this text in Sources/Wording")
      }
    }
  }

  @Test func bothLanguagesSayTheSame() throws {
    var pairs = 0
    for file in try Self.files() where file.room == "Wording" {
      for call in file.source.calls {
        let pair = try #require(LocalizedPair(call), "\(file.name):\(call.line): ja without en")
        pairs += 1
        for fault in pair.faults { Issue.record("\(file.name):\(pair.line): \(fault)") }
      }
    }
    // Were the scanner to lose its way, it would find little, and nothing wrong with it.
    #expect(pairs > 250)
  }

  // MARK: - The tests of the test

  private func faults(_ call: String) throws -> [String] {
    let source = SwiftSource("let text = LocalizedText(\(call))")
    let first = try #require(source.calls.first)
    return try #require(LocalizedPair(first)).faults
  }

  @Test(arguments: [
    #"ja: "ない。", en: "None.""#,
    #"ja: "\(count) 件", en: count == 1 ? "one of \(count)" : "\(count) items""#,
    #"ja: "\(reason.ja)(\(place))", en: "\(reason.en) (\(place))""#,
    #"ja: "「\(id)」はない。" + (near.map { "「\($0)」か。" } ?? ""), en: "No '\(id)'." + (near.map { " '\($0)'?" } ?? "")"#,
    #"ja: names.map { "「\($0)」" }.joined(), en: names.map { "'\($0)'s" }.joined(separator: ", ")"#,
    #"ja: "例: 令和5年", en: "such as 令和5年 in that cell""#,
    #"ja: ja, en: en"#, #"ja: "\(hint(near).ja)を直す。", en: "Mend \(hint(near).en).""#,
    #"ja: texts.map(\.ja).joined(), en: texts.map(\.en).joined(separator: " ")"#,
  ])
  func soundPairsHaveNoFault(call: String) throws {
    #expect(try faults(call) == [])
  }

  @Test(arguments: [
    #"ja: "None.", en: "None.""#, #"ja: "", en: "None.""#, #"ja: "ない。", en: """#, #"ja: "ない。", en: "ない。""#,
    #"ja: "ない。", en: "Nothing ある""#, #"ja: "\(count) 件", en: "items""#, #"ja: "件", en: "\(count) items""#,
    #"ja: "\(place.file) 行", en: "line \(place.line)""#, #"ja: "ない。", en: en"#,
    #"ja: "「\(id)」はない。", en: "No '\(id)'." + (near.map { " '\($0)'?" } ?? "")"#,
  ])
  func unlikePairsHaveOne(call: String) throws {
    #expect(try !faults(call).isEmpty)
  }

  @Test(arguments: [
    (#"ja: "ない。", en: "None.""#, true), (#"ja: a ? "ない。" : b, en: b"#, true),
    (#"ja: row["text_ja"], en: text(row["text_en"])"#, false),
    (#"ja: outcome.japanese, en: outcome.english"#, false),
  ])
  func aTextIsToldFromTheNameOfAText(call: String, isWrittenOut: Bool) throws {
    let first = try #require(SwiftSource("f(\(call))").calls.first)
    #expect(LocalizedPair.isWrittenOut(first.arguments) == isWrittenOut)
  }

  @Test func theScannerPassesOverCommentsAndQuotes() throws {
    let source = SwiftSource(
      #"""
      // LocalizedText(ja: "い", en: "a")
      /* LocalizedText(ja: "ろ", en: "b") */
      let quoted = "LocalizedText(ja: \"は\", en: \"c\")"
      let text = LocalizedText(
        ja: """
          一行目 \(f("(", 2))
          "二行目"
          """, en: "two lines \(f("(", 2))")
      """#)
    #expect(source.calls.count == 1)
    let first = try #require(source.calls.first)
    let pair = try #require(LocalizedPair(first))
    #expect(pair.line == 4)
    #expect(pair.faults == [])
    #expect(pair.ja.words.contains("二行目"))
  }
}
