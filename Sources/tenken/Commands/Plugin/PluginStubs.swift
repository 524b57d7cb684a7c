import ArgumentParser
import Authoring
import Compliance
import FoundationEssentials
import Wording

extension PluginCommand {
  struct Stubs: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stubs", abstract: spoken(Wording.PluginNew.stubsAbstract),
      discussion: spoken(Wording.PluginNew.stubsDiscussion))

    @Option(help: ArgumentHelp(spoken(Wording.PluginNew.stubsOutputHelp), valueName: "dir"))
    var output = "."

    @OptionGroup var speech: LanguageOption

    func run() throws {
      let language = speech.language()
      try telling(language) { () throws(Failure) in
        guard Installation.isFolder(output) else { throw .usage([Wording.PluginNew.noFolder(output)]) }
        let stubs = LuaStubs(language)
        let folder = "\(output)/\(EditorSettings.stubsFolder)"
        do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
          throw .input(Wording.Command.cannotMake(folder, "\(error)"))
        }
        for (name, text) in [("tenken.lua", stubs.module), ("lua.lua", stubs.library)] {
          try OutputFile.write(text, to: "\(folder)/\(name)")
          try tell(Wording.PluginNew.wrote("\(folder)/\(name)"), language)
        }
        for (name, text) in [
          (EditorSettings.fileName, EditorSettings.text), (LuacheckSettings.fileName, LuacheckSettings.text),
        ] {
          let path = "\(output)/\(name)"
          guard !isTaken(path) else {
            try tell(Wording.PluginNew.kept(path), language)
            continue
          }
          try OutputFile.write(text, to: path)
          try tell(Wording.PluginNew.wrote(path), language)
        }
      }
    }

    private func tell(_ text: LocalizedText, _ language: Language) throws(Failure) {
      try Terminal.out(text[language] + "\n")
    }
  }
}
