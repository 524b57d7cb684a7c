public import Compliance
import Crypto
import StrictYAML
import Wording

/// A guideline that was taken over into a site's catalogue.
public struct ImportedGuideline: Sendable {
  /// The id that it has there.
  public let id: GuidelineID
  /// Its title.
  public let title: LocalizedText
  /// How many requirements it has, parts included.
  public let requirements: Int
  /// How many chapters, each a file.
  public let chapters: Int
  /// What the file has and the catalogue has no place for.
  public let notices: [LocalizedText]
}

/// Why a guideline was not taken over. Nothing was changed then.
public enum ImportFailure: Error, Sendable {
  /// The file is wrong: everything that is, with JSON pointers as places.
  case problems(Problems)
  /// The file may be right, but it must not go there.
  case refused(LocalizedText)
  /// A file or folder cannot be written, for a reason in the words of the system.
  case unwritable(path: String, reason: String)
}

/// Takes OSCAL catalogs over into the catalogue of a site.
public enum OSCALImport {
  /// The most bytes that a file may have: 32 MiB. The largest catalog of NIST has 10.
  public static let largestSize = 32 << 20

  /// Takes a catalog over as a guideline of the site: one file a group, and an entry of `guidelines.yaml`.
  ///
  /// Nothing that is there is overwritten, and nothing is put into place that the strict reader would refuse.
  /// - Parameters:
  ///   - path: the catalog in JSON, in any version 1 of OSCAL.
  ///   - folder: the site's `catalogue` folder; it is made if it is not there.
  ///   - existing: the shipped catalogue together with what the folder holds.
  ///   - id: the id that the guideline is to have; by default made of the name of the file.
  public static func add(
    path file: String, to folder: String, existing: Catalogue, as id: GuidelineID? = nil
  ) throws(ImportFailure) -> ImportedGuideline {
    guard let id = id ?? defaultID(for: file) else { throw .refused(Wording.guidelineIDReserved("")) }
    let site = SiteCatalogueFolder(path: folder)
    try site.checkIsFree(id, existing)

    let bytes: [UInt8]
    do {
      bytes = try RegularFile.bytes(path: file, file: file, atMost: largestSize + 1)
    } catch {
      throw .problems(Problems([error]))
    }
    guard bytes.count <= largestSize else {
      throw .problems(Problems([Problem(at: Place(file: file), Wording.yamlTooLarge(mebibytes: largestSize >> 20))]))
    }

    let log = ProblemLog()
    let whole = Place(file: file)
    guard let catalog = OSCALReader.read(bytes, file: file, log), log.problems.isEmpty,
      let (draft, notices) = OSCALConversion.convert(catalog, to: id, at: whole, log)
    else { throw .problems(Problems(log.problems)) }
    try site.add(draft, origin: origin(of: catalog, bytes, file), existing)
    return ImportedGuideline(
      id: id, title: draft.guideline.title,
      requirements: draft.chapters.reduce(0) { $1.requirements.reduce($0) { $0 + $1.count } },
      chapters: draft.chapters.count, notices: notices)
  }

  /// Letters, digits, dots and hyphens behind a letter, which are always an id: `nist-800-53` for `some/NIST_800-53.json`.
  private static func defaultID(for file: String) -> GuidelineID? {
    var name = String(file.split(separator: "/").last ?? "").lowercased()
    if name.hasSuffix(".json") { name.removeLast(5) }
    let words = name.unicodeScalars.split { scalar in
      !("a"..."z" ~= scalar || "0"..."9" ~= scalar || scalar == ".")
    }
    let id = words.map { String(Substring($0)) }.joined(separator: "-")
    return GuidelineID(id) ?? GuidelineID("oscal-\(id)")
  }

  /// Where a chapter's text is from, on one line.
  private static func origin(of catalog: OSCALCatalog, _ bytes: [UInt8], _ file: String) -> String {
    let hash = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let metadata = catalog.metadata
    return [
      "Taken over from \(file.split(separator: "/").last ?? "")", "SHA-256 \(hash)",
      metadata.oscalVersion.map { "OSCAL \($0)" }, "version \(metadata.version)",
      "last modified \(metadata.lastModified)",
    ].compactMap(\.self).joined(separator: ", ")
  }
}
