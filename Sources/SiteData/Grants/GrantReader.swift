import Compliance
import StrictYAML
import Wording

extension PluginGrant {
  /// The shape of one plugin's grants, given the place of its id.
  static func shape(at place: Place) -> YAMLShape<PluginGrant> {
    .mapping { fields in
      let hash = fields.required("plugin_sha256", as: .parsed(Wording.grantedHash()) { isSHA256($0) ? $0 : nil })
      let paths = fields.optional("paths", as: .list(of: Path.shape, mayBeEmpty: false)) ?? []
      let commands = fields.optional("commands", as: .list(of: Command.shape, mayBeEmpty: false)) ?? []
      if fields.place(of: "paths") == nil, fields.place(of: "commands") == nil {
        fields.log.report(at: place, Wording.emptyGrant())
      }
      reportRepeated(paths.map { ($0.pattern, $0.place) }, fields.log)
      reportRepeated(commands.map { (commandLine($0.arguments), $0.place) }, fields.log)
      guard let hash else { return nil }
      return PluginGrant(pluginSHA256: hash, paths: paths, commands: commands, at: place)
    }
  }

  private static func reportRepeated(_ granted: [(text: String, place: Place)], _ log: ProblemLog) {
    var first: [String: Place] = [:]
    for (text, place) in granted {
      if let before = first[text] {
        log.report(at: place, Wording.grantedTwice(text, first: before))
      } else {
        first[text] = place
      }
    }
  }
}

/// Whether a text is a SHA-256 in lower-case hexadecimal.
func isSHA256(_ text: String) -> Bool {
  text.utf8.count == 64 && text.utf8.allSatisfy { isDigit($0) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
}

extension PluginGrant.Path {
  fileprivate static let shape: YAMLShape<PluginGrant.Path> = YAMLShape { node, log in
    let path = YAMLShape<String>.parsed(Wording.grantedPath()) { text in
      if case .path(let path)? = SourceOrigin(file: text) { path } else { nil }
    }
    return path.read(node, log).map { PluginGrant.Path($0, at: node.place) }
  }
}

extension PluginGrant.Command {
  /// A list of arguments, or such a list with conditions.
  fileprivate static let shape: YAMLShape<PluginGrant.Command> = YAMLShape { node, log in
    switch node.content {
    case .mapping: return withConditions.read(node, log)
    case .scalar, .sequence, .refused:
      return arguments.read(node, log).map { PluginGrant.Command($0, at: node.place) }
    }
  }

  private static let withConditions: YAMLShape<PluginGrant.Command> = .mapping { fields in
    let arguments = fields.required("command", as: Self.arguments)
    let timeout = fields.optional("timeout_seconds", as: .number(above: 0, through: 3600))
    let output = fields.optional("output_mib", as: .integer(in: 1...1024))
    let status = fields.optional("accept_status", as: .list(of: .integer(in: 0...255), mayBeEmpty: false))
    guard let arguments else { return nil }
    let standard = PluginGrant.Command(arguments, at: fields.place)
    return PluginGrant.Command(
      arguments, timeoutSeconds: timeout ?? standard.timeoutSeconds, outputMiB: output ?? standard.outputMiB,
      acceptedStatus: status.map(Set.init) ?? standard.acceptedStatus, at: fields.place)
  }

  private static let arguments: YAMLShape<[String]> = YAMLShape { node, log in
    switch node.content {
    case .scalar(let text, _) where !node.isAbsent:
      // A whole command in one string would need a shell, or somebody's idea of one.
      let words = text.split(separator: " ").map(String.init)
      log.report(at: node.place, Wording.commandIsNoList(meant: "[\(words.map(yamlScalar).joined(separator: ", "))]"))
      return nil
    case .scalar, .sequence, .mapping, .refused: break
    }
    guard case .sequence(let items) = node.content else {
      return YAMLShape<[String]>.list(of: .string).read(node, log)
    }
    guard let arguments = YAMLShape<[String]>.list(of: .string, mayBeEmpty: false).read(node, log),
      !arguments.isEmpty, arguments.count == items.count
    else { return nil }
    if case .command(let command)? = SourceOrigin(command: arguments) { return command }
    log.report(at: node.place, Wording.badGrantedCommand())
    return nil
  }
}
