import FoundationEssentials
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

  /// The lines of standard output; 24 where that is not known.
  static var height: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }

  /// Waits for a key at standard input, which is a terminal, and does not show it. Nil if there is none to come.
  static func key() -> UInt8? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    var byte: UInt8 = 0
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
  }

  /// Whether standard output is a terminal.
  static var isShown: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes results.
  static func out(_ text: String) throws(Failure) { try write(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes results that are bytes.
  static func out(_ bytes: [UInt8]) throws(Failure) { try write(bytes, to: STDOUT_FILENO) }

  /// Writes a line of progress or of a problem. If it cannot be written there is nobody left to tell.
  static func note(_ line: String) { try? write(Array("\(line)\n".utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    let failed: Int32? = bytes.withUnsafeBytes { bytes in
      var rest = bytes
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

  /// A file that remembers something for this person from one session to the next: in `tenken` in the folder that the XDG Base Directory
  /// Specification 0.8 says, which is made for its owner only. Nil where there is no such folder.
  static func stateFile(_ name: String) -> String? {
    guard let state = folder("XDG_STATE_HOME", below: ".local/state") else { return nil }
    let own = "\(state)/tenken"
    try? FileManager.default.createDirectory(
      atPath: own, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return Installation.isFolder(own) ? "\(own)/\(name)" : nil
  }

  /// Where what can be made anew is kept: nil where there is no such folder.
  static var cacheFolder: String? { folder("XDG_CACHE_HOME", below: ".cache") }

  /// A folder of the XDG Base Directory Specification 0.8: the variable, by which a relative path counts as none, or below the home.
  private static func folder(_ variable: String, below home: String) -> String? {
    let (named, owner) = (value(variable), value("HOME"))
    return named.hasPrefix("/") ? named : owner.hasPrefix("/") ? "\(owner)/\(home)" : nil
  }

  /// What the environment says; empty if nothing.
  static func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
