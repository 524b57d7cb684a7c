import CatalogueFiles
import Compliance
import Foundation
import Testing

@testable import Reports

/// The catalogue that Tenken ships, written in every format and read again.
@Suite struct ShippedExportTests {
  private let catalogue: Catalogue

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Catalogue")
    catalogue = try CatalogueReader.read(folder: folder.standardizedFileURL.path)
  }

  @Test func jsonHasEverything() throws {
    struct Document: Decodable {
      struct Guideline: Decodable {
        struct Requirement: Decodable {
          let id: String
          let text: String?
          let parts: [String]
        }
        let id: String
        let requirements: [Requirement]
      }
      struct Link: Decodable { let from: String }
      let schema: String
      let guidelines: [Guideline]
      let correspondences: [Link]
    }
    let text = try CatalogueJSON.text(catalogue, of: catalogue.guidelines)
    #expect(text == (try CatalogueJSON.text(catalogue, of: catalogue.guidelines)))
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(document.schema == "tenken.catalogue/1")
    #expect(document.guidelines.map(\.id) == catalogue.guidelines.map(\.id.description))
    let requirements = document.guidelines.flatMap(\.requirements)
    #expect(requirements.map(\.id) == catalogue.requirements.map(\.id.description))
    #expect(requirements.map(\.text) == catalogue.requirements.map(\.text))
    #expect(requirements.map(\.parts) == catalogue.requirements.map { $0.parts.map(\.description) })
    #expect(document.correspondences.map(\.from) == catalogue.correspondences.map(\.from.description))
  }

  @Test func theTableHasARowForEveryRequirement() throws {
    let rows = rows(of: CatalogueCSV.text(catalogue, of: catalogue.guidelines, language: .ja))
    #expect(rows.dropFirst().map(\.first) == catalogue.requirements.map(\.id.description))
    #expect(Set(rows.map(\.count)) == [13])
    for (row, requirement) in zip(rows.dropFirst(), catalogue.requirements) {
      let text = row[8].hasPrefix("'") ? String(row[8].dropFirst()) : row[8]
      #expect(text == requirement.text ?? "", "\(requirement.id)")
    }
  }

  @Test func thePageHasAHeadingForEveryRequirement() {
    let page = CatalogueMarkdown.text(catalogue, of: catalogue.guidelines, language: .en)
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("####") }
    #expect(headings.count == catalogue.requirements.count)
  }

  @Test func oscalIsReadAgainAsItWas() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for guideline in catalogue.guidelines {
      let file = "\(folder)/\(CatalogueOSCAL.fileName(of: guideline))"
      try Data(try CatalogueOSCAL.text(catalogue, of: guideline).utf8).write(to: URL(filePath: file))
      let copy = try #require(GuidelineID("copy-\(guideline.id)"))
      let site = "\(folder)/\(guideline.id)-site"
      _ = try OSCALImport.add(path: file, to: site, existing: catalogue, as: copy)
      let read = try CatalogueReader.read(folder: site, extending: catalogue)
      #expect(
        read.guideline(copy)
          == Guideline(
            id: copy, title: guideline.title, edition: guideline.edition, issuer: guideline.issuer,
            published: guideline.published, supersededBy: guideline.supersededBy))
      let before = catalogue.requirements.filter { $0.id.guideline == guideline.id }
      let after = read.requirements.filter { $0.id.guideline == copy }
      #expect(after.map(\.id.path) == before.map(\.id.path))
      for (old, new) in zip(before, after) {
        #expect(old.text.map { Array($0.utf8) } == new.text.map { Array($0.utf8) }, "\(old.id)")
        #expect(
          [old.citation, old.title.ja, old.title.en, old.chapter, old.status.rawValue, old.requirementClass?.rawValue]
            == [
              new.citation, new.title.ja, new.title.en, new.chapter, new.status.rawValue,
              new.requirementClass?.rawValue,
            ])
        #expect(old.parts.map(\.path) == new.parts.map(\.path))
        #expect(new.notes.prefix(old.notes.count) == old.notes[...])
      }
      #expect(
        read.chapters.filter { $0.guideline == copy }.map(\.title)
          == catalogue.chapters.filter { $0.guideline == guideline.id }.map(\.title))
    }
  }

  /// Every link of a catalog leads to a control that the catalog it names has.
  @Test func everyLinkOfOSCALLeadsSomewhere() throws {
    struct Control: Decodable {
      struct Link: Decodable { let href: String }
      let id: String
      let links: [Link]?
      let controls: [Control]?
      var all: [Control] { [self] + (controls ?? []).flatMap(\.all) }
    }
    struct Document: Decodable {
      struct Catalog: Decodable {
        struct Group: Decodable { let controls: [Control] }
        let groups: [Group]
      }
      let catalog: Catalog
    }
    var ids: Set<String> = []
    var links: [String] = []
    for guideline in catalogue.guidelines {
      let text = try CatalogueOSCAL.text(catalogue, of: guideline)
      let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
      for control in document.catalog.groups.flatMap(\.controls).flatMap(\.all) {
        #expect(ids.insert("\(CatalogueOSCAL.fileName(of: guideline))#\(control.id)").inserted)
        links += (control.links ?? []).map(\.href)
      }
    }
    #expect(ids.count == catalogue.requirements.count)
    #expect(links.allSatisfy(ids.contains))
    // Each link is told from both of its ends.
    let ends = catalogue.correspondences.reduce(0) { $0 + max($1.to == nil ? 0 : 1, $1.candidates.count) }
    #expect(links.count == 2 * ends)
  }

  /// The cells of a table as RFC 4180 has them.
  private func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars.dropFirst()[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell += "\""
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
