import Glibc

/// Where programs are looked for. Fixed, so that the environment of whoever runs a sweep does not decide which program runs.
enum ProgramPath {
  /// The folders, the first to be looked into first.
  static let folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]

  /// What looking for a program gave.
  enum Found: Hashable, Sendable {
    case program(String)
    /// There is something of that name that cannot be run.
    case notExecutable(String)
    case absent
  }

  /// Finds a program by its name, or by its absolute path.
  static func find(_ program: String, in folders: [String] = folders) -> Found {
    if program.hasPrefix("/") { return look(at: program) }
    var refused = Found.absent
    for folder in folders {
      switch look(at: "\(folder)/\(program)") {
      case .program(let path): return .program(path)
      case .notExecutable(let path): if refused == .absent { refused = .notExecutable(path) }
      case .absent: break
      }
    }
    return refused
  }

  private static func look(at path: String) -> Found {
    var status = stat()
    guard stat(path, &status) == 0 else { return .absent }
    return status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0 ? .program(path) : .notExecutable(path)
  }
}
