import CatalogueFiles
import Compliance
import Frames
import Lua
import SiteData

@testable import Checks

/// Bytes that say to be a value are refused, or are a value. What is read and written again is read as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func readFrame(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer promises `count` readable bytes at `start`; they are copied here.
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let kind = input.first else { return -1 }
  let frame = Array(input.dropFirst())
  switch kind % 5 {
  case 0: expectStable(WorkerAnswer.self, frame)
  case 1: expectStable(LuaValue.self, frame)
  case 2: expectStable(SourceDeclaration.self, frame)
  case 3: expectStable(Catalogue.self, frame)
  default: expectRequest(frame)
  }
  return 0
}

private func expectStable<Value: FrameCodable>(_ type: Value.Type, _ frame: [UInt8]) {
  guard let value = try? Value(frame: frame) else { return }
  // Tables have no order, so that their bytes may differ; their number does not.
  let again = value.frame
  guard let second = try? Value(frame: again) else { preconditionFailure("\(value) cannot be read again") }
  precondition(second.frame.count == again.count, "\(value) has another length each time")
}

private func expectRequest(_ frame: [UInt8]) {
  // No descriptor comes with it, so whatever names a file is refused.
  _ = try? WorkerRequest.read(frame, catalogue: .byID(.empty)) { $0 == 0 ? [] : nil }
}
