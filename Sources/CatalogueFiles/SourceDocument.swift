public import Compliance
import StrictYAML
import Wording

/// A document that official text was taken from.
public struct SourceDocument: Hashable, Sendable {
  /// The id that sources name, such as `table-5`.
  public let id: String
  /// What it is.
  public let title: LocalizedText
  /// The name of the file that the lines are counted in.
  public let file: String
  /// SHA-256 of that file in lower-case hexadecimal.
  public let sha256: String
}

extension SourceDocument {
  /// The shape of `documents.yaml`.
  static let file: YAMLShape<[Placed<SourceDocument>]> = .mapping { fields in
    fields.required("documents", as: .list(of: .placed(document)))
  }

  private static let document: YAMLShape<SourceDocument> = .mapping { fields in
    let id = fields.required("id", as: .documentID)
    let title = fields.required("title", as: .localizedText)
    let file = fields.required("file", as: .string)
    let sha256 = fields.required("sha256", as: .parsed(Wording.sha256()) { isSHA256($0) ? $0 : nil })
    guard let id, let title, let file, let sha256 else { return nil }
    return SourceDocument(id: id, title: title, file: file, sha256: sha256)
  }

  private static func isSHA256(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
      }
  }
}

extension YAMLShape where Value == String {
  /// The id of a source document.
  static var documentID: YAMLShape {
    .parsed(Wording.documentID()) { isHyphenatedName($0) ? $0 : nil }
  }
}
