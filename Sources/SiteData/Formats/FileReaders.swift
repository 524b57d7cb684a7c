import Compliance

/// The reader of a file in the format that a source declares. It takes no memory to speak of before its first step.
/// - Parameters:
///   - today: the day from which dates without a year are counted back.
///   - slice: the part of the file to read, in formats that are read in slices; nil for all of it.
///   - chunkSize: the bytes to read at a time, which must not matter to what is read.
func fileReader(
  _ file: SourceFile, of declaration: SourceDeclaration, today: CalendarDate?, slice: FileSlice? = nil, chunkSize: Int
) -> any FileReader {
  let encoding = declaration.encoding
  let file = declaration.layout.member.map { file.inside($0) } ?? file
  func lineReader<Format: LineFormat>(_ format: () throws(LayoutFault) -> Format) -> LineReader<Format> {
    LineReader(file, of: declaration, slice: slice, chunkSize: chunkSize, format: format)
  }
  func tableReader(delimiter: UInt8) -> TableReader<TableRows> {
    let rows = TableRows(
      file, declared: encoding, delimiter: delimiter, chunkSize: chunkSize, isSliced: slice != nil)
    return TableReader(file, of: declaration, rows: rows, slice: slice)
  }
  switch declaration.format {
  case .csv:
    return tableReader(delimiter: UInt8(ascii: ","))
  case .tsv:
    return tableReader(delimiter: 0x09)
  case .xlsx:
    return TableReader(file, of: declaration, rows: SheetRows(file, sheet: declaration.layout.sheet))
  case .sqlite:
    return SQLiteReader(file, of: declaration, today: today, chunkSize: chunkSize)
  case .keyValue:
    return lineReader { () throws(LayoutFault) in KeyValueLines(declaration) }
  case .json:
    let tokens = JSONTokens(file, .document, declared: encoding, chunkSize: chunkSize)
    return TreeReader(file, of: declaration, tokens: tokens)
  case .jsonLines:
    let tokens = JSONTokens(file, .lines, declared: encoding, chunkSize: chunkSize)
    return TreeReader(file, of: declaration, tokens: tokens)
  case .xml:
    return XMLReader(file, of: declaration, chunkSize: chunkSize)
  case .yaml:
    return TreeReader(
      file, of: declaration, tokens: YAMLTokens(file, declared: encoding, chunkSize: chunkSize))
  case .toml:
    return TreeReader(file, of: declaration, tokens: TOMLTokens(file, declared: encoding, chunkSize: chunkSize))
  case .ini:
    let tokens = SectionTokens<INISyntax>(file, declared: encoding, chunkSize: chunkSize)
    return TreeReader(file, of: declaration, records: "$.*", repetition: .listsCollect, tokens: tokens)
  case .uci:
    let tokens = SectionTokens<UCISyntax>(file, declared: encoding, chunkSize: chunkSize)
    return TreeReader(file, of: declaration, records: "$.*", repetition: .listsCollect, tokens: tokens)
  case .lines: return lineReader { () throws(LayoutFault) in try PatternLines(declaration) }
  case .blocks: return lineReader { () throws(LayoutFault) in try BlockLines(declaration) }
  case .syslog: return lineReader { () throws(LayoutFault) in SyslogLines(declaration.columns, today: today) }
  case .passwd: return lineReader { () throws(LayoutFault) in AccountLines(.passwd, declaration.columns) }
  case .shadow: return lineReader { () throws(LayoutFault) in AccountLines(.shadow, declaration.columns) }
  case .group: return lineReader { () throws(LayoutFault) in AccountLines(.group, declaration.columns) }
  }
}
