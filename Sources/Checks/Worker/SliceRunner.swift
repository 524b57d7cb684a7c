import Compliance
import Lua
import SiteData
import Synchronization
import Workers

/// Runs some checks over one large file in slices, on several workers at a time, and hashes the file meanwhile.
///
/// The results are those of one pass over the file, or none: whatever happens that a slice cannot settle for itself (a worker that ends,
/// a limit that is met, something printed, a file that changes), the file is read in one piece by the code that knows what to do.
final class SliceRunner: Sendable {
  private let work: PluginWork
  private let source: String
  private let file: SourceFile
  private let declaration: SourceDeclaration
  private let sliceSize: Int
  private let version: SourceFile.Version
  private let state: Mutex<State>
  /// Counts the slices that wait, and then once for each thread.
  private let waiting = CountingSemaphore(0)

  private struct State {
    var slices: [FileSlice] = []
    var next = 0
    var results: [Int: SliceResult] = [:]
    var merged = 0
    var merge: SliceMerge
    var hasFailed = false
    var whole: (end: FilePosition, sha256: String)?
    var lacksLandlock = false
  }

  /// What all slices together gave.
  struct Outcome {
    let checks: [(settlement: Settlement, findings: [Finding])]
    let lacksLandlock: Bool
  }

  /// - Parameter work: the checks that are called with each record of the source, and no others.
  /// - Returns: nil if the source is not read in slices.
  init?(_ work: PluginWork, over source: String, sliceSize: Int) {
    guard case .files(let files)? = work.inputs[source], let declaration = work.declarations[source],
      !work.tests.contains(where: { $0.companions.contains { $0.source == source } }),
      SliceFinder(files, of: declaration, size: sliceSize) != nil, let version = files[0].version
    else { return nil }
    self.declaration = declaration
    self.sliceSize = sliceSize
    self.work = work
    self.source = source
    (file, self.version) = (files[0], version)
    state = Mutex(State(merge: SliceMerge(work.tests, over: source, work.quota)))
  }

  /// Runs all slices.
  /// - Parameters:
  ///   - threads: how many workers to use at a time.
  ///   - serve: runs works on one worker as long as it is given any; false if one of them did not come to a plain end.
  /// - Returns: nil if the file must be read in one piece.
  func run(
    threads: Int, serve: @escaping @Sendable (_ next: () -> SliceTask?) -> Bool
  ) -> Outcome? {
    let clock = ContinuousClock()
    let begun = clock.now
    // The first thread finds the slices; the others need none of it to begin, so that no order of them can be wrong.
    _ = mapOnThreads(Array(0...max(1, threads)), threads: max(1, threads) + 1) { role in
      if role == 0 {
        self.find(threads: threads)
      } else if !serve(self.take) {
        self.fail()
      }
    }
    let milliseconds = Int((clock.now - begun) / .milliseconds(1))
    return state.withLock { state in
      guard !state.hasFailed, state.merged == state.slices.count, let whole = state.whole, file.version == version,
        let checks = state.merge.results(
          upTo: whole.end, sha256: whole.sha256, limit: work.limits.totalSeconds, milliseconds: milliseconds)
      else { return nil }
      return Outcome(checks: checks, lacksLandlock: state.lacksLandlock)
    }
  }

  private func find(threads: Int) {
    var finder = SliceFinder([file], of: declaration, size: sliceSize)
    while let slice = finder?.next() {
      let goesOn = state.withLock { state in
        state.slices.append(slice)
        return !state.hasFailed
      }
      waiting.signal()
      if !goesOn { break }
    }
    let isOfUse = state.withLock { !$0.hasFailed }
    let whole = isOfUse ? finder?.finish() : nil
    state.withLock { state in
      state.whole = whole
      if whole == nil { state.hasFailed = true }
    }
    for _ in 0..<max(1, threads) { waiting.signal() }
  }

  /// The next slice to run; nil if there is none left, or no use.
  private func take() -> SliceTask? {
    waiting.wait()
    return state.withLock { state in
      guard !state.hasFailed, state.next < state.slices.count else { return nil }
      defer { state.next += 1 }
      var work = work
      work.slice = WorkSlice(source: source, slice: state.slices[state.next], quota: state.merge.quota)
      let number = state.next
      return SliceTask(work: work) { result, lacksLandlock in self.put(result, of: number, lacksLandlock) }
    }
  }

  private func put(_ result: SliceResult, of number: Int, _ lacksLandlock: Bool) {
    state.withLock { state in
      if lacksLandlock { state.lacksLandlock = true }
      state.results[number] = result
      // In the order of the file, so that no more results wait than there are workers.
      while let next = state.results.removeValue(forKey: state.merged) {
        if !state.merge.take(next, from: state.slices[state.merged].start) { state.hasFailed = true }
        state.merged += 1
      }
    }
  }

  private func fail() { state.withLock { $0.hasFailed = true } }
}

/// A slice to run, and what to do with its result.
struct SliceTask {
  let work: PluginWork
  let put: (SliceResult, _ lacksLandlock: Bool) -> Void
}

/// The answers about one slice, as far as they are plain.
struct SliceAssembly {
  private var assembly: RunAssembly
  private let count: Int
  private var end: FilePosition?
  private var seconds: [Double] = []

  init(_ checks: [PluginCheck], of job: PluginJob) {
    assembly = RunAssembly(checks, of: job)
    count = checks.count
  }

  /// Takes what happened; false if that is nothing for a slice.
  mutating func take(_ event: RunEvent) -> Bool {
    switch event {
    case .sliceEnded(let end, let seconds):
      guard self.end == nil, Set(seconds.keys) == Set(0..<count), seconds.values.allSatisfy({ $0 >= 0 }) else {
        return false
      }
      self.end = end
      self.seconds = (0..<count).map { seconds[$0] ?? 0 }
      return true
    case .restarted, .ran: return false
    case .printed(let text): return text.isEmpty
    case .found, .settled:
      do throws(RunAssembly.Contradiction) { try assembly.take(event) } catch { return false }
      return true
    }
  }

  /// The result, once the worker says that it is done; nil if something is missing.
  func result() -> SliceResult? {
    let checks = (0..<count).compactMap { index in
      let (settlement, findings) = assembly.result(index)
      return settlement.map { (settlement: $0, findings: findings) }
    }
    guard checks.count == count, let end else { return nil }
    return SliceResult(checks: checks, end: end, seconds: seconds)
  }
}
