import Compliance
import Testing
import Wording

@testable import Reports

struct InspectionListingTests {
  private static let sources: [InspectedSource] = {
    guard let wireless = PluginID("wireless-lan"), let inventory = PluginID("iot-inventory") else { return [] }
    func column(
      _ name: String, _ header: String?, _ filled: Int, meant: String? = nil
    ) -> SourceInspection.Column {
      SourceInspection.Column(name: name, isOptional: true, header: header, meant: meant, filled: filled)
    }
    let ledger = SourceInspection(
      evidence: SourceEvidence(
        source: "access-points", file: "data/wireless/access-points.csv", sha256: "00", encoding: "CP932",
        records: 12, refused: 5, skipped: 2),
      hasHeader: true, headerLine: 3,
      columns: [
        column("name", "機器名", 12), column("encryption", "暗号化方式", 9),
        column("retired_on", nil, 0, meant: "撤去曰"), column("model", "型番", 0),
      ],
      unused: ["撤去曰", "備考", "購入日", "設置者の部署と連絡先の電話番号"],
      problems: [
        Problem(
          at: Place(file: "data/wireless/access-points.csv", line: 7),
          LocalizedText(ja: "「機器名」が空欄である。", en: "\"機器名\" is blank."))
      ], problemCount: 5)
    let settings = SourceInspection(
      evidence: SourceEvidence(
        source: "hostapd", file: "data/wireless/hostapd.conf", sha256: nil, encoding: "UTF-8", records: 2, refused: 0,
        skipped: 0),
      hasHeader: false, headerLine: nil, columns: [column("ssid", nil, 2), column("wpa", nil, 1)], unused: [],
      problems: [], problemCount: 0)
    func source(
      _ plugin: PluginID, _ id: String, _ title: LocalizedText, _ origin: String, _ state: InspectedSource.State
    ) -> InspectedSource {
      InspectedSource(plugin: plugin, id: id, title: title, origin: origin, state: state)
    }
    return [
      source(
        wireless, "access-points", LocalizedText(ja: "アクセスポイント台帳", en: "Access-point ledger"),
        "data/wireless/access-points.csv", .files([ledger])),
      source(
        wireless, "hostapd", LocalizedText(ja: "hostapdの設定", en: "hostapd settings"), "data/wireless/*.conf",
        .files([settings])),
      source(
        wireless, "interfaces", LocalizedText(ja: "無線の口", en: "Wireless interfaces"), "$ iw dev", .command),
      source(
        inventory, "seen", LocalizedText(ja: "検出したアドレス", en: "Addresses seen"), "data/iot/seen.csv",
        .told(
          Problem(
            at: Place(file: "data/iot/seen.csv"),
            Wording.absentSource(title: LocalizedText(ja: "検出したアドレス", en: "Addresses seen"), meant: nil)))),
      source(
        inventory, "devices", LocalizedText(ja: "IoT機器台帳", en: "IoT device ledger"), "data/iot/devices.csv",
        .told(
          Problem(
            at: Place(file: "data/iot/devices.csv"),
            Wording.absentSource(
              title: LocalizedText(ja: "IoT機器台帳", en: "IoT device ledger"), meant: "data/iot/device.csv")))),
    ]
  }()

  @Test(arguments: Language.allCases, [40, 80])
  func noLineIsWiderThanThePage(language: Language, width: Int) {
    let text = InspectionListing.text(Self.sources, language: language, width: width)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width })
  }

  @Test func howEachFileWasUnderstood() {
    let lines = InspectionListing.text(Self.sources, language: .ja).split(separator: "\n")
    for line in [
      "wireless-lan", "  access-points  アクセスポイント台帳", "    data/wireless/access-points.csv",
      "      CP932   見出しは3行目   読めた記録 12   読めない記録 5   飛ばした行 2", "      ほかに4件あります。",
      "    $ iw dev: コマンドは点検（tenken sweep）のときだけ実行します。", "  ファイルのないデータ源:",
      "    seen  data/iot/seen.csv",
    ] { #expect(lines.contains(Substring(line)), "\(line)") }
  }
}
