/// The loss of a step's samples over one parameter, with everything else as the step found it.
///
/// A parameter that is used more than once, as in a kernel or a tied layer, moves at all places at once.
public final class LossCurve {
  private let trace: Trace
  private let parameter: Parameter
  private let workspace: Workspace
  private let samples: SampleRows
  private let rounding: Rounding?
  /// Where the parameter stands in the flat storage.
  private let place: Int

  /// Takes a parameter of a step; `nil` where the network has no such parameter, or the step has no
  /// loss, as there are no targets.
  ///
  /// - Parameters:
  ///   - parameter: of the trace's network.
  ///   - trace: says where everything else stands, and with which sign a bias is told.
  ///   - rounding: what the trace was rounded with; `nil` carries everything.
  public init?(of parameter: Parameter, in trace: Trace, rounding: Rounding? = nil) {
    guard trace.hasTargets, let place = NetworkPlan(trace.network).index(of: parameter) else {
      return nil
    }
    self.trace = trace
    self.parameter = parameter
    self.place = place
    self.rounding = rounding
    samples = SampleRows(trace.samples)
    let layout = TraceLayout(
      trace.network, hasTargets: true, optimizer: .gradientDescent, convention: Convention())
    workspace = Workspace(trace.network, layout: layout, rule: UpdateRule(), isRecorded: false)
  }

  /// E where the parameter has a value, told with the sign of the trace's convention; not finite where
  /// it goes beyond Double.
  public func loss(at value: Double) -> Double {
    workspace.parameters[place] = trace.convention.told(value, as: .parameter(.value, parameter))
    guard let rounding else {
      var recorder = NoRecorder()
      return loss(&recorder)
    }
    var recorder = RoundingRecorder(rounding: rounding)
    return loss(&recorder)
  }

  private func loss<R: Recorder>(_ recorder: inout R) -> Double {
    var sum = 0.0
    for row in 0..<samples.count {
      workspace.load(row, of: samples)
      sum += workspace.forwardLoss(&recorder)
    }
    guard samples.count > 1 else { return sum }
    return recorder.keep(trace.batchLoss.of(sum, count: samples.count), at: 0)
  }
}

extension LossCurve {
  /// How far a picture should go to either side of the parameter: so far that a net value behind it
  /// leaves the steep part of a sigmoid and passes 0, that the loss bends away from its tangent, and that
  /// the step is inside; but not to where the loss is no number.
  public var reach: Double {
    let value = trace[.parameter(.value, parameter)] ?? 0
    let step = (trace[.parameter(.change, parameter)] ?? 0).magnitude
    let least = max(
      step.isFinite ? 1.5 * step : 0, value.magnitude * 1e-9, .leastNormalMagnitude * 1e9)
    var reach = LossCurve.rounded(max(least, netReach))
    for _ in 0..<40 where !bends(within: reach, of: value) { reach *= 2 }
    for _ in 0..<200 where !isMostlyFinite(within: reach, of: value) && reach / 2 > least {
      reach /= 2
    }
    return reach
  }

  /// How far until every net value has moved by 4, and half as far again as 0.
  private var netReach: Double {
    let topology = trace.network.topology
    var (input, net) = (0.0, 0.0)
    for use in topology.uses(of: parameter) {
      for sample in trace.samples.indices {
        input = max(input, factor(of: use, parameter.part, sample).magnitude)
        net = max(net, (trace[.net(use.to, .before), sample] ?? 0).magnitude)
      }
    }
    let reach = max(4, 1.5 * net) / input
    return reach.isFinite && reach < 1e12 ? reach : 4
  }

  /// What the parameter is multiplied with where it is used.
  private func factor(of use: Use, _ part: ParameterPart, _ sample: Int) -> Double {
    guard part == .weights else { return 1 }
    guard let source = use.from else { return trace[.sum(use.to, .before), sample] ?? 0 }
    let isInput = trace.network.topology.layer(of: source) < 0
    return trace[isInput ? .input(source) : .output(source, .before), sample] ?? 0
  }

  private func losses(within reach: Double, of value: Double) -> [(move: Double, loss: Double)] {
    (0...16).map { n in
      let move = reach * (Double(n) / 8 - 1)
      return (move, loss(at: value + move))
    }
  }

  private func isMostlyFinite(within reach: Double, of value: Double) -> Bool {
    losses(within: reach, of: value).count { $0.loss.isFinite } > 8
  }

  /// Whether the loss is somewhere as far from its tangent as makes a third of all that it varies; one
  /// that does not vary has nothing to show further out.
  private func bends(within reach: Double, of value: Double) -> Bool {
    let slope = trace[.parameter(.gradient, parameter)] ?? 0
    let middle = loss(at: value)
    let found = losses(within: reach, of: value).filter { $0.loss.isFinite }
    let all = found.map(\.loss) + [middle]
    guard let low = all.min(), let high = all.max(), (high - low).isFinite, found.count > 8 else {
      return true
    }
    let bend = found.map { ($0.loss - middle - slope * $0.move).magnitude }.max() ?? 0
    return bend >= 0.3 * (high - low)
  }

  /// A number of one digit, at most as large.
  private static func rounded(_ value: Double) -> Double {
    var unit = 1.0
    while unit * 10 <= value { unit *= 10 }
    while unit > value { unit /= 10 }
    return ([8, 6, 4, 3, 2, 1].first { $0 * unit <= value * (1 + 1e-9) } ?? 1) * unit
  }
}
