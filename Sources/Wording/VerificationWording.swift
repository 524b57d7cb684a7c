import Compliance

extension Wording {
  /// What is said of a history and its chain.
  public enum Verification {
    /// Nothing was found.
    public static func whole(_ sweeps: Int) -> LocalizedText {
      LocalizedText(
        ja: "点検 \(sweeps) 回分の記録は、すべて記録したときのままです。",
        en: sweeps == 1
          ? "The record of 1 sweep is as it was stored."
          : "The records of all \(sweeps) sweeps are as they were stored.")
    }

    /// Something was found; what follows says what.
    public static var notWhole: LocalizedText {
      LocalizedText(ja: "履歴に、記録したときと違うところがあります。", en: "The history is not as it was stored.")
    }

    /// The sweeps that a finding is about.
    public static func sweeps(_ numbers: String) -> LocalizedText {
      LocalizedText(ja: "点検 \(numbers)", en: "Sweep \(numbers)")
    }

    /// Before the numbers of sweeps that are as they were stored.
    public static var wholeSweeps: LocalizedText { LocalizedText(ja: "記録したときのままの点検", en: "Sweeps as they were stored") }
    /// In place of numbers where there are none.
    public static var nothing: LocalizedText { LocalizedText(ja: "なし", en: "none") }

    /// Records that were thinned out on purpose.
    public static func thinned(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "保存期間の設定で間引いた記録: \(count) 回分(連鎖の輪は残っています)。",
        en: "Records thinned out by the site's settings: \(count) (their links are there).")
    }

    /// Sweeps from before there was a chain.
    public static func unchained(_ count: Int) -> LocalizedText {
      LocalizedText(
        ja: "連鎖ができる前の点検が \(count) 回分あります。これらについては何も確かめられません。",
        en: "Sweeps from before there was a chain: \(count). Nothing can be told of them.")
    }

    /// Signatures that were checked and are right.
    public static func signed(_ count: Int) -> LocalizedText {
      LocalizedText(ja: "署名: \(count) 回分を公開鍵で確かめました。", en: "Signatures: \(count) checked with the public key.")
    }

    /// Keys that are not at hand.
    public static func unknownSigners(_ ids: [String]) -> LocalizedText {
      LocalizedText(
        ja: "署名: 公開鍵が手元にないため確かめていません(鍵 \(ids.joined(separator: "、")))。--key で公開鍵を渡してください。",
        en:
          "Signatures were not checked, for the public key is not at hand (key \(ids.joined(separator: ", "))). Give it with --key."
      )
    }

    /// The head of the column of signatures.
    public static var signature: LocalizedText { LocalizedText(ja: "署名", en: "Signed") }

    /// The link of one sweep.
    public static func link(sha256: String, signer: String?) -> LocalizedText {
      LocalizedText(
        ja: "連鎖の SHA-256: \(sha256)" + (signer.map { "(鍵 \($0) の署名つき)" } ?? "(署名なし)"),
        en: "SHA-256 of the chain: \(sha256)" + (signer.map { " (signed, key \($0))" } ?? " (not signed)"))
    }

    /// There is no signature.
    public static var unsigned: LocalizedText {
      LocalizedText(
        ja: "署名: ありません。鍵は `tenken history key` で作れます。", en: "Signatures: none. `tenken history key` makes a key.")
    }

    /// The end of the chain, before its hash.
    public static func head(_ sweep: String) -> LocalizedText {
      LocalizedText(ja: "連鎖の末尾(点検 \(sweep))の SHA-256", en: "Head of the chain (sweep \(sweep)), SHA-256")
    }

    /// What a chain alone cannot tell.
    public static var withoutHead: LocalizedText {
      LocalizedText(
        ja: "連鎖だけでは、末尾の切り捨てや履歴全体の作り直しは見抜けません。`tenken history head` の出力を別の場所に保管し、--head で照合してください。",
        en: "A chain alone does not show that its end was cut off, or that all of it was made anew. "
          + "Keep what `tenken history head` prints elsewhere, and compare with --head.")
    }

    /// What a fault is.
    public static func fault(_ kind: HistoryFault.Kind) -> LocalizedText {
      switch kind {
      case .changed(let part):
        let name = self.part(part)
        return LocalizedText(ja: "\(name.ja)が、記録したときと違う。", en: "\(name.en) changed after the sweep was stored.")
      case .removed(let part):
        let name = self.part(part)
        return LocalizedText(ja: "\(name.ja)が消されている。", en: "\(name.en) was removed.")
      case .added(let part):
        let name = self.part(part)
        return LocalizedText(ja: "\(name.ja)が、あとから加えられている。", en: "\(name.en) was added later.")
      case .reordered:
        return LocalizedText(ja: "点検項目の順序が変えられている。", en: "its checks stand in another order.")
      case .recordChanged:
        return LocalizedText(
          ja: "記録が書き換えられている。どこかは分からない(部分ごとのハッシュも書き換えられている)。",
          en:
            "the record changed after it was stored; where cannot be told, for the hashes of its parts were changed too."
        )
      case .recordRemoved:
        return LocalizedText(
          ja: "記録が丸ごと消されている。間引いたという記録はない。",
          en: "the whole record was removed, and no later sweep says that it was thinned out.")
      case .recordReturned:
        return LocalizedText(
          ja: "間引いたはずの記録がある。", en: "a record is there that was thinned out.")
      case .notLinked:
        return LocalizedText(
          ja: "連鎖に入っていない記録である(あとから加えられたか、輪が消されている)。",
          en: "the record has no link: it was inserted, or its link was removed.")
      case .linkChanged:
        return LocalizedText(ja: "連鎖の輪が書き換えられている。", en: "the link changed after it was stored.")
      case .linkBroken:
        return LocalizedText(
          ja: "連鎖がここで切れている(前の輪が消されたか、入れ替えられている)。",
          en: "the chain breaks here: links before it were removed or replaced.")
      case .signatureWrong:
        return LocalizedText(ja: "署名が鍵と合わない。", en: "the signature is not that of the key.")
      case .signatureMissing:
        return LocalizedText(
          ja: "署名がない。これより前の点検には署名がある。", en: "the signature is missing, and earlier sweeps are signed.")
      case .tailRemoved:
        return LocalizedText(
          ja: "この番号まで点検が行われたが、末尾の記録が輪ごと消されている。",
          en: "sweeps up to this number were stored, and the last of them were removed with their links.")
      case .unreadable: return LocalizedText(ja: "記録が壊れていて読めない。", en: "the record is damaged and cannot be read.")
      case .notOfHead:
        return LocalizedText(
          ja: "保管してあった末尾のハッシュと違う。履歴が書き換えられたか、切り捨てられたか、別の履歴である。",
          en: "not what the head that was kept says: the history was changed, cut off, or is another one.")
      case .headSignatureWrong:
        return LocalizedText(
          ja: "渡された末尾の署名が鍵と合わない。", en: "the signature of the head that was given is not that of the key.")
      case .fileDamaged:
        return LocalizedText(
          ja: "データベースのファイルが壊れている。読めるところだけを確かめた。",
          en: "The database file is damaged. Only what can be read was checked.")
      case .layoutChanged:
        return LocalizedText(
          ja: "データベースの構造が変えられている(表、索引、トリガー、ビュー)。",
          en: "The layout of the database was changed: tables, indexes, triggers or views.")
      case .strayRows:
        return LocalizedText(
          ja: "どの点検にも属さない行がある。", en: "There are rows that belong to no sweep.")
      }
    }

    private static func part(_ part: RecordPart) -> LocalizedText {
      switch part {
      case .sweep:
        LocalizedText(ja: "点検そのものの記載(日時、範囲、版)", en: "what is said of the sweep itself (times, scope, versions)")
      case .table(let name): table(name)
      case .check(let id, let tables):
        if tables.isEmpty {
          LocalizedText(ja: "点検項目 \(id) ", en: "check \(id)")
        } else {
          LocalizedText(
            ja: "点検項目 \(id) の\(tables.map { table($0).ja }.joined(separator: "と"))",
            en: "\(tables.map { table($0).en }.joined(separator: " and ")) of check \(id)")
        }
      }
    }

    /// What a table of the history holds; a table that has no words of its own is called by its name.
    private static func table(_ name: String) -> LocalizedText {
      switch name {
      case "check_run": LocalizedText(ja: "判定、版などの記載", en: "the outcome, versions or parameters")
      case "check_requirement": LocalizedText(ja: "要求事項", en: "the requirements")
      case "finding": LocalizedText(ja: "所見", en: "the findings")
      case "finding_count": LocalizedText(ja: "所見の数", en: "the numbers of findings")
      case "source_evidence": LocalizedText(ja: "読んだファイルの記載", en: "the files that were read")
      case "standing", "standing_check": LocalizedText(ja: "要求事項の充足状況", en: "the standing of the requirements")
      case "standing_mark": LocalizedText(ja: "要求事項の例外承認", en: "what is waived of the requirements")
      case "derived", "derived_link":
        LocalizedText(ja: "対応から導いた充足状況", en: "the standing that follows through correspondences")
      case "attestation": LocalizedText(ja: "自己申告", en: "the attestations")
      case "attestation_evidence": LocalizedText(ja: "自己申告の証跡", en: "the evidence of the attestations")
      case "waiver": LocalizedText(ja: "例外承認", en: "the waivers")
      case "waiver_mark", "finding_waiver": LocalizedText(ja: "例外承認の印", en: "what is waived")
      default: LocalizedText(ja: "表 \(name)", en: "table \(name)")
      }
    }
  }
}
