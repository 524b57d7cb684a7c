import Compliance
import Wording

/// What checking a history gave as JSON of the schema `tenken.verification/1`, for programs.
///
/// `whole` tells whether nothing was found. A fault has its `sweep` (null for the file as a whole), its `kind`, the `part` of the
/// record that it is about and of a check the `tables` (both null or empty where there is none), and its `text`. New keys and kinds may
/// be added within the version.
public enum VerificationJSON {
  /// The name and version of the schema.
  public static let schema = "tenken.verification/1"

  /// The document, ended by a newline.
  /// - Throws: only what `JSONEncoder` throws; nothing here gives it cause to.
  public static func text(_ result: HistoryVerification, language: Language) throws -> String {
    try jsonText(Document(result, language))
  }

  private struct Fault: Encodable {
    let sweep: Nullable<Int64>
    let kind: String
    let part: Nullable<String>
    let tables: [String]
    let text: String
  }

  private struct Document: Encodable {
    enum CodingKeys: String, CodingKey {
      case schema, language, whole, sweeps, head, faults
      case comparedHead = "compared_head"
      case unknownSigners = "unknown_signers"
    }

    struct Sweeps: Encodable {
      let whole: [Int64]
      let thinned: Int
      let unchained: Int
      let signed: Int
    }

    let schema = VerificationJSON.schema
    let language: Language
    let whole: Bool
    let sweeps: Sweeps
    let head: Nullable<HeadDocument>
    let comparedHead: Nullable<HeadDocument>
    let unknownSigners: [String]
    let faults: [Fault]

    init(_ result: HistoryVerification, _ language: Language) {
      self.language = language
      whole = result.isWhole
      sweeps = Sweeps(
        whole: result.whole.map(\.number), thinned: result.thinned, unchained: result.unchained, signed: result.signed)
      head = Nullable(result.head.map { HeadDocument($0) })
      comparedHead = Nullable(result.comparedHead.map { HeadDocument($0) })
      unknownSigners = result.unknownSigners
      faults = result.faults.map { fault in
        let (kind, part) = words(fault.kind)
        let tables: [String] = if case .check(_, let tables)? = part { tables } else { [] }
        return Fault(
          sweep: Nullable(fault.sweep?.number), kind: kind, part: Nullable(part.map(name)), tables: tables,
          text: Wording.Verification.fault(fault.kind)[language])
      }
    }
  }

  private static func name(_ part: RecordPart) -> String {
    switch part {
    case .sweep: "sweep"
    case .check(let id, _): "check \(id)"
    case .table(let name): name
    }
  }

  private static func words(_ kind: HistoryFault.Kind) -> (kind: String, part: RecordPart?) {
    switch kind {
    case .changed(let part): ("changed", part)
    case .removed(let part): ("removed", part)
    case .added(let part): ("added", part)
    case .reordered: ("reordered", nil)
    case .recordChanged: ("record-changed", nil)
    case .recordRemoved: ("record-removed", nil)
    case .recordReturned: ("record-returned", nil)
    case .notLinked: ("not-linked", nil)
    case .linkChanged: ("link-changed", nil)
    case .linkBroken: ("link-broken", nil)
    case .signatureWrong: ("signature-wrong", nil)
    case .signatureMissing: ("signature-missing", nil)
    case .tailRemoved: ("tail-removed", nil)
    case .unreadable: ("unreadable", nil)
    case .notOfHead: ("not-of-head", nil)
    case .headSignatureWrong: ("head-signature-wrong", nil)
    case .fileDamaged: ("file-damaged", nil)
    case .layoutChanged: ("layout-changed", nil)
    case .strayRows: ("stray-rows", nil)
    }
  }
}

/// The head of a chain in a document.
struct HeadDocument: Encodable {
  let sweep: Int64
  let at: String
  let sha256: String
  let signer: Nullable<String>
  let signature: Nullable<String>

  init(_ head: HistoryHead) {
    sweep = head.sweep.number
    at = head.at
    sha256 = head.sha256
    signer = Nullable(head.signer)
    signature = Nullable(head.signature)
  }
}
