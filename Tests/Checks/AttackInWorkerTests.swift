import Attacks
import Compliance
import SiteData
import Testing

@testable import Checks
@testable import Lua

/// The hostile scripts again, as plugins in workers: each costs its own result, and the neighbours' stay the same to the letter.
@Suite(.timeLimit(.minutes(10 * Int(patience)))) struct AttackInWorkerTests {
  private func limits(_ attack: Attack) -> LuaLimits {
    var limits = LuaLimits()
    limits.memory = attack.memory
    limits.callSeconds = 0.05 * patience
    return limits
  }

  private func script(_ attack: Attack) throws -> PluginScript {
    var files: [String: [UInt8]] = [PluginFiles.mainFile: Array(attack.script.utf8)]
    for (name, source) in Attack.modules { files["\(name).lua"] = Array(source.utf8) }
    let plugin = PluginFiles(id: try trialID(), folder: "Plugins/trial", files: files, sha256: "")
    return PluginScript(main: plugin, limits: limits(attack), catalogue: .byID(.empty))
  }

  @Test(arguments: Attack.all)
  func `the file of a plugin ends in a worker as it ends in the host`(attack: Attack) throws {
    let confined = try workers().evaluate(try script(attack))
    guard attack.endsInProcess else {
      guard case .failure(let failure) = confined else {
        Issue.record("it ended by itself")
        return
      }
      #expect(failure.text.en.contains("A library function did not return within the time limit"))
      return
    }
    // How these end depends on how far they come.
    if case .anything = attack.end { return }
    switch (InProcessRunner().evaluate(try script(attack)), confined) {
    case (.success(let host), .success(let worker)): #expect(host.typeName == worker.typeName)
    // The line at which a limit is met depends on how fast the machine is.
    case (.failure(let host), .failure(let worker)): #expect(host.text == worker.text && host.file == worker.file)
    default: Issue.record("one failed and the other did not: \(confined)")
    }
  }

  @Test(arguments: Attack.all)
  func `a check that attacks leaves its neighbours alone`(attack: Attack) throws {
    // What is no chunk by itself is an attack on loading only.
    guard !attack.script.hasPrefix("\u{1B}"), !attack.name.hasPrefix("stack-source") else { return }
    func source(_ body: String) -> String {
      trial(
        """
        a_before = check { each = devices, test = function(d) return pass("%s", d.name) end },
        m_attack = check { each = devices, test = function() \(body) end },
        z_after = check { all = devices, test = function(l) return pass("%d", #l) end },
        """)
    }
    let inputs = ["devices": JobInput.rows(named("A", "B"))]
    func results(_ body: String) throws -> [CheckRun] {
      let plugin = try load(source(body), modules: ["a.lua": "require 'b'", "b.lua": "require 'a'"])
      return try workers().run(try job(plugin, inputs, limits: limits(attack))).checks.map(\.anonymous)
    }
    let peaceful = try results("return pass()")
    let attacked = try results(attack.script)
    #expect(attacked.count == 3)
    #expect([attacked[0], attacked[2]] == [peaceful[0], peaceful[2]])
    if case .value = attack.end { return }
    if case .anything = attack.end { return }
    #expect(attacked[1].outcome == .error)
    #expect(attacked[1].problem != nil || !attacked[1].findings.isEmpty)
  }
}

extension CheckRun {
  /// The result without the time that it took and without the plugin's own hash.
  fileprivate var anonymous: CheckRun {
    CheckRun(
      check: check, outcome: outcome, counts: counts, findings: findings, problem: problem, sources: sources,
      pluginVersion: pluginVersion, pluginSHA256: "")
  }
}
