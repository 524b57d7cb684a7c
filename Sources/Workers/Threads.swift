import Glibc
import Synchronization

/// Applies a function to each element on threads of their own, and gives the results in the order of the elements.
///
/// Not on the cooperative pool: a check may compute for seconds, and Lua's C stack wants the 8 MiB that a pool thread does not have.
public func mapOnThreads<Element: Sendable, Result: Sendable>(
  _ elements: [Element], threads: Int, _ body: @escaping @Sendable (Element) -> Result
) -> [Result] {
  let work = Work(elements, body)
  let count = min(max(1, threads), elements.count)
  var started: [pthread_t] = []
  if count > 1 {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 8 << 20)
    for _ in 1..<count {
      var thread = pthread_t()
      // The thread takes over the reference and gives it back when it ends.
      let context = Unmanaged.passRetained(Task(work.takeUntilEmpty)).toOpaque()
      let status = pthread_create(
        &thread, &attributes,
        { context in
          // `context` is the reference made above; pthread_create passes it on as it is.
          if let context { Unmanaged<Task>.fromOpaque(context).takeRetainedValue().run() }
          return nil
        }, context)
      if status == 0 {
        started.append(thread)
      } else {
        // No thread, no taker: the others do its share.
        Unmanaged<Task>.fromOpaque(context).release()
      }
    }
    pthread_attr_destroy(&attributes)
  }
  work.takeUntilEmpty()
  for thread in started { pthread_join(thread, nil) }
  return work.results
}

private final class Task: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private final class Work<Element: Sendable, Result: Sendable>: Sendable {
  private let elements: [Element]
  private let body: @Sendable (Element) -> Result
  private let state: Mutex<(next: Int, results: [Result?])>

  init(_ elements: [Element], _ body: @escaping @Sendable (Element) -> Result) {
    self.elements = elements
    self.body = body
    state = Mutex((0, Array(repeating: nil, count: elements.count)))
  }

  @Sendable func takeUntilEmpty() {
    while let index = take() {
      let result = body(elements[index])
      state.withLock { $0.results[index] = result }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < elements.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  var results: [Result] { state.withLock { $0.results.compactMap(\.self) } }
}
