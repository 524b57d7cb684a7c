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
    // The first descriptor that comes is the catalogue's; it is read when a plugin asks for the first time.
    guard let descriptor = worker.receiveDescriptors(1)?.first else { _exit(EX_OK) }
    let catalogue = CatalogueSource { openCatalogue(contents(of: descriptor)) }
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
    }
  }

  private static func contents(of descriptor: Int32) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: status.st_size)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        // Slicing checks the bounds; the pointer does not leave the closure.
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        return pread(descriptor, rest.baseAddress, rest.count, done)
      }
      if count == 0 || (count < 0 && errno != EINTR) { return [] }
      done += max(0, count)
    }
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
