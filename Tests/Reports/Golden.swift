import FoundationEssentials
import Testing

/// Compares with the file `Golden/NAME`; with TENKEN_RECORD=1 in the environment writes it instead.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["TENKEN_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  let recorded = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  // Bytes, because Swift takes composed and decomposed characters for equal.
  guard !recorded.utf8.elementsEqual(text.utf8) else { return }
  Issue.record("\(name) differs:\n\(lineDifference(from: recorded, to: text))", sourceLocation: sourceLocation)
}

/// The lines that differ, `-` as recorded and `+` as found, each with its number.
private func lineDifference(from old: String, to new: String) -> String {
  let old = old.split(separator: "\n", omittingEmptySubsequences: false)
  let new = new.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = new.difference(from: old)
  let lines =
    changes.removals.compactMap { change -> (Int, Int, String)? in
      guard case .remove(let offset, let line, _) = change else { return nil }
      return (offset, 0, "-\(offset + 1): \(line)")
    }
    + changes.insertions.compactMap { change -> (Int, Int, String)? in
      guard case .insert(let offset, let line, _) = change else { return nil }
      return (offset, 1, "+\(offset + 1): \(line)")
    }
  return lines.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined(separator: "\n")
}
