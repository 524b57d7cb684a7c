import Checks
import Compliance
import Lua
public import SiteData
public import Workers

extension SiteLimits {
  /// The limits as the plugin's host knows them.
  var luaLimits: LuaLimits {
    var limits = LuaLimits()
    limits.callSeconds = callSeconds
    limits.checkSeconds = checkSeconds
    limits.totalSeconds = pluginSeconds
    limits.memory = memoryMiB << 20
    limits.string = stringMiB << 20
    limits.message = messageKiB << 10
    limits.log = logKiB << 10
    return limits
  }
}

extension SiteSettings {
  /// Starts a worker that is right for most plugins, so that it is there by the time one is to run.
  public func standbyWorker() -> StandbyWorker { StandbyWorker(for: usualLimits.luaLimits) }

  /// The checks that the site gives other times than their plugin.
  func seconds(of checks: [PluginCheck]) -> [CheckID: CheckSeconds] {
    var seconds: [CheckID: CheckSeconds] = [:]
    for check in checks {
      let id = check.check.id
      guard let name = id.name, plugins[id.plugin]?.checkLimits[name] != nil else { continue }
      let limits = limits(for: id)
      seconds[id] = CheckSeconds(call: limits.callSeconds, all: limits.checkSeconds)
    }
    return seconds
  }
}
