import CatalogueFiles
import Checks
import Compliance
import Reports
import SiteData
import Wording

/// Runs inputs one after the other, and shows what they give. Where the inputs come from is not its business.
final class Repl {
  /// How an input went.
  enum Step {
    case ran
    case failed
    /// The input only ends too early; nothing was run or shown.
    case isUnfinished(SessionFailure)
  }

  /// How results are shown.
  enum Form {
    case text
    case json
  }

  /// How many elements of a list are taken. A page of text needs no more; programs want all that a message can hold.
  private static let mostShown = 200
  private static let mostInJSON = 100_000

  let desk: SessionDesk
  private(set) var session: Session
  private let form: Form
  private var language: Language { desk.language }

  /// What an input has printed and noted so far, for JSON.
  private var printed = ""
  private var notes: [String] = []

  init(_ desk: SessionDesk, _ form: Form) {
    self.desk = desk
    self.form = form
    session = Self.session(desk)
  }

  private static func session(_ desk: SessionDesk) -> Session {
    Session(catalogue: desk.host.catalogueBytes, language: desk.language, host: desk)
  }

  /// Reads plugins, settings and requirements again. What was assigned stays, unless requirements have changed.
  /// - Returns: whether the session begins anew.
  func reload() throws(Failure) -> Bool {
    let before = desk.catalogue.fingerprint
    try desk.reload()
    guard desk.catalogue.fingerprint != before else { return false }
    session = Self.session(desk)
    return true
  }

  /// Runs an input.
  /// - Parameters:
  ///   - text: an expression, or statements.
  ///   - name: what errors call the text.
  ///   - line: the line of that name at which it begins, from 1.
  ///   - show: shows results; by default on standard output.
  ///   - wish: what the person who waits wants.
  func run(
    _ text: String, of name: String, line: Int, show: (String) throws(Failure) -> Void = Terminal.out,
    wish: @escaping () -> Session.Wish = { .goOn }
  ) throws(Failure) -> Step {
    (printed, notes) = ("", [])
    let most = form == .json ? Self.mostInJSON : Self.mostShown
    switch session.run(text, of: name, line: line, most: most, for: audience(wish)) {
    case .values(let values):
      switch form {
      case .text: for value in values { try show(self.text(of: value)) }
      case .json: try show(json { try $0.text(values, printed: printed, notes: notes) })
      }
      return .ran
    case .failed(let failure) where failure.isUnfinished: return .isUnfinished(failure)
    case .failed(let failure):
      try fail(failure.text, at: failure.place)
      return .failed
    case .ended(let text):
      try fail(text, at: nil)
      return .failed
    }
  }

  /// Shows why an input gave nothing.
  func fail(_ text: LocalizedText, at place: Place?) throws(Failure) {
    switch form {
    case .text:
      let lead = place.map { "\($0): " } ?? "tenken: "
      Terminal.note(printableLines(lead + text[language]))
    case .json: try Terminal.out(json { try $0.text(text, at: place, printed: printed, notes: notes) })
    }
  }

  /// A value as people see it.
  private func text(of value: ExploredValue) -> String {
    ExploredText(
      desk.catalogue, language: language, width: Terminal.width, style: Terminal.style, checks: desk.checks(of:)
    ).text(value)
  }

  private func json(_ make: (ExploredJSON) throws -> String) throws(Failure) -> String {
    do { return try make(ExploredJSON(desk.catalogue, language: language)) } catch {
      throw .input(Wording.Command.cannotRender("\(error)"))
    }
  }

  private func audience(_ wish: @escaping () -> Session.Wish) -> Session.Audience {
    Session.Audience(
      printed: { text in
        switch self.form {
        // If it cannot be written, neither can the result, which says so.
        case .text: try? Terminal.out(printableLines(text))
        case .json: self.printed += text
        }
      },
      noted: { note in
        self.notes.append(note)
        Terminal.note("tenken: \(printableLines(note))")
      }, wish: wish)
  }
}
