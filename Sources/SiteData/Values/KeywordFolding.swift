import Foundation

/// Appends the keyword form of a text: NFKC, lower case, runs of white space collapsed to one space and trimmed, every
/// hyphen and dash the ASCII one. Two spellings of one term give the same bytes.
/// - Parameters:
///   - source: valid UTF-8.
///   - output: where the form goes; it may not be `source`.
func appendKeywordFolded(_ source: some RandomAccessCollection<UInt8>, to output: inout [UInt8]) {
  let start = output.count
  if !appendWidthFolded(source, to: &output) {
    // Foundation has the only NFKC at hand; it is called for the few values with ligatures, circled digits and the like.
    let composed = String(decoding: source, as: UTF8.self).precomposedStringWithCompatibilityMapping.lowercased()
    output.removeSubrange(start...)
    output.append(contentsOf: composed.utf8)
  }
  var write = start
  var read = start
  var pendingSpace = false
  while read < output.count {
    var byte = output[read]
    var length = 1
    if byte >= 0x80 {
      length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      if isHyphen(output, read, length) {
        byte = UInt8(ascii: "-")
      } else {
        if pendingSpace { write = put(0x20, &output, write) }
        pendingSpace = false
        for offset in 0..<length { write = put(output[read + offset], &output, write) }
        read += length
        continue
      }
    }
    read += length
    if isSpace(byte) {
      pendingSpace = write > start
      continue
    }
    if pendingSpace { write = put(0x20, &output, write) }
    pendingSpace = false
    write = put(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte, &output, write)
  }
  output.removeSubrange(write...)
}

/// The keyword form of a text.
func keywordFolded(_ text: String) -> String {
  var output: [UInt8] = []
  appendKeywordFolded(Array(text.utf8), to: &output)
  return String(decoding: output, as: UTF8.self)
}

/// Appends the form in which texts are compared that people write in more ways than one: the keyword form without any space.
func appendComparable(_ source: some RandomAccessCollection<UInt8>, to output: inout [UInt8]) {
  let start = output.count
  appendKeywordFolded(source, to: &output)
  if let space = output[start...].firstIndex(of: 0x20) {
    let rest = output[space...].filter { $0 != 0x20 }
    output.replaceSubrange(space..., with: rest)
  }
}

/// A header in the form in which headers are compared: the keyword form without any space.
public func headerFolded(_ text: String) -> String {
  keywordFolded(text).filter { $0 != " " }
}

private func put(_ byte: UInt8, _ output: inout [UInt8], _ position: Int) -> Int {
  output[position] = byte
  return position + 1
}

/// U+2010 to U+2015 and the minus sign U+2212; the full-width hyphen-minus is ASCII already.
private func isHyphen(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Bool {
  guard length == 3, bytes[index] == 0xE2 else { return false }
  return (bytes[index + 1] == 0x80 && 0x90...0x95 ~= bytes[index + 2])
    || (bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92)
}
