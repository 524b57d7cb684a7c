import CZlib

/// Unpacks one stream of compressed data (RFC 1950 to 1952), piece by piece, with zlib.
final class Inflater {
  /// What stands around the compressed data.
  enum Wrapper: Int32 {
    /// Nothing, as inside a ZIP file. zlib takes the negative of the size of the window's logarithm for it.
    case none = -15
    /// The header and checksum of gzip; zlib takes 16 more for it.
    case gzip = 31
  }

  /// What a step gave.
  struct Step {
    /// How many bytes of the input it used.
    let consumed: Int
    /// How many bytes of output it made.
    let produced: Int
    /// Whether the stream ended with them.
    let isAtEnd: Bool
  }

  // zlib keeps a pointer back to the stream, so it must not move: it has memory of its own, made here and freed in deinit.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Makes an unpacker; nil if there is no memory for it.
  init?(_ wrapper: Wrapper) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    if tenken_inflate_init(stream, wrapper.rawValue) != Z_OK {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Begins anew, for the next stream of the same kind.
  func reset() {
    inflateReset(stream)
  }

  /// Unpacks as much as there is input and room for, each below 4 GiB.
  /// - Throws: `damaged` if the data are no such stream. What comes before the damage is given first, in whatever pieces it is read.
  func step(
    _ input: [UInt8], _ waiting: Range<Int>, into output: inout [UInt8], _ room: Range<Int>
  ) throws(ReadFailure) -> Step {
    let status = input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        // Slicing checks both bounds, and zlib stays within them. It does not use the pointers after the call.
        let source = UnsafeBufferPointer(rebasing: source[waiting])
        let target = UnsafeMutableBufferPointer(rebasing: target[room])
        stream.pointee.next_in = source.baseAddress
        stream.pointee.avail_in = UInt32(source.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(target.count)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    let produced = room.count - Int(stream.pointee.avail_out)
    // zlib remembers a fault, and tells it again at the next call.
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR || produced > 0 else { throw .damaged }
    return Step(
      consumed: waiting.count - Int(stream.pointee.avail_in), produced: produced, isAtEnd: status == Z_STREAM_END)
  }
}
