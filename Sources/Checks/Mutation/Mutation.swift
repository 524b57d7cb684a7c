import Compliance

/// A change of a plugin's code, a mutant, that its tests must notice.
public struct Mutation: Sendable, Hashable {
  /// What was changed.
  public enum Kind: Sendable, Hashable {
    /// An operator that compares.
    case comparison
    /// A condition, which is always true or always false.
    case condition(always: Bool)
    /// An `and` or `or`, of which one operand is left.
    case operand
    /// A `not`, which is gone.
    case negation
    /// An outcome, by the names of those that there were before and after.
    case outcome(from: String, to: String)
    /// A `return`, which is gone with all that it returned.
    case returned
  }

  /// Where it is.
  public let place: Place
  /// What was changed.
  public let kind: Kind
  /// The code before, on one line.
  public let before: String
  /// The code after; empty if nothing is left of it.
  public let after: String

  /// The path of the file within the plugin.
  let file: String
  /// What is replaced, in bytes, and by what.
  let changes: [Change]
  /// The lines of the code that is changed.
  let lines: ClosedRange<Int>

  struct Change: Hashable {
    let range: Range<Int>
    let text: String
  }

  /// The plugin's code with this change. It is other code, so its hash is another.
  func applied(to plugin: PluginFiles) -> PluginFiles {
    var files = plugin.files
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      files[file]?.replaceSubrange(change.range, with: change.text.utf8)
    }
    return PluginFiles(
      id: plugin.id, folder: plugin.folder, files: files, sha256: PluginFolder.fingerprint(of: files))
  }
}
