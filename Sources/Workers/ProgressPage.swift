import CConfinement
import Glibc

/// The memory that a worker and its host share: how far the worker is, and what it has said but not yet written.
final class ProgressPage {
  fileprivate let page: OpaquePointer

  /// Maps the page of a descriptor.
  init(_ descriptor: Int32, isWritable: Bool) throws(WorkerFailure) {
    guard let page = tc_progress_map(descriptor, isWritable) else { throw WorkerFailure(number: errno) }
    self.page = page
  }

  // The mapping is this object's alone, and nothing keeps a pointer into it.
  deinit { tc_progress_unmap(page) }

  // MARK: - The worker's side

  func begin(_ position: WorkerPosition) {
    var raw = tc_position(
      calls: 0, task: UInt32(clamping: position.task), source: UInt32(clamping: position.source),
      file: UInt32(clamping: position.file), line: UInt32(clamping: position.line))
    tc_progress_begin(page, &raw)
  }

  func end() { tc_progress_end(page) }

  func move(source: Int, file: Int) { tc_progress_move(page, UInt32(clamping: source), UInt32(clamping: file)) }

  /// Adds bytes to what is pending; false if there is no room for them.
  func append(_ bytes: [UInt8]) -> Bool { tc_pending_append(page, bytes, bytes.count) }

  /// Hands out what is pending; it counts as written if `write` says so.
  func flush(_ write: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var length = 0
    let start = tc_pending_bytes(page, &length)
    // The page has `length` readable bytes there, which only this process writes, and the pointer does not leave the closure.
    guard write(UnsafeRawBufferPointer(start: start, count: length)) else { return false }
    tc_pending_flushed(page)
    return true
  }

  func passed(_ count: Int) { tc_pending_passed(page, count) }

  // MARK: - The host's side

  var position: tc_position { tc_progress_read(page) }

  /// The bytes of the worker's stream from an offset on that it did not live to write.
  func rest(after offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Int(TC_PENDING_CAPACITY)) { buffer, count in
      // The buffer has the capacity that the function never writes beyond.
      count = buffer.baseAddress.map { tc_pending_rest(page, UInt64(offset), $0) } ?? 0
    }
  }
}

/// C functions that note the begin and the end of calls on the page, for code that makes them by the million.
public final class CallWatch {
  // Holds the page mapped as long as C may write to it.
  private let page: ProgressPage
  private let tasks: UnsafeMutablePointer<UInt32>
  private let raw: UnsafeMutablePointer<tc_watch>

  init(_ page: ProgressPage, _ tasks: [Int]) {
    self.page = page
    // Owned by this object alone, and given back when it goes.
    self.tasks = .allocate(capacity: max(1, tasks.count))
    for (index, task) in tasks.enumerated() { self.tasks[index] = UInt32(clamping: task) }
    raw = .allocate(capacity: 1)
    raw.initialize(to: tc_watch(page: page.page, tasks: self.tasks))
  }

  deinit {
    raw.deallocate()
    tasks.deallocate()
  }

  /// Is called with ``context``, the position of the task in the list that the watch was made of, and a line.
  public var begin: @convention(c) (UnsafeMutableRawPointer?, UInt32, UInt32) -> Void { tc_watch_begin }
  /// Is called with ``context``.
  public var end: @convention(c) (UnsafeMutableRawPointer?) -> Void { tc_watch_end }
  /// What both are called with. It lives as long as this object.
  public var context: UnsafeMutableRawPointer { UnsafeMutableRawPointer(raw) }
}
