import CLuaBridge
public import CRecords

/// Records of one source on their way into Lua, flat: as many cells a record as the source has columns.
public protocol LuaBatch {
  /// The number of records.
  var count: Int { get }
  /// The number of cells of each.
  var columnCount: Int { get }
  /// The cells, record by record. The texts among them name bytes of ``text``.
  var cells: [tr_cell] { get }
  /// The line of each record, 0 for none.
  var lines: [UInt32] { get }
  /// The bytes that the cells name.
  var text: [UInt8] { get }
}

/// Who is told of each call of a test: C functions, because the calls are many.
public struct LuaWatch {
  let raw: tl_watch

  /// - Parameters:
  ///   - begin: is called before a test with `context`, its position in the pass, and the line of the record.
  ///   - end: is called with `context` after it.
  ///   - context: what both are given. It must live as long as the pass.
  public init(
    begin: @escaping @convention(c) (UnsafeMutableRawPointer?, UInt32, UInt32) -> Void,
    end: @escaping @convention(c) (UnsafeMutableRawPointer?) -> Void, context: UnsafeMutableRawPointer?
  ) {
    raw = tl_watch(begin: begin, end: end, context: context)
  }
}

/// Several tests over the records of a source, batch by batch: each record meets every test, one after the other. Outcomes that
/// nobody wants to be told are counted without leaving C. If no test can change what another call would find, one that was shown the same
/// values before is not even called.
public struct LuaPass: ~Copyable {
  /// Why the pass stopped.
  public enum Stop {
    /// The batch has been run through.
    case end
    /// A test returned outcomes that are to be told.
    case outcomes
    /// A test did not return outcomes. It ended the state if the error is fatal.
    case failed(LuaError)
    /// A test has used more processor time than was known.
    case time
  }

  private let tests: UnsafeMutableBufferPointer<tl_pass_test>
  private var raw: tl_pass

  /// Makes a pass of tests that run in this order.
  public init(_ tests: [LuaTest], over source: LuaSource, watch: LuaWatch?) {
    // Owned by this value alone, which is not copied, and given back in deinit; C keeps no pointer beyond a call.
    self.tests = .allocate(capacity: tests.count)
    for (index, test) in tests.enumerated() {
      var empty = tl_pass_test()
      empty.test = test.raw
      empty.told = .max
      self.tests.initializeElement(at: index, to: empty)
    }
    raw = tl_pass()
    raw.tests = self.tests.baseAddress
    raw.count = tests.count
    raw.source = source.reference
    if let watch { raw.watch = watch.raw }
  }

  deinit {
    var raw = raw
    tl_end_pass(&raw)
    tests.deinitialize()
    tests.deallocate()
  }

  /// The record of the batch that the pass stopped at.
  public var row: Int { raw.row }
  /// The position of the test that it stopped at.
  public var test: Int { raw.test }

  /// Begins with a new batch.
  public mutating func begin() {
    raw.row = 0
    raw.test = 0
    raw.has_begun_row = false
  }

  /// Goes on behind the test that the pass stopped at.
  public mutating func goOn() { tl_pass_on(&raw) }

  /// Says of which outcomes a test's are told; of the others only the number is kept. At first it is all of them.
  public mutating func tell(_ test: Int, _ codes: (Int) -> Bool) {
    tests[test].told = (0..<8).reduce(0) { $0 | (codes($1) ? 1 << $1 : 0) }
  }

  /// Calls a test no more.
  public mutating func end(_ test: Int) { tests[test].is_over = true }

  /// The processor time in seconds that a test has taken, to an eighth of what one call may take.
  public func seconds(of test: Int) -> Double { tests[test].seconds }

  /// Hands out how often a test returned which outcome without being told, and counts from 0 again.
  public mutating func takeCounts(of test: Int, _ body: (_ code: Int, _ count: Int) -> Void) {
    let counts = tests[test].counts
    tests[test].counts = tl_pass_test().counts
    withUnsafeBytes(of: counts) { bytes in
      // The C array of counts, seen as what it is.
      for (code, count) in bytes.assumingMemoryBound(to: UInt64.self).enumerated() where count > 0 {
        body(code, Int(count))
      }
    }
  }

  fileprivate mutating func run(
    _ state: OpaquePointer, _ batch: some LuaBatch, first: Int, _ result: inout tl_result
  ) -> tl_stop {
    precondition(batch.cells.count >= batch.count * batch.columnCount && batch.lines.count >= batch.count)
    var status = TL_OK  // a state remembers its last error itself
    return batch.cells.withUnsafeBufferPointer { cells in
      batch.lines.withUnsafeBufferPointer { lines in
        batch.text.withCharacters { text, length in
          // C reads the records within this call only.
          var raw = tl_batch(
            cells: cells.baseAddress, columns: batch.columnCount, count: batch.count, lines: lines.baseAddress,
            text: text,
            text_length: length, first: UInt32(truncatingIfNeeded: first))
          return tl_run_pass(state, &self.raw, &raw, &status, &result)
        }
      }
    }
  }
}

extension LuaState {
  /// Runs a pass over a batch until something is to be told.
  /// - Parameters:
  ///   - first: the number of the batch's first record, counted from 1 within the source.
  ///   - body: is handed the outcomes to be told, if the pass stops for them.
  public func run(
    _ pass: inout LuaPass, _ batch: some LuaBatch, first: Int, _ body: (LuaOutcome) -> Void
  ) -> LuaPass.Stop {
    var result = tl_result()
    switch pass.run(state, batch, first: first, &result) {
    case TL_STOP_OUTCOME:
      handOut(result, body)
      return .outcomes
    case TL_STOP_ERROR:
      return .failed(error())
    case TL_STOP_TIME: return .time
    default: return .end
    }
  }
}
