import Testing

@testable import SiteData

struct ValueReaderTests {
  private func fault(_ text: String, _ type: ColumnType) -> ValueFault? {
    do throws(ValueFault) {
      _ = try value(text, type)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ColumnType.allCases)
  func spacesAndOneDashAreBlank(_ type: ColumnType) throws {
    for text in ["", " ", "\t", "　", "\u{A0}", " 　\u{A0}\r\n", "-", "－", "―", "ー", "—", "−", " － "] {
      #expect(try value(text, type) == .null, "\(text.debugDescription)")
    }
  }

  @Test(arguments: ColumnType.allCases)
  func dittoMarksAndControlCharactersAreRefused(_ type: ColumnType) {
    #expect(fault("〃", type) == .ditto)
    #expect(fault("　同上", type) == .ditto)
    #expect(fault("a\u{1B}[31m", type) == .controlCharacter("U+001B"))
    #expect(fault("1\u{7F}", type) == .controlCharacter("U+007F"))
  }

  @Test func textIsTrimmed() throws {
    #expect(try value(" 　南 病棟\u{A0}\n", .string) == "南 病棟")
    #expect(try value("--", .string) == "--")
    #expect(try value("\tv2.10 ", .version) == "v2.10")
  }

  @Test(arguments: [
    ("ＷＰＡ２－ＡＥＳ", "wpa2-aes"), ("WPA2 \t AES", "wpa2 aes"), ("wpa2‐aes", "wpa2-aes"), ("WPA2–AES", "wpa2-aes"),
    ("WPA2—AES", "wpa2-aes"), ("WPA2−AES", "wpa2-aes"), ("ﾎﾟﾝﾌﾟ", "ポンプ"), ("ﾊﾞｯｸｱｯﾌﾟ", "バックアップ"), ("㈱点検", "(株)点検"),
    ("①", "1"), ("Ⅳ", "iv"), ("ﾞ", "\u{3099}"), ("Windows　１１", "windows 11"), ("サーバー", "サーバー"), ("ＬＴＯ－８", "lto-8"),
  ])
  func keywordsAreFolded(_ text: String, _ folded: String) throws {
    #expect(try value(text, .keyword) == .text(folded))
  }

  @Test func listsAreSplit() throws {
    #expect(try value("A、B,C，D;E；F\nG\r\nH", .list) == .list(["A", "B", "C", "D", "E", "F", "G", "H"]))
    #expect(try value(" 南 病棟 、、－、", .list) == .list(["南 病棟"]))
    #expect(try value("TCP/IP・UDP", .list) == .list(["TCP/IP・UDP"]))
    #expect(try value("、,", .list) == .null)
  }

  @Test(
    arguments: [
      ("0", 0), ("12", 12), ("１２", 12), ("1,200", 1200), ("１，２００，０００", 1_200_000), ("+5", 5), ("-5", -5), ("−５", -5),
      ("－５", -5),
      ("007", 7), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
    ] as [(String, Int64)])
  func integersAreRead(_ text: String, _ number: Int64) throws {
    #expect(try value(text, .integer) == .integer(number))
  }

  @Test(arguments: [
    "12台", "¥1,200", "1,20", "12,345,6", "1.0", "1e3", "一", "0x10", "1 2", "+", "--1", ",100", "1,200,",
  ])
  func otherIntegersAreNot(_ text: String) {
    #expect(fault(text, .integer) == .notOfType(.integer))
  }

  @Test func numbersOutOfRangeAreRefused() {
    #expect(fault("9223372036854775808", .integer) == .outOfRange)
    #expect(fault("-9223372036854775809", .integer) == .outOfRange)
    #expect(fault(String(repeating: "9", count: 5000), .integer) == .outOfRange)
    #expect(fault("1e999", .number) == .outOfRange)
  }

  @Test func decimalNumbersAreRead() throws {
    for (text, number) in [
      ("3.5", 3.5), ("３．５", 3.5), ("1,200.25", 1200.25), ("-0.1", -0.1), ("1E+3", 1000), ("12", 12),
    ] {
      #expect(try value(text, .number) == .number(number))
    }
    for text in ["3.5GB", "1.", ".5", "nan", "inf", "0x1p3", "1.2.3", "１２％", "1e", "3,5"] {
      #expect(fault(text, .number) == .notOfType(.number), "\(text)")
    }
  }

  @Test func yesAndNoInAllTheirSpellings() throws {
    let yes =
      "実施済 実施済み 完了 対応済 対応済み 該当 適 OK ✓ ✔ ● ◎ ﾚ 有 有り あり ｱﾘ ○ ◯ 〇 はい ﾊｲ 済 済み 実施 可 要 有効 オン ｵﾝ する yes YES ｙｅｓ y Y true TRUE on 1 １ enabled Enabled"
    let no =
      "未完了 未対応 非該当 不可 不適 NG 無 無し なし ﾅｼ × ✕ ✗ いいえ 未 未実施 否 不要 無効 オフ ｵﾌ しない no No n false FALSE off 0 ０ disabled"
    for word in yes.split(separator: " ") { #expect(try value(String(word), .boolean) == .boolean(true), "\(word)") }
    for word in no.split(separator: " ") { #expect(try value(String(word), .boolean) == .boolean(false), "\(word)") }
    for text in ["△", "不明", "有?", "x", "2", "有無", "該当なし", "yess"] {
      #expect(fault(text, .boolean) == .notOfType(.boolean), "\(text)")
    }
  }

  @Test func hardwareAddressesInAnyForm() throws {
    for text in [
      "00:1a:2b:3c:4d:5e", "00-1A-2B-3C-4D-5E", "001A.2B3C.4D5E", "001a2b3c4d5e", "００－１Ａ－２Ｂ－３Ｃ－４Ｄ－５Ｅ",
      "00 1A 2B 3C 4D 5E",
    ] {
      #expect(try value(text, .mac) == "00:1a:2b:3c:4d:5e")
    }
    for text in ["00:1a:2b:3c:4d", "00:1a:2b:3c:4d:5e:6f", "00:1g:2b:3c:4d:5e", "不明", "00/1a/2b/3c/4d/5e"] {
      #expect(fault(text, .mac) == .notOfType(.mac), "\(text)")
    }
  }

  @Test(arguments: [
    ("令和8年度", 2026), ("令和元年度", 2019), ("平成31年度", 2019), ("Ｒ８", 2026), ("R8年度", 2026), ("H.30", 2018), ("2026年度", 2026),
    (" ２０２６ ", 2026), ("FY2026", 2026), ("FY 2026", 2026), ("昭和64年度", 1989),
  ])
  func fiscalYearsAreTheYearsInWhichTheyBegin(_ text: String, _ year: Int64) throws {
    #expect(try value(text, .fiscalYear) == .integer(year))
  }

  @Test func otherFiscalYearsAreNot() {
    for text in ["8年度", "令和8年", "2026年", "R8.5.31", "2026-05", "26年度", "令和年度", "令和0年度", "20260", "今年度"] {
      #expect(fault(text, .fiscalYear) == .notOfType(.fiscalYear), "\(text)")
    }
    for text in ["平成32年度", "昭和65", "1867年度"] { #expect(fault(text, .fiscalYear) == .impossible, "\(text)") }
  }

  @Test func networksInAnyWidth() throws {
    #expect(try value("１９２．０．２．９／２４", .network) == "192.0.2.0/24")
    #expect(fault("192.0.2.0/40", .network) == .notOfType(.network))
  }

  @Test func internetAddressesInTheirUsualForm() throws {
    for (text, address) in [
      ("192.0.2.1", "192.0.2.1"), ("１９２．０．２．１", "192.0.2.1"), ("2001:0DB8:0:0:0:0:0:1", "2001:db8::1"), ("::1", "::1"),
      ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
    ] {
      #expect(try value(text, .ip) == .text(address))
    }
    for text in [
      "192.0.2", "192.0.2.256", "192.0.2.01", "192.0.2.1/24", "fe80::1%eth0", "host", String(repeating: "1", count: 99),
    ] {
      #expect(fault(text, .ip) == .notOfType(.ip), "\(text)")
    }
  }

  @Test func aFaultLeavesTheTextForTheMessage() {
    var reader = ValueReader(zone: .japan)
    var bytes = Array("前の値令和５年１３月１日".utf8)
    let start = "前の値".utf8.count
    #expect(throws: ValueFault.impossible) { try reader.read(.date, in: &bytes, from: start) }
    #expect(String(decoding: bytes, as: UTF8.self) == "前の値令和５年１３月１日")
  }

  @Test func messagesShowNoControlCharactersAndEndSoon() {
    #expect(shown("a\u{1B}b\u{202E}c\n".utf8) == "a b c ")
    #expect(shown(String(repeating: "長", count: 50).utf8) == String(repeating: "長", count: 39) + "…")
  }
}
