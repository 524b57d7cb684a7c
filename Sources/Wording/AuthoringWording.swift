public import Compliance

extension Wording {
  /// What is written for those who write plugins: the files of a new one, and the stubs of editors.
  public enum Authoring {
    /// Stands above what editors are given.
    public static var stubsAreMade: LocalizedText {
      LocalizedText(
        ja: "tenken plugin stubs が作る定義。編集しない。動かすものではない。",
        en: "Made by tenken plugin stubs. Not to be edited, and never run.")
    }

    // MARK: - Values that are made up

    /// What an example ledger is called.
    public static var exampleLedger: LocalizedText { LocalizedText(ja: "台帳", en: "Ledger") }
    /// A ledger whose file has a name that only Japanese read.
    public static func ledger(of plugin: String) -> LocalizedText {
      LocalizedText(ja: "\(plugin) の台帳", en: "Ledger of \(plugin)")
    }
    /// The name of nobody.
    public static func madeUpPerson(_ number: Int) -> LocalizedText {
      LocalizedText(ja: "架空 \(number)郎", en: "Nobody \(number)")
    }
    /// A value that means nothing.
    public static func madeUpValue(_ number: Int) -> LocalizedText {
      LocalizedText(ja: "見本\(number)", en: "sample \(number)")
    }

    // MARK: - Comments in the code of a new plugin

    /// Stands above everything.
    public static func codeHead(_ plugin: String) -> LocalizedText {
      LocalizedText(
        ja: "プラグイン \(plugin)。書き方は Tenken の Plugins/README.md、書いたら tenken plugin check と tenken plugin test。",
        en:
          "The plugin \(plugin). Plugins/README.md of Tenken tells how to write it; then tenken plugin check and test.")
    }
    /// Stands above the source.
    public static var codeSource: LocalizedText {
      LocalizedText(
        ja: "点検項目が読む台帳。施設の data/ の中にあり、開くのは Tenken。",
        en: "The ledger that the check reads. It lies in the site's data/, and Tenken opens it.")
    }
    /// Stands above the columns.
    public static var codeColumns: LocalizedText {
      LocalizedText(
        ja: "型の後の ? は空欄でもよい印。見出しは台帳のとおり。personal の列は点検項目には仮名で見える。",
        en:
          "A ? behind the type: cells may be blank. Headers as in the ledger. Checks see pseudonyms of personal columns."
      )
    }
    /// Stands above the parameters.
    public static var codeParameters: LocalizedText {
      LocalizedText(ja: "施設が tenken.yaml で変えられる値。", en: "Values that a site may set in its tenken.yaml.")
    }
    /// Stands above the requirements.
    public static var codeRequirements: LocalizedText {
      LocalizedText(
        ja: "この点検項目が証拠になる要求事項。tenken catalogue search で探す。",
        en: "The requirements that this check gives evidence for; look for them with tenken catalogue search.")
    }
    /// Stands above the test.
    public static var codeTest: LocalizedText {
      LocalizedText(
        ja: "何も返さなければ誤りになる。適合は pass を返したときだけ。",
        en: "Only what returns pass passes; to return nothing is an error.")
    }
    /// Stands above what becomes of a blank day of an end.
    public static var codeGoesOn: LocalizedText {
      LocalizedText(ja: "終わる日が空欄なら、まだ続いている。", en: "Without a day on which it ends, it goes on.")
    }
    /// Stands above the tests.
    public static var codeTests: LocalizedText {
      LocalizedText(
        ja: "値はすべて架空のもの。実在の人や機器の値を書かない。",
        en: "All values are made up. Write none of real persons or devices.")
    }

    // MARK: - The names of tests

    /// A case in which all is well.
    public static var casePassing: LocalizedText {
      LocalizedText(ja: "整っている台帳は適合する", en: "a ledger in order passes")
    }
    /// A case in which something is not.
    public static var caseFailing: LocalizedText {
      LocalizedText(ja: "不備のある台帳は不適合になる", en: "a ledger with a fault fails")
    }
    /// A case at the limit of the days.
    public static var caseLimit: LocalizedText {
      LocalizedText(ja: "期限の日までは適合し、その翌日から不適合になる", en: "it passes up to the last day, and fails on the next")
    }
    /// A case on the last day.
    public static var caseLastDay: LocalizedText {
      LocalizedText(ja: "最後の日は適合し、過ぎると不適合になる", en: "it passes on the last day, and fails afterwards")
    }
    /// A case with a date to come.
    public static var caseFuture: LocalizedText {
      LocalizedText(ja: "日付が先なら判定できない", en: "a date to come tells nothing")
    }
    /// A case without a date.
    public static var caseBlank: LocalizedText {
      LocalizedText(ja: "日付の空欄は適合しない", en: "a blank date does not pass")
    }
    /// A case without a day on which it ends.
    public static var caseGoesOn: LocalizedText {
      LocalizedText(ja: "終わる日が空欄なら対象外になる", en: "what has no end yet does not count")
    }
    /// A case of something that is not used any more.
    public static var caseRetired: LocalizedText {
      LocalizedText(ja: "使わなくなったものは、その日から対象外になる", en: "what is not used any more does not count from that day on")
    }

    // MARK: - Checks

    /// What is true when the dates are recent.
    public static func reviewedTitle(_ header: String) -> LocalizedText {
      LocalizedText(ja: "「\(header)」が古くない", en: "'\(header)' is recent")
    }
    /// What to do when they are not.
    public static func reviewedRemedy(_ header: String) -> LocalizedText {
      LocalizedText(ja: "改めて確かめ、「\(header)」に日付を書く。", en: "Look again, and write the date into '\(header)'.")
    }
    /// What the parameter is for.
    public static func maxDaysDoc(_ header: String) -> LocalizedText {
      LocalizedText(ja: "「\(header)」から何日まで認めるか", en: "How many days ago '\(header)' may be")
    }
    /// A date is blank.
    public static func dateIsBlank(_ header: String) -> LocalizedText {
      LocalizedText(ja: "「\(header)」が空欄", en: "'\(header)' is blank")
    }
    /// A date lies in the future. `%s` is the date.
    public static func dateLiesAhead(_ header: String) -> LocalizedText {
      let header = pattern(header)
      return LocalizedText(ja: "「\(header)」の %s は先の日付", en: "'\(header)' is %s, which is to come")
    }
    /// A date is too long ago. `%s` is the date, `%d` the days.
    public static func dateIsOld(_ header: String) -> LocalizedText {
      let header = pattern(header)
      return LocalizedText(ja: "「\(header)」は %s で、%d 日たっている", en: "'\(header)' is %s, %d days ago")
    }
    /// What is true when nothing has run out.
    public static func dueTitle(_ header: String) -> LocalizedText {
      LocalizedText(ja: "「\(header)」を過ぎていない", en: "'\(header)' has not passed")
    }
    /// What to do when it has.
    public static func dueRemedy(_ header: String) -> LocalizedText {
      LocalizedText(ja: "更新するか使うのをやめ、「\(header)」を直す。", en: "Renew it or stop using it, and update '\(header)'.")
    }
    /// A date has passed. `%s` is the date.
    public static func dateIsPast(_ header: String) -> LocalizedText {
      let header = pattern(header)
      return LocalizedText(ja: "「\(header)」の %s を過ぎている", en: "'\(header)' was %s")
    }
    /// What is true when no key stands twice.
    public static func uniqueTitle(_ header: String) -> LocalizedText {
      LocalizedText(ja: "「\(header)」に同じものが2つない", en: "No '\(header)' stands twice")
    }
    /// What to do when one does.
    public static func uniqueRemedy(_ header: String) -> LocalizedText {
      LocalizedText(ja: "どちらが正しいかを確かめ、「\(header)」を直す。", en: "Find out which is right, and correct '\(header)'.")
    }
    /// A key stands twice. `%s` is the key.
    public static func standsTwice(_ header: String) -> LocalizedText {
      let header = pattern(header)
      return LocalizedText(ja: "「\(header)」の %s が上の行にもある", en: "'\(header)' is %s, as in a row above")
    }
    /// What is true when a column is filled in.
    public static func filledTitle(_ header: String) -> LocalizedText {
      LocalizedText(ja: "「\(header)」が書いてある", en: "'\(header)' is filled in")
    }
    /// What to do when it is not.
    public static func filledRemedy(_ header: String) -> LocalizedText {
      LocalizedText(ja: "調べて「\(header)」を書く。", en: "Find it out, and fill in '\(header)'.")
    }
    /// A cell is blank.
    public static func isBlank(_ header: String) -> LocalizedText {
      LocalizedText(ja: "「\(header)」が空欄", en: "'\(header)' is blank")
    }

    private static func pattern(_ header: String) -> String { header.replacing("%", with: "%%") }

    // MARK: - README

    /// What the page beside a new plugin tells.
    public struct DraftReadme: Sendable {
      let ledger: String
      let check: String
      let title: LocalizedText
      let remedy: LocalizedText
      let requirements: [String]
      let template: String

      /// Gathers what it tells.
      public init(
        ledger: String, check: String, title: LocalizedText, remedy: LocalizedText, requirements: [String],
        template: String
      ) {
        self.ledger = ledger
        self.check = check
        self.title = title
        self.remedy = remedy
        self.requirements = requirements
        self.template = template
      }
    }

    /// The page beside a new plugin.
    public static func draftReadme(_ plugin: String, _ readme: DraftReadme) -> LocalizedText {
      let requirements = readme.requirements.map { "`\($0)`" }
      return LocalizedText(
        ja: """
          # \(plugin)

          `data/\(readme.ledger)` を読み、次の点検をします。空の台帳は [\(readme.template)](\(readme.template)) にあります。

          | 点検項目 | 何を確かめるか | 要求事項 | 不適合のときにすること |
          | --- | --- | --- | --- |
          | `\(plugin)/\(readme.check)` | \(cell(readme.title.ja)) | \(requirements.joined(separator: "、")) | \(cell(readme.remedy.ja)) |

          ## 書き換えるには

          1. `plugin.lua` の列、要求事項、点検項目を、この施設に合うように直す。
          2. `fixtures/` と `tests/` に、適合する例と不適合になる例を書く。値はすべて架空のものにする。
          3. `tenken plugin check \(plugin)` と `tenken plugin test \(plugin)` で確かめる。
          4. `tenken plugin docs \(plugin)` で、列と要求事項の一覧を作る。

          `.luarc.json` と `.stubs/` により、lua-language-server を使うエディターで補完と説明が出ます。新しくするには `tenken plugin stubs`。

          """,
        en: """
          # \(plugin)

          Reads `data/\(readme.ledger)` and checks this. An empty ledger to start from: [\(readme.template)](\(readme.template)).

          | check | what is true when it passes | requirements | what to do when it fails |
          | --- | --- | --- | --- |
          | `\(plugin)/\(readme.check)` | \(cell(readme.title.en)) | \(requirements.joined(separator: ", ")) | \(cell(readme.remedy.en)) |

          ## To change it

          1. Make the columns, requirements and checks in `plugin.lua` fit this site.
          2. Write examples that pass and that fail into `fixtures/` and `tests/`. Make up every value.
          3. Check it with `tenken plugin check \(plugin)` and `tenken plugin test \(plugin)`.
          4. `tenken plugin docs \(plugin)` writes a page of its columns and requirements.

          With `.luarc.json` and `.stubs/`, editors that use lua-language-server complete and explain. `tenken plugin stubs` renews them.

          """)
    }

    /// A text in a cell of a table in Markdown.
    private static func cell(_ text: String) -> String {
      text.map { "\\`*_[]<>&|".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }
  }
}
