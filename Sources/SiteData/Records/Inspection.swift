import Compliance

/// The header of a file: where it was found, and which columns it names.
struct DetectedHeader {
  /// Its line, where it stands on one.
  let line: Int?
  /// For each declared column the header as it stands in the file; nil if the column is absent.
  let titles: [String?]
  /// The headers that no declared column takes.
  let unused: [String]

  /// The declared columns that it has, by the plugin's names.
  func found(of declaration: SourceDeclaration) -> [String] {
    zip(declaration.columns, titles).filter { $1 != nil }.map(\.0.name)
  }
}

extension SourceDeclaration {
  /// Reads files to their end, and says of each how it was understood.
  /// - Parameters:
  ///   - files: the files.
  ///   - timeZone: the zone of datetimes without an offset.
  ///   - pseudonyms: what stands in for personal values; without it, messages may show them.
  ///   - today: the day from which dates without a year are counted back.
  public func inspect(
    _ files: [SourceFile], timeZone: SiteTimeZone, pseudonyms: Pseudonyms?, today: CalendarDate?
  ) -> [SourceInspection] {
    let reader = RecordReader(self, files: files, timeZone: timeZone, pseudonyms: pseudonyms, today: today)
    var filled = files.map { _ in [Int](repeating: 0, count: columns.count) }
    var problems = files.map { _ in (kept: [Problem](), count: 0) }
    reading: while true {
      let step = reader.next()
      // A file's evidence is there once its last step has been told.
      let file = min(reader.evidence.count, files.count - 1)
      switch step {
      case .record:
        for (column, cell) in reader.record.cells.enumerated() where cell != .null { filled[file][column] += 1 }
      case .refused(let problem), .failed(let problem):
        problems[file].count += 1
        if problems[file].kept.count < SourceInspection.mostProblems { problems[file].kept.append(problem) }
      case .end: break reading
      }
    }
    return reader.evidence.enumerated().map { file, evidence in
      let header = reader.headers[file]
      return SourceInspection(
        evidence: evidence, hasHeader: header != nil, headerLine: header?.line,
        columns: describe(header, filled[file]),
        unused: Array((header?.unused ?? []).prefix(SourceInspection.mostShown)), problems: problems[file].kept,
        problemCount: problems[file].count)
    }
  }

  private func describe(_ header: DetectedHeader?, _ filled: [Int]) -> [SourceInspection.Column] {
    columns.enumerated().map { index, column in
      var meant: String?
      if let header, header.titles[index] == nil {
        let unused = Dictionary(header.unused.map { (headerFolded($0), $0) }) { first, _ in first }
        let forms = (column.headers + [column.name]).map(headerFolded)
        meant = forms.lazy.compactMap { nearest(to: $0, among: unused.keys.sorted()) }.first.flatMap { unused[$0] }
      }
      return SourceInspection.Column(
        name: column.name, isOptional: column.isOptional, header: header?.titles[index], meant: meant,
        filled: filled[index])
    }
  }
}
