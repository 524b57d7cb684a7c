import Glibc
import Reports
import SiteData

/// What standard output and standard error are connected to.
enum Terminal {
  /// Whether standard output is a terminal that takes colours (see <https://no-color.org>).
  static var style: TextStyle {
    guard isatty(STDOUT_FILENO) == 1, value("NO_COLOR").isEmpty, value("TERM") != "dumb" else { return .plain }
    return .coloured
  }

  /// The columns of standard output; 80 in a pipe.
  static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// Whether somebody watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes results.
  static func out(_ text: String) throws(Failure) { try write(text, to: STDOUT_FILENO) }

  /// Writes a line of progress or of a problem. If it cannot be written there is nobody left to tell.
  static func note(_ line: String) { try? write(line + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) throws(Failure) {
    var text = text
    let failed: Int32? = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        // write(2) reads `rest.count` bytes from the buffer that this closure holds.
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
    if let failed { throw .output(SystemError(number: failed)) }
  }

  /// What the environment says; empty if nothing.
  static func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
