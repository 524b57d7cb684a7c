import CatalogueFiles
import Compliance
import Foundation
import Testing

/// What can show that the requirements of the shipped catalogue are met.
@Suite struct EvidenceTests {
  private let catalogue: Catalogue

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalogue")
      .standardizedFileURL
    catalogue = try CatalogueReader.read(folder: folder.path)
  }

  @Test func everyRequirementInForceOfTheFirstGuidelineHasAKind() {
    let without = catalogue.requirements.filter {
      $0.id.guideline.description == "mhlw-5" && $0.status == .current && catalogue.evidenceKind(of: $0.id) == nil
    }
    #expect(without.map(\.id.description) == [])
  }

  @Test func nothingIsSaidOfWhatIsNotInForce() {
    #expect(catalogue.evidence.keys.filter { catalogue[$0]?.status != .current } == [])
  }

  @Test func theKindsAreAsManyAsWereJudged() {
    let kinds = catalogue.evidence.filter {
      catalogue[$0.key]?.parent == nil && $0.key.guideline.description == "mhlw-5"
    }
    #expect(kinds.values.count { $0 == .machine } == 50)
    #expect(kinds.values.count { $0 == .ledger } == 62)
    #expect(kinds.values.count { $0 == .attestation } == 39)
  }

  @Test(arguments: [
    ("6.5.C.9", EvidenceKind.machine), ("6.5.C.12.3", .machine), ("6.5.C.12.4", .attestation), ("6.4.C.4", .ledger),
    ("7.3.C.in.3.1", .ledger), ("6.10.C.1", .attestation), ("6.5.C.11.user.1", .machine),
  ])
  func someAreKnown(path: String, kind: EvidenceKind) throws {
    #expect(catalogue.evidenceKind(of: try #require(RequirementID("mhlw-5:\(path)"))) == kind)
  }
}
