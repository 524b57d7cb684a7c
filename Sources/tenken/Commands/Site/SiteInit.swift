import ArgumentParser
import Checks
import Compliance
import FoundationEssentials
import SiteData
import Sweeps
import Wording

extension SiteCommand {
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: spoken(Wording.Command.siteInitAbstract))

    @Flag(help: ArgumentHelp(spoken(Wording.Command.sampleHelp)))
    var sample = false

    @Argument(help: ArgumentHelp(spoken(Wording.Command.newSiteHelp), valueName: "dir"))
    var folder: String

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let installation = try Installation.find()
        let files = FileManager.default
        if let names = try? files.contentsOfDirectory(atPath: folder), !names.isEmpty {
          throw .usage([Wording.Command.folderNotEmpty(folder)])
        }
        do {
          if sample {
            // Into the folder, never in its place: what stands at the path, such as a file by mistake or a link, stays.
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in try files.contentsOfDirectory(atPath: installation.sampleFolder) {
              try files.copyItem(atPath: "\(installation.sampleFolder)/\(name)", toPath: "\(folder)/\(name)")
            }
            try dateSample(files)
          } else {
            try makeEmptySite(files)
          }
        } catch {
          throw .cannotMake(folder, error)
        }
        try Terminal.out(Wording.Command.siteMade(folder)[language] + "\n")
      }
    }

    /// The sample's dates are made for the 20th of November 2026, so its files count as exported that morning, at eight in Japan.
    private func dateSample(_ files: FileManager) throws {
      let exported = Date(timeIntervalSince1970: 1_795_129_200)
      for path in try files.subpathsOfDirectory(atPath: "\(folder)/data") {
        try files.setAttributes([.modificationDate: exported], ofItemAtPath: "\(folder)/data/\(path)")
      }
    }

    /// A site with settings to fill in and an empty `data/`: ledgers that are not there show as not checked.
    private func makeEmptySite(_ files: FileManager) throws {
      try files.createDirectory(atPath: "\(folder)/data", withIntermediateDirectories: true)
      let settings = Wording.Command.newSettings[speech.language()]
      guard files.createFile(atPath: "\(folder)/tenken.yaml", contents: Data(settings.utf8)) else {
        throw CocoaError(.fileWriteUnknown)
      }
    }
  }
}
