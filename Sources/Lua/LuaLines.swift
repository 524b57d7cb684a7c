import CLuaBridge

extension LuaState {
  /// Notes from here on which lines of the plugin's files run. It takes its time at each of them, so it is for tests of plugins.
  public func traceLines() { tl_trace_lines(state) }

  /// The lines that have run since, counted from 1, by file.
  public var tracedLines: [String: Set<Int>] {
    var files: [String: Set<Int>] = [:]
    var lines = tl_lines()
    while tl_traced_lines(state, files.count, &lines) { files[String(cString: lines.file)] = Set(lines) }
    return files
  }

  /// The lines of a text that can run, counted from 1: those that do something.
  /// - Throws: ``LuaError`` if the text is not Lua.
  public func lines(file: String, of source: [UInt8]) throws(LuaError) -> Set<Int> {
    var lines = tl_lines()
    let status = source.withCharacters { tl_list_lines(state, file, $0, $1, &lines) }
    guard status == TL_OK else { throw error() }
    return Set(lines)
  }
}

extension Set<Int> {
  fileprivate init(_ lines: tl_lines) {
    // The bridge keeps `count` marks at this address until its next call; they are read before.
    let marks = UnsafeBufferPointer(start: lines.marks, count: lines.count)
    self = Set(marks.indices.filter { marks[$0] != 0 })
  }
}
