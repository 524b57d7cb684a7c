public import Compliance
import Wording

/// The documents of a site that attestations rest on, by paths relative to its folder.
public struct SiteDocuments: Sendable {
  private let tree: FileTree

  /// Names a site's folder; nothing is opened yet.
  public init(_ folder: SiteFolder) { tree = FileTree(path: folder.path, displayedAs: ".") }

  /// What lies where a document was. Its bytes are hashed as they are, also those of a packed file.
  public func condition(of evidence: EvidenceFile) -> EvidenceFile.Condition {
    switch sha256(of: evidence.file) {
    case .failure(let problem): .missing(problem.text)
    case .success(evidence.sha256): .unchanged
    case .success(let sha256): .changed(sha256: sha256)
    }
  }

  /// SHA-256 of a document in lower-case hexadecimal, or why it cannot be read.
  public func sha256(of path: String) -> Result<String, Problem> {
    let place = Place(file: path)
    guard Self.path(path) != nil else {
      return .failure(Problem(at: place, Wording.Statements.badEvidencePath))
    }
    switch tree.open(path, titled: LocalizedText(verbatim: path)) {
    case .absent: return .failure(Problem(at: place, Wording.Statements.noDocument))
    case .notGranted(let problem), .unreadable(let problem): return .failure(Problem(at: place, problem.text))
    case .files(let files):
      guard let file = files.first else { return .failure(Problem(at: place, Wording.Statements.noDocument)) }
      var bytes = FileBytes(file, unpacks: false)
      guard let sha256 = bytes.finish() else {
        return .failure(Problem(at: place, Wording.Statements.unreadableDocument))
      }
      return .success(sha256)
    }
  }

  /// A path as it may name a document: relative, with `/`, and no pattern. Nil for anything else.
  static func path(_ text: String) -> String? {
    guard case .data(let path)? = SourceOrigin(file: text), !path.contains("*"), !path.contains("?") else { return nil }
    return path
  }
}
