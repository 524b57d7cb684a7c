import CatalogueFiles
import Compliance
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

  @Test func everyTextStandsInItsSourceLetterByLetter() throws {
    let requirements = try CatalogueReader.read(folder: shipped).requirements
    let documents = try CatalogueReader.documents(folder: shipped)
    do {
      let verification = try SourceVerification(catalogue: shipped, documents: fixtures(""))
      #expect(verification.documents == documents.count)
      #expect(verification.texts == requirements.filter { $0.text != nil }.count)
      #expect(verification.texts > 300)
    } catch {
      let lines = error.all.map { $0.line(in: .en) }
      Issue.record("\(lines.joined(separator: "\n"))")
    }
  }

  @Test func theVolumesOfEdition6AreInTheirOrder() throws {
    let catalogue = try CatalogueReader.read(folder: shipped)
    let edition6 = try #require(GuidelineID("mhlw-6"))
    #expect(
      catalogue.chapters.filter { $0.guideline == edition6 }.map(\.number)
        == ["overview", "governance", "management", "control"])
    let volumes = catalogue.requirements.filter { $0.id.guideline == edition6 }.map(\.chapter)
    let order = ["overview", "governance", "management", "control"]
    #expect(volumes == order.flatMap { volume in volumes.filter { $0 == volume } })
  }

  @Test func everyCorrectionIsShown() throws {
    let catalogue = try CatalogueReader.read(folder: shipped)
    #expect(catalogue.errata.count >= 50)
    for erratum in catalogue.errata {
      let requirement = try #require(catalogue[erratum.requirement])
      let passages = catalogue.passages(of: requirement)
      #expect(passages.contains { $0.erratum == erratum }, "\(erratum.requirement)")
    }
  }

  @Test func passagesAreTheTextAsPrinted() throws {
    let catalogue = try CatalogueReader.read(folder: shipped)
    for requirement in catalogue.requirements {
      let printed = catalogue.passages(of: requirement).map(\.text).joined()
      #expect(printed.utf8.elementsEqual((requirement.text ?? "").utf8), "\(requirement.id)")
    }
  }

  /// 第5版 6.5 C 12 and its kin: every citation that the catalogue prints finds its own requirement, and no other edition's.
  @Test func everyCitationFindsItsRequirement() throws {
    let catalogue = try CatalogueReader.read(folder: shipped)
    let lookup = RequirementLookup(catalogue)
    for requirement in catalogue.requirements {
      let answer = lookup.find("\(requirement.id.guideline):\(requirement.citation)")
      guard case .found(let ids) = answer else {
        Issue.record("\(requirement.id) is not found by ‘\(requirement.citation)’")
        continue
      }
      #expect(ids == [requirement.id], "\(requirement.citation)")
    }
  }
}

let shipped = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Catalogue").standardizedFileURL.path
