import Compliance
import Frames
import Lua
import SiteData

/// What a host asks of a worker.
enum WorkerRequest {
  case evaluate(PluginScript)
  case run(PluginWork)
  case inspect(InspectionWork)
  case converse(SessionInput)
}

extension WorkerRequest {
  /// The request as a message, without the files, which are handed over as descriptors.
  var message: [UInt8] {
    var writer = FrameWriter(reserving: 4096)
    writer.write(count: descriptors.count)
    switch self {
    case .evaluate(let script):
      writer.write(byte: 0)
      script.write(to: &writer)
    case .run(let work):
      writer.write(byte: 1)
      work.write(to: &writer)
    case .inspect(let work):
      writer.write(byte: 2)
      work.write(to: &writer)
    case .converse(let input):
      writer.write(byte: 3)
      writer.write(input)
    }
    return writer.bytes
  }

  /// The descriptors of the files, in the order in which the message names them.
  var descriptors: [Int32] {
    if case .inspect(let work) = self { return work.files.map(\.descriptor) }
    guard case .run(let work) = self else { return [] }
    return work.sourceIDs.flatMap { id -> [Int32] in
      if case .files(let files)? = work.inputs[id] { files.map(\.descriptor) } else { [] }
    }
  }

  /// Reads a request.
  /// - Parameters:
  ///   - message: the host's message.
  ///   - catalogue: what the plugin may ask.
  ///   - receive: takes so many descriptors that come behind the message; they are closed with the request.
  /// - Returns: nil if they do not come.
  static func read(
    _ message: [UInt8], catalogue: CatalogueSource, _ receive: (Int) -> [Int32]?
  ) throws(FrameError) -> WorkerRequest? {
    var reader = FrameReader(message)
    guard let count = Int(exactly: try reader.unsigned()) else { throw .malformed }
    guard var descriptors = receive(count)?[...] else { return nil }
    func open(_ name: String) throws(FrameError) -> SourceFile {
      guard let descriptor = descriptors.popFirst() else { throw .malformed }
      return SourceFile(name: name, owning: descriptor)
    }
    let request: WorkerRequest
    switch try reader.byte() {
    case 0: request = .evaluate(try PluginScript(from: &reader, catalogue))
    case 1:
      request = .run(
        try PluginWork(from: &reader, catalogue) { (name) throws(FrameError) in try open(name) })
    case 2: request = .inspect(try InspectionWork(from: &reader) { (name) throws(FrameError) in try open(name) })
    case 3: request = .converse(try reader.value())
    default: throw .malformed
    }
    try reader.finish()
    return request
  }
}

extension PluginScript {
  fileprivate func write(to writer: inout FrameWriter) {
    writer.write(files)
    writer.write(name)
    writer.write(source)
    writer.write(limits)
  }

  fileprivate init(from reader: inout FrameReader, _ catalogue: CatalogueSource) throws(FrameError) {
    self.init(
      try reader.value(), name: try reader.string(), source: try reader.data(), limits: try reader.value(),
      catalogue: catalogue)
  }
}

extension PluginWork {
  fileprivate func write(to writer: inout FrameWriter) {
    writer.write(files)
    writer.write(list: tests) { $0.write($1) }
    writer.write(list: parameters.sorted { $0.key < $1.key }) { writer, parameter in
      writer.write(parameter.key)
      writer.write(parameter.value)
    }
    writer.write(list: sourceIDs) { writer, id in
      // The ids are the keys.
      if let declaration = declarations[id] { writer.write(declaration) }
      switch inputs[id] {
      case .files(let files)?:
        writer.write(byte: 1)
        writer.write(list: files) { $0.write($1.name) }
      case .rows(let rows)?:
        writer.write(byte: 2)
        writer.write(rows: rows)
      case .absent?, .leftOut?, .unreadable?, nil: writer.write(byte: 0)
      }
    }
    writer.write(now)
    writer.write(timeZone)
    writer.write(pseudonyms) { $0.write($1) }
    writer.write(limits)
    writer.write(secondsLeft)
    writer.write(kept)
    writer.write(slice) { $0.write($1) }
    writer.write(tracesLines)
  }

  fileprivate init(
    from reader: inout FrameReader, _ catalogue: CatalogueSource, file: (String) throws(FrameError) -> SourceFile
  ) throws(FrameError) {
    let files = try reader.value(PluginFiles.self)
    let tests = try reader.list { (reader) throws(FrameError) in try reader.value(PlannedTest.self) }
    var parameters: [String: LuaValue] = [:]
    for _ in 0..<(try reader.count(elementSize: 2)) {
      let name = try reader.string()
      parameters[name] = try reader.value()
    }
    var declarations: [String: SourceDeclaration] = [:]
    var inputs: [String: JobInput] = [:]
    for _ in 0..<(try reader.count()) {
      let declaration = try reader.value(SourceDeclaration.self)
      declarations[declaration.id] = declaration
      switch try reader.byte() {
      case 0: break
      case 1:
        let names = try reader.list { (reader) throws(FrameError) in try reader.string() }
        var opened: [SourceFile] = []
        for name in names { opened.append(try file(name)) }
        inputs[declaration.id] = .files(opened)
      case 2:
        inputs[declaration.id] = .rows(try reader.rows())
      default: throw .malformed
      }
    }
    self.init(
      files: files, tests: tests, parameters: parameters, declarations: declarations, inputs: inputs,
      now: try reader.value(), timeZone: try reader.value(),
      pseudonyms: try reader.optional { (reader) throws(FrameError) in try reader.value() },
      limits: try reader.value(), secondsLeft: try reader.double(), kept: try reader.value(), catalogue: catalogue,
      slice: try reader.optional { (reader) throws(FrameError) in try reader.value() },
      tracesLines: try reader.bool())
  }
}

extension WorkSlice: FrameCodable {
  func write(to writer: inout FrameWriter) {
    writer.write(source)
    writer.write(slice)
    writer.write(quota.settled)
    writer.write(quota.others)
  }

  init(from reader: inout FrameReader) throws(FrameError) {
    self.init(
      source: try reader.string(), slice: try reader.value(),
      quota: FindingQuota(settled: try reader.value(), others: try reader.value()))
  }
}

extension FindingQuota.Share: FrameCodable {
  func write(to writer: inout FrameWriter) {
    writer.write(findings)
    writer.write(bytes)
  }

  init(from reader: inout FrameReader) throws(FrameError) {
    self.init(findings: try reader.int(), bytes: try reader.int())
  }
}

extension FrameWriter {
  /// Writes rows of text by column.
  mutating func write(rows: [[String: String]]) {
    write(list: rows) { writer, row in
      writer.write(list: row.sorted { $0.key < $1.key }) { writer, cell in
        writer.write(cell.key)
        writer.write(cell.value)
      }
    }
  }
}

extension FrameReader {
  /// Reads rows of text by column.
  mutating func rows() throws(FrameError) -> [[String: String]] {
    try list { (reader) throws(FrameError) in
      var row: [String: String] = [:]
      for _ in 0..<(try reader.count(elementSize: 2)) {
        let name = try reader.string()
        row[name] = try reader.string()
      }
      return row
    }
  }
}

extension PluginFiles: FrameCodable {
  /// Writes the code and what it is called.
  public func write(to writer: inout FrameWriter) {
    writer.write(id.description)
    writer.write(folder)
    writer.write(list: files.sorted { $0.key < $1.key }) { writer, file in
      writer.write(file.key)
      writer.write(file.value)
    }
    writer.write(sha256)
  }

  /// Reads the code and what it is called.
  public init(from reader: inout FrameReader) throws(FrameError) {
    guard let id = PluginID(try reader.string()) else { throw .malformed }
    let folder = try reader.string()
    var files: [String: [UInt8]] = [:]
    for _ in 0..<(try reader.count(elementSize: 2)) {
      let name = try reader.string()
      files[name] = try reader.data()
    }
    self.init(id: id, folder: folder, files: files, sha256: try reader.string())
  }
}

extension PlannedTest: FrameCodable {
  func write(to writer: inout FrameWriter) {
    writer.write(id.description)
    writer.write(call == .all)
    writer.write(source)
    writer.write(list: companions) { $0.write($1) }
    writer.write(place)
    writer.write(seconds.call)
    writer.write(seconds.all)
  }

  init(from reader: inout FrameReader) throws(FrameError) {
    guard let id = CheckID(try reader.string()) else { throw .malformed }
    self.init(
      id: id, call: try reader.bool() ? .all : .each, source: try reader.string(),
      companions: try reader.list { (reader) throws(FrameError) in try reader.value() }, place: try reader.value(),
      seconds: CheckSeconds(call: try reader.double(), all: try reader.double()))
  }
}
