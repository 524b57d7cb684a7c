import Compliance
import SiteData
import Testing

/// What `grants:` of a site's settings gives, and everything that is said about a bad one.
@Suite struct GrantSettingsTests {
  private static let hash = String(repeating: "0123456789abcdef", count: 4)

  @Test func everythingInTheFileIsRead() throws {
    let grants = try read(
      """
      grants:
        wireless-lan:
          plugin_sha256: \(Self.hash)
          paths: [/etc/hostapd/*.conf, '/etc/ssh/sshd_config']
          commands:
            - [iw, dev]
            - command: [/usr/sbin/smartctl, -a, "/dev/sda"]
              timeout_seconds: 90.5
              output_mib: 2
              accept_status: [0, 4]
      """)
    let grant = try #require(PluginID("wireless-lan").flatMap { grants[$0] })
    #expect(grant.pluginSHA256 == Self.hash)
    #expect(grant.place == place(4, 3))
    #expect(
      grant.paths == [
        PluginGrant.Path("/etc/hostapd/*.conf", at: place(6, 13)),
        PluginGrant.Path("/etc/ssh/sshd_config", at: place(6, 34)),
      ])
    #expect(
      grant.commands == [
        PluginGrant.Command(["iw", "dev"], timeoutSeconds: 30, outputMiB: 64, acceptedStatus: [0], at: place(8, 9)),
        PluginGrant.Command(
          ["/usr/sbin/smartctl", "-a", "/dev/sda"], timeoutSeconds: 90.5, outputMiB: 2, acceptedStatus: [0, 4],
          at: place(9, 9)),
      ])
  }

  @Test func allProblemsAreToldAtOnce() throws {
    #expect(
      try problems(
        """
        grants:
          Wireless: {plugin_sha256: \(Self.hash), paths: [/a]}
          a: {paths: [/a], comands: [[iw]]}
          b: {plugin_sha256: \(Self.hash)}
          c: {plugin_sha256: ABC, paths: [etc/passwd, /etc/../etc/x, '/etc/*/x', /a, /a, '/']}
          d:
            plugin_sha256: \(Self.hash)
            commands:
              - iw dev
              - []
              - [./run]
              - [iw, ""]
              - {command: [iw], timeout_seconds: 0, output_mib: 0, accept_status: [], shell: true}
              - {timeout_seconds: 1}
              - [a, "\\e[2K"]
              - [ok]
              - [ok]
              - [[a]]
        """) == [
          "4:3: Expected the id of a plugin (lower-case words joined by hyphens, such as wireless-lan), "
            + "but found ‘Wireless’.",
          "5:6: The key ‘plugin_sha256’ is missing.",
          "5:20: Unknown key ‘comands’. Did you mean ‘commands’?",
          "6:3: Neither ‘paths’ nor ‘commands’ is given. Give one, or remove this plugin's grants.",
          "7:22: Expected the SHA-256 of the plugin when this was granted (64 lower-case hexadecimal digits; "
            + "‘tenken plugin check’ shows it), but found ‘ABC’.",
          "7:35: Expected an absolute path (such as /etc/ssh/sshd_config; * and ? may stand in the file name only), "
            + "but found ‘etc/passwd’.",
          "7:47: Expected an absolute path (such as /etc/ssh/sshd_config; * and ? may stand in the file name only), "
            + "but found ‘/etc/../etc/x’.",
          "7:62: Expected an absolute path (such as /etc/ssh/sshd_config; * and ? may stand in the file name only), "
            + "but found ‘/etc/*/x’.",
          "7:78: ‘/a’ is granted twice (first at tenken.yaml:7:74). Remove one of them.",
          "7:82: Expected an absolute path (such as /etc/ssh/sshd_config; * and ? may stand in the file name only), "
            + "but found ‘/’.",
          "11:9: Write a command as the list of its arguments, since no shell is used: [iw, dev]",
          "12:9: The list is empty. Write at least one item.",
          "13:9: This cannot be a command. Give the program by its name or absolute path, and no argument with "
            + "characters that cannot be seen.",
          "14:14: Expected text, but there is nothing.",
          "15:42: Expected a number above 0, at most 3600 (without quotes), but found ‘0’.",
          "15:57: Expected a whole number from 1 to 1024 (without quotes), but found ‘0’.",
          "15:75: The list is empty. Write at least one item.",
          "15:79: Unknown key ‘shell’. Keys that can be used here: command, timeout_seconds, output_mib, accept_status",
          "16:9: The key ‘command’ is missing.",
          "17:9: This cannot be a command. Give the program by its name or absolute path, and no argument with "
            + "characters that cannot be seen.",
          "19:9: ‘$ ok’ is granted twice (first at tenken.yaml:18:9). Remove one of them.",
          "20:10: Expected text, but found a list.",
        ])
  }

  @Test(arguments: [
    ("/etc/ssh/sshd_config", "/etc/ssh/sshd_config", true), ("/etc/ssh/*", "/etc/ssh/sshd_config", true),
    ("/etc/ssh/*", "/etc/ssh/keys/a", false), ("/etc/ssh/*", "/etc/ssh", false), ("/etc/*", "/etc/.hidden", false),
    ("/etc/ssh/*.conf", "/etc/ssh/a.conf", true), ("/etc/ssh/*.conf", "/etc/ssh/a.key", false),
    // What another pattern would match is not known.
    ("/etc/ssh/*", "/etc/ssh/*.conf", false), ("/etc/ssh/*.conf", "/etc/ssh/*.conf", true),
    ("/etc/ssh/a", "/etc/ssh/?", false), ("/*", "/x", true), ("/a/x", "/b/x", false),
  ])
  func aGrantedPathCoversWhatItNames(granted: String, asked: String, covers: Bool) {
    let grant = PluginGrant(
      pluginSHA256: Self.hash, paths: [PluginGrant.Path(granted, at: place(1, 1))], at: place(1, 1))
    #expect(grant.covers(.path(asked)) == covers)
    #expect(grant.covers(.data("x")))
  }

  @Test(arguments: [
    (["iw", "dev"], true), (["iw"], false), (["iw", "dev", "wlan0"], false), (["iw", "DEV"], false),
    (["/usr/sbin/iw", "dev"], false),
  ])
  func aGrantedCommandIsThatOneWordForWord(asked: [String], covers: Bool) {
    let grant = PluginGrant(
      pluginSHA256: Self.hash, commands: [PluginGrant.Command(["iw", "dev"], at: place(1, 1))], at: place(1, 1))
    #expect(grant.covers(.command(asked)) == covers)
  }

  private func read(_ text: String) throws(Problems) -> [PluginID: PluginGrant] {
    try SiteSettings.read(file: "tenken.yaml", bytes: Array("name: x\nguidelines: [a]\n\(text)\n".utf8)).grants
  }

  private func problems(_ text: String) throws -> [String] {
    let problems = try #require(throws: Problems.self) { try read(text) }
    return problems.all.map { String($0.line(in: .en).dropFirst("tenken.yaml:".count)) }
  }

  private func place(_ line: Int, _ column: Int) -> Place { Place(file: "tenken.yaml", line: line, column: column) }
}
