public import Compliance
import Wording

extension SourceDeclaration {
  /// What is wrong with the oldest file of the source if it has not been changed for too long; nil if none is too old.
  public func tooOld(_ files: [SourceFile], at now: Moment) -> Problem? {
    guard let most = maxAgeDays else { return nil }
    let dated = files.compactMap { file in
      file.modifiedAt.map { (name: file.name, day: Moment(unixSeconds: $0, in: now.zone).date) }
    }
    guard let oldest = dated.min(by: { $0.day < $1.day }),
      now.date.daysSince1970 - oldest.day.daysSince1970 > most
    else { return nil }
    return Problem(at: Place(file: oldest.name), Wording.fileTooOld(title: title, "\(oldest.day)", days: most))
  }
}
