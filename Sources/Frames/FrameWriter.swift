/// Writes values as bytes, one after the other, without names or padding. The same values give the same bytes.
///
/// Integers are LEB128 (DWARF 5, 7.6), signed ones in zigzag; texts and lists begin with their number of elements.
public struct FrameWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8]

  /// Makes a writer.
  /// - Parameter reserving: the bytes that will probably be written.
  public init(reserving count: Int = 0) {
    bytes = []
    bytes.reserveCapacity(count)
  }

  /// Writes one byte.
  public mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes an integer that is not negative, such as a number of elements.
  public mutating func write(unsigned value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number of elements.
  public mutating func write(count: Int) { write(unsigned: UInt64(count)) }

  /// Writes an integer.
  public mutating func write(_ value: Int64) {
    write(unsigned: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  /// Writes an integer.
  public mutating func write(_ value: Int) { write(Int64(value)) }

  /// Writes a boolean as one byte.
  public mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes a floating-point number as its eight bytes, the lowest first.
  public mutating func write(_ value: Double) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> (shift * 8))) }
  }

  /// Writes bytes with their number.
  public mutating func write(_ value: some Collection<UInt8>) {
    write(count: value.count)
    bytes.append(contentsOf: value)
  }

  /// Writes a text as its UTF-8 with the number of bytes.
  public mutating func write(_ value: String) {
    write(count: value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  /// Writes a value.
  public mutating func write<Value: FrameCodable>(_ value: Value) { value.write(to: &self) }

  /// Writes a value, or that there is none.
  public mutating func write<Value>(_ value: Value?, _ write: (inout FrameWriter, Value) -> Void) {
    guard let value else { return self.write(false) }
    self.write(true)
    write(&self, value)
  }

  /// Writes a list.
  public mutating func write<Elements: Collection>(
    list elements: Elements, _ write: (inout FrameWriter, Elements.Element) -> Void
  ) {
    self.write(count: elements.count)
    for element in elements { write(&self, element) }
  }
}
