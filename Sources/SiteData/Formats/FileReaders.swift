/// The reader of a file in the format that a source declares. It takes no memory to speak of before its first step.
/// - Parameter chunkSize: the bytes to read at a time, which must not matter to what is read.
func fileReader(_ file: SourceFile, of declaration: SourceDeclaration, chunkSize: Int) -> any FileReader {
  let encoding = declaration.encoding
  switch declaration.format {
  case .csv:
    return TableReader(file, of: declaration, delimiter: UInt8(ascii: ","), chunkSize: chunkSize)
  case .tsv:
    return TableReader(file, of: declaration, delimiter: 0x09, chunkSize: chunkSize)
  case .keyValue:
    return KeyValueReader(file, of: declaration, chunkSize: chunkSize)
  case .json:
    let tokens = JSONTokens(file, .document, declared: encoding, chunkSize: chunkSize)
    return TreeReader(file, of: declaration, tokens: tokens)
  case .jsonLines:
    let tokens = JSONTokens(file, .lines, declared: encoding, chunkSize: chunkSize)
    return TreeReader(file, of: declaration, tokens: tokens)
  case .yaml:
    return TreeReader(
      file, of: declaration, tokens: YAMLTokens(file, declared: encoding, chunkSize: chunkSize))
  case .ini:
    let tokens = SectionTokens<INISyntax>(file, declared: encoding, chunkSize: chunkSize)
    return TreeReader(file, of: declaration, records: "$.*", repetition: .listsCollect, tokens: tokens)
  case .uci:
    let tokens = SectionTokens<UCISyntax>(file, declared: encoding, chunkSize: chunkSize)
    return TreeReader(file, of: declaration, records: "$.*", repetition: .listsCollect, tokens: tokens)
  case .passwd: return ColonTableReader(file, .passwd, of: declaration, chunkSize: chunkSize)
  case .shadow: return ColonTableReader(file, .shadow, of: declaration, chunkSize: chunkSize)
  case .group: return ColonTableReader(file, .group, of: declaration, chunkSize: chunkSize)
  }
}
