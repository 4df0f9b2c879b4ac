// What a terminal is set to, and how it is set back whatever ends or stops the program.

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// The settings of the process's terminal, in and out of the alternate screen.
///
/// The handlers of signals may only touch memory that is always there, and call what a handler may: all
/// they know stands behind one pointer, which is set before there are any and never again.
enum TerminalState {
  /// What handlers know.
  private struct Memory {
    /// The terminal's settings as they were, and with each key handed on.
    var before = termios(), raw = termios()
    /// Whether the alternate screen is wanted, and whether it is shown.
    var isWanted = false, isShown = false
    /// Whether a byte lies in the pipe that wakes whoever waits for keys.
    var isAlarmed = false
    var pipe: (read: Int32, write: Int32) = (-1, -1)
    /// What signals did before, by number.
    let handlers = UnsafeMutablePointer<sigaction>.allocate(capacity: mostSignals)
    let enter = Text("\u{1B}[?1049h\u{1B}[?25l")
    let leave = Text("\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l")
  }

  /// Bytes that stay where they are.
  private struct Text {
    let start: UnsafeMutablePointer<UInt8>
    let count: Int

    init(_ text: String) {
      count = text.utf8.count
      start = .allocate(capacity: count)
      for (n, byte) in text.utf8.enumerated() { start[n] = byte }
    }

    func send() { _ = write(1, start, count) }
  }

  private static let mostSignals = 128
  nonisolated(unsafe) private static var memory: UnsafeMutablePointer<Memory>?

  /// The signals that end a program: from outside, and by a fault within.
  private static let ending = [
    SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM,
    SIGPROF, SIGSYS, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT,
  ]

  /// The end of a pipe at which something lies when a signal came.
  static var alarm: Int32 { memory?.pointee.pipe.read ?? -1 }

  /// Shows the alternate screen; `false` where there is no terminal, with the reason in errno.
  static func enter() -> Bool {
    let memory = memory ?? make()
    guard tcgetattr(0, &memory.pointee.before) == 0 else { return false }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    memory.pointee.pipe = (ends[0], ends[1])
    memory.pointee.isAlarmed = false
    memory.pointee.raw = raw(memory.pointee.before)
    memory.pointee.isWanted = true
    for number in ending { install(number, end, memory) }
    install(SIGTSTP, stop, memory)
    install(SIGCONT, goOn, memory)
    install(SIGWINCH, { _ in TerminalState.memory.map(TerminalState.ring) }, memory)
    show(memory)
    return true
  }

  /// Sets everything back.
  static func leave() {
    guard let memory, memory.pointee.isWanted else { return }
    memory.pointee.isWanted = false
    hide(memory)
    for number in ending + [SIGTSTP, SIGCONT, SIGWINCH] {
      sigaction(number, memory.pointee.handlers + Int(number), nil)
    }
    close(memory.pointee.pipe.read)
    close(memory.pointee.pipe.write)
  }

  /// Takes note of a signal, and shows the screen again where it is not there: a program that cannot be
  /// stopped goes on without being told.
  static func takeAlarm() {
    guard let memory else { return }
    if memory.pointee.isAlarmed {
      var byte: UInt8 = 0
      _ = read(memory.pointee.pipe.read, &byte, 1)
      memory.pointee.isAlarmed = false
    }
    if !memory.pointee.isShown { showAgain(memory) }
  }

  private static func make() -> UnsafeMutablePointer<Memory> {
    let made = UnsafeMutablePointer<Memory>.allocate(capacity: 1)
    made.initialize(to: Memory())
    memory = made
    return made
  }

  /// Keys one by one and unseen; signals still come from the keyboard, and lines end as ever.
  private static func raw(_ settings: termios) -> termios {
    var raw = settings
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &raw.c_cc) { bytes in
      bytes[Int(VMIN)] = 1
      bytes[Int(VTIME)] = 0
    }
    return raw
  }

  private static func install(
    _ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void,
    _ memory: UnsafeMutablePointer<Memory>
  ) {
    sigaction(number, nil, memory.pointee.handlers + Int(number))
    Platform.handle(number, by: handler)
  }

  // MARK: What handlers do, too

  private static func show(_ memory: UnsafeMutablePointer<Memory>) {
    memory.pointee.isShown = true
    tcsetattr(0, TCSANOW, &memory.pointee.raw)
    memory.pointee.enter.send()
  }

  private static func hide(_ memory: UnsafeMutablePointer<Memory>) {
    guard memory.pointee.isShown else { return }
    memory.pointee.leave.send()
    tcsetattr(0, TCSANOW, &memory.pointee.before)
    // Last, so that a signal that comes in between does all of it again.
    memory.pointee.isShown = false
  }

  private static func showAgain(_ memory: UnsafeMutablePointer<Memory>) {
    guard memory.pointee.isWanted else { return }
    Platform.handle(SIGTSTP, by: stop)
    show(memory)
  }

  /// Wakes whoever waits for keys.
  private static func ring(_ memory: UnsafeMutablePointer<Memory>) {
    guard !memory.pointee.isAlarmed else { return }
    memory.pointee.isAlarmed = true
    var byte: UInt8 = 0
    _ = write(memory.pointee.pipe.write, &byte, 1)
  }

  /// Ends the program by the signal itself, whatever handler the language's runtime has for it: that would
  /// take a key for a crash.
  private static let end: @convention(c) (Int32) -> Void = { number in
    guard let memory = TerminalState.memory else { return }
    TerminalState.hide(memory)
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Stops the program, which happens when the handler is left.
  private static let stop: @convention(c) (Int32) -> Void = { number in
    guard let memory = TerminalState.memory else { return }
    let reason = errno
    TerminalState.hide(memory)
    sigaction(number, memory.pointee.handlers + Int(number), nil)
    raise(number)
    TerminalState.ring(memory)
    errno = reason
  }

  private static let goOn: @convention(c) (Int32) -> Void = { _ in
    guard let memory = TerminalState.memory else { return }
    let reason = errno
    // In the background it would be stopped again, in the midst of being ended perhaps.
    if memory.pointee.isWanted, tcgetpgrp(0) == getpgrp() { TerminalState.showAgain(memory) }
    TerminalState.ring(memory)
    errno = reason
  }
}
