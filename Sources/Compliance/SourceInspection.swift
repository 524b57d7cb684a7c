/// What came of reading one file of a source: how it was understood, so that nothing is guessed in silence.
public struct SourceInspection: Hashable, Sendable {
  /// A declared column, and what the file has for it.
  public struct Column: Hashable, Sendable {
    /// The name that checks use.
    public let name: String
    /// Whether the file may do without it.
    public let isOptional: Bool
    /// How the file names it; nil if it is not there, or if files of the format have no header.
    public let header: String?
    /// A header that no column takes, and that may have been meant for this one.
    public let meant: String?
    /// In how many records it has a value.
    public let filled: Int

    /// Makes the description of a column.
    public init(name: String, isOptional: Bool, header: String?, meant: String?, filled: Int) {
      self.name = name
      self.isOptional = isOptional
      self.header = header
      self.meant = meant
      self.filled = filled
    }
  }

  /// The file, its encoding, and the numbers of rows.
  public let evidence: SourceEvidence
  /// Whether the file has a header that names its columns.
  public let hasHeader: Bool
  /// The line of the header; nil if there is none, or if it stands on no line.
  public let headerLine: Int?
  /// The declared columns.
  public let columns: [Column]
  /// The headers that no column takes, at most ``mostShown`` of them.
  public let unused: [String]
  /// The first things that could not be read, at most ``mostProblems``.
  public let problems: [Problem]
  /// How many there are.
  public let problemCount: Int

  /// The most headers that are kept.
  public static let mostShown = 40
  /// The most problems that are kept of a file.
  public static let mostProblems = 3

  /// Makes the description of a file.
  public init(
    evidence: SourceEvidence, hasHeader: Bool, headerLine: Int?, columns: [Column], unused: [String],
    problems: [Problem], problemCount: Int
  ) {
    self.evidence = evidence
    self.hasHeader = hasHeader
    self.headerLine = headerLine
    self.columns = columns
    self.unused = unused
    self.problems = problems
    self.problemCount = problemCount
  }
}

/// A source of a plugin, and what became of it when it was opened and read.
public struct InspectedSource: Sendable {
  /// What became of a source.
  public enum State: Sendable {
    /// Its files were read.
    case files([SourceInspection])
    /// It is not there, not granted, or cannot be read.
    case told(Problem)
    /// It is what a command prints; nothing is run to look at it.
    case command
  }

  /// The plugin that reads it.
  public let plugin: PluginID
  /// The id of the source.
  public let id: String
  /// What people call it.
  public let title: LocalizedText
  /// Where it comes from, as people see it.
  public let origin: String
  /// What became of it.
  public let state: State

  /// Makes the description of a source.
  public init(plugin: PluginID, id: String, title: LocalizedText, origin: String, state: State) {
    self.plugin = plugin
    self.id = id
    self.title = title
    self.origin = origin
    self.state = state
  }
}
