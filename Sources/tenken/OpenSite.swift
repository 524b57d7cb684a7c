import CatalogueFiles
import Checks
import Compliance
import SiteData
import Sweeps
import Wording

/// A site with everything that was read for it: its settings, the catalogue with its own rules, the plugins with its own checks.
struct OpenSite {
  let folder: SiteFolder
  let settings: SiteSettings
  let catalogue: Catalogue
  let plugins: [LoadedPlugin]

  /// What runs the plugins.
  let host: PluginHost

  /// Reads a site's folder.
  /// - Parameter startsWorker: whether checks are going to be run. Then a worker starts while the catalogue is being read.
  static func open(
    _ path: String, _ installation: Installation, startsWorker: Bool = false
  ) throws(Failure) -> OpenSite {
    let folder = SiteFolder(path)
    let settings = try readSettings(folder)
    let standby = startsWorker ? settings.standbyWorker() : nil
    let catalogue = try readCatalogue(installation, folder)
    let host = PluginHost(catalogue, settings, standby: standby)
    let plugins = host.load(
      PluginFolder.readAll(in: installation.pluginsFolder, shownAs: "Plugins")
        + PluginFolder.readAll(in: folder.pluginsFolder, shownAs: "plugins"))
    return OpenSite(
      folder: folder, settings: settings, catalogue: catalogue, plugins: withoutDuplicates(plugins), host: host)
  }

  /// Reads a site's settings, within the administrator's maximum.
  static func readSettings(_ folder: SiteFolder) throws(Failure) -> SiteSettings {
    try step(
      { () throws(Problems) in
        let maximum = try LimitMaximum.read(path: Installation.limitsFile, file: Installation.limitsFile)
        return try SiteSettings.read(path: folder.settingsFile, file: "tenken.yaml", maximum: maximum)
      }, Failure.files)
  }

  /// Reads the catalogue, with a site's own rules if there is a site.
  /// - Parameter snapshots: where catalogues are kept that were read before; nil to read every file.
  static func readCatalogue(
    _ installation: Installation, _ folder: SiteFolder?, snapshots: Snapshots? = .own
  ) throws(Failure) -> Catalogue {
    let own = folder.flatMap { Installation.isFolder($0.catalogueFolder) ? $0.catalogueFolder : nil }
    return try step(
      { () throws(Problems) in
        try CatalogueReader.read(folder: installation.catalogueFolder, siteFolder: own, snapshots: snapshots)
      }, Failure.files)
  }

  /// Loads every plugin of a folder; a broken one is kept as what it is.
  static func loadPlugins(in path: String, shownAs: String, _ catalogue: Catalogue) -> [LoadedPlugin] {
    PluginHost(catalogue).load(PluginFolder.readAll(in: path, shownAs: shownAs))
  }

  /// Two plugins with one id would hide one another: the second is a problem instead.
  private static func withoutDuplicates(_ plugins: [LoadedPlugin]) -> [LoadedPlugin] {
    var first: [PluginID: PluginFiles] = [:]
    return plugins.compactMap { plugin in
      let files =
        switch plugin {
        case .plugin(let plugin): plugin.files
        case .broken(let problem): problem.files
        }
      // A folder that could not be read as a plugin stands for none by its name.
      if case .broken(let problem) = plugin, !problem.files.folder.hasSuffix("/\(plugin.id)") { return plugin }
      guard let known = first[plugin.id] else {
        first[plugin.id] = files
        return plugin
      }
      return .broken(
        PluginProblem(
          files: files,
          problems: [Problem(at: files.place(), Wording.duplicatePlugin(plugin.id.description, known.folder))]))
    }
  }
}
