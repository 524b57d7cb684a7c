import Compliance

// What `require "tenken"` gives (Sources/Checks/Prelude.lua).
extension Wording.PluginAPI {
  private static let message = ["message?": "string|tenken.Text", "...": "any"] as KeyValuePairs

  static let outcomes: [Entry] = [
    .function(
      "tenken.pass", message, gives: "tenken.Outcome",
      text: LocalizedText(
        ja: "適合。message は string.format と同じ書式で、続く値を当てはめる。nil は「-」と示す。",
        en: "A pass. message is a pattern as in string.format that the arguments fill; nil shows as -.")),
    .function(
      "tenken.fail", ["message": "string|tenken.Text", "...": "any"], gives: "tenken.Outcome",
      text: LocalizedText(
        ja: "不適合。何がなぜ悪いかを message に書く。例: tenken.fail({ ja = \"期限は %s\", en = \"due on %s\" }, day)",
        en: "A failure. message says what is wrong, such as tenken.fail({ ja = \"期限は %s\", en = \"due on %s\" }, day)")),
    .function(
      "tenken.unknown", ["message": "string|tenken.Text", "...": "any"], gives: "tenken.Outcome",
      text: LocalizedText(
        ja: "判定できない。message に何が足りないかを書く。", en: "It cannot be told. message says what is missing.")),
    .function(
      "tenken.notapplicable", message, gives: "tenken.Outcome",
      text: LocalizedText(
        ja: "対象外。撤去した機器など、要求の当たらないもの。",
        en: "Not applicable, as of a device that was taken away.")),
    .function(
      "tenken.informational", message, gives: "tenken.Outcome",
      text: LocalizedText(
        ja: "参考情報。適合とも不適合とも数えない。", en: "Information that counts neither as a pass nor as a failure.")),
    .function(
      "tenken.judge_age",
      ["date": "string?", "limit": "integer|string", "today": "string", "name?": "string|tenken.Text"],
      gives: "tenken.Outcome",
      text: LocalizedText(
        ja: "date が today までの limit (日数か \"3 months\" など) の間にあれば適合、それより前か空欄なら不適合、today より後なら判定できない。name はその日付の名前。",
        en:
          "A pass if date lies within limit (days, or a time such as \"3 months\") up to today, a failure if it lies before or is blank, unknown if it is yet to come. name is what to call the date."
      )),
  ]

  static let declarations: [Entry] = [
    .function(
      "tenken.source", ["declaration": "tenken.SourceDeclaration"], gives: "tenken.Source",
      text: LocalizedText(
        ja: "点検項目が読むデータ源を宣言する。開くのは Tenken で、プラグインは開かない。",
        en: "Declares data that checks read. Tenken opens it; the plugin opens nothing.")),
    .function(
      "tenken.plugin", ["manifest": "tenken.PluginManifest"], gives: "tenken.Plugin",
      text: LocalizedText(
        ja: "plugin.lua が return で返すもの。", en: "What plugin.lua returns.")),
    .function(
      "tenken.index",
      ["source": "tenken.Source", "column": "string", "options?": "tenken.IndexOptions"], gives: "tenken.Index",
      text: LocalizedText(
        ja: "with に書く。そのデータ源を列の値で引けるようにする。例: context.devices[\"AP-1\"]",
        en:
          "For with: makes a source something to be looked up by the value of a column, as in context.devices[\"AP-1\"]."
      )),
    .function(
      "tenken.set", ["list": "T[]"], gives: "table<T, true>", generics: ["T"],
      text: LocalizedText(
        ja: "各要素が true になる表。例: tenken.set { \"a\", \"b\" } は { a = true, b = true }",
        en: "A table with true for each member: tenken.set { \"a\", \"b\" } is { a = true, b = true }.")),
  ]

  static let calculations: [Entry] = [
    .function(
      "tenken.days_between", ["from": "string", "to": "string"], gives: "integer",
      text: LocalizedText(
        ja: "from から to までの日数。to のほうが前なら負の数。",
        en: "The days from one date to another, negative if to is earlier.")),
    .function(
      "tenken.add_days", ["date": "string", "n": "integer"], gives: "string",
      text: LocalizedText(ja: "n 日後の日付。", en: "The date n days later.")),
    .function(
      "tenken.add_months", ["date": "string", "n": "integer"], gives: "string",
      text: LocalizedText(
        ja: "n か月後の日付。その日がない月では月末になる。",
        en: "The date n months later; the last day of a month that does not have the day.")),
    .function(
      "tenken.fiscal_year", ["date": "string"], gives: "integer",
      text: LocalizedText(
        ja: "日付の属する年度。例: \"2026-03-31\" は 2025",
        en: "The year in whose April the fiscal year of a date begins: 2025 for \"2026-03-31\".")),
    .function(
      "tenken.in_network", ["address": "string", "network": "string"], gives: "boolean",
      text: LocalizedText(
        ja: "IPアドレスか、より小さいネットワークが network の中にあるか。例: tenken.in_network(\"192.0.2.7\", \"192.0.2.0/24\")",
        en:
          "Whether an address or a smaller network lies in network: tenken.in_network(\"192.0.2.7\", \"192.0.2.0/24\")."
      )),
    .function(
      "tenken.compare_versions", ["a": "string", "b": "string"], gives: "integer",
      text: LocalizedText(
        ja: "版の前後。a が古ければ -1、同じなら 0、新しければ 1。2.10 は 2.9 より新しい。",
        en: "-1 if a is older, 0 if the versions are the same, 1 if a is newer; 2.10 is newer than 2.9.")),
    .function(
      "tenken.sorted_pairs", ["t": "table<K, V>"], gives: "fun(): K, V", generics: ["K", "V"],
      text: LocalizedText(
        ja: "決まった順序の pairs。数、文字列、真偽値の順。",
        en: "pairs in a fixed order: numbers, then strings, then booleans.")),
    .value(
      "tenken.catalogue", "tenken.Catalogue",
      LocalizedText(
        ja: "要求事項のカタログ。例: tenken.catalogue:get(\"6.5 C 12\")",
        en: "The catalogue of requirements, as in tenken.catalogue:get(\"6.5 C 12\").")),
  ]
}
