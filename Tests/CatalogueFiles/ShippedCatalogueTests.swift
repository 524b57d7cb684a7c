import CatalogueFiles
import Compliance
import Crypto
import Foundation
import Testing

/// The catalogue that Tenken ships, against the documents that it quotes.
@Suite struct ShippedCatalogueTests {
  @Test func itHasNoProblem() {
    do {
      let catalogue = try CatalogueReader.read(folder: shipped)
      #expect(catalogue.requirements.count > 300)
    } catch {
      let lines = error.all.map { $0.line(in: .en) }
      Issue.record("\(lines.joined(separator: "\n"))")
    }
  }

  @Test func itsDocumentsAreTheOnesThatWereRead() throws {
    for document in try CatalogueReader.documents(folder: shipped) {
      let bytes = try Data(contentsOf: URL(filePath: fixtures(document.file)))
      let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
      #expect(digest == document.sha256, "\(document.id)")
    }
  }

  @Test func everyTextStandsInItsSourceLineLetterByLetter() throws {
    let lines = try Dictionary(
      uniqueKeysWithValues: CatalogueReader.documents(folder: shipped).map { document in
        let text = try String(contentsOfFile: fixtures(document.file), encoding: .utf8)
        return (document.id, text.components(separatedBy: "\n").map(withoutParagraphTags))
      })
    var quoted = 0
    for requirement in try CatalogueReader.read(folder: shipped).requirements {
      guard let text = requirement.text else { continue }
      let source = try #require(requirement.source, "\(requirement.id)")
      let document = try #require(lines[source.document])
      try #require(document.indices.contains(source.line - 1), "\(requirement.id)")
      // Bytes, because String comparison takes canonically equivalent texts for the same.
      let line = Array(document[source.line - 1].utf8)
      #expect(line.contains(Array(text.utf8)), "\(requirement.id) line \(source.line)")
      quoted += 1
    }
    #expect(quoted > 300)
  }
}

private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Catalogue").standardizedFileURL.path

private func withoutParagraphTags(_ line: String) -> String {
  line.replacing("<p>", with: "").replacing("</p>", with: "")
}
