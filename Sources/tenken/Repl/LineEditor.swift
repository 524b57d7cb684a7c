import CLineEditor
import Glibc

/// The line that a person types at a terminal, with a history. There is one a process.
final class LineEditor {
  /// What came of reading a line.
  enum Reading {
    case line(String)
    /// The person gave the line up.
    case cancelled
    /// The person has finished, or the terminal is gone.
    case end
  }

  /// What completing came to.
  enum Completion {
    case nothing
    /// Text to insert before the cursor.
    case insert(String)
    /// Text to show below the line.
    case show(String)
  }

  private static let historySize = 1000

  private let editor: OpaquePointer
  private let completer: Completer
  private let historyFile: String?

  /// Opens the editor.
  /// - Parameters:
  ///   - historyFile: where lines are remembered from one session to the next; nil for nowhere.
  ///   - complete: is called on Tab with the text before the cursor.
  /// - Returns: nil if standard input or output is no terminal that an editor can use.
  init?(historyFile: String?, complete: @escaping (String) -> Completion) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, Terminal.value("TERM") != "dumb" else { return nil }
    completer = Completer(complete)
    self.historyFile = historyFile
    // The completer lives as long as this object, which closes the editor before it goes.
    let context = Unmanaged.passUnretained(completer).toOpaque()
    guard
      let editor = tle_open(
        "tenken", Self.historySize, { Completer.call($0, $1, $2, $3) }, context)
    else { return nil }
    self.editor = editor
    completer.editor = editor
    if let historyFile { _ = tle_load_history(editor, historyFile) }
  }

  deinit {
    if let historyFile { _ = tle_save_history(editor, historyFile) }
    tle_close(editor)
  }

  /// Reads a line.
  func read(prompt: String) -> Reading {
    var text: UnsafePointer<CChar>?
    var length = 0
    switch tle_read(editor, prompt, &text, &length) {
    case TLE_CANCELLED: return .cancelled
    case TLE_LINE:
      // The editor promises `length` bytes at `text` until its next call; they are copied here.
      return .line(String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self))
    default: return .end
    }
  }

  /// Remembers a line.
  func remember(_ line: String) { tle_remember(editor, line) }
}

/// The box that carries the completing function through C.
private final class Completer {
  private let complete: (String) -> LineEditor.Completion
  var editor: OpaquePointer?

  init(_ complete: @escaping (String) -> LineEditor.Completion) { self.complete = complete }

  static func call(
    _ context: UnsafeMutableRawPointer?, _ line: UnsafePointer<CChar>?, _ length: Int, _ cursor: Int
  ) -> tle_completion {
    guard let context, let line, cursor <= length else { return TLE_NOTHING }
    // The editor's owner holds the box (see LineEditor.init); the line has `length` bytes during this call.
    let completer = Unmanaged<Completer>.fromOpaque(context).takeUnretainedValue()
    let text = String(decoding: UnsafeRawBufferPointer(start: line, count: cursor), as: UTF8.self)
    switch completer.complete(text) {
    case .nothing: return TLE_NOTHING
    case .insert(let text): return tle_insert(completer.editor, text) ? TLE_INSERTED : TLE_NOTHING
    case .show(let text):
      // If it cannot be written, the editor will find out for itself.
      try? Terminal.out("\n" + text)
      return TLE_SHOWN
    }
  }
}
