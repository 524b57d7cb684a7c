import Compliance
import Crypto

extension Catalogue {
  /// SHA-256 in lower-case hexadecimal over all that verdicts rest on: ids, classes, statuses, texts, parts and links, each field
  /// ended by a NUL byte. Titles and notes may be reworded without changing it.
  public var fingerprint: String {
    var hash = SHA256()
    func add(_ fields: String...) {
      for field in fields { hash.update(data: Array("\(field)\0".utf8)) }
    }
    for guideline in guidelines { add("guideline", guideline.id.description, guideline.edition.ja) }
    for requirement in requirements {
      add(
        "requirement", requirement.id.description, requirement.requirementClass?.rawValue ?? "",
        requirement.status.rawValue,
        requirement.text ?? "", requirement.parts.map(\.description).joined(separator: " "))
    }
    for link in correspondences {
      add(
        "link", link.from.description, link.to?.description ?? "", link.relation.rawValue, link.status.rawValue,
        link.candidates.map(\.description).joined(separator: " "))
    }
    return hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
