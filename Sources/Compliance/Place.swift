/// Where something stands in a file: what a person needs in order to go and look.
public struct Place: Hashable, Sendable, Codable {
  /// The file, relative to the folder it belongs to (a site, a plugin, the catalogue).
  public let file: String
  /// The line, counted from 1.
  public let line: Int?
  /// The column in characters, counted from 1.
  public let column: Int?

  /// Makes a place from a file and, where known, a line and a column.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// The place as editors and terminals understand it: `file:line:column`.
  public var description: String {
    [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
  }
}

extension Place: Comparable {
  /// Orders by file, then line, then column; what has no line comes first.
  public static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line ?? 0, a.column ?? 0) < (b.file, b.line ?? 0, b.column ?? 0)
  }
}

/// Something wrong in a file that a person wrote: where, and in words what is wrong, what was expected and what to do.
public struct Problem: Hashable, Sendable, Error {
  /// Where it is.
  public let place: Place
  /// What is wrong, for the person who must mend it.
  public let text: LocalizedText

  /// Makes a problem at a place.
  public init(at place: Place, _ text: LocalizedText) {
    self.place = place
    self.text = text
  }

  /// The problem on one line, `file:line:column: text`.
  public func line(in language: Language) -> String {
    "\(place): \(text[language])"
  }

  /// The problem with its place, in both languages.
  public var whole: LocalizedText { LocalizedText(ja: line(in: .ja), en: line(in: .en)) }
}

/// Everything that is wrong with a set of files, thrown at once so that a person mends it at once.
public struct Problems: Error, Sendable, Hashable {
  /// The problems by place; never empty.
  public let all: [Problem]

  /// Makes an error of problems that were found; the order of finding does not matter.
  public init(_ problems: [Problem]) {
    precondition(!problems.isEmpty, "an error needs a problem")
    all = problems.sorted { $0.place < $1.place }
  }
}
