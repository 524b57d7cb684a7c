import Testing

/// What is wrong with a site's settings is told all at once, with file, line and column, and nothing is run.
struct SettingsFaultTests {
  @Test func anUnknownKeyIsToldWithItsPlaceAndWhatWasMeant() throws {
    let site = try Site.small()
    try site.write("name: {ja: 小病院, en: Small}\nguidelines: [mhlw-5]\nlangauge: ja\n", to: "tenken.yaml")
    let run = try site.sweep("--only", "small")
    #expect(run.status == 65)
    #expect(run.err.contains("tenken.yaml:3:1: "))
    #expect(run.err.contains("language"))
    #expect(run.out.isEmpty)
    #expect(!site.exists(".tenken/history.sqlite"))
  }

  @Test func allFaultsAreToldAtOnce() throws {
    let site = try Site.small()
    try site.write(
      "guidelines: []\nlangauge: ja\ntime_zone: Asia/Tokio\nlimits: {call_seconds: soon}\ndeselect: [{id: A, reason: r}]\n",
      to: "tenken.yaml")
    let run = try site.sweep()
    #expect(run.status == 65)
    for line in 1...5 { #expect(run.err.contains("tenken.yaml:\(line):"), "line \(line)") }
    #expect(run.err.split(separator: "\n").allSatisfy { $0.hasPrefix("tenken: ") })
  }

  @Test func settingsThatFitNoPluginAreToldAtOnceToo() throws {
    let site = try Site.small()
    try site.write(
      """
      name: x
      guidelines: [mhlw-55]
      plugins:
        smal: {}
        wireless-lan:
          parameters: {no_such: 1}
          sources: {access-point: {file: a.csv}}
      deselect:
        - {id: wireless-lan/encrpytion, reason: r}

      """, to: "tenken.yaml")
    let run = try site.sweep()
    #expect(run.status == 65)
    for (line, meant) in [
      (2, "mhlw-5"), (4, "small"), (6, "no_such"), (7, "access-points"), (9, "wireless-lan/encryption"),
    ] {
      let told = run.err.split(separator: "\n").first { $0.contains("tenken.yaml:\(line):") }
      #expect(told?.contains(meant) == true, "line \(line): \(run.err)")
    }
  }
}
