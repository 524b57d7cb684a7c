import Compliance
import Wording

/// A document for people that is one table: its title, what it says above the table, and the table.
public struct ReportDocument: Sendable {
  let title: String
  let preface: [String]
  let table: SheetTable
  let language: Language
  let seconds: Int

  /// The formats that a document can be had in.
  public static let formats: [ReportFormat] = [.html, .markdown, .csv, .xlsx]

  /// The document as the bytes of a file.
  /// - Parameter format: one of ``formats``; any other counts as Markdown.
  /// - Throws: for a workbook, that there is no memory for it.
  public func bytes(_ format: ReportFormat) throws -> [UInt8] {
    switch format {
    case .html: Array(html().utf8)
    case .xlsx: try workbook()
    case .csv: Array(csv().utf8)
    case .markdown, .text, .json, .sarif, .oscal, .junit, .prometheus: Array(markdownText().utf8)
    }
  }

  private func workbook() throws -> [UInt8] {
    let file = try WorkbookFile(title: title, at: seconds)
    file.add(table, title: [title] + preface) { Wording.Report.notKept($0)[language] }
    return try file.bytes()
  }

  private func markdownText() -> String {
    let heads = table.columns.map(\.head)
    let rows = table.rows.map { row in row.map { $0.text.split(separator: "\n").joined(separator: " / ") } }
    let blocks =
      ["# " + markdown(title.onOneLine)] + preface.map { markdown($0.onOneLine) } + [markdownTable(heads, rows)]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func csv() -> String {
    var text = CSVText()
    text.add(table.columns.map(\.head))
    for row in table.rows { text.add(row.map { visibleLines($0.text) }) }
    return text.text
  }

  private func html() -> String {
    let policy =
      "default-src 'none'; style-src \(PageCode.style.hashSource); base-uri 'none'; form-action 'none'"
    var html = HTMLText.document
    html.element("html", ["lang": language.rawValue]) { html in
      html.element("head") { html in
        html.element("meta", ["charset": "utf-8"])
        html.element("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        html.element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.element("title", text: title)
        html.put(.style, in: "style")
      }
      html.element("body", ["class": "sheet"]) { html in
        html.element("header") { html in
          html.element("h1", text: title)
          for line in preface { html.element("p", ["class": "meta"], text: line) }
        }
        html.element("main") { html in
          html.element("div", ["class": "scroll"]) { putTable(on: &$0) }
        }
      }
    }
    return html.text + "\n"
  }

  private func putTable(on html: inout HTMLText) {
    html.element("table") { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for column in table.columns { html.element("th", ["scope": "col"], text: column.head) }
        }
      }
      html.element("tbody") { html in
        for row in table.rows {
          html.element("tr") { html in
            for cell in row {
              html.element("td") { html in
                switch cell {
                case .text(let text): html.put(lines: text)
                case .number(let number): html.put("\(number)")
                case .mark(let text, let look): html.element("span", ["class": "badge \(look)"], text: text)
                }
              }
            }
          }
        }
      }
    }
  }
}
