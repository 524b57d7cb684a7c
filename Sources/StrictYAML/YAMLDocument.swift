public import Compliance
import Wording

/// A YAML file that a person wrote, as a tree in which everything has its place.
///
/// It takes the part of YAML that people need and refuses the rest: one document a file, UTF-8, no anchors, aliases or
/// tags, no key twice. What is wrong is collected; only a fault in the notation itself ends the reading of the file.
public struct YAMLDocument: Sendable {
  /// The most bytes that a file may have: 8 MiB.
  public static let largestSize = 8 << 20

  /// The file as people are told of it.
  public let file: String
  /// The tree; nil if the file is empty or its notation is broken, which ``problems`` then says.
  public let root: YAMLNode?
  /// What is wrong with the notation.
  public let problems: [Problem]

  /// Reads the tree of a file.
  /// - Parameters:
  ///   - file: the name that problems show.
  ///   - bytes: the content, with or without a byte order mark.
  public init(file: String, bytes: [UInt8]) {
    let log = ProblemLog()
    self.file = file
    root = Self.tree(of: bytes, file: file, log)
    problems = log.problems
  }

  init(file: String, problem: LocalizedText) {
    self.file = file
    root = nil
    problems = [Problem(at: Place(file: file), problem)]
  }

  /// Reads the whole file as one value.
  /// - Parameters:
  ///   - shape: what the file must hold.
  ///   - log: takes the problems of the notation and those of the content.
  /// - Returns: the value; nil only if a problem was reported.
  public func read<Value>(as shape: YAMLShape<Value>, _ log: ProblemLog) -> Value? {
    for problem in problems { log.report(at: problem.place, problem.text) }
    return root.flatMap { shape.read($0, log) }
  }

  private static func tree(of bytes: [UInt8], file: String, _ log: ProblemLog) -> YAMLNode? {
    guard bytes.count <= largestSize else {
      log.report(at: Place(file: file), Wording.yamlTooLarge(mebibytes: largestSize >> 20))
      return nil
    }
    if let fault = firstInvalidUTF8(in: bytes) {
      log.report(at: place(of: fault, in: bytes, file: file), Wording.yamlNotUTF8())
      return nil
    }
    var composer = YAMLComposer(file: file, log)
    return composer.compose(bytes)
  }

  /// The offset of the first byte that does not belong to well-formed UTF-8; nil if all do.
  private static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }

  /// The line and column of a byte, for faults that lie below the notation.
  static func place(of offset: Int, in bytes: [UInt8], file: String) -> Place {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let column = String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1
    return Place(file: file, line: line, column: column)
  }
}
