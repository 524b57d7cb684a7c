public import Compliance
import StrictYAML

/// Reads a folder of guidelines, laid out as `Catalogue/README.md` describes, and refuses what does not hold together.
public enum CatalogueReader {
  /// Reads the catalogue.
  /// - Parameter folder: the path of the folder.
  /// - Throws: everything that is wrong in any of the files, with places relative to the folder.
  public static func read(folder: String) throws(Problems) -> Catalogue {
    try read(folder, shownBelow: "", extending: nil)
  }

  /// Reads a site's own requirements, in the same layout, on top of a catalogue. The folder holds `local`, the hospital's own
  /// rules, and guidelines taken over from elsewhere, none of which the catalogue has; they may link to requirements of the
  /// catalogue and need no `documents.yaml`.
  /// - Parameters:
  ///   - folder: the path of the site's `catalogue` folder.
  ///   - base: the catalogue that comes first.
  /// - Returns: both together.
  /// - Throws: everything that is wrong in any of the files, with places relative to the site.
  public static func read(folder: String, extending base: Catalogue) throws(Problems) -> Catalogue {
    try read(folder, shownBelow: sitePrefix, extending: base)
  }

  /// Reads the list of the source documents alone.
  /// - Parameter folder: the path of the catalogue's folder.
  /// - Throws: everything that is wrong in that list.
  public static func documents(folder: String) throws(Problems) -> [SourceDocument] {
    let log = ProblemLog()
    let documents = CatalogueFolder(path: folder, shownBelow: "", log).documents()
    try log.throwIfAny()
    return documents.map(\.value)
  }

  /// Reads the catalogue, with a site's own requirements if there are any, or takes it from a snapshot that was made of the same
  /// files.
  /// - Parameters:
  ///   - folder: the path of the folder.
  ///   - siteFolder: the path of the site's `catalogue` folder; nil if the site has none.
  ///   - snapshots: where snapshots are; nil to read the files.
  /// - Throws: everything that is wrong in any of the files, as the other two do; what the site adds is looked at only if nothing
  ///   is wrong in the catalogue.
  public static func read(folder: String, siteFolder: String?, snapshots: Snapshots?) throws(Problems) -> Catalogue {
    let shipped = CatalogueImage(path: folder, prefix: "")
    let own = siteFolder.map { CatalogueImage(path: $0, prefix: sitePrefix) }
    let images = [shipped] + (own.map { [$0] } ?? [])
    let snapshot = snapshots?.snapshot(of: images.map { ($0.path, $0.image) })
    if let snapshot, let catalogue: Catalogue = snapshot.value() {
      return catalogue
    }
    var catalogue = try read(shipped, extending: nil)
    if let own { catalogue = try read(own, extending: catalogue) }
    snapshot?.store(catalogue)
    return catalogue
  }

  private static let sitePrefix = "catalogue/"

  private static func read(
    _ path: String, shownBelow prefix: String, extending base: Catalogue?
  ) throws(Problems) -> Catalogue {
    try read(CatalogueImage(path: path, prefix: prefix), extending: base)
  }

  private static func read(_ folder: CatalogueImage, extending base: Catalogue?) throws(Problems) -> Catalogue {
    let log = ProblemLog()
    let contents = CatalogueFolder(folder.image, shownBelow: folder.prefix, log).contents(isExtension: base != nil)
    let assembly = CatalogueAssembly(of: contents, extending: base, log)
    try log.throwIfAny()
    return assembly.catalogue
  }
}

/// A folder that was read, where it is, and how its files are shown.
private struct CatalogueImage {
  let path: String
  let prefix: String
  let image: FolderImage

  init(path: String, prefix: String) {
    self.path = path
    self.prefix = prefix
    image = FolderImage(path: path, shownBelow: prefix)
  }
}
