import Compliance
import Frames
import Lua
import SiteData

/// One input of a session, as it crosses to the worker.
struct SessionInput {
  /// What the session may use up; the first input decides.
  let limits: LuaLimits
  /// The language of what the person is told.
  let language: Language
  /// What Session.lua is handed.
  let value: LuaValue
}

extension SessionInput: FrameCodable {
  func write(to writer: inout FrameWriter) {
    writer.write(limits)
    writer.write(word: language)
    writer.write(value)
  }

  init(from reader: inout FrameReader) throws(FrameError) {
    self.init(limits: try reader.value(), language: try reader.word(), value: try reader.value())
  }
}

/// An answer on its way to the worker; the files of a source come behind it, as descriptors.
enum SessionReply {
  case value(LuaValue)
  case source(SessionSource)
  case refused(String)

  init(_ answer: SessionAnswer, _ language: Language) {
    switch answer {
    case .value(let value): self = .value(value.plain)
    case .source(let source): self = .source(source)
    case .refused(let text): self = .refused(text[language])
    }
  }

  private enum Kind: CaseIterable { case value, source, refused }

  /// The reply as a message.
  var message: [UInt8] {
    var writer = FrameWriter()
    switch self {
    case .value(let value):
      writer.write(word: Kind.value)
      writer.write(value)
    case .refused(let text):
      writer.write(word: Kind.refused)
      writer.write(text)
    case .source(let source):
      writer.write(word: Kind.source)
      writer.write(source.name)
      writer.write(source.declaration)
      writer.write(list: source.files) { $0.write($1.name) }
      writer.write(source.now)
      writer.write(source.timeZone)
      writer.write(source.pseudonyms) { $0.write($1) }
    }
    return writer.bytes
  }

  /// The descriptors of the files, in the order in which the message names them.
  var descriptors: [Int32] {
    if case .source(let source) = self { source.files.map(\.descriptor) } else { [] }
  }

  /// Reads a reply.
  /// - Parameter receive: takes so many descriptors that come behind the message.
  /// - Returns: nil if they do not come.
  static func read(_ message: [UInt8], _ receive: (Int) -> [Int32]?) throws(FrameError) -> SessionReply? {
    var reader = FrameReader(message)
    let reply: SessionReply
    switch try reader.word(Kind.self) {
    case .value: reply = .value(try reader.value())
    case .refused: reply = .refused(try reader.string())
    case .source:
      let name = try reader.string()
      let declaration = try reader.value(SourceDeclaration.self)
      let names = try reader.list { (reader) throws(FrameError) in try reader.string() }
      guard let descriptors = receive(names.count) else { return nil }
      reply = .source(
        SessionSource(
          name: name, declaration: declaration,
          files: zip(names, descriptors).map { SourceFile(name: $0, owning: $1) }, now: try reader.value(),
          timeZone: try reader.value(),
          pseudonyms: try reader.optional { (reader) throws(FrameError) in try reader.value() }))
    }
    try reader.finish()
    return reply
  }
}
