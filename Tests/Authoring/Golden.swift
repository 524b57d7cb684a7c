import Foundation
import Testing

/// Compares a text with the file of the same name in `Golden/`. With `TENKEN_RECORD` set in the environment the file is written instead.
func golden(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["TENKEN_RECORD"] != nil {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  // Not by a string's initialiser, which passes over a mark at the beginning.
  let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(text == recorded, "\(name) is not as recorded", sourceLocation: location)
}
