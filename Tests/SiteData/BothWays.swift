import CRecords
import Compliance
import Testing

@testable import SiteData

/// What a pass gave, the subjects of its records, and what was read.
typealias Pass = (seen: [Seen], subjects: [String], evidence: [SourceEvidence])

/// Reads records one by one, by the code that knows everything.
func oneByOne(_ bytes: [UInt8], _ declaration: SourceDeclaration, _ pseudonyms: Pseudonyms?) throws -> Pass {
  let reader = RecordReader(declaration, files: [try file(bytes)], timeZone: .japan, pseudonyms: pseudonyms)
  var batch = RecordBatch(of: declaration)
  var (seen, subjects): ([Seen], [String]) = ([], [])
  while true {
    switch reader.next() {
    case .record:
      let record = reader.record
      seen.append(.record(line: record.place.line ?? 0, record.cells.map { Value($0, record) }))
      batch.clear()
      batch.append(record)
      subjects.append(batch.subject(of: 0))
    case .refused(let problem): seen.append(.refused(line: problem.place.line, problem.text.ja))
    case .failed(let problem): seen.append(.failed(line: problem.place.line, problem.text.ja))
    case .end: return (seen, subjects, reader.evidence)
    }
  }
}

/// Reads records in batches.
func manyAtATime(
  _ bytes: [UInt8], _ declaration: SourceDeclaration, _ pseudonyms: Pseudonyms?, _ chunkSize: Int
) throws -> Pass {
  let reader = RecordReader(
    declaration, files: [try file(bytes)], timeZone: .japan, pseudonyms: pseudonyms, chunkSize: chunkSize)
  var batch = RecordBatch(of: declaration)
  var (seen, subjects): ([Seen], [String]) = ([], [])
  while true {
    let step = reader.next(&batch)
    for row in 0..<batch.count {
      seen.append(.record(line: batch.place(of: row).line ?? 0, values(batch, row)))
      subjects.append(batch.subject(of: row))
    }
    switch step {
    case .record: continue
    case .refused(let problem): seen.append(.refused(line: problem.place.line, problem.text.ja))
    case .failed(let problem): seen.append(.failed(line: problem.place.line, problem.text.ja))
    case .end: return (seen, subjects, reader.evidence)
    }
  }
}

private func values(_ batch: RecordBatch, _ row: Int) -> [Value] {
  func bytes(_ range: tr_range) -> ArraySlice<UInt8> {
    batch.text[Int(range.offset)..<Int(range.offset) + Int(range.length)]
  }
  return batch.cells[row * batch.columnCount..<(row + 1) * batch.columnCount].map { cell in
    switch cell.type {
    case TR_BOOLEAN: .boolean(cell.value.integer != 0)
    case TR_INTEGER: .integer(cell.value.integer)
    case TR_NUMBER: .number(cell.value.number)
    case TR_TEXT: .text(String(decoding: bytes(cell.value.text), as: UTF8.self))
    case TR_LIST:
      .list(bytes(cell.value.text).split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    default: .null
    }
  }
}
