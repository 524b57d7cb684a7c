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
}
