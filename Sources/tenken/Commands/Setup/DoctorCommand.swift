import ArgumentParser
import Compliance
import Glibc
import Reports
import SiteData
import Wording

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: spoken(Wording.Doctor.abstract), discussion: spoken(Wording.Doctor.discussion))

  @Option(help: ArgumentHelp(spoken(Wording.Doctor.siteHelp), valueName: "dir"))
  var site: String?

  @OptionGroup var speech: LanguageOption

  func run() throws {
    var worst = Diagnosis.State.fine
    let language = speech.language()
    try telling(language) { () throws(Failure) in
      func show(_ heading: LocalizedText, _ diagnoses: [Diagnosis]) throws(Failure) {
        worst = max(worst, diagnoses.map(\.state).max() ?? .fine)
        try Terminal.out(
          DiagnosisListing.text(
            heading, diagnoses, language: language, width: Terminal.width, style: Terminal.style) + "\n")
      }
      let machine = MachineExamination()
      try show(Wording.Doctor.machine, machine.diagnoses())
      let folder = SiteFolder(site ?? ".")
      if site != nil || access(folder.settingsFile, F_OK) == 0 {
        try show(Wording.Doctor.site(folder.path), SiteExamination(folder).diagnoses())
      }
      try Terminal.out(Wording.Doctor.conclusion(isFine: worst == .fine, isWrong: worst == .wrong)[language] + "\n")
    }
    switch worst {
    case .fine: return
    case .doubtful: throw ExitCode(2)
    case .wrong: throw ExitCode(1)
    }
  }
}
