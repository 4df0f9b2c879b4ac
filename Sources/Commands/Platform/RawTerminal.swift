// A terminal that hands on each key, and a screen of one's own in it.

#if canImport(Darwin)
  private import Darwin
#elseif canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// The process's own terminal while keys are read one by one: on the alternate screen, without its cursor.
/// Everything is as before once it is left, by whatever way.
struct RawTerminal: ~Copyable {
  /// What came.
  enum Event {
    case bytes([UInt8])
    /// The window has another size, or something else was shown meanwhile.
    case redraw
    case nothing
    case ended
  }

  /// Takes the terminal, or says why it cannot.
  init() throws(Platform.Failure) {
    guard TerminalState.enter() else { throw Platform.Failure(reason: Platform.reason) }
  }

  deinit { TerminalState.leave() }

  /// Gives the terminal back.
  consuming func leave() {}

  /// Columns and rows of the window.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Shows bytes, or says why it cannot.
  func show(_ bytes: [UInt8]) -> String? { Platform.send(bytes, to: 1) }

  /// Waits for keys or for a signal.
  ///
  /// - Parameter milliseconds: how long; `nil` for as long as it takes.
  func wait(atMost milliseconds: Int?) -> Event {
    var places = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: TerminalState.alarm, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&places, 2, milliseconds.map { Int32($0) } ?? -1)
    if count < 0, errno != EINTR { return .ended }
    if count == 0 { return .nothing }
    if count < 0 || places[1].revents != 0 {
      TerminalState.takeAlarm()
      return .redraw
    }
    var bytes = [UInt8](repeating: 0, count: 256)
    let length = bytes.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
    if length < 0 { return errno == EINTR || errno == EAGAIN ? .redraw : .ended }
    return length == 0 ? .ended : .bytes(Array(bytes[..<length]))
  }
}
