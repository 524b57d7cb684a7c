import Compliance
import Lua
import SiteData

/// Everything that running checks of one plugin takes, and what its results are made of.
public struct PluginJob: Sendable {
  /// The plugin.
  public let plugin: Plugin
  /// The checks to run, in plan order.
  public let checks: [PluginCheck]
  /// The parameters' values, as the tests see them.
  public let parameters: [String: LuaValue]
  /// The parameters as results show them.
  let parameterText: String
  /// The sources as the site has them, by id.
  public let declarations: [String: SourceDeclaration]
  /// What stands behind each source, opened by the host.
  public private(set) var inputs: [String: JobInput]
  /// The moment that checks see as now, in the site's time zone.
  public let now: Moment
  /// The site's time zone.
  public let timeZone: SiteTimeZone
  /// What stands in for personal values; nil where the site asks to see them.
  public let pseudonyms: Pseudonyms?
  /// What the plugin may use up.
  public let limits: LuaLimits
  /// The checks that may take other times than the plugin's limits say.
  public let seconds: [CheckID: CheckSeconds]
  /// How many findings of a check are kept, counted apart for settled outcomes and for others.
  public let keptFindings: Int
  /// The bytes of findings that all checks of the plugin may keep together, for settled outcomes and as many for others.
  var keptBytes = 64 << 20
  /// What the plugin may ask of the catalogue.
  public let catalogue: CatalogueSource
  /// Whether to say which lines of the plugin ran. It takes its time at each of them.
  public var tracesLines = false

  /// Makes a job.
  public init(
    plugin: Plugin, checks: [PluginCheck], parameters: [String: LuaValue],
    declarations: [String: SourceDeclaration], inputs: [String: JobInput], now: Moment,
    timeZone: SiteTimeZone, pseudonyms: Pseudonyms?, limits: LuaLimits,
    seconds: [CheckID: CheckSeconds] = [:], keptFindings: Int,
    catalogue: CatalogueSource
  ) {
    self.plugin = plugin
    self.checks = checks
    self.parameters = parameters
    parameterText = plugin.text(of: parameters)
    self.declarations = declarations
    self.inputs = inputs
    self.now = now
    self.timeZone = timeZone
    self.pseudonyms = pseudonyms
    self.limits = limits
    self.seconds = seconds
    self.keptFindings = keptFindings
    self.catalogue = catalogue
  }

  /// The job with more inputs: those that take their time to get, and are only wanted once the job begins.
  public func adding(_ more: [String: JobInput]) -> PluginJob {
    var job = self
    job.inputs.merge(more) { _, new in new }
    return job
  }
}

/// The processor time in seconds that a check may take.
public struct CheckSeconds: Hashable, Sendable {
  /// One call of its test.
  public var call: Double
  /// All calls of its test together.
  public var all: Double

  /// Makes a limit.
  public init(call: Double, all: Double) {
    self.call = call
    self.all = all
  }
}

/// What stands behind one source of a job.
public enum JobInput: Sendable {
  /// Nothing: no such file, or none that the site grants.
  case absent(Problem)
  /// Nothing, and the site need not have it.
  case leftOut(Problem)
  /// Something that may not be read.
  case unreadable(Problem)
  /// Open files.
  case files([SourceFile])
  /// Rows given as text by column, for tests of plugins.
  case rows([[String: String]])

  /// What the host found for a declaration. Whoever grants what lies elsewhere has it, so only what is not granted can be left out there.
  /// - Parameter now: the moment at which a file's age is told; nil where the age does not matter.
  public init(_ input: SourceInput, of declaration: SourceDeclaration, at now: Moment? = nil) {
    switch input {
    case .absent(let problem):
      self = declaration.isOptional && !declaration.origin.needsGrant ? .leftOut(problem) : .absent(problem)
    case .notGranted(let problem): self = declaration.isOptional ? .leftOut(problem) : .absent(problem)
    case .unreadable(let problem): self = .unreadable(problem)
    case .files(let files):
      let problem = now.flatMap { declaration.tooOld(files, at: $0) }
      self = problem.map { .absent($0) } ?? .files(files)
    }
  }
}

/// What running a job gave.
public struct PluginRun: Sendable, Hashable {
  /// One result a check, in the order of the job.
  public let checks: [CheckRun]
  /// What the plugin printed.
  public let log: String
  /// Whether it was confined without Landlock, because the kernel has none.
  public let lacksLandlock: Bool
  /// Which lines of the plugin ran, if the job asked for them.
  public let trace: LineTrace

  /// Makes a result.
  public init(checks: [CheckRun], log: String, lacksLandlock: Bool = false, trace: LineTrace = LineTrace()) {
    self.checks = checks
    self.log = log
    self.lacksLandlock = lacksLandlock
    self.trace = trace
  }
}

/// Something that runs the code of plugins, one after the other.
public protocol JobRunner {
  /// Runs a job to its end. Whatever the plugin does becomes part of the result; nothing is thrown.
  func run(_ job: PluginJob) -> PluginRun
  /// Runs one file of a plugin for the value that it returns.
  func evaluate(_ script: PluginScript) -> Result<LuaValue, ScriptFailure>
}

/// Something that runs the code of one plugin, whoever asks: in this process, or in a worker of its own.
public protocol PluginRunner: JobRunner, Sendable {}
