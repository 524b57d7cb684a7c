/// What a plugin reads and verifies, for those who keep its ledgers and act on its findings.
public struct PluginDescription: Sendable, Hashable {
  /// A column that checks read.
  public struct Column: Sendable, Hashable {
    /// The name in Lua, which is always accepted as a header too.
    public let name: String
    /// The headers that name it, the preferred one first; may be empty.
    public let headers: [String]
    /// How its cells are read, in the words of the plugin contract.
    public let type: String
    /// Whether cells may be blank and the column absent.
    public let isOptional: Bool
    /// Whether it identifies persons.
    public let isPersonal: Bool
    /// Whether `〃` and the like stand for the value of the row above.
    public let repeats: Bool
    /// What it holds.
    public let doc: LocalizedText?
    /// A value as it may stand in the file.
    public let example: String?

    /// The header that a new ledger has for it.
    public var header: String { headers.first ?? name }

    /// Describes a column.
    public init(
      name: String, headers: [String], type: String, isOptional: Bool, isPersonal: Bool, repeats: Bool,
      doc: LocalizedText?, example: String?
    ) {
      self.name = name
      self.headers = headers
      self.type = type
      self.isOptional = isOptional
      self.isPersonal = isPersonal
      self.repeats = repeats
      self.doc = doc
      self.example = example
    }
  }

  /// Data that checks read.
  public struct Source: Sendable, Hashable {
    /// The id.
    public let id: String
    /// What people call it.
    public let title: LocalizedText
    /// Where it comes from, as people see it: `data/wireless/ap.csv`, `$ iw dev`.
    public let origin: String
    /// Its format, in the words of the plugin contract.
    public let format: String
    /// The file name of its template, without an ending; nil for what no person fills in.
    public let template: String?
    /// Whether a site may do without it.
    public let isOptional: Bool
    /// Whether the site must grant it.
    public let needsGrant: Bool
    /// The most days since its file was changed; nil for any number.
    public let maxAgeDays: Int?
    /// Its columns, in the order in which the plugin's text has them.
    public let columns: [Column]

    /// Describes a source.
    public init(
      id: String, title: LocalizedText, origin: String, format: String, template: String?, isOptional: Bool,
      needsGrant: Bool, maxAgeDays: Int?, columns: [Column]
    ) {
      self.id = id
      self.title = title
      self.origin = origin
      self.format = format
      self.template = template
      self.isOptional = isOptional
      self.needsGrant = needsGrant
      self.maxAgeDays = maxAgeDays
      self.columns = columns
    }
  }

  /// A check, and what it reads.
  public struct Verification: Sendable, Hashable {
    /// The check.
    public let check: Check
    /// The ids of the sources that it reads.
    public let sources: [String]

    /// Describes a check.
    public init(_ check: Check, sources: [String]) {
      self.check = check
      self.sources = sources
    }
  }

  /// A value that a site may set.
  public struct Parameter: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The kind of its values, in the words of the plugin contract.
    public let type: String
    /// The value where the site says nothing.
    public let fallback: String
    /// The numbers that are allowed, such as `1…31`; nil for any.
    public let bounds: String?
    /// The unit; nil for none.
    public let unit: String?
    /// What it is for.
    public let doc: LocalizedText

    /// Describes a parameter.
    public init(name: String, type: String, fallback: String, bounds: String?, unit: String?, doc: LocalizedText) {
      self.name = name
      self.type = type
      self.fallback = fallback
      self.bounds = bounds
      self.unit = unit
      self.doc = doc
    }
  }

  /// The id.
  public let id: PluginID
  /// The version that it gives itself.
  public let version: String
  /// What people call it.
  public let title: LocalizedText
  /// What it says of itself.
  public let about: LocalizedText?
  /// What it reads, by id.
  public let sources: [Source]
  /// What it verifies, by id.
  public let checks: [Verification]
  /// What a site may set, by name.
  public let parameters: [Parameter]

  /// Describes a plugin.
  public init(
    id: PluginID, version: String, title: LocalizedText, about: LocalizedText?, sources: [Source],
    checks: [Verification], parameters: [Parameter]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.about = about
    self.sources = sources
    self.checks = checks
    self.parameters = parameters
  }
}
