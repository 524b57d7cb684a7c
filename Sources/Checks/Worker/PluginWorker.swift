import Frames
import Glibc
import Lua
import Workers

/// The life of a worker process: it seals itself, and then does what its host asks until the host wants no more.
public enum PluginWorker {
  /// Serves a host. It is the whole of a worker's life, so it never returns.
  /// - Parameters:
  ///   - arguments: what stands behind the word that makes a worker.
  ///   - openCatalogue: makes a catalogue of the bytes that the host hands over for that.
  public static func serve(
    _ arguments: [String], openCatalogue: @escaping @Sendable ([UInt8]) -> CatalogueAccess
  ) -> Never {
    let worker = SealedWorker(arguments)
    let asking = Asking(worker)
    let catalogue = CatalogueSource { openCatalogue(asking.catalogue()) }
    var session: SessionState?
    while let message = worker.receive() {
      do throws(FrameError) {
        guard let request = try WorkerRequest.read(message, catalogue: catalogue, worker.receiveDescriptors) else {
          break
        }
        perform(request, worker, catalogue, &session)
      } catch {
        // Host and worker are one program, so this is a fault of ours.
        _exit(EX_SOFTWARE)
      }
    }
    _exit(EX_OK)
  }

  private static func perform(
    _ request: WorkerRequest, _ worker: SealedWorker, _ catalogue: CatalogueSource, _ session: inout SessionState?
  ) {
    switch request {
    case .evaluate(let script):
      worker.begin(WorkerPosition(task: 0))
      let value = Result { () throws(LuaError) in try script.evaluate() }
      worker.end()
      worker.send(WorkerAnswer.value(value).frame)
    case .run(let work):
      work.run(telling: SendingListener(worker))
      worker.send(WorkerAnswer.done.frame)
    case .inspect(let work):
      worker.begin(WorkerPosition(task: 0))
      let files = work.run()
      worker.end()
      worker.send(WorkerAnswer.inspected(files).frame)
    case .converse(let input):
      worker.begin(WorkerPosition(task: 0))
      let value = Result { () throws(LuaError) in
        if let session { return try session.run(input.value) }
        let opened = try SessionState(input, catalogue, worker)
        session = opened
        return try opened.run(input.value)
      }
      worker.end()
      worker.send(WorkerAnswer.value(value).frame)
    }
  }
}

extension SessionState {
  fileprivate convenience init(
    _ input: SessionInput, _ catalogue: CatalogueSource, _ worker: SealedWorker
  ) throws(LuaError) {
    func show(_ answer: WorkerAnswer) {
      worker.send(answer.frame)
      // Somebody is looking on.
      worker.flush()
    }
    try self.init(
      limits: input.limits, language: input.language, catalogue: catalogue,
      Host(
        print: { show(.event(.printed($0))) }, note: { show(.noted($0)) },
        ask: { question in
          worker.send(WorkerAnswer.asked(question).frame)
          guard let message = worker.receive() else { _exit(EX_OK) }
          // Host and worker are one program, so what cannot be read is a fault of ours.
          guard let reply = try? SessionReply.read(message, worker.receiveDescriptors) else { _exit(EX_SOFTWARE) }
          return reply
        }))
  }
}

/// Asks the host for the catalogue. Unchecked because a worker has one thread (its seal forbids another), and the closure that holds
/// this object runs on it.
private final class Asking: @unchecked Sendable {
  private let worker: SealedWorker

  init(_ worker: SealedWorker) { self.worker = worker }

  func catalogue() -> [UInt8] {
    worker.send(WorkerAnswer.catalogueWanted.frame)
    worker.flush()
    guard let descriptor = worker.receiveDescriptors(1)?.first, let bytes = SealedWorker.contents(of: descriptor) else {
      // The host is gone.
      _exit(EX_OK)
    }
    close(descriptor)
    return bytes
  }
}

/// Tells the host what happens.
private final class SendingListener: RunListener {
  private let worker: SealedWorker

  init(_ worker: SealedWorker) { self.worker = worker }

  func take(_ event: RunEvent) { worker.send(WorkerAnswer.event(event).frame) }

  func begin(_ position: RunPosition) {
    worker.begin(
      WorkerPosition(
        task: position.check.map { $0 + 1 } ?? 0, source: position.source, file: position.file, line: position.line))
  }

  func end() { worker.end() }

  func read(source: Int, file: Int) { worker.move(source: source, file: file) }

  func watch(_ checks: [Int]) -> CallWatch? { worker.watch(tasks: checks.map { $0 + 1 }) }
}
