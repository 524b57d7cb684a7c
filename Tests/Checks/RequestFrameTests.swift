import Compliance
import Frames
import Testing

@testable import Checks

/// What a worker makes of a request that no host of ours would send.
@Suite struct RequestFrameTests {
  @Test func `more descriptors than a number holds are refused`() {
    var writer = FrameWriter()
    writer.write(unsigned: UInt64.max)
    writer.write(byte: 0)
    let bytes = writer.bytes
    #expect(throws: FrameError.malformed) {
      try WorkerRequest.read(bytes, catalogue: .byID(.empty)) { _ in
        Issue.record("nothing may be asked for")
        return []
      }
    }
  }
}
