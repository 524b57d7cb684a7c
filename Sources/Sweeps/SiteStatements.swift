import Checks
public import Compliance
public import SiteData

/// What the persons of a site have stated and accepted, as its files say.
public struct SiteStatements: Sendable {
  /// The attestations in the order of their file.
  public let attestations: [Attestation]
  /// The waivers in the order of their file.
  public let waivers: [Waiver]

  /// Reads a site's `attestations.yaml` and `waivers.yaml`, if it has them.
  /// - Throws: everything that is wrong with both.
  public static func read(_ folder: SiteFolder, _ settings: SiteSettings) throws(Problems) -> SiteStatements {
    var problems: [Problem] = []
    var attestations: [Attestation] = []
    var waivers: [Waiver] = []
    do throws(Problems) {
      attestations = try AttestationFile.read(
        path: folder.attestationsFile, file: "attestations.yaml", zone: settings.timeZone)
    } catch {
      problems += error.all
    }
    do throws(Problems) {
      waivers = try WaiverFile.read(
        path: folder.waiversFile, file: "waivers.yaml", maximumDays: settings.maximumWaiverDays)
    } catch {
      problems += error.all
    }
    if !problems.isEmpty { throw Problems(problems) }
    return SiteStatements(attestations: attestations, waivers: waivers)
  }

  /// What they are worth at a moment. The documents of attestations are hashed for it.
  /// - Parameter plugins: every plugin of the site, also those that a sweep leaves out.
  public func review(
    at moment: Moment, _ folder: SiteFolder, _ settings: SiteSettings, _ catalogue: Catalogue, _ plugins: [LoadedPlugin]
  ) -> (attestations: [AttestationReview], waivers: [WaiverReview]) {
    let review = EvidenceReview(catalogue, guidelines: settings.guidelines) { zone in
      SiteTimeZone(identifier: zone).map { Moment(unixSeconds: moment.unixSeconds, in: $0).date } ?? moment.date
    }
    let documents = SiteDocuments(folder)
    let checks = Set(plugins.flatMap { plugin in [CheckID(whole: plugin.id)] + plugin.checks.map(\.check.id) })
    let broken = Set(plugins.compactMap { if case .broken = $0 { $0.id } else { nil } })
    return (
      review.attestations(attestations, evidence: attestations.map { $0.evidence.map(documents.condition) }),
      // What a plugin holds that could not be loaded is not known.
      review.waivers(waivers) { checks.contains($0) || broken.contains($0.plugin) }
    )
  }
}
