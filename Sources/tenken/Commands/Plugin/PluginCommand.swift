import ArgumentParser
import Checks
import Compliance
import Reports
import SiteData
import Sweeps
import Wording

struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: spoken(Wording.Command.pluginAbstract),
    subcommands: [List.self, Check.self, Test.self, New.self, Docs.self, Stubs.self])

  /// The plugins that a command is about: folders that were named, or all that come with Tenken and the site.
  struct Choice: ParsableArguments {
    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site: String?

    @Argument(help: ArgumentHelp(spoken(Wording.Command.pluginFoldersHelp), valueName: "dir"))
    var folders: [String] = []

    /// The plugins, loaded, what runs them, and the site's settings if there is a site.
    func load() throws(Failure) -> (plugins: [LoadedPlugin], host: PluginHost, settings: SiteSettings?) {
      let installation = try Installation.find()
      let site = site.map(SiteFolder.init)
      var settings: SiteSettings?
      if let site { settings = try OpenSite.readSettings(site) }
      let host = PluginHost(try OpenSite.readCatalogue(installation, site), settings)
      return (host.load(try files(installation, site)), host, settings)
    }

    private func files(
      _ installation: Installation, _ site: SiteFolder?
    ) throws(Failure) -> [Result<PluginFiles, PluginProblem>] {
      let homes = [installation.pluginsFolder] + (site.map { [$0.pluginsFolder] } ?? [])
      if folders.isEmpty { return homes.flatMap { PluginFolder.readAll(in: $0, shownAs: $0) } }
      return try folders.map { folder throws(Failure) in
        let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let id = PluginID(name) else { throw .usage([Wording.pluginFolderName(name)]) }
        if Installation.isFolder(path) { return PluginFolder.read(id, at: path, shownAs: path) }
        // A bare name means the plugin of that name, wherever it is.
        let places = path == name ? homes.map { "\($0)/\(name)" } : []
        if let found = places.first(where: Installation.isFolder) {
          return PluginFolder.read(id, at: found, shownAs: found)
        }
        throw .usage([Wording.Command.noSuchPlugin(folder)])
      }
    }
  }
}
