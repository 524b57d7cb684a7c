import Glibc

/// The units of a site's timer in a folder of systemd: what they are called, and where they are.
struct TimerUnits {
  /// The name of both without its ending: the last part of the site's path for people, and a hash of the path, so that sites have
  /// units of their own.
  let name: String
  /// The folder.
  let folder: String
  /// Whether they are a person's own and not the machine's.
  let isUsers: Bool

  /// The folder of the units of the machine's administrator (systemd.unit(5)).
  static let systemFolder = "/etc/systemd/system"

  /// The folder of a person's own units.
  static var userFolder: String {
    let configuration = Terminal.value("XDG_CONFIG_HOME")
    return (configuration.hasPrefix("/") ? configuration : "\(Terminal.value("HOME"))/.config") + "/systemd/user"
  }

  /// - Parameter folder: another folder than systemd's own.
  init(site: String, isUsers: Bool, folder: String? = nil) {
    name = Self.name(of: site)
    self.isUsers = isUsers
    self.folder = folder ?? (isUsers ? Self.userFolder : Self.systemFolder)
  }

  /// The service and the timer.
  var files: [String] { ["\(folder)/\(name).service", "\(folder)/\(name).timer"] }

  /// systemctl(1) with the arguments that say whose units are meant.
  var systemctl: [String] { ["systemctl"] + (isUsers ? ["--user"] : []) }

  private static func name(of site: String) -> String {
    let part = site.split(separator: "/").last.map(String.init) ?? ""
    let readable = part.lowercased().utf8.filter { isalnum(Int32($0)) != 0 && $0 < 0x80 || $0 == UInt8(ascii: "-") }
    // FNV-1a, 32 bits.
    let hash = site.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    let words = [
      "tenken", String(decoding: readable, as: UTF8.self), String(repeating: "0", count: 8 - digits.count) + digits,
    ]
    return words.filter { !$0.isEmpty }.joined(separator: "-")
  }
}
