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
    try read(folder, shownBelow: "catalogue/", extending: base)
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

  private static func read(
    _ folder: String, shownBelow prefix: String, extending base: Catalogue?
  ) throws(Problems) -> Catalogue {
    let log = ProblemLog()
    let contents = CatalogueFolder(path: folder, shownBelow: prefix, log).contents(isExtension: base != nil)
    let assembly = CatalogueAssembly(of: contents, extending: base, log)
    try log.throwIfAny()
    return assembly.catalogue
  }
}
