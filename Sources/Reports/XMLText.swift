/// Text from anywhere, made safe to stand in XML 1.0 and in HTML, in content and between double quotes: it reads as it is, and nothing in it
/// becomes markup. What cannot be seen is shown as ``visible(_:)`` does, and so is what XML cannot hold; line breaks stay.
func xml(_ text: some StringProtocol) -> String {
  let text = visibleLines(String(text))
  guard text.utf8.contains(where: isSpecial) else { return text }
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    // Char of XML 1.0 (2.2) leaves these two out, besides the controls.
    case "\u{FFFE}", "\u{FFFF}": escaped += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

/// Whether a byte of UTF-8 is one of & < > " ' or may begin what XML cannot hold.
private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xEF: true
  default: false
  }
}
