import Checks
import Compliance
import SiteData

/// Opens everything that the plugins of a site read, and reads it as checks would, without running any.
public struct DataInspection: Sendable {
  private let settings: SiteSettings
  private let data: DataFolder
  private let runner: WorkerRunner

  /// Makes an inspection of a site's data.
  /// - Parameters:
  ///   - settings: the site's settings.
  ///   - data: the site's data.
  ///   - runner: reads the files, each source in a process of its own.
  public init(_ settings: SiteSettings, data: DataFolder, runner: WorkerRunner) {
    self.settings = settings
    self.data = data
    self.runner = runner
  }

  /// The sources of plugins in the order of the plugins and of their ids, each with what became of it. Commands are not run.
  /// - Parameter today: the day from which dates without a year are counted back.
  public func sources(of plugins: [Plugin], today: CalendarDate) -> [InspectedSource] {
    // Nobody compares these pseudonyms with those of a sweep, so the site's own secret is left alone.
    let pseudonyms =
      settings.showsPersonalEvidence ? nil : Pseudonyms(key: (0..<32).map { _ in UInt8.random(in: .min ... .max) })
    return plugins.flatMap { plugin in
      let access = SourceAccess(
        data, plugin: plugin.id, sha256: plugin.files.sha256, grant: settings.grants[plugin.id])
      let declarations = plugin.sources(settings.plugins[plugin.id]).declarations.values.sorted { $0.id < $1.id }
      return declarations.map { declaration in
        let state =
          access.command(of: declaration) == nil
          ? read(access.open(declaration), declaration, of: plugin.id, pseudonyms, today) : .command
        return InspectedSource(
          plugin: plugin.id, id: declaration.id, title: declaration.title, origin: declaration.origin.description,
          state: state)
      }
    }
  }

  private func read(
    _ input: SourceInput, _ declaration: SourceDeclaration, of plugin: PluginID, _ pseudonyms: Pseudonyms?,
    _ today: CalendarDate
  ) -> InspectedSource.State {
    switch input {
    case .absent(let problem), .notGranted(let problem), .unreadable(let problem): return .told(problem)
    case .files(let files):
      let work = InspectionWork(
        declaration, files: files, timeZone: settings.timeZone, pseudonyms: pseudonyms, today: today)
      switch runner.inspect(work, settings.limits(for: plugin).luaLimits) {
      case .success(let inspections): return .files(inspections)
      case .failure(let failure):
        return .told(Problem(at: Place(file: declaration.origin.description), failure.text))
      }
    }
  }
}
