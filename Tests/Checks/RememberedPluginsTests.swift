import Compliance
import SiteData
import Synchronization
import Testing
import Workers

@testable import Checks
@testable import Frames
@testable import Lua

/// What a plugin declared is taken for what it declares as long as nothing that it depends on has changed.
struct RememberedPluginsTests {
  private final class Store: Sendable {
    /// As bytes, as they are kept between two runs of the command.
    private let kept = Mutex<[[String]: [UInt8]]>([:])
    var plugins: RememberedPlugins {
      RememberedPlugins(
        manifest: { key in self.kept.withLock { $0[key] }.flatMap { try? PluginManifest(frame: $0) } },
        keep: { manifest, key in self.kept.withLock { $0[key] = manifest.frame } })
    }
    var count: Int { kept.withLock { $0.count } }
  }

  /// A program that is not there runs nothing, so that what loads with it was remembered.
  private func nobody() -> WorkerRunner {
    WorkerRunner(WorkerProgram(path: "/no/such", arguments: []), catalogue: SharedBytes { [] })
  }

  private func load(
    _ files: PluginFiles, _ runner: some PluginRunner, _ store: Store, limits: LuaLimits = LuaLimits(),
    catalogue: Catalogue? = nil
  ) throws(PluginProblem) -> Plugin {
    let small = (try? smallCatalogue()) ?? .empty
    return try PluginLoader.load(
      files, catalogue: .byID(catalogue ?? small), limits: limits, runner: runner, remembered: store.plugins)
  }

  @Test func `a plugin that has not changed is not run again, wherever it lies`() throws {
    let store = Store()
    let files = try files(soundPlugin)
    let first = try load(files, workers(), store)
    #expect(try load(files, nobody(), store) == first)
    let moved = PluginFiles(id: files.id, folder: "/srv/elsewhere", files: files.files, sha256: files.sha256)
    let again = try load(moved, nobody(), store)
    #expect(again == (try load(moved, InProcessRunner(), Store())))
    #expect(again.checks[0].place == Place(file: "/srv/elsewhere/plugin.lua", line: first.checks[0].place.line))
    #expect(store.count == 1)
  }

  @Test func `other code, other limits: run again`() throws {
    let store = Store()
    _ = try load(files(soundPlugin), workers(), store)
    var limits = LuaLimits()
    limits.memory /= 2
    #expect(throws: PluginProblem.self) { try load(files(soundPlugin), nobody(), store, limits: limits) }
    #expect(throws: PluginProblem.self) { try load(files(soundPlugin + " "), nobody(), store) }
  }

  @Test func `a requirement that is no more is found, though the plugin is known`() throws {
    let store = Store()
    _ = try load(files(soundPlugin), workers(), store)
    do {
      _ = try load(files(soundPlugin), workers(), store, catalogue: .empty)
      Issue.record("it loads")
    } catch let problem as PluginProblem {
      #expect(problem.problems.map(\.place) == [Place(file: "Plugins/trial/plugin.lua", line: 24, column: 24)])
    }
  }

  @Test func `what is refused is not kept, nor what asked the catalogue`() throws {
    let store = Store()
    #expect(throws: PluginProblem.self) { try load(files("error 'x'"), workers(), store) }
    let asking = soundPlugin.replacing(
      "return tenken.plugin", with: "local _ = tenken.catalogue:get('mhlw-5:6.5.C.12.3')\nreturn tenken.plugin")
    for runner in [try workers() as any PluginRunner, InProcessRunner()] { _ = try load(files(asking), runner, store) }
    #expect(store.count == 0)
  }
}
