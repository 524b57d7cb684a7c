import Compliance

extension YAMLDocument {
  /// Reads a file from disk. That it cannot be read is one of its ``problems``.
  /// - Parameters:
  ///   - path: where the file is.
  ///   - file: the name that problems show.
  public init(path: String, file: String) {
    do {
      // One byte more than a document may have, so that its size tells on it.
      self.init(file: file, bytes: try RegularFile.bytes(path: path, file: file, atMost: Self.largestSize + 1))
    } catch {
      self.init(file: file, problem: error.text)
    }
  }
}
