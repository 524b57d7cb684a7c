/// Where a source comes from: what the host opens or runs for it.
public enum SourceOrigin: Sendable, Hashable {
  /// A file below the site's `data/`, with `/`; `*` and `?` in its last component match several files.
  case data(String)
  /// A file elsewhere on the machine, by its absolute path; `*` and `?` as above. Opened only where the site grants it.
  case path(String)
  /// What a program prints: its name or absolute path, then its arguments. Run only where the site grants it.
  case command([String])

  /// The longest command, in arguments.
  public static let mostArguments = 64
  /// The longest argument of a command, in bytes of UTF-8.
  public static let longestArgument = 4096

  /// The origin that a path means: an absolute one elsewhere, any other below `data/`. Nil for a path that leads out of its
  /// folder, that has a pattern before its last component, or whose characters cannot be seen.
  public init?(file: String) {
    let isAbsolute = file.hasPrefix("/")
    guard isVisible(file), Self.isPath(isAbsolute ? file.dropFirst() : file[...]) else { return nil }
    self = isAbsolute ? .path(file) : .data(file)
  }

  /// The command of a list of arguments; nil if there is none or too much of it, if an argument is blank or has characters that
  /// cannot be seen, or if the program is named by a relative path.
  public init?(command: [String]) {
    guard let program = command.first, command.count <= Self.mostArguments,
      command.allSatisfy({ $0.utf8.count <= Self.longestArgument && isVisible($0) }),
      program.hasPrefix("/") ? Self.isPath(program.dropFirst()) : !program.contains("/"), program != ".",
      program != ".."
    else { return nil }
    self = .command(command)
  }

  /// Whether the site must grant it.
  public var needsGrant: Bool {
    if case .data = self { false } else { true }
  }

  /// How people see it: `data/wireless/ap.csv`, `/etc/ssh/sshd_config`, `$ iw dev`.
  public var description: String {
    switch self {
    case .data(let path): "data/\(path)"
    case .path(let path): path
    case .command(let arguments): commandLine(arguments)
    }
  }

  private static func isPath(_ path: Substring) -> Bool {
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.utf8.contains(0) && !path.utf8.contains(UInt8(ascii: "\\"))
      && components.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && components.dropLast().allSatisfy { !$0.contains("*") && !$0.contains("?") }
  }
}

extension SourceOrigin: CustomStringConvertible {}

/// A command as people see it. Arguments that a reader could take for several, or for a part of one, are quoted.
func commandLine(_ arguments: [String]) -> String {
  (["$"] + arguments.map { $0.unicodeScalars.allSatisfy(isPlainInYAML) ? $0 : quotedInYAML($0) }).joined(separator: " ")
}

/// A text as a scalar of YAML, in quotes where it needs them (YAML 1.2.2, 7.3).
func yamlScalar(_ text: String) -> String {
  let isPlain =
    text.unicodeScalars.allSatisfy(isPlainInYAML) && !["*", "?", "@", "%"].contains(text.first)
    && !["", "null", "-", "---"].contains(text)
  return isPlain ? text : quotedInYAML(text)
}

private func quotedInYAML(_ text: String) -> String {
  "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
}

private func isPlainInYAML(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/_.+=@%-*?".unicodeScalars.contains(scalar)
}

/// Whether a text is not blank and holds nothing that hides or moves the rest of it on a screen: what a person grants must be what the
/// person sees.
func isVisible(_ text: String) -> Bool {
  text.unicodeScalars.contains { !$0.properties.isWhitespace }
    && text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
      default: true
      }
    }
}
