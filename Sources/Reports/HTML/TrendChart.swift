import Compliance
import Wording

/// Where the checks stood over the sweeps, drawn as stacked columns, and as a table for who cannot see them.
extension HTMLPage {
  private struct Column {
    let name: String
    let at: String
    let counts: [Standing: Int]

    var total: Int { counts.values.reduce(0, +) }

    /// The numbers of the layers, from below.
    var layers: [Int] {
      let layers: [[Standing]] = [
        [.pass], [.notapplicable, .notselected, .informational], [.waived], [.error, .unknown, .notchecked], [.fail],
      ]
      return layers.map { $0.reduce(0) { $0 + (counts[$1] ?? 0) } }
    }
  }

  private static let looks = ["pass", "rest", "waived", "open", "fail"]

  func putTrend(on html: inout HTMLText) {
    section("trend", Words.trend, on: &html) { html in
      let counts = Dictionary(result.checks.map { ($0.standing, 1) }, uniquingKeysWith: +)
      let columns =
        report.earlier.map { Column(name: $0.id.description, at: $0.at, counts: $0.checks) }
        + [Column(name: report.sweepID?.description ?? "", at: result.at, counts: counts)]
      guard columns.count > 1 else {
        return html.element("p", ["class": "soft"], text: Words.noTrend[language])
      }
      html.element("div", ["class": "trend"]) { putChart(columns, on: &$0) }
      html.element("ul", ["class": "legend"]) { html in
        for (layer, (look, name)) in zip(Self.looks, layerNames).enumerated().reversed()
        where columns.contains(where: { $0.layers[layer] > 0 }) {
          html.element("li") { html in
            html.element("svg", ["viewBox": "0 0 10 10", "aria-hidden": "true"]) {
              $0.element("rect", ["class": look, "width": "10", "height": "10", "rx": "2"])
            }
            html.put(name[language])
          }
        }
      }
      html.element("details") { html in
        html.element("summary", ["class": "soft"], text: Words.asTable[language])
        html.element("div", ["class": "scroll"]) { putTable(columns, on: &$0) }
      }
    }
  }

  private var layerNames: [LocalizedText] {
    [
      Wording.Report.outcome(.pass), Words.others, Wording.Report.standing(.waived), Words.undetermined,
      Wording.Report.outcome(.fail),
    ]
  }

  private func putChart(_ columns: [Column], on html: inout HTMLText) {
    let (width, height, left, bottom) = (720.0, 190.0, 34.0, 22.0)
    let most = max(1, columns.map(\.total).max() ?? 1)
    let step = Self.step(for: most)
    let top = Double((most + step - 1) / step * step)
    let plot = (width: width - left - 6, height: height - bottom - 8)
    func y(_ value: Double) -> Double { 8 + plot.height * (1 - value / top) }
    html.element(
      "svg", ["viewBox": "0 0 \(Int(width)) \(Int(height))", "role": "img", "aria-label": Words.trend[language]]
    ) { html in
      for value in stride(from: 0, through: Int(top), by: step) {
        html.element(
          "line",
          [
            "class": "grid", "x1": decimal(left), "x2": decimal(width - 6), "y1": decimal(y(Double(value))),
            "y2": decimal(y(Double(value))),
          ])
        html.element(
          "text", ["x": decimal(left - 6), "y": decimal(y(Double(value)) + 4), "text-anchor": "end"], text: "\(value)")
      }
      let pitch = plot.width / Double(max(columns.count, 8))
      for (index, column) in columns.enumerated() {
        let x = left + pitch * (Double(index) + 0.14)
        var base = 0.0
        html.element("g") { html in
          html.element("title", text: spoken(column))
          for (look, number) in zip(Self.looks, column.layers) where number > 0 {
            let (low, high) = (y(base), y(base + Double(number)))
            html.element(
              "rect",
              [
                "class": look, "x": decimal(x), "y": decimal(high), "width": decimal(pitch * 0.72),
                "height": decimal(low - high),
              ])
            base += Double(number)
          }
        }
        // Room for a date of ten characters, and the newest has one always.
        let each = max(1, Int((64 / pitch).rounded(.up)))
        if (columns.count - 1 - index).isMultiple(of: each) {
          html.element(
            "text", ["x": decimal(x + pitch * 0.36), "y": decimal(height - 6), "text-anchor": "middle"],
            text: String(column.at.prefix(10)))
        }
      }
    }
  }

  private func putTable(_ columns: [Column], on html: inout HTMLText) {
    html.element("table") { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for head in [Wording.Report.number, Wording.Report.time] {
            html.element("th", ["scope": "col"], text: head[language])
          }
          for name in layerNames.reversed() {
            html.element("th", ["scope": "col", "class": "number"], text: name[language])
          }
        }
      }
      html.element("tbody") { html in
        for column in columns.reversed() {
          html.element("tr") { html in
            html.element("th", ["scope": "row"], text: column.name)
            html.element("td", text: readableTime(column.at))
            for number in column.layers.reversed() { html.element("td", ["class": "number"], text: "\(number)") }
          }
        }
      }
    }
  }

  private func spoken(_ column: Column) -> String {
    let layers = zip(layerNames, column.layers).reversed().map { "\($0[language]) \($1)" }
    return "\(column.name)  \(readableTime(column.at))  \(layers.joined(separator: ", "))"
  }

  /// The distance of grid lines: 1, 2 or 5 times a power of ten, so that there are about five.
  private static func step(for most: Int) -> Int {
    var power = 1
    while power * 10 * 5 <= most { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { most / $0 <= 5 } ?? 10 * power
  }

  /// A number with one digit behind the point.
  private func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
