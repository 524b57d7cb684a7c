import Compliance
import StrictYAML
import Wording

/// What the files of a catalogue hold, each read by itself.
struct CatalogueContents {
  var documents: [Placed<SourceDocument>] = []
  var guidelines: [Placed<Guideline>] = []
  var chapters: [ChapterFile] = []
  var correspondences: [CorrespondenceFile] = []
  var errata: [ErrataFile.Entry] = []
  var evidence: [EvidenceFile.Entry] = []
  /// The files and folders in which something could not be read: what seems to be absent from them may well be there.
  var damaged: Set<String> = []
}

/// The files of one catalogue folder.
struct CatalogueFolder {
  static let documentsFile = "documents.yaml"
  static let guidelinesFile = "guidelines.yaml"
  static let errataFile = "errata.yaml"
  static let evidenceFile = "evidence.yaml"
  static let correspondencesFolder = "correspondences"
  static let readMe = "README.md"

  private let image: FolderImage
  private let prefix: String
  private let log: ProblemLog
  private let entries: [String]

  /// - Parameters:
  ///   - image: the folder as it was read.
  ///   - prefix: what stands before the names of the files in problems.
  ///   - log: takes the problems.
  init(_ image: FolderImage, shownBelow prefix: String, _ log: ProblemLog) {
    self.image = image
    self.prefix = prefix
    self.log = log
    entries = image.root.names
    report(image.root, shownAs: prefix + ".")
  }

  /// - Parameters:
  ///   - path: where the folder is.
  ///   - prefix: what stands before the names of the files in problems.
  ///   - log: takes the problems.
  init(path: String, shownBelow prefix: String, _ log: ProblemLog) {
    self.init(FolderImage(path: path, shownBelow: prefix), shownBelow: prefix, log)
  }

  /// Reads every file.
  /// - Parameter isExtension: whether it is a site's folder, which needs no list of documents.
  func contents(isExtension: Bool) -> CatalogueContents {
    reportStrayFiles()
    var contents = CatalogueContents()
    func part<Part>(_ name: String, _ read: () -> Part) -> Part {
      let before = log.problems.count
      defer { if log.problems.count > before { contents.damaged.insert(name) } }
      return read()
    }
    if !isExtension || entries.contains(Self.documentsFile) {
      contents.documents = part(Self.documentsFile) { documents() }
    }
    let guidelines = part(Self.guidelinesFile) { read(Self.guidelinesFile, as: GuidelineEntry.file) ?? [] }
    contents.guidelines = guidelines.map { Placed($0.value.guideline, at: $0.place) }
    for folder in folders(inOrderOf: contents.guidelines.map(\.value.id)) {
      let entry = guidelines.first { $0.value.guideline.id.description == folder }
      contents.chapters += part(folder) { chapters(in: folder, inOrderOf: entry?.value.chapters) }
    }
    contents.correspondences = files(in: Self.correspondencesFolder).compactMap {
      read($0, as: CorrespondenceFile.shape)
    }
    if entries.contains(Self.errataFile) {
      contents.errata = read(Self.errataFile, as: ErrataFile.shape) ?? []
    }
    if entries.contains(Self.evidenceFile) {
      contents.evidence = read(Self.evidenceFile, as: EvidenceFile.shape) ?? []
    }
    return contents
  }

  /// The list of documents alone.
  func documents() -> [Placed<SourceDocument>] {
    read(Self.documentsFile, as: SourceDocument.file) ?? []
  }

  /// The chapters of a guideline in order.
  private func chapters(in folder: String, inOrderOf listed: [Placed<String>]?) -> [ChapterFile] {
    let before = log.problems.count
    let chapters: [ChapterFile] = files(in: folder).compactMap { file in
      guard let chapter = read(file, as: ChapterFile.shape) else { return nil }
      let guideline = chapter.guideline.value.description
      if guideline != folder {
        log.report(at: chapter.guideline.place, Wording.chapterOfOtherGuideline(guideline, folder: folder))
      }
      return chapter
    }
    return ChapterOrder.ordered(chapters, by: listed, isComplete: log.problems.count == before, log)
  }

  /// The folders of guidelines, the declared ones first; whatever else is no file of the layout may be one.
  private func folders(inOrderOf declared: [GuidelineID]) -> [String] {
    let others = [Self.correspondencesFolder, Self.readMe]
    let folders = entries.filter { !others.contains($0) && !isYAML($0) }
    let ranks = Dictionary(declared.enumerated().map { ($1.description, $0) }, uniquingKeysWith: min)
    return folders.enumerated()
      .sorted { (ranks[$0.element] ?? .max, $0.offset) < (ranks[$1.element] ?? .max, $1.offset) }
      .map(\.element)
  }

  /// The files in a folder, in natural order; none if there is no such folder.
  private func files(in folder: String) -> [String] {
    guard entries.contains(folder) else { return [] }
    let listing = image.listing(of: folder)
    report(listing, shownAs: prefix + folder)
    let names = listing.names
    for name in names where isYAML(name) && !name.hasSuffix(".yaml") {
      log.report(at: Place(file: "\(prefix)\(folder)/\(name)"), Wording.endingMustBeYAML())
    }
    return names.filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }
  }

  /// Reports files that lie where no file is read and would otherwise be passed over in silence.
  private func reportStrayFiles() {
    let known = [Self.documentsFile, Self.guidelinesFile, Self.errataFile, Self.evidenceFile]
    for name in entries where isYAML(name) && !known.contains(name) {
      log.report(
        at: Place(file: prefix + name), Wording.strayCatalogueFile(meant: nearest(to: name, among: known)))
    }
  }

  private func read<Value>(_ file: String, as shape: YAMLShape<Value>) -> Value? {
    switch image.content(of: file) {
    case .success(let bytes): return YAMLDocument(file: prefix + file, bytes: bytes).read(as: shape, log)
    case .failure(let problem): log.report(at: problem.place, problem.text)
    case nil: log.report(at: Place(file: prefix + file), Wording.fileUnreadable(.absent))
    }
    return nil
  }

  private func report(_ listing: FolderImage.Listing, shownAs file: String) {
    if case .forbidden = listing { log.report(at: Place(file: file), Wording.fileUnreadable(.forbidden)) }
  }

  private func isYAML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}

/// Whether a name comes before another when runs of digits count as numbers: `6.9` before `6.10`.
func naturallyPrecedes(_ a: String, _ b: String) -> Bool {
  var (a, b) = (Substring(a).utf8, Substring(b).utf8)
  while let first = a.first, let second = b.first {
    let (left, right) = (a.prefix(while: isDigit), b.prefix(while: isDigit))
    if left.isEmpty || right.isEmpty {
      if first != second { return first < second }
      a.removeFirst()
      b.removeFirst()
    } else {
      let (x, y) = (left.drop { $0 == zero }, right.drop { $0 == zero })
      if x.count != y.count { return x.count < y.count }
      if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) }
      a = a.dropFirst(left.count)
      b = b.dropFirst(right.count)
    }
  }
  return a.isEmpty && !b.isEmpty
}

private let zero = UInt8(ascii: "0")
private func isDigit(_ byte: UInt8) -> Bool { zero...UInt8(ascii: "9") ~= byte }
