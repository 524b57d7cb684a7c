import ArgumentParser
import Checks
import Compliance
import History
import Reports
import SiteData
import Sweeps
import Wording

extension SiteCommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: spoken(Wording.Command.siteCheckAbstract))

    @Argument(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var folder = "."

    @Option(help: ArgumentHelp(spoken(Wording.Command.atHelp), valueName: "date"))
    var at: String?

    @OptionGroup var speech: LanguageOption

    func run() throws {
      try telling(speech.language()) { () throws(Failure) in
        let site = try OpenSite.open(folder, Installation.find())
        let language = speech.language(of: site.settings.language)
        let moment = try moment(in: site.settings.timeZone)
        let statements = try statements(of: site, at: moment)
        for note in notes(on: site) + statements.notes { try Terminal.out(note.line(in: language) + "\n") }
        var problems = site.settings.problems(with: site.plugins, site.catalogue)
        for case .broken(let problem) in site.plugins { problems += problem.problems }
        try showData(of: site, at: moment, language)
        if !problems.isEmpty { throw .files(Problems(problems)) }
        try Terminal.out(
          Wording.Command.siteInOrder(folder, plugins: site.plugins.count)[language] + "\n")
      }
    }

    private func moment(in zone: SiteTimeZone) throws(Failure) -> Moment {
      guard let at else { return try Clock.now(in: zone) }
      guard let moment = Moment(iso: at, in: zone) else { throw .usage([Wording.Command.badMoment(at)]) }
      return moment
    }

    /// How each file was understood that the plugins read.
    private func showData(of site: OpenSite, at moment: Moment, _ language: Language) throws(Failure) {
      let inspection = DataInspection(
        site.settings, data: DataFolder(path: site.folder.dataFolder), runner: site.host.runner)
      let plugins = site.plugins.compactMap { loaded -> Plugin? in
        if case .plugin(let plugin) = loaded { plugin } else { nil }
      }
      let sources = inspection.sources(of: plugins, today: moment.date)
      try Terminal.out(
        InspectionListing.text(sources, language: language, width: Terminal.width, style: Terminal.style))
    }

    /// What is to be known of attestations and waivers now. Whether a waiver is used shows in the last sweep alone.
    private func statements(of site: OpenSite, at moment: Moment) throws(Failure) -> StatementNotes {
      let files = try step(
        { () throws(Problems) in try SiteStatements.read(site.folder, site.settings) }, Failure.files)
      let (attestations, waivers) = files.review(
        at: moment, site.folder, site.settings, site.catalogue, site.plugins)
      let last = try lastSweep(of: site.folder)?.waivers ?? []
      let unused = Set(last.filter { $0.state == .unused }.map(\.waiver))
      let reviews = waivers.map { review in
        review.counts && unused.contains(review.waiver) ? WaiverReview(waiver: review.waiver, state: .unused) : review
      }
      return StatementNotes(attestations: attestations, waivers: reviews, site.catalogue, site.plugins)
    }

    /// The last sweep, if any was stored.
    private func lastSweep(of folder: SiteFolder) throws(Failure) -> SweepResult? {
      do throws(HistoryError) {
        let store = try SweepStore.openReadOnly(at: folder.historyFile)
        guard let last = try store.sweeps(last: 1).first else { return nil }
        return try store.sweep(last.id)
      } catch {
        if error.cause == .absent { return nil }
        throw .history(error)
      }
    }

    /// What is no mistake, but worth a look: sources without a grant, and grants without a source.
    private func notes(on site: OpenSite) -> [Problem] {
      var notes = GrantReview.unknownPlugins(site.settings.grants, site.plugins.map(\.id))
      for case .plugin(let plugin) in site.plugins {
        let settings = site.settings
        let declarations = plugin.sources(settings.plugins[plugin.id]).declarations
        let grant = settings.grants[plugin.id]
        let review = GrantReview(
          plugin.id, sha256: plugin.files.sha256, Array(declarations.values), grant: grant)
        notes += review.notes
        let missing = review.sources.filter { !$0.isGranted }.map(\.declaration.origin.description)
        if !missing.isEmpty {
          let place = grant?.place ?? Place(file: "tenken.yaml")
          notes.append(Problem(at: place, Wording.Command.sourcesNotGranted(plugin.id.description, missing)))
        }
      }
      return notes
    }
  }
}
