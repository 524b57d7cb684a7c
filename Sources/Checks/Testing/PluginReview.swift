import Compliance
import Wording

/// Looks for what a loaded plugin lacks: outcomes that no test shows, and texts in one language only.
public enum PluginReview {
  /// Everything that is wrong beyond what stops the plugin from being loaded, what is wrong with its test files among it.
  /// - Parameters:
  ///   - folder: the path of its folder.
  ///   - runner: what runs the plugin's code.
  ///   - catalogue: what the plugin may ask of the catalogue.
  public static func problems(
    of plugin: Plugin, in folder: String, runner: some JobRunner, catalogue: CatalogueSource
  ) -> [Problem] {
    let suite = PluginTestSuite(plugin, in: folder, runner: runner, catalogue: catalogue)
    var problems = suite.problems + halfTexts(plugin.files)
    // While a file of tests cannot be read, nobody knows what its cases show.
    if suite.problems.isEmpty {
      for check in plugin.checks { problems += unshown(check, suite, runner) }
    }
    return inReadingOrder(problems)
  }

  /// A check must be seen to fail and to pass: one that cannot do both says nothing.
  private static func unshown(
    _ check: PluginCheck, _ suite: PluginTestSuite, _ runner: some JobRunner
  ) -> [Problem] {
    let cases = suite.cases.filter { $0.check == check.check.id }
    var missing = [Outcome.fail, .pass].filter { outcome in !cases.contains { $0.expects(outcome) } }
    // What they do not expect they may give all the same.
    for test in cases where !missing.isEmpty {
      let run = suite.run(test, runner).run
      missing.removeAll { run?.outcome == $0 || (run?.counts[$0] ?? 0) > 0 }
    }
    let name = check.check.id.description
    return missing.map { outcome in
      Problem(at: check.place, outcome == .fail ? Wording.nothingMakesItFail(name) : Wording.nothingMakesItPass(name))
    }
  }

  /// Tables with a text for one language and none for the other, wherever they are written.
  private static func halfTexts(_ plugin: PluginFiles) -> [Problem] {
    plugin.files.flatMap { name, source -> [Problem] in
      guard let text = try? LuaText(name, source) else { return [] }
      return text.parts.compactMap { part in
        guard case .table(let table) = part, table.keys.contains("ja") != table.keys.contains("en") else { return nil }
        let (line, column) = text.position(of: table.start)
        let missing = table.keys.contains("ja") ? "en" : "ja"
        return Problem(at: plugin.place(name, line: line, column: column), Wording.textInOneLanguage(missing: missing))
      }
    }
  }
}

extension PluginTestCase {
  /// Whether it expects an outcome, of the check or of a finding.
  fileprivate func expects(_ wanted: Outcome) -> Bool {
    outcome == wanted || findings?.contains { $0.outcome == wanted } ?? false
  }
}
