import Glibc
import SiteData
import Wording

/// A file that is replaced as a whole: readers see the old bytes or the new ones, never a part.
enum OutputFile {
  /// Writes a text to a file.
  static func write(_ text: String, to path: String) throws(Failure) { try write(Array(text.utf8), to: path) }

  /// Writes bytes to a file.
  static func write(_ content: [UInt8], to path: String) throws(Failure) {
    var status = stat()
    // Whoever may, such as root, would put a file in the place of /dev/null or /dev/stdout.
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .input(Wording.Command.noFileToWrite(path))
    }
    do throws(SystemError) { try FileTree.replace(path, with: content) } catch {
      throw .input(Wording.Command.cannotWriteFile(path, error.description))
    }
  }
}
