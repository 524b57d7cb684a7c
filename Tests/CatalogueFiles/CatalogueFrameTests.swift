import Compliance
import Foundation
import Frames
import Testing

@testable import CatalogueFiles

struct CatalogueFrameTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalogue")
    .standardizedFileURL.path

  @Test func `the shipped catalogue is the same after a journey as bytes`() throws {
    let catalogue = try CatalogueReader.read(folder: Self.folder)
    let frame = catalogue.frame
    let again = try Catalogue(frame: frame)
    #expect(again.guidelines == catalogue.guidelines)
    #expect(again.requirements == catalogue.requirements)
    #expect(again.correspondences == catalogue.correspondences)
    #expect(again.chapters == catalogue.chapters)
    #expect(again.errata == catalogue.errata)
    #expect(again.evidence == catalogue.evidence)
    #expect(again.frame == frame)
    // Whoever adds to a catalogue adds to its bytes: guidelines to evidence, and two indices made of them.
    #expect(Mirror(reflecting: catalogue).children.count == 8)
  }

  @Test func `bytes that were cut are no catalogue`() throws {
    let frame = try CatalogueReader.read(folder: Self.folder).frame
    for length in stride(from: 0, to: frame.count, by: 997) {
      #expect(throws: FrameError.self) { try Catalogue(frame: Array(frame[..<length])) }
    }
  }

  @Test(arguments: [(parent: "b", parts: []), (parent: nil, parts: ["a"]), (parent: "a", parts: [])])
  func `bytes in which parts go round in a circle are no catalogue`(parent: String?, parts: [String]) throws {
    func id(_ path: String) throws -> RequirementID { try #require(RequirementID("g:\(path)")) }
    func requirement(_ path: String, _ parent: String?, _ parts: [String]) throws -> Requirement {
      Requirement(
        id: try id(path), citation: path, requirementClass: nil, status: .current,
        title: LocalizedText(verbatim: path), text: nil, parent: try parent.map(id), parts: try parts.map(id),
        chapter: "1", source: nil, notes: [])
    }
    let wrong = Catalogue(
      guidelines: [], requirements: [try requirement("a", parent, parts), try requirement("b", nil, [])],
      correspondences: [])
    #expect(throws: FrameError.malformed) { try Catalogue(frame: wrong.frame) }
    let right = Catalogue(
      guidelines: [], requirements: [try requirement("a", nil, ["b"]), try requirement("b", "a", [])],
      correspondences: [])
    #expect(try Catalogue(frame: right.frame).requirements == right.requirements)
  }
}
