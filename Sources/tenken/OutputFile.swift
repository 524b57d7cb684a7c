import Glibc
import SiteData
import Wording

/// A file that is replaced as a whole: readers see the old bytes or the new ones, never a part.
enum OutputFile {
  /// Writes a text to a file.
  static func write(_ text: String, to path: String) throws(Failure) { try write(Array(text.utf8), to: path) }

  /// Writes bytes to a file, by way of a temporary file beside it.
  static func write(_ content: [UInt8], to path: String) throws(Failure) {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    func fail() -> Failure {
      let cause = SystemError(number: errno)
      if descriptor >= 0 {
        close(descriptor)
        unlink(temporary)
      }
      return .input(Wording.Command.cannotWriteFile(path, cause.description))
    }
    guard descriptor >= 0 else { throw fail() }
    var bytes = content[...]
    while !bytes.isEmpty {
      // The buffer outlives the call, and write(2) reads at most its count.
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { throw fail() }
      bytes = bytes.dropFirst(max(0, count))
    }
    // mkstemp makes files for the owner only; a report is read like any file that the umask lets be read.
    let mask = umask(0)
    umask(mask)
    guard fchmod(descriptor, 0o666 & ~mask) == 0, fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw fail()
    }
    close(descriptor)
  }
}
