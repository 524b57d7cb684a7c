import Compliance

extension PluginPage {
  /// The page as Markdown (CommonMark with tables).
  public var markdownText: String {
    parts.map { part in
      switch part {
      case .heading(let level, let text): String(repeating: "#", count: level) + " " + markdown(text.onOneLine)
      case .paragraph(let text): markdown(text)
      case .list(let items): items.map { "- \(markdown($0.onOneLine))" }.joined(separator: "\n")
      case .quotation(let text): quotation(markdown(text))
      case .table(let heads, let rows): markdownTable(heads, rows)
      case .links(let text, let files):
        markdown(text) + files.map { "[\(markdown($0))](\(address($0)))" }.joined(separator: " ")
      }
    }.joined(separator: "\n\n") + "\n"
  }

  /// The page as HTML that loads nothing, in the look of the reports.
  public var html: String {
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
      html.element("body") { html in
        html.element("header") { html in
          for part in divided.head { put(part, on: &html) }
        }
        html.element("main") { html in
          for section in divided.sections {
            html.element("section") { html in
              for part in section { put(part, on: &html) }
            }
          }
        }
      }
    }
    return html.text + "\n"
  }

  /// What stands above the first heading of the second level, and what belongs to each.
  private var divided: (head: [Part], sections: [[Part]]) {
    var groups: [[Part]] = [[]]
    for part in parts {
      if case .heading(2, _) = part { groups.append([]) }
      groups[groups.count - 1].append(part)
    }
    return (groups.removeFirst(), groups)
  }

  private func put(_ part: Part, on html: inout HTMLText) {
    switch part {
    case .heading(1, let text): html.element("h1", text: text)
    case .heading(2, let text): html.element("h2", text: text)
    case .heading(_, let text): html.element("h3", text: text)
    case .paragraph(let text): html.element("p") { $0.put(lines: text) }
    case .list(let items):
      html.element("ul", ["class": "meta"]) { html in
        for item in items { html.element("li", text: item) }
      }
    case .quotation(let text): html.element("blockquote", ["lang": "ja"]) { $0.put(lines: text) }
    case .table(let heads, let rows): html.element("div", ["class": "scroll"]) { putTable(heads, rows, on: &$0) }
    case .links(let text, let files):
      html.element("p") { html in
        html.put(text)
        for file in files {
          html.element("a", ["href": address(file)], text: file)
          html.put(" ")
        }
      }
    }
  }

  private func putTable(_ heads: [String], _ rows: [[String]], on html: inout HTMLText) {
    html.element("table") { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for head in heads { html.element("th", ["scope": "col"], text: head) }
        }
      }
      html.element("tbody") { html in
        for row in rows {
          html.element("tr") { html in
            for cell in row { html.element("td") { $0.put(lines: cell) } }
          }
        }
      }
    }
  }

  /// A relative path as an address (RFC 3986): whatever it is named, it leads to a file beside the page, and ends where it ends.
  private func address(_ path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    return path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "/"):
        String(UnicodeScalar(byte))
      default: "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
      }
    }.joined()
  }
}
