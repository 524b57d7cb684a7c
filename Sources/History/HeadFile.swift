import Compliance
import Wording

extension HistoryHead {
  private static let title = "tenken.head/1"

  /// The head as a text that can be printed, mailed or kept elsewhere. Its first three lines are what is signed.
  /// - Parameter site: the site's name, for people.
  public func text(site: String) -> String {
    var lines = [Self.title, "sweep \(sweep)", "sha256 \(sha256)", "at \(at)"]
    lines.append("site \(site.split(whereSeparator: \.isNewline).joined(separator: " "))")
    if let signer { lines.append("signer \(signer)") }
    if let signature { lines.append("signature \(signature)") }
    return lines.map { "\($0)\n" }.joined()
  }

  /// Reads such a text, also one that was typed from paper: blank lines, spaces at the ends and within the hash, and capitals in it do
  /// not matter.
  /// - Parameter file: the name that problems show.
  public static func read(_ text: String, file: String) throws(Problem) -> HistoryHead {
    var fields: [String: (text: String, line: Int)] = [:]
    var isTitled = false
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let key = words.first.map(String.init) else { continue }
      let place = Place(file: file, line: index + 1)
      guard isTitled else {
        guard key == title, words.count == 1 else { throw Problem(at: place, Wording.History.notAHead(title)) }
        isTitled = true
        continue
      }
      guard ["sweep", "sha256", "at", "site", "signer", "signature"].contains(key), fields[key] == nil else {
        throw Problem(at: place, Wording.History.unknownHeadLine(key))
      }
      fields[key] = (words.dropFirst().joined(separator: key == "site" ? " " : ""), index + 1)
    }
    guard isTitled else { throw Problem(at: Place(file: file), Wording.History.notAHead(title)) }
    guard let number = fields["sweep"], let sweep = Int64(number.text), sweep > 0 else {
      throw Problem(at: Place(file: file, line: fields["sweep"]?.line), Wording.History.headLacks("sweep 365"))
    }
    let digits = fields["sha256"]?.text.lowercased() ?? ""
    guard digits.utf8.count == 64, digits.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else {
      throw Problem(
        at: Place(file: file, line: fields["sha256"]?.line), Wording.History.headLacks("sha256 9f86d0…(64)"))
    }
    return HistoryHead(
      sweep: SweepID(sweep), at: fields["at"]?.text ?? "", sha256: digits, signer: fields["signer"]?.text,
      signature: fields["signature"]?.text)
  }
}
