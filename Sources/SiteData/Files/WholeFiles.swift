import Compliance
import Glibc
import StrictYAML
import Wording

/// Files that are read and written as a whole.
extension FileTree {
  /// What is in the folder, in the order of the names.
  public func names() throws(Fault) -> [String] {
    switch try root().entries() {
    case .success(let entries): return entries.map(\.name)
    case .failure(let code): throw refusal(Wording.cannotOpen(code: code.number))
    }
  }

  /// What lies on the way to the folder, or in its place, and must not be entered; nil if nothing does, or if there is no such folder.
  public var obstacle: Problem? {
    do throws(Fault) { _ = try root() } catch {
      if case .refused(let problem) = error { return problem }
    }
    return nil
  }

  /// The bytes of a regular file of the folder.
  /// - Returns: nil if it has more bytes than the limit.
  public func bytes(of name: String, atMost limit: Int) throws(Fault) -> [UInt8]? {
    switch try root().openFile(name) {
    case .absent: throw .absent
    case .refused(let text): throw refusal(text, name)
    case .entered(let descriptor, _):
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw refusal(Wording.cannotOpen(code: errno), name) }
      guard status.st_size <= limit else { return nil }
      let (bytes, code) = RegularFile.read(descriptor, atMost: Int(status.st_size))
      guard code == 0 else { throw refusal(Wording.cannotOpen(code: code), name) }
      return bytes
    }
  }

  /// Replaces a file of the folder, which is made if it is not there. Readers see the old bytes or the new ones, never a part.
  public func replace(_ name: String, with content: [UInt8]) throws(Fault) {
    if let cause = try root(isMaking: true).replace(name, with: content) {
      throw refusal(Wording.cannotWrite(cause.description), name)
    }
  }

  /// Replaces a file by its path, on which links are followed. Readers see the old bytes or the new ones, never a part.
  /// - Parameter mode: its permissions; nil for those of a new file.
  /// - Throws: the system's error.
  public static func replace(_ path: String, with content: [UInt8], mode: mode_t? = nil) throws(SystemError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    if let cause = try Folder.open(folder).get().replace(name, with: content, mode: mode) { throw cause }
  }

  private func refusal(_ text: LocalizedText, _ name: String? = nil) -> Fault {
    .refused(Problem(at: place(name), text))
  }
}
