import Compliance
import Frames
import Lua
import SiteData

/// What a worker tells its host.
enum WorkerAnswer {
  /// Something happened while checks ran.
  case event(RunEvent)
  /// The checks have run.
  case done
  /// The plugin asks for the catalogue, and waits for a descriptor of it.
  case catalogueWanted
  /// An input of a session asks, and waits for the reply.
  case asked(SessionQuestion)
  /// An input of a session has something to note about what it read.
  case noted(String)
  /// What evaluating a script, or an input of a session, gave.
  case value(Result<LuaValue, LuaError>)
  /// How files were understood.
  case inspected([SourceInspection])
}

/// The bytes of one text that a worker may send: the longest message that an administrator can allow, and what the host's own words add.
/// What this plugin may send, RunAssembly knows.
private let longestText = (1 << 20) + (64 << 10)

extension WorkerAnswer: FrameCodable {
  private enum Kind: CaseIterable {
    case found, restarted, settled, sliceEnded, printed, ran, done, catalogueWanted, value, error, inspected, asked,
      noted
  }

  func write(to writer: inout FrameWriter) {
    switch self {
    case .event(.found(let check, let finding)):
      writer.write(word: Kind.found)
      writer.write(count: check)
      writer.write(finding)
    case .event(.restarted(let check)):
      writer.write(word: Kind.restarted)
      writer.write(count: check)
    case .event(.settled(let check, let settlement)):
      writer.write(word: Kind.settled)
      writer.write(count: check)
      writer.write(settlement)
    case .event(.sliceEnded(let end, let seconds)):
      writer.write(word: Kind.sliceEnded)
      writer.write(end)
      writer.write(list: seconds.sorted { $0.key < $1.key }) { writer, entry in
        writer.write(count: entry.key)
        writer.write(entry.value)
      }
    case .event(.printed(let text)):
      writer.write(word: Kind.printed)
      writer.write(text)
    case .event(.ran(let lines)):
      writer.write(word: Kind.ran)
      writer.write(lines)
    case .done: writer.write(word: Kind.done)
    case .catalogueWanted: writer.write(word: Kind.catalogueWanted)
    case .asked(let question):
      writer.write(word: Kind.asked)
      writer.write(question)
    case .noted(let text):
      writer.write(word: Kind.noted)
      writer.write(text)
    case .value(.success(let value)):
      writer.write(word: Kind.value)
      writer.write(value)
    case .value(.failure(let error)):
      writer.write(word: Kind.error)
      writer.write(error)
    case .inspected(let files):
      writer.write(word: Kind.inspected)
      writer.write(list: files) { $0.write($1) }
    }
  }

  init(from reader: inout FrameReader) throws(FrameError) {
    switch try reader.word(Kind.self) {
    case .found: self = .event(.found(try reader.position(), try reader.value()))
    case .restarted: self = .event(.restarted(try reader.position()))
    case .settled: self = .event(.settled(try reader.position(), try reader.value()))
    case .sliceEnded:
      let end = try reader.value(FilePosition.self)
      var seconds: [Int: Double] = [:]
      for _ in 0..<(try reader.count(elementSize: 9)) {
        let check = try reader.position()
        seconds[check] = try reader.double()
      }
      self = .event(.sliceEnded(end, seconds: seconds))
    case .printed: self = .event(.printed(try reader.string()))
    case .ran: self = .event(.ran(try reader.value()))
    case .done: self = .done
    case .catalogueWanted: self = .catalogueWanted
    case .asked: self = .asked(try reader.value())
    case .noted: self = .noted(try reader.string())
    case .value: self = .value(.success(try reader.value()))
    case .error: self = .value(.failure(try reader.value()))
    case .inspected: self = .inspected(try reader.list { (reader) throws(FrameError) in try reader.value() })
    }
  }
}

/// The largest number that a worker may tell of anything that is added up: sums of some such stay far from the end of Int.
private let mostAddable = Int.max >> 16

extension FrameReader {
  /// Reads a number of something.
  fileprivate mutating func amount() throws(FrameError) -> Int {
    let amount = try int()
    guard 0...mostAddable ~= amount else { throw .malformed }
    return amount
  }

  /// Reads the position of a check; whether there is such a check is for the assembly to say.
  fileprivate mutating func position() throws(FrameError) -> Int {
    guard let position = Int(exactly: try unsigned()) else { throw .malformed }
    return position
  }
}

extension Finding: FrameCodable {
  /// Writes the finding.
  public func write(to writer: inout FrameWriter) {
    writer.write(word: outcome)
    writer.write(subject)
    writer.write(message.ja)
    // Most texts of plugins read the same in both languages.
    writer.write(message.en == message.ja ? nil : message.en) { $0.write($1) }
    writer.write(place) { $0.write($1) }
    writer.write(due) { $0.write($1.daysSince1970) }
  }

  /// Reads a finding whose texts are not longer than anything that people write.
  public init(from reader: inout FrameReader) throws(FrameError) {
    let outcome = try reader.word(Outcome.self)
    let subject = try reader.string(atMost: longestText)
    let japanese = try reader.string(atMost: longestText)
    let english = try reader.optional { (reader) throws(FrameError) in try reader.string(atMost: longestText) }
    self.init(
      subject: subject, outcome: outcome, message: LocalizedText(ja: japanese, en: english ?? japanese),
      place: try reader.optional { (reader) throws(FrameError) in try reader.value() },
      due: try reader.optional { (reader) throws(FrameError) in CalendarDate(daysSince1970: try reader.int()) })
  }
}

extension Settlement: FrameCodable {
  func write(to writer: inout FrameWriter) {
    writer.write(word: outcome)
    writer.write(list: counts.occurring) { writer, entry in
      writer.write(word: entry.outcome)
      writer.write(count: entry.count)
    }
    writer.write(problem) { $0.write($1) }
    writer.write(list: sources) { $0.write($1) }
    writer.write(milliseconds)
  }

  init(from reader: inout FrameReader) throws(FrameError) {
    self.init(outcome: try reader.word())
    for _ in 0..<(try reader.count(elementSize: 2)) {
      let outcome = try reader.word(Outcome.self)
      guard let count = Int(exactly: try reader.unsigned()), 1...mostAddable ~= count, counts[outcome] == 0 else {
        throw .malformed
      }
      counts[outcome] = count
    }
    problem = try reader.optional { (reader) throws(FrameError) in try reader.value() }
    sources = try reader.list { (reader) throws(FrameError) in try reader.value() }
    milliseconds = try reader.amount()
  }
}

extension SourceEvidence: FrameCodable {
  /// Writes what was read.
  public func write(to writer: inout FrameWriter) {
    writer.write(source)
    writer.write(file)
    writer.write(sha256) { $0.write($1) }
    writer.write(encoding)
    for count in [records, refused, skipped] { writer.write(count) }
    writer.write(list: columns) { $0.write($1) }
  }

  /// Reads what was read.
  public init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      source: try reader.string(atMost: longestText), file: try reader.string(atMost: longestText),
      sha256: try reader.optional { (reader) throws(FrameError) in try reader.string(atMost: 64) },
      encoding: try reader.string(atMost: 64), records: try reader.amount(), refused: try reader.amount(),
      skipped: try reader.amount(),
      columns: try reader.list { (reader) throws(FrameError) in try reader.string(atMost: longestText) })
  }
}
