public import Compliance
import Crypto
import FoundationEssentials
import StrictYAML
import Wording

/// Holds the catalogue against the documents that it quotes: the documents are the ones that were read, and every text stands
/// in them letter by letter where the catalogue says.
public struct SourceVerification: Hashable, Sendable {
  /// How many documents were found to be the ones that were read.
  public let documents: Int
  /// How many texts were found where they should be.
  public let texts: Int

  /// Verifies a catalogue.
  /// - Parameters:
  ///   - catalogue: the path of the catalogue's folder.
  ///   - documents: the path of the folder that holds the documents under the names that `documents.yaml` gives them.
  /// - Throws: everything that is wrong with the files of the catalogue, else everything that does not agree, with places
  ///   relative to the catalogue's folder; the texts name the file and line of the document.
  public init(catalogue: String, documents: String) throws(Problems) {
    let log = ProblemLog()
    let contents = CatalogueFolder(path: catalogue, shownBelow: "", log).contents(isExtension: false)
    try log.throwIfAny()
    var quotation = Quotations(log)
    for document in contents.documents { quotation.open(document, in: documents) }
    for chapter in contents.chapters {
      for entry in chapter.requirements { quotation.verify(entry, source: nil) }
    }
    for link in contents.correspondences.lazy.flatMap(\.links) {
      if let source = link.source { quotation.verify(source) }
    }
    try log.throwIfAny()
    self.documents = contents.documents.count
    texts = quotation.texts
  }
}

/// The documents, and what was found in them.
private struct Quotations {
  private(set) var texts = 0
  private let log: ProblemLog
  private var opened: [String: (file: String, lines: SourceLines)] = [:]

  init(_ log: ProblemLog) { self.log = log }

  mutating func open(_ document: Placed<SourceDocument>, in folder: String) {
    let file = document.value.file
    // A name, not a path: what a catalogue names must not lead out of the folder.
    guard !file.contains("/"), let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
      log.report(at: document.place, Wording.sourceDocumentMissing(file, folder: folder))
      return
    }
    let bytes = [UInt8](data)
    let digest = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    if digest != document.value.sha256 {
      log.report(at: document.place, Wording.sourceDocumentChanged(file, sha256: digest))
    }
    opened[document.value.id] = (file, SourceLines(bytes))
  }

  mutating func verify(_ entry: ChapterFile.Entry, source inherited: SourceLine?) {
    if let source = entry.source { verify(source) }
    let source = entry.source?.value ?? inherited
    if let source, let text = entry.text { verify(text, source) }
    for part in entry.parts { verify(part, source: source) }
  }

  func verify(_ source: Placed<SourceLine>) {
    guard let (file, lines) = opened[source.value.document], source.value.line > lines.count else { return }
    log.report(at: source.place, Wording.sourceLineMissing(file, line: source.value.line, count: lines.count))
  }

  private mutating func verify(_ text: Placed<String>, _ source: SourceLine) {
    // What is to be said of a missing document or line was said.
    guard let (file, lines) = opened[source.document], source.line <= lines.count else { return }
    guard let difference = lines.difference(of: text.value, at: source.line) else {
      texts += 1
      return
    }
    let place = Place(file: file, line: difference.number)
    if difference.number == source.line, let other = lines.number(of: text.value), other != source.line {
      log.report(at: text.place, Wording.quotedFromOtherLine(place, stands: other))
      return
    }
    let (agreed, ours, theirs) = divergence(of: difference.text, from: lines[difference.number] ?? "")
    if agreed.isEmpty {
      log.report(at: text.place, Wording.quotedLineMissing(place, beginning: ours))
    } else {
      log.report(at: text.place, Wording.quotedOtherwise(place, behind: agreed, ours: ours, theirs: theirs))
    }
  }

  /// Where a text that is not in a line stops agreeing with it: a few characters before, and those that follow on either side.
  private func divergence(of text: String, from line: String) -> (agreed: String, ours: String, theirs: String) {
    let scalars = Array(text.unicodeScalars)
    func beginning(_ count: Int) -> String { string(scalars[..<count]) }
    // If a beginning is in the line, so is every shorter one.
    var (low, high) = (0, scalars.count)
    while low < high {
      let middle = (low + high + 1) / 2
      if firstRange(of: beginning(middle), in: line) != nil { low = middle } else { high = middle - 1 }
    }
    let end = firstRange(of: beginning(low), in: line)?.upperBound ?? line.startIndex
    return (
      string(scalars[..<low].suffix(Self.shown)), string(scalars[low...].prefix(Self.shown)),
      string(Array(line.unicodeScalars[end...].prefix(Self.shown))[...])
    )
  }

  /// How many characters are shown of each.
  private static let shown = 12

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
