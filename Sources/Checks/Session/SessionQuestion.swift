import Compliance
import Frames
import SiteData

/// What a session's code asks of the host, because only the host can open, run or remember anything.
public struct SessionQuestion: Hashable, Sendable {
  /// What it is about.
  public enum Topic: String, CaseIterable, Sendable {
    /// All guidelines.
    case guidelines
    /// All checks.
    case checks
    /// All sources that checks read.
    case sources
    /// A requirement that the catalogue's own look-up does not know: what may have been meant.
    case requirement
    /// The requirements of a guideline that nobody looks at.
    case uncovered
    /// The result of a check, run on the site's data or on given rows.
    case run
    /// A stored sweep, by number; the newest without one.
    case sweep
    /// So many of the latest sweeps.
    case history
    /// A source, to be read.
    case source
  }

  /// What it is about.
  public let topic: Topic
  /// The id, the number or the words that it names; empty for none.
  public let text: String
  /// Given rows by the id of their source; the empty id means the source that the check is called with.
  public let rows: [String: [[String: String]]]

  init(_ topic: Topic, _ text: String = "", rows: [String: [[String: String]]] = [:]) {
    self.topic = topic
    self.text = text
    self.rows = rows
  }
}

/// What a host answers.
public enum SessionAnswer: Sendable {
  /// Data.
  case value(ExploredValue)
  /// The source that was asked for, open.
  case source(SessionSource)
  /// Why there is no answer, for the person who asked.
  case refused(LocalizedText)
}

/// A source that a session reads by itself: opened by the host, decoded in the session's process.
public struct SessionSource: Sendable {
  /// Its whole name, `PLUGIN/SOURCE`.
  public let name: String
  let declaration: SourceDeclaration
  let files: [SourceFile]
  let now: Moment
  let timeZone: SiteTimeZone
  let pseudonyms: Pseudonyms?

  /// Makes a source of open files.
  /// - Parameters:
  ///   - name: its whole name.
  ///   - declaration: what checks may read of it.
  ///   - files: the files in the order in which to read them.
  ///   - now: the present in the site's time zone.
  ///   - timeZone: the site's.
  ///   - pseudonyms: what stands in for personal values; nil where the site asks to see them.
  public init(
    name: String, declaration: SourceDeclaration, files: [SourceFile], now: Moment, timeZone: SiteTimeZone,
    pseudonyms: Pseudonyms?
  ) {
    self.name = name
    self.declaration = declaration
    self.files = files
    self.now = now
    self.timeZone = timeZone
    self.pseudonyms = pseudonyms
  }

  /// A pass over its rows.
  func reader() -> RecordReader {
    RecordReader(declaration, files: files, timeZone: timeZone, pseudonyms: pseudonyms, today: now.date)
  }
}

/// Who answers a session: the host, with what the person at it may read anyway.
public protocol SessionHost: AnyObject {
  /// Answers a question.
  func answer(_ question: SessionQuestion) -> SessionAnswer
}

extension SessionQuestion: FrameCodable {
  /// Writes the question.
  public func write(to writer: inout FrameWriter) {
    writer.write(word: topic)
    writer.write(text)
    writer.write(list: rows.sorted { $0.key < $1.key }) { writer, source in
      writer.write(source.key)
      writer.write(rows: source.value)
    }
  }

  /// Reads a question.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let topic = try reader.word(Topic.self)
    let text = try reader.string(atMost: 64 << 10)
    var rows: [String: [[String: String]]] = [:]
    for _ in 0..<(try reader.count(elementSize: 2)) {
      let source = try reader.string()
      rows[source] = try reader.rows()
    }
    self.init(topic, text, rows: rows)
  }
}
