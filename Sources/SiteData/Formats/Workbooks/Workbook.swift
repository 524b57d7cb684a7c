import Compliance
import Wording

/// What stands around the sheets of an Excel workbook (ECMA-376, SpreadsheetML): which sheets there are, from which day dates are
/// counted, the texts that cells share, and the formats of numbers.
struct Workbook {
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  let archive: ZipArchive
  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904, as old versions for the Macintosh did.
  private(set) var countsFrom1904 = false
  private(set) var texts = SharedTexts()
  private(set) var formats = NumberFormats()

  /// Opens a workbook.
  /// - Throws: what is wrong with it, in words.
  init(_ file: SourceFile) throws(TreeFault) {
    do throws(ZipArchive.Fault) {
      archive = try ZipArchive(file)
    } catch {
      throw TreeFault(line: nil, column: nil, text: error.workbookText, isFinal: true)
    }
    let main = try target(of: "officeDocument", from: "_rels/.rels") ?? "xl/workbook.xml"
    guard let book = try events(main) else {
      throw TreeFault(line: nil, column: nil, text: Wording.notAWorkbook, isFinal: true)
    }
    let relations = try relations(of: main)
    while let kind = try book.next() {
      guard kind == .start else { continue }
      switch String(decoding: book.text, as: UTF8.self) {
      case "workbookPr":
        let value = book.attribute("date1904".utf8).map { String(decoding: $0, as: UTF8.self) }
        countsFrom1904 = value == "1" || value == "true"
      case "sheet":
        let name = book.attribute("name".utf8).map { String(decoding: $0, as: UTF8.self) }
        let id = book.attribute("id".utf8).map { String(decoding: $0, as: UTF8.self) }
        let state = book.attribute("state".utf8).map { String(decoding: $0, as: UTF8.self) }
        if let name, let id, let part = relations[id]?.part, sheets.count < 1000 {
          sheets.append(Sheet(name: name, part: part, isHidden: state != nil && state != "visible"))
        }
      default: break
      }
    }
    for relation in relations.values where relation.type == "sharedStrings" {
      if let part = try events(relation.part) { texts = try SharedTexts(part) }
    }
    for relation in relations.values where relation.type == "styles" {
      if let part = try events(relation.part) { formats = try NumberFormats(part) }
    }
  }

  /// The pieces of a part of the workbook; nil if there is no such part.
  func events(_ part: String) throws(TreeFault) -> XMLEvents? {
    guard let bytes = try bytes(part) else { return nil }
    return XMLEvents(XMLInput(ByteInput(bytes, chunkSize: ByteInput.usualChunkSize)))
  }

  /// The bytes of a part; nil if there is no such part. Names of parts are compared without case.
  func bytes(_ part: String) throws(TreeFault) -> ZipMemberBytes? {
    let wanted = part.lowercased()
    guard let member = archive.members.first(where: { $0.name.lowercased() == wanted }) else { return nil }
    do throws(ZipArchive.Fault) {
      return try archive.open(member)
    } catch {
      throw TreeFault(line: nil, column: nil, text: error.workbookText, isFinal: true)
    }
  }

  // MARK: - Relations

  private struct Relation {
    /// The last component of its type, such as `worksheet`.
    let type: String
    let part: String
  }

  private func target(of type: String, from part: String) throws(TreeFault) -> String? {
    try relations(in: part, folder: "").values.first { $0.type == type }?.part
  }

  private func relations(of part: String) throws(TreeFault) -> [String: Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    return try relations(in: "\(folder)_rels/\(name).rels", folder: folder)
  }

  private func relations(in part: String, folder: String) throws(TreeFault) -> [String: Relation] {
    var relations: [String: Relation] = [:]
    guard let events = try events(part) else { return [:] }
    while let kind = try events.next() {
      guard kind == .start, events.text.elementsEqual("Relationship".utf8),
        let id = events.attribute("Id".utf8), let type = events.attribute("Type".utf8),
        let target = events.attribute("Target".utf8), relations.count < 10_000
      else { continue }
      let path = String(decoding: target, as: UTF8.self)
      relations[String(decoding: id, as: UTF8.self)] = Relation(
        type: String(decoding: type, as: UTF8.self).split(separator: "/").last.map(String.init) ?? "",
        part: Self.resolved(path, in: folder))
    }
    return relations
  }

  /// The part that a target names, from the folder of the part that refers to it.
  private static func resolved(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var components = folder.split(separator: "/")
    for component in target.split(separator: "/") {
      if component == ".." { _ = components.popLast() } else if component != "." { components.append(component) }
    }
    return components.joined(separator: "/")
  }
}

extension ZipArchive.Fault {
  /// The fault of a workbook.
  var workbookText: LocalizedText {
    switch self {
    case .failed(let failure): failure.text
    case .damaged: Wording.notAWorkbook
    case .tooMany: Wording.expandsTooFar
    }
  }
}
