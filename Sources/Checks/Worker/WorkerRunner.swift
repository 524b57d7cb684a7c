import Compliance
import Frames
import Lua
import SiteData
import Wording
import Workers

/// Runs each plugin in a process of its own that can open no file, no socket and no program.
///
/// A worker that ends before its work is done costs the check it was at; what was found before is kept. The checks that have no result
/// yet go on in another worker, unless the first has shown that nothing of it is to be believed.
public struct WorkerRunner: PluginRunner {
  let program: WorkerProgram
  let catalogue: SharedBytes
  private let standby: StandbyWorker?
  private var slots = WorkerSlots(1)
  private var sliceSize = FileSlice.size

  /// Makes a runner.
  /// - Parameters:
  ///   - program: what workers run.
  ///   - catalogue: the bytes of which a worker makes the catalogue when a plugin asks for it.
  ///   - standby: a worker that has been started already, for the first work that it is right for.
  public init(
    _ program: WorkerProgram = .own, catalogue: SharedBytes, standby: StandbyWorker? = nil
  ) {
    self.program = program
    self.catalogue = catalogue
    self.standby = standby
  }

  private func start(_ limits: WorkerLimits) throws(WorkerFailure) -> WorkerProcess {
    if let worker = standby?.take(limits) { return worker }
    return try WorkerProcess(program, limits)
  }

  /// The same runner with so many workers at a time that run jobs. Large files are read by as many of them as are free.
  public func using(workers: Int) -> WorkerRunner { using(workers: workers, sliceSize: sliceSize) }

  /// The same with slices of another size.
  func using(workers: Int, sliceSize: Int) -> WorkerRunner {
    var runner = self
    runner.slots = WorkerSlots(max(1, workers))
    runner.sliceSize = sliceSize
    return runner
  }

  // MARK: - Scripts

  /// Runs a file in a worker of its own.
  public func evaluate(_ script: PluginScript) -> Result<LuaValue, ScriptFailure> {
    let worker: WorkerProcess
    do throws(WorkerFailure) { worker = try start(WorkerLimits(script.limits)) } catch {
      return .failure(ScriptFailure(Wording.workerNotStarted(errno: error.number)))
    }
    _ = send(.evaluate(script), to: worker)
    var conversation = Conversation(worker, catalogue)
    while true {
      switch conversation.next() {
      case .answer(.value(let result)):
        if conversation.hasAsked { script.catalogue.noteAsked() }
        return result.mapError { ScriptFailure($0, script.limits) }
      case .answer: worker.stop(.lied)
      case .ended(let end): return .failure(ScriptFailure(Wording.workerEnded(end, script.limits)))
      }
    }
  }

  // MARK: - Files

  /// Reads files in a worker of its own, as checks would, and says how they were understood.
  /// - Parameter limits: what a plugin may use up; reading them may take as long as all of it.
  public func inspect(_ work: InspectionWork, _ limits: LuaLimits) -> Result<[SourceInspection], ScriptFailure> {
    var limits = limits
    limits.callSeconds = limits.totalSeconds
    let worker: WorkerProcess
    do throws(WorkerFailure) { worker = try start(WorkerLimits(limits)) } catch {
      return .failure(ScriptFailure(Wording.workerNotStarted(errno: error.number)))
    }
    _ = send(.inspect(work), to: worker)
    var conversation = Conversation(worker, catalogue)
    while true {
      switch conversation.next() {
      case .answer(.inspected(let files)): return .success(files)
      case .answer: worker.stop(.lied)
      case .ended(let end): return .failure(ScriptFailure(Wording.workerEnded(end, limits)))
      }
    }
  }

  // MARK: - Jobs

  /// Runs a job in a worker, or in several if workers end early.
  public func run(_ job: PluginJob) -> PluginRun {
    let (settled, open) = job.withData()
    var assembly = RunAssembly(open, of: job)
    for source in unique(open.filter { $0.call == .each }.map(\.source)) { runSliced(job, open, source, &assembly) }
    // All workers of a plugin share its time, or one that ends its worker again and again would have no end.
    var seconds = job.limits.totalSeconds
    while !assembly.unsettled.isEmpty {
      let left = assembly.unsettled
      guard seconds > 0 else {
        let text = Wording.workerTotalTooLong(seconds: job.limits.totalSeconds)
        for check in left { assembly.stop(check, Problem(at: open[check].place, text)) }
        break
      }
      for check in left { assembly.restart(check) }
      slots.use { seconds -= attempt(job, open, left, seconds, &assembly) }
    }
    return assembly.run(of: job, settled)
  }

  /// Lets one worker run the checks that are left; at least one of them has a result afterwards.
  /// - Parameter seconds: the processor time that it may take.
  /// - Returns: the processor time that it took.
  private func attempt(
    _ job: PluginJob, _ open: [PluginCheck], _ left: [Int], _ seconds: Double, _ assembly: inout RunAssembly
  ) -> Double {
    let work = job.work(left.map { open[$0] }, secondsLeft: seconds)
    let longestCall = work.tests.map(\.seconds.call).max() ?? 0
    var remaining = job.limits
    remaining.totalSeconds = seconds
    let worker: WorkerProcess
    do throws(WorkerFailure) { worker = try start(WorkerLimits(remaining, longestCall: longestCall)) } catch {
      let text = Wording.workerNotStarted(errno: error.number)
      for check in left { assembly.stop(check, Problem(at: open[check].place, text)) }
      return 0
    }
    _ = send(.run(work), to: worker)
    var conversation = Conversation(worker, catalogue)
    defer { if worker.seal?.landlock == 0 { assembly.lacksLandlock = true } }
    while true {
      switch conversation.next() {
      case .answer(.event(let event)):
        do throws(RunAssembly.Contradiction) {
          try assembly.take(event.moved { left.indices.contains($0) ? left[$0] : -1 })
        } catch {
          worker.stop(.lied)
        }
      case .answer(.done) where !left.contains(where: assembly.isOpen): return worker.secondsUsed
      case .answer: worker.stop(.lied)
      case .ended(let end):
        stop(left.filter(assembly.isOpen), of: open, &assembly, work, worker.position, left, end, job.limits)
        return worker.secondsUsed
      }
    }
  }

  // MARK: - Large files

  /// Runs the checks that are called with each record of a source over its slices, if it is large; those that are settled so need
  /// nothing else.
  private func runSliced(_ job: PluginJob, _ open: [PluginCheck], _ source: String, _ assembly: inout RunAssembly) {
    let positions = open.indices.filter { open[$0].call == .each && open[$0].source == source }
    let checks = positions.map { open[$0] }
    guard let slices = SliceRunner(job.work(checks), over: source, sliceSize: sliceSize),
      let outcome = slices.run(threads: slots.count, serve: { serve(checks, of: job, $0) })
    else { return }
    if outcome.lacksLandlock { assembly.lacksLandlock = true }
    for (position, result) in zip(positions, outcome.checks) {
      assembly.settle(position, result.settlement, result.findings)
    }
  }

  /// Runs slices on one worker, one after the other.
  /// - Returns: false if one did not come to a plain end.
  private func serve(_ checks: [PluginCheck], of job: PluginJob, _ next: () -> SliceTask?) -> Bool {
    var worker: WorkerProcess?
    while let task = next() {
      slots.enter()
      defer { slots.leave() }
      let limits = WorkerLimits(job.limits, longestCall: task.work.tests.map(\.seconds.call).max() ?? 0)
      if worker == nil { worker = try? start(limits) }
      guard let worker, send(.run(task.work), to: worker) else { return false }
      var slice = SliceAssembly(checks, of: job)
      var conversation = Conversation(worker, catalogue)
      reading: while true {
        switch conversation.next() {
        case .answer(.event(let event)): if !slice.take(event) { return false }
        case .answer(.done): break reading
        case .answer, .ended: return false
        }
      }
      guard let result = slice.result() else { return false }
      task.put(result, worker.seal?.landlock == 0)
    }
    return true
  }

  private func stop(
    _ unsettled: [Int], of open: [PluginCheck], _ assembly: inout RunAssembly, _ work: PluginWork,
    _ position: WorkerPosition?, _ left: [Int], _ end: WorkerEnd, _ limits: LuaLimits
  ) {
    let task = position.map { $0.task - 1 }.flatMap { left.indices.contains($0) ? $0 : nil }
    let current = task.map { left[$0] }
    var limits = limits
    if let task { limits.callSeconds = work.tests[task].seconds.call }
    let reason = Wording.workerEnded(end, limits)
    for check in unsettled where !end.isOfOneCheck || current == nil || check == current {
      let record = check == current ? position.flatMap(work.place) : nil
      let text = Wording.checkStopped(reason, record)
      let kept = assembly.foundCount(check)
      assembly.stop(
        check,
        Problem(
          at: open[check].place, kept == 0 ? text : Wording.sentences([text, Wording.findingsIncomplete(kept)])))
    }
  }

  private func send(_ request: WorkerRequest, to worker: WorkerProcess) -> Bool {
    worker.send(request.message, descriptors: request.descriptors)
  }
}

/// The answers of one worker, as far as they are answers. It may ask for the catalogue once.
struct Conversation {
  enum Turn {
    case answer(WorkerAnswer)
    case ended(WorkerEnd)
  }

  let worker: WorkerProcess
  private let catalogue: SharedBytes
  private(set) var hasAsked = false

  init(_ worker: WorkerProcess, _ catalogue: SharedBytes) {
    self.worker = worker
    self.catalogue = catalogue
  }

  mutating func next() -> Turn {
    while true {
      switch worker.receive() {
      case .ended(let end): return .ended(end)
      case .message(let message):
        do {
          let answer = try WorkerAnswer(frame: message)
          guard case .catalogueWanted = answer, !hasAsked else { return .answer(answer) }
          hasAsked = true
          _ = worker.send(descriptors: [try catalogue.descriptor()])
        } catch is WorkerFailure {
          worker.stop(.stoodStill)
        } catch {
          worker.stop(.lied)
        }
      }
    }
  }
}

extension WorkerEnd {
  /// Whether only the check that ran is to blame, and the others may try again.
  fileprivate var isOfOneCheck: Bool {
    switch self {
    case .callTooLong, .crashed, .stoodStill: true
    case .totalTooLong, .forbidden, .left, .lied, .notSealed, .dismissed: false
    }
  }
}

extension StandbyWorker {
  /// Starts a worker for plugins that may use up so much.
  public convenience init(_ program: WorkerProgram = .own, for limits: LuaLimits) {
    self.init(program, WorkerLimits(limits))
  }
}

extension WorkerLimits {
  /// The process's limits: what Lua may have, and beyond that what the host's own part of the work takes. Lua's own limits come first
  /// and give the better errors; these come where those cannot.
  init(_ limits: LuaLimits, longestCall: Double = 0) {
    let call = max(limits.callSeconds, longestCall)
    // A call is stopped in Lua up to an eighth late: see deadline.c.
    let late = max(1, call / 4)
    self.init(
      memory: limits.memory + 256 << 20, callSeconds: call + late, totalSeconds: limits.totalSeconds + late)
  }
}

extension PluginWork {
  /// The place of the record that a worker was at, by its own account.
  fileprivate func place(of position: WorkerPosition) -> Place? {
    guard position.line > 0, sourceIDs.indices.contains(position.source) else { return nil }
    let id = sourceIDs[position.source]
    switch inputs[id] {
    case .files(let files)? where files.indices.contains(position.file):
      return Place(file: files[position.file].name, line: position.line)
    case .rows?: return Place(file: id, line: position.line)
    default: return nil
    }
  }
}

extension RunEvent {
  /// The event with the positions of checks as another list counts them.
  fileprivate func moved(_ position: (Int) -> Int) -> RunEvent {
    switch self {
    case .found(let check, let finding): .found(position(check), finding)
    case .restarted(let check): .restarted(position(check))
    case .settled(let check, let settlement): .settled(position(check), settlement)
    case .sliceEnded, .printed, .ran: self
    }
  }
}
