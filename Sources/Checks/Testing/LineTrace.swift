import Frames
import Lua

/// What was noted of a plugin's lines while it ran.
public struct LineTrace: Hashable, Sendable {
  /// The lines that ran.
  public private(set) var ran = PluginLines()
  /// The lines that can run.
  public private(set) var runnable = PluginLines()

  /// Nothing noted.
  public init() {}

  /// What a state noted, and what it could have noted.
  init(_ state: LuaState, of plugin: PluginFiles) {
    ran = PluginLines(state.tracedLines)
    var lines: [String: Set<Int>] = [:]
    // A file that is not Lua has none.
    for (name, source) in plugin.files { lines[name] = try? LuaState().lines(file: name, of: source) }
    runnable = PluginLines(lines)
  }

  /// Adds what was noted elsewhere.
  public mutating func formUnion(_ more: LineTrace) {
    ran.formUnion(more.ran)
    runnable.formUnion(more.runnable)
  }
}

extension LineTrace: FrameCodable {
  /// Writes both.
  public func write(to writer: inout FrameWriter) {
    writer.write(ran)
    writer.write(runnable)
  }

  /// Reads both.
  public init(from reader: inout FrameReader) throws(FrameError) {
    ran = try reader.value()
    runnable = try reader.value()
  }
}
