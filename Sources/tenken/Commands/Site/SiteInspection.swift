import Checks
import Compliance
import Reports
import SiteData
import Wording

/// Opens everything that the plugins of a site read, and reads it as checks would.
struct SiteInspection {
  private let site: OpenSite

  init(of site: OpenSite) { self.site = site }

  /// The sources of all plugins, each with what became of it.
  func sources() throws(Failure) -> [InspectedSource] {
    // Nobody compares them with those of a sweep, so the site's own secret is left alone.
    let pseudonyms =
      site.settings.showsPersonalEvidence
      ? nil : Pseudonyms(key: (0..<32).map { _ in UInt8.random(in: .min ... .max) })
    let now = try Clock.now(in: site.settings.timeZone)
    var inspected: [InspectedSource] = []
    for case .plugin(let plugin) in site.plugins {
      let settings = site.settings
      let access = SourceAccess(
        DataFolder(path: site.folder.dataFolder), plugin: plugin.id, sha256: plugin.files.sha256,
        grant: settings.grants[plugin.id])
      for declaration in plugin.sources(settings.plugins[plugin.id]).declarations.values.sorted(by: { $0.id < $1.id }) {
        let state: InspectedSource.State
        if case .command = declaration.origin, access.command(of: declaration) != nil {
          state = .command
        } else {
          state = read(access.open(declaration), declaration, of: plugin.id, pseudonyms, now.date)
        }
        inspected.append(
          InspectedSource(
            plugin: plugin.id, id: declaration.id, title: declaration.title,
            origin: declaration.origin.description, state: state))
      }
    }
    return inspected
  }

  private func read(
    _ input: SourceInput, _ declaration: SourceDeclaration, of plugin: PluginID, _ pseudonyms: Pseudonyms?,
    _ today: CalendarDate
  ) -> InspectedSource.State {
    switch input {
    case .absent(let problem), .notGranted(let problem), .unreadable(let problem): return .told(problem)
    case .files(let files):
      let work = InspectionWork(
        declaration, files: files, timeZone: site.settings.timeZone, pseudonyms: pseudonyms, today: today)
      switch site.host.runner.inspect(work, site.settings.limits(for: plugin).luaLimits) {
      case .success(let inspections): return .files(inspections)
      case .failure(let failure):
        return .told(Problem(at: Place(file: declaration.origin.description), failure.text))
      }
    }
  }
}
