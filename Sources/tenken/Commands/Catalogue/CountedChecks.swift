import Checks
import Compliance
import SiteData
import Sweeps
import Wording

/// The checks that count when it is asked which requirements are looked at: those that come with Tenken, and a site's.
enum CountedChecks {
  /// Which requirements of a catalogue they look at. A plugin that cannot be loaded is told on standard error.
  static func coverage(
    of catalogue: Catalogue, _ installation: Installation, site: String?, _ language: Language
  ) throws(Failure) -> Compliance.Coverage {
    let plugins: [LoadedPlugin]
    if let site {
      plugins = try OpenSite.open(site, installation).plugins
    } else {
      plugins = OpenSite.loadPlugins(in: installation.pluginsFolder, shownAs: "Plugins", catalogue)
    }
    var checks: [Check] = []
    for plugin in plugins {
      switch plugin {
      case .plugin(let plugin): checks += plugin.checks.map(\.check)
      case .broken(let problem):
        Terminal.note("tenken: \(Wording.CatalogueList.pluginNotCounted(problem.files.id.description)[language])")
      }
    }
    return Coverage(catalogue, checks)
  }
}
