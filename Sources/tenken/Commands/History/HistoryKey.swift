import ArgumentParser
import Compliance
import History
import Reports
import SiteData
import Wording

extension HistoryCommand {
  struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "key", abstract: spoken(Wording.Command.historyKeyAbstract))

    @Option(help: ArgumentHelp(spoken(Wording.Command.siteHelp), valueName: "dir"))
    var site = "."

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        let folder = SiteFolder(site)
        let file = try signingKeyFile(of: folder)
        let known = try step({ () throws(Problem) in try file.key() }) { .files(Problems([$0])) }
        if known == nil, file.path == folder.signingKeyFile {
          try step({ () throws(SystemError) in try folder.makeRecordsFolder() }) {
            .input(Wording.Command.cannotMake(folder.recordsFolder, $0.description))
          }
        }
        let key =
          if let known { known } else {
            try step({ () throws(Problem) in try file.make() }) { .files(Problems([$0])) }
          }
        Terminal.note(Wording.History.keyIs(file.path, id: key.id, isNew: known == nil)[language])
        if known == nil { Terminal.note(Wording.History.keyAdvice[language]) }
        try Terminal.out(key.verifying.pem)
      }
    }
  }
}
