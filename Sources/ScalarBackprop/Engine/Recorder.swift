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
}

/// Records nothing.
struct NoRecorder: Recorder {
  @inline(__always)
  func keep(_ value: Double, at place: @autoclosure () -> Int) -> Double { value }
  @inline(__always)
  func keepSum(_ value: Double, at place: @autoclosure () -> Int) -> Double { value }
}

/// Writes every number to its place in a trace.
struct TraceRecorder: Recorder {
  let values: UnsafeMutableBufferPointer<Double>

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

/// Rounds every number, as a person does who works with what they wrote down, and records it.
struct RoundingRecorder: Recorder {
  let values: UnsafeMutableBufferPointer<Double>
  let roundsSums: Bool
  let round: (Double) -> Double

  func keep(_ value: Double, at place: @autoclosure () -> Int) -> Double {
    let rounded = round(value)
    values[place()] = rounded
    return rounded
  }

  func keepSum(_ value: Double, at place: @autoclosure () -> Int) -> Double {
    guard roundsSums else {
      values[place()] = value
      return value
    }
    return keep(value, at: place())
  }
}
