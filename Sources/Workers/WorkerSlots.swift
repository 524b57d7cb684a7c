import Glibc

/// How many workers may work at a time.
public final class WorkerSlots: Sendable {
  /// The number.
  public let count: Int
  private let free: CountingSemaphore

  /// Makes slots, all of them free.
  public init(_ count: Int) {
    self.count = count
    free = CountingSemaphore(count)
  }

  /// Waits for a free slot and takes it.
  public func enter() { free.wait() }

  /// Gives a slot back.
  public func leave() { free.signal() }

  /// Does something in a slot.
  public func use<T>(_ body: () -> T) -> T {
    enter()
    defer { leave() }
    return body()
  }
}

/// A number of things that wait for threads. Unchecked because the semaphore (sem_overview(7)) is made for use from many threads, and its
/// address, which never changes, is all that this object has.
public final class CountingSemaphore: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t>

  /// Makes a semaphore of so many things.
  public init(_ count: Int) {
    semaphore = .allocate(capacity: 1)
    let status = sem_init(semaphore, 0, UInt32(count))
    precondition(status == 0, "sem_init(3) fails only for counts beyond its bounds")
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Says that there is one more.
  public func signal() { sem_post(semaphore) }

  /// Waits for one, and takes it.
  public func wait() {
    while sem_wait(semaphore) != 0, errno == EINTR {}
  }
}
