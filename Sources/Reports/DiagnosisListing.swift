import Compliance

/// One thing that was looked at, and how it is.
public struct Diagnosis: Hashable, Sendable {
  /// How it is.
  public enum State: Hashable, Sendable, Comparable {
    /// As it should be.
    case fine
    /// Worth a look: something is left out or could be better.
    case doubtful
    /// Something does not work.
    case wrong
  }

  /// How it is.
  public let state: State
  /// What was looked at, in a word or two.
  public let subject: LocalizedText
  /// What was seen, and what to do where something is to be done.
  public let text: LocalizedText

  /// Makes a diagnosis.
  public init(_ state: State, _ subject: LocalizedText, _ text: LocalizedText) {
    self.state = state
    self.subject = subject
    self.text = text
  }
}

/// Diagnoses under a heading, as text.
public enum DiagnosisListing {
  /// The diagnoses, each with a sign before it; each line ended by a newline.
  /// - Parameters:
  ///   - heading: what was looked at in all.
  ///   - diagnoses: what was seen.
  ///   - language: the language.
  ///   - width: the columns of a line.
  ///   - style: plain, or for a terminal.
  public static func text(
    _ heading: LocalizedText, _ diagnoses: [Diagnosis], language: Language, width: Int, style: TextStyle
  ) -> String {
    var page = TextPage(width: width, style: style)
    page.put([Segment(heading[language], .strong)])
    let column = diagnoses.map { DisplayWidth.of(visible($0.subject[language])) }.max() ?? 0
    for diagnosis in diagnoses {
      let (sign, ink) = mark(of: diagnosis.state)
      let lead = [Segment(sign, ink), Segment(" "), Segment(diagnosis.subject[language]).padded(to: column + 2)]
      page.put(lines: diagnosis.text[language], after: lead, indent: 2, hanging: min(column + 6, 24))
    }
    return page.text
  }

  private static func mark(of state: Diagnosis.State) -> (sign: String, ink: Ink) {
    switch state {
    case .fine: ("✓", .good)
    case .doubtful: ("!", .doubtful)
    case .wrong: ("✗", .bad)
    }
  }
}
