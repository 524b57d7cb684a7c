import Frames

/// Lines of a plugin's Lua files, counted from 1.
public struct PluginLines: Hashable, Sendable {
  /// The lines of each file, by its path within the plugin.
  public private(set) var files: [String: Set<Int>]

  /// Makes a set of lines.
  public init(_ files: [String: Set<Int>] = [:]) { self.files = files }

  /// Adds lines.
  public mutating func formUnion(_ more: PluginLines) {
    files.merge(more.files) { $0.union($1) }
  }

  /// The lines that are in both.
  public func intersection(_ other: PluginLines) -> PluginLines {
    var both: [String: Set<Int>] = [:]
    for (file, lines) in files { both[file] = other.files[file]?.intersection(lines) }
    return PluginLines(both)
  }

  /// Whether one of some lines of a file is among them.
  public func contains(anyOf lines: ClosedRange<Int>, in file: String) -> Bool {
    files[file].map { known in lines.contains { known.contains($0) } } ?? false
  }

  /// How many lines there are.
  public var count: Int { files.values.reduce(0) { $0 + $1.count } }
}

extension PluginLines: FrameCodable {
  /// Writes the lines of each file in their order, as distances.
  public func write(to writer: inout FrameWriter) {
    writer.write(list: files.sorted { $0.key < $1.key }) { writer, file in
      writer.write(file.key)
      var last = 0
      writer.write(list: file.value.sorted()) { writer, line in
        writer.write(count: line - last)
        last = line
      }
    }
  }

  /// Reads the lines.
  public init(from reader: inout FrameReader) throws(FrameError) {
    var files: [String: Set<Int>] = [:]
    for _ in 0..<(try reader.count(elementSize: 2)) {
      let name = try reader.string()
      var last = 0
      var lines: Set<Int> = []
      for _ in 0..<(try reader.count()) {
        let (line, isTooLarge) = last.addingReportingOverflow(Int(clamping: try reader.unsigned()))
        guard !isTooLarge, line > last else { throw .malformed }
        last = line
        lines.insert(line)
      }
      guard files.updateValue(lines, forKey: name) == nil else { throw .malformed }
    }
    self.init(files)
  }
}
