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
  /// Set by the handler, read by whoever works on.
  private static let interrupted = Atomic<Bool>(false)
  /// Whether SIGINT came since it is watched for.
  static var isInterrupted: Bool { interrupted.load(ordering: .relaxed) }

  /// Lets the first SIGINT be asked for in place of ending the program; the second one ends it.
  static func watchForInterruption() {
    watch(for: [SIGINT]) { number in
      Platform.interrupted.store(true, ordering: .relaxed)
      signal(number, SIG_DFL)
    }
  }

  /// The same of whatever asks a program to end, or takes away its terminal or whoever reads it, however
  /// often: what was done so far is not to be lost.
  static func watchForEnd() {
    watch(for: ends) { _ in Platform.interrupted.store(true, ordering: .relaxed) }
  }

  private static let ends = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE]

  private static func watch(
    for signals: [Int32], _ handler: @convention(c) (Int32) -> Void
  ) {
    // This also makes the flag before a handler may ask for it.
    interrupted.store(false, ordering: .relaxed)
    // Whoever started the program may have blocked them.
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in signals {
      Platform.handle(number, by: handler)
      sigaddset(&mask, number)
    }
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }

  /// Lets signals end the program again.
  static func endWatch() { for number in ends { handle(number, by: SIG_DFL) } }

  /// Sets what a signal does. One that whoever started the program chose to ignore (`nohup`, a job
  /// in the background) stays ignored.
  static func handle(_ number: Int32, by handler: (@convention(c) (Int32) -> Void)?) {
    let before = signal(number, handler)
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(number, SIG_IGN)
    }
  }
}

/// Removes the files being written, and the folder made for them, when the program is interrupted.
///
/// The handler of a signal may only read memory that is always there: a table of names, which are
/// never freed. It changes only while signals wait.
enum Interruption {
  /// The signals that end a program that does not handle them.
  private static let signals = [
    SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM,
    SIGPROF,
  ]
  nonisolated(unsafe) private static var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  nonisolated(unsafe) private static var places = 0
  private static let lock = Mutex(())

  /// Does something during which no signal ends the program; those that come meanwhile come after.
  static func held<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var mask = sigset_t()
    var before = sigset_t()
    sigemptyset(&mask)
    for number in signals { sigaddset(&mask, number) }
    pthread_sigmask(SIG_BLOCK, &mask, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  /// Takes the name of a file or folder into the table, and gives back its place there. To be called while signals
  /// are held.
  static func removeIfInterrupted(_ file: [UInt8]) -> Int {
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: file.count + 1)
    for (n, byte) in file.enumerated() { copy[n] = CChar(bitPattern: byte) }
    copy[file.count] = 0
    return lock.withLock { _ in
      for number in signals { Platform.handle(number, by: handle) }
      let place = (0..<places).first { names?[$0] == nil } ?? places
      if place == places { grow() }
      names?[place] = copy
      return place
    }
  }

  /// Gives a place of the table back. To be called while signals are held.
  static func forget(_ place: Int) { lock.withLock { _ in names?[place] = nil } }

  /// Makes the table twice as large; the old one is left to a handler that may be reading it.
  private static func grow() {
    let count = max(16, 2 * places)
    let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: count)
    table.initialize(repeating: nil, count: count)
    for place in 0..<places { table[place] = names?[place] }
    names = table
    places = count
  }

  private static let handle: @convention(c) (Int32) -> Void = { number in
    var place = Interruption.places
    // A folder came before what is in it. One that holds finished files stays.
    while place > 0 {
      place -= 1
      if let name = Interruption.names?[place], unlink(name) != 0 { rmdir(name) }
    }
    signal(number, SIG_DFL)
    raise(number)
  }
}
