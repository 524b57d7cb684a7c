import Compliance

extension SweepResult {
  /// The rows of attestations, waivers and what follows, table after table in the order of ``StoredTable/statements``.
  var rowsOfStatements: [StoredRow] {
    let marks = standings.enumerated().compactMap { position, standing -> StoredRow? in
      guard standing.own != nil || standing.standing != Standing(standing.outcome) else { return nil }
      return StoredRow(
        .standingMark, [.init(position), .text(standing.standing.rawValue), .init(standing.own?.rawValue)])
    }
    let derivedRows = derived.enumerated().map { position, standing in
      StoredRow(
        .derived,
        [
          .init(position), .text(standing.requirement.description), .text(standing.standing.rawValue),
          .text(standing.outcome.rawValue), .init(standing.own?.rawValue),
          .text(standing.by.map(\.description).joined(separator: " ")),
        ])
    }
    let links = derived.enumerated().flatMap { index, standing in
      standing.through.enumerated().map { position, link in
        StoredRow(
          .derivedLink,
          [
            .init(index), .init(position), .text(link.from.description), .text(link.standing.rawValue),
            .text(link.holder.description), .text(link.relation.rawValue), .text(link.status.rawValue),
          ])
      }
    }
    let stated = attestations.enumerated().map { position, review in review.row(at: position) }
    let evidence = attestations.enumerated().flatMap { index, review in review.rowsOfEvidence(of: index) }
    return marks + derivedRows + links + stated + evidence + waivers.enumerated().map { $1.row(at: $0) }
  }
}

extension AttestationReview {
  fileprivate func row(at position: Int) -> StoredRow {
    StoredRow(
      .attestation,
      [
        .init(position), .text(attestation.id.description), .text(attestation.requirement.description),
        .text(attestation.claim.rawValue), .text(attestation.statement.ja), .text(attestation.statement.en),
        .text(attestation.by), .text(attestation.role), .text(attestation.date.description),
        .text(attestation.until.description), .text(attestation.timeZone), .text(attestation.place.file),
        .init(attestation.place.line), .init(attestation.place.column), .text(state.rawValue),
      ])
  }

  fileprivate func rowsOfEvidence(of index: Int) -> [StoredRow] {
    zip(attestation.evidence, evidence).enumerated().map { position, pair in
      let (document, condition) = pair
      var found: String?
      var missing: LocalizedText?
      switch condition {
      case .unchanged: break
      case .changed(let sha256): found = sha256
      case .missing(let reason): missing = reason
      }
      return StoredRow(
        .attestationEvidence,
        [
          .init(index), .init(position), .text(document.file), .text(document.sha256), .init(found), .init(missing?.ja),
          .init(missing?.en),
        ])
    }
  }
}

extension WaiverReview {
  fileprivate func row(at position: Int) -> StoredRow {
    let scope = waiver.scope
    return StoredRow(
      .waiver,
      [
        .init(position), .text(waiver.id.description), .init(scope.requirement?.description),
        .init(scope.check?.description), .init(scope.subject), .text(waiver.reason.ja), .text(waiver.reason.en),
        .text(waiver.approver), .text(waiver.from.description), .text(waiver.until.description),
        .text(waiver.timeZone), .text(waiver.place.file), .init(waiver.place.line), .init(waiver.place.column),
        .text(state.rawValue),
      ])
  }
}

extension CheckRun {
  /// The rows of the marks of waivers, table after table in the order of ``StoredTable/waiverMarks``.
  var rowsOfWaiverMarks: [StoredRow] {
    guard standing != Standing(outcome) || !waivers.isEmpty else { return [] }
    let mark = StoredRow(.waiverMark, [.text(standing.rawValue), .init(waived), .text(list(waivers))])
    let covered = findings.enumerated().filter { !$0.element.waivers.isEmpty }.map { position, finding in
      StoredRow(.findingWaiver, [.init(position), .text(list(finding.waivers)), .integer(finding.isWaived ? 1 : 0)])
    }
    return [mark] + covered
  }

  private func list(_ waivers: [WaiverID]) -> String { waivers.map(\.description).joined(separator: " ") }
}
