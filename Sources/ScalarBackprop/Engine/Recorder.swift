/// What is done with each number the engine works out.
///
/// The passes are generic over their recorder and specialised in this module, so that training,
/// which records nothing, pays nothing.
protocol Recorder {
  /// Takes a step's result and gives back what the calculation goes on with; the place is worked
  /// out only where it is used.
  mutating func keep(_ value: Double, at place: @autoclosure () -> Int) -> Double
  /// As `keep`, for a sum before its bias, which is a step of its own only under thresholds.
  mutating func keepSum(_ value: Double, at place: @autoclosure () -> Int) -> Double
  /// One more addend of a sum.
  func add(_ sum: Double, _ addend: Double) -> Double
}

extension Recorder {
  @inline(__always)
  func add(_ sum: Double, _ addend: Double) -> Double { sum + addend }
}

/// A recorder that writes numbers down.
protocol WritingRecorder: Recorder {
  /// The portion of a trace that it writes into.
  var values: UnsafeMutablePointer<Double> { get set }
}

/// Records nothing.
struct NoRecorder: Recorder {
  @inline(__always)
  func keep(_ value: Double, at place: @autoclosure () -> Int) -> Double { value }
  @inline(__always)
  func keepSum(_ value: Double, at place: @autoclosure () -> Int) -> Double { value }
}

/// Writes every number to its place in a trace.
struct TraceRecorder: WritingRecorder {
  var values: UnsafeMutablePointer<Double>

  @inline(__always)
  func keep(_ value: Double, at place: @autoclosure () -> Int) -> Double {
    values[place()] = value
    return value
  }

  @inline(__always)
  func keepSum(_ value: Double, at place: @autoclosure () -> Int) -> Double {
    keep(value, at: place())
  }
}

/// Rounds every number and records nothing: what a training by hand goes on with.
struct RoundingRecorder: Recorder {
  let rounding: Rounding

  func add(_ sum: Double, _ addend: Double) -> Double { rounding.add(sum, addend) }

  func keep(_ value: Double, at place: @autoclosure () -> Int) -> Double { rounding.round(value) }

  func keepSum(_ value: Double, at place: @autoclosure () -> Int) -> Double {
    rounding.roundsSums ? rounding.round(value) : value
  }
}

/// Rounds every number and writes it down.
struct RoundingTraceRecorder: WritingRecorder {
  var values: UnsafeMutablePointer<Double>
  let rounding: Rounding

  func add(_ sum: Double, _ addend: Double) -> Double { rounding.add(sum, addend) }

  func keep(_ value: Double, at place: @autoclosure () -> Int) -> Double {
    let rounded = rounding.round(value)
    values[place()] = rounded
    return rounded
  }

  func keepSum(_ value: Double, at place: @autoclosure () -> Int) -> Double {
    guard rounding.roundsSums else {
      values[place()] = value
      return value
    }
    return keep(value, at: place())
  }
}
