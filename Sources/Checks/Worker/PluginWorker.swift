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
    while let message = worker.receive() {
      do throws(FrameError) {
        guard let request = try WorkerRequest.read(message, catalogue: catalogue, worker.receiveDescriptors) else {
          break
        }
        perform(request, worker)
      } catch {
        // Host and worker are one program, so this is a fault of ours.
        _exit(EX_SOFTWARE)
      }
    }
    _exit(EX_OK)
  }

  private static func perform(_ request: WorkerRequest, _ worker: SealedWorker) {
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
    }
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
}
