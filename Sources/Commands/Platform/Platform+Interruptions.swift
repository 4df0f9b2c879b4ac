// What an interruption leaves: nothing half written, and, of a training, what was reached.

private import Synchronization

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

extension Platform {
  /// Whether SIGINT came since it is watched for.
  nonisolated(unsafe) private static var interruptions: Int32 = 0
  static var isInterrupted: Bool { interruptions != 0 }

  /// Lets SIGINT end the program again.
  static func endWatch() { _ = signal(SIGINT, SIG_DFL) }

  /// Lets the first SIGINT be asked for in place of ending the program; the second one ends it.
  static func watchForInterruption() {
    interruptions = 0
    _ = signal(SIGINT) { _ in
      Platform.interruptions = 1
      signal(SIGINT, SIG_DFL)
    }
    // Whoever started the program may have blocked it.
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }
}

/// Removes the files being written when the program is interrupted.
///
/// The handler of a signal may only read memory that is always there: a fixed table of names, which
/// are never freed.
enum Interruption {
  private static let places = 16
  nonisolated(unsafe) private static let names = {
    let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: places)
    table.initialize(repeating: nil, count: places)
    return table
  }()
  private static let lock = Mutex(())

  /// Takes a file's name into the table; gives back its place, or `nil` where the table is full.
  static func remove(_ file: [UInt8]) -> Int? {
    let text = file.map { CChar(bitPattern: $0) } + [0]
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count)
    copy.initialize(from: text, count: text.count)
    return lock.withLock { _ in
      for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, handle) }
      guard let place = (0..<places).first(where: { names[$0] == nil }) else { return nil }
      names[place] = copy
      return place
    }
  }

  /// Gives a place of the table back.
  static func forget(_ place: Int?) {
    lock.withLock { _ in
      if let place { names[place] = nil }
    }
  }

  private static let handle: @convention(c) (Int32) -> Void = { number in
    for place in 0..<Interruption.places {
      if let name = Interruption.names[place] { unlink(name) }
    }
    signal(number, SIG_DFL)
    raise(number)
  }
}
