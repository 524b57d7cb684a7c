import Compliance
import FoundationEssentials

/// A sweep as metrics for the text file collector of Prometheus' node exporter, in the text format 0.0.4
/// (<https://prometheus.io/docs/instrumenting/exposition_formats/>).
///
/// Every series has the site's name, so that several sites can be collected by one exporter. A check has one series of
/// `tenken_check_standing`, of value 1, with where it stands as a label.
enum PrometheusReport {
  static func text(_ report: SweepReport) -> String {
    let result = report.result
    var page = MetricPage(site: result.site[report.language])
    // Without the time nobody can tell that sweeps have stopped; a moment that cannot be read gives no series.
    page.put(
      "tenken_sweep_timestamp_seconds", "The time of the sweep, in seconds since 1970.",
      (try? Date(result.at, strategy: .iso8601)).map { [([], String(Int($0.timeIntervalSince1970)))] } ?? [])
    page.put(
      "tenken_sweep_exit_status",
      "How the sweep ended: 0 all passed, 1 at least one failed, 2 something could not be determined.",
      [([], String(result.exit.rawValue))])
    page.put(
      "tenken_sweep_partial", "Whether the sweep was limited to some checks.", [([], result.only.isEmpty ? "0" : "1")])
    let checks = Dictionary(result.checks.map { ($0.standing, 1) }, uniquingKeysWith: +)
    page.put(
      "tenken_checks", "How many checks stand how.",
      Standing.allCases.map { ([("standing", $0.rawValue)], String(checks[$0] ?? 0)) })
    page.put(
      "tenken_check_standing", "Where a check stands; the value is always 1.",
      result.checks.map { run in
        let labels = [
          ("check", run.check.id.description), ("severity", run.check.severity.rawValue),
          ("standing", run.standing.rawValue),
        ]
        return (labels, "1")
      })
    page.put(
      "tenken_check_findings", "How many findings of a check had which outcome.",
      result.checks.flatMap { run in
        run.counts.occurring.map { outcome, count in
          ([("check", run.check.id.description), ("outcome", outcome.rawValue)], String(count))
        }
      })
    page.put(
      "tenken_check_timestamp_seconds",
      "The moment whose data the result of a check is of, in seconds since 1970; older than the sweep's where it was carried over.",
      result.checks.compactMap { run in
        guard let at = try? Date(run.moment(in: result), strategy: .iso8601) else { return nil }
        return ([("check", run.check.id.description)], String(Int(at.timeIntervalSince1970)))
      })
    page.put(
      "tenken_expiring", "How many attestations, waivers, and subjects of checks end within 30 days.", expiring(result))
    page.put(
      "tenken_requirements", "How many requirements, their parts not counted, stand how.",
      requirements(report))
    page.put(
      "tenken_attestation_last_day_timestamp_seconds", "The last day of an attestation, as its midnight in UTC.",
      result.attestations.map {
        ([("attestation", $0.attestation.id.description), ("state", $0.state.rawValue)], seconds($0.attestation.until))
      })
    page.put(
      "tenken_waiver_last_day_timestamp_seconds", "The last day of a waiver, as its midnight in UTC.",
      result.waivers.map {
        ([("waiver", $0.waiver.id.description), ("state", $0.state.rawValue)], seconds($0.waiver.until))
      })
    return page.text
  }

  private static func expiring(_ result: SweepResult) -> [MetricPage.Series] {
    var counts = ["attestation": 0, "finding": 0, "waiver": 0]
    for expiry in result.expiring {
      switch expiry.matter {
      case .attestation: counts["attestation", default: 0] += 1
      case .waiver: counts["waiver", default: 0] += 1
      case .finding: counts["finding", default: 0] += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.map { ([("kind", $0.key)], String($0.value)) }
  }

  private static func seconds(_ day: CalendarDate) -> String { String(day.daysSince1970 * 86_400) }

  private static func requirements(_ report: SweepReport) -> [MetricPage.Series] {
    struct Group: Hashable {
      let guideline: GuidelineID
      let requirementClass: RequirementClass?
      let standing: Standing
    }
    var order: [Group] = []
    var counts: [Group: Int] = [:]
    for standing in report.result.standings {
      let requirement = report.catalogue[standing.requirement]
      guard requirement?.parent == nil else { continue }
      let group = Group(
        guideline: standing.requirement.guideline, requirementClass: requirement?.requirementClass,
        standing: standing.standing)
      if counts[group] == nil { order.append(group) }
      counts[group, default: 0] += 1
    }
    return order.map { group in
      let labels = [
        ("guideline", group.guideline.description), ("class", group.requirementClass?.rawValue ?? "none"),
        ("standing", group.standing.rawValue),
      ]
      return (labels, String(counts[group] ?? 0))
    }
  }
}

/// Metrics as text; every value of a label is escaped here.
private struct MetricPage {
  typealias Series = (labels: [(name: String, value: String)], value: String)

  let site: String
  private(set) var text = ""

  init(site: String) { self.site = site }

  /// Adds a gauge; its names and its description are ours, and need no escapes.
  mutating func put(_ name: String, _ description: String, _ series: [Series]) {
    guard !series.isEmpty else { return }
    text += "# HELP \(name) \(description)\n# TYPE \(name) gauge\n"
    for (labels, value) in series {
      let labels = ([("site", site)] + labels).map { "\($0)=\"\(Self.escaped($1))\"" }
      text += "\(name){\(labels.joined(separator: ","))} \(value)\n"
    }
  }

  private static func escaped(_ value: String) -> String {
    visible(value).reduce(into: "") { escaped, character in
      if character == "\\" || character == "\"" { escaped += "\\" }
      escaped.append(character)
    }
  }
}
