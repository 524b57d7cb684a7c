import Foundation
import Sweeps
import Testing

struct SweepLockTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "tenken-lock-\(UUID().uuidString)")
  private var path: String { folder.appending(path: "lock").path }

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  private func holder(of path: String) throws -> String? {
    do throws(SweepLock.Failure) {
      _ = try SweepLock(at: path, holder: "")
      return nil
    } catch {
      guard case .held(let holder) = error else { throw error }
      return holder
    }
  }

  @Test func aSecondTakerIsToldWhoHoldsIt() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lock = try SweepLock(at: path, holder: "pid 4711, 2026-11-20T09:00:00+09:00")
    #expect(try holder(of: path) == "pid 4711, 2026-11-20T09:00:00+09:00")
    // Asking did not take it away, nor change what is told.
    #expect(try holder(of: path) == "pid 4711, 2026-11-20T09:00:00+09:00")
    _ = consume lock
    #expect(try holder(of: path) == nil)
  }

  /// As a process has one that was forked by another thread and did not become its program yet.
  @Test func aCopyOfTheDescriptorDoesNotKeepTheLock() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lock = try SweepLock(at: path, holder: "the first")
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(Int32.init)
    let its = try #require(
      open.first { (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path })
    let copy = dup(its)
    defer { close(copy) }
    #expect(try holder(of: path) == "the first")
    _ = consume lock
    #expect(try holder(of: path) == nil)
  }

  @Test func theTextOfAnEarlierHolderIsReplacedAsAWhole() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try SweepLock(at: path, holder: "a sweep with a long name")
    let lock = try SweepLock(at: path, holder: "short")
    #expect(try holder(of: path) == "short")
    _ = consume lock
  }

  @Test func aKilledHolderHoldsNothing() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try SweepLock(at: path, holder: "the killed one")
      kill(getpid(), SIGKILL)
      _ = consume lock
    }
    // It did hold the lock: its text is there.
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "the killed one")
    #expect(try holder(of: path) == nil)
  }

  @Test func aLockThatCannotBeOpenedIsNoLock() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    func code(_ path: String) throws -> Int32? {
      do throws(SweepLock.Failure) {
        _ = try SweepLock(at: path, holder: "")
        return nil
      } catch {
        guard case .unavailable(let code) = error else { throw error }
        return code
      }
    }
    #expect(try code(folder.path) == EISDIR)
    #expect(try code(path + "/beneath") == ENOENT)
    try Data().write(to: URL(filePath: path))
    #expect(try code(path + "/beneath") == ENOTDIR)
    // A link could let the lock overwrite somebody's file.
    try FileManager.default.createSymbolicLink(atPath: path + "-link", withDestinationPath: path)
    #expect(try code(path + "-link") == ELOOP)
  }
}
