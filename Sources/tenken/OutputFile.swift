import SiteData
import Wording

/// A file that is replaced as a whole: readers see the old bytes or the new ones, never a part.
enum OutputFile {
  /// Writes a text to a file.
  static func write(_ text: String, to path: String) throws(Failure) { try write(Array(text.utf8), to: path) }

  /// Writes bytes to a file.
  static func write(_ content: [UInt8], to path: String) throws(Failure) {
    do throws(SystemError) { try FileTree.replace(path, with: content) } catch {
      throw .input(Wording.Command.cannotWriteFile(path, error.description))
    }
  }
}
