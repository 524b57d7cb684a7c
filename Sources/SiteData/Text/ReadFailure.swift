import Compliance
import Wording

/// Why the bytes of a file cannot be read to their end.
enum ReadFailure: Error, Hashable {
  /// The system's error number.
  case system(Int32)
  /// The file became shorter while it was read.
  case shrunk
  /// What was compressed is damaged or cut off.
  case damaged
  /// The wanted file in an archive cannot be read, for the reason that is given.
  case archive(LocalizedText)
  /// What is compressed grows out of all proportion.
  case expandsTooFar

  /// The failure in words.
  var text: LocalizedText {
    switch self {
    case .system(let code): Wording.readError(code: code)
    case .shrunk: Wording.fileShrank
    case .damaged: Wording.damagedCompression
    case .archive(let text): text
    case .expandsTooFar: Wording.expandsTooFar
    }
  }
}
