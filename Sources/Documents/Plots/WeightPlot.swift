package import Derivations
internal import Phrases
package import ScalarBackprop
package import Texts

/// The loss over one parameter of a step, with the tangent that is its gradient and the step that the
/// update takes; where that is short beside the whole, also a close-up.
package struct WeightPlot {
  let derivation: Derivation
  let parameter: Parameter
  let curve: LossCurve
  let language: Language
  let text: FormulaText
  let title: String
  private let format: NumberFormat

  /// Takes a parameter; `nil` where the network has no such parameter, or the step has no loss.
  ///
  /// - Parameters:
  ///   - parameter: of the derivation's network.
  ///   - derivation: the step.
  ///   - rounding: what the step was rounded with; `nil` carries everything.
  ///   - title: what the step is called; any text.
  ///   - language: that of what is said.
  ///   - format: for numbers that were not typed.
  package init?(
    _ parameter: Parameter, of derivation: Derivation, rounding: Rounding?, title: String,
    language: Language, format: NumberFormat
  ) {
    guard let curve = LossCurve(of: parameter, in: derivation.trace, rounding: rounding) else {
      return nil
    }
    self.curve = curve
    self.derivation = derivation
    self.parameter = parameter
    self.language = language
    self.title = title
    self.format = format
    text = FormulaText(derivation, format: format)
  }

  private static let (left, width, top, height) = (96.0, 620.0, 84.0, 270.0)
  private static let (closeUpTop, closeUpHeight) = (444.0, 190.0)
  /// A step that is shorter than this in the picture of the whole is shown in a close-up.
  private static let shortest = 40.0

  // MARK: Numbers and their names

  var value: Double { derivation.trace[.parameter(.value, parameter)] ?? 0 }
  var loss: Double { derivation.trace[.loss(.before)] ?? .nan }
  /// `nil` under the perceptron rule.
  var gradient: Double? {
    derivation.trace.network.loss.hasGradient
      ? derivation.trace[.parameter(.gradient, parameter)] : nil
  }
  /// `nil` where the parameter is frozen.
  var change: Double? { derivation.trace[.parameter(.change, parameter)] }
  var new: Double? { derivation.trace[.parameter(.new, parameter)] }

  var symbols: Symbols { derivation.symbols }
  func symbol(_ role: ParameterRole) -> Symbol {
    symbols.symbol(for: .parameter(role, parameter))
  }

  /// A symbol and its number.
  func equation(_ quantity: Quantity) -> [MathPart] {
    [.symbol(symbols.symbol(for: quantity)), .equals, .number(text.number(quantity))]
  }
  func equation(_ role: ParameterRole) -> [MathPart] { equation(.parameter(role, parameter)) }

  /// The loss at the new value, if only this parameter changes.
  func lossEquation(at new: Double) -> [MathPart] {
    [
      .symbol(symbols.loss), .open, .symbol(symbol(.new)), .close, .equals,
      .number(format.text(curve.loss(at: new))),
    ]
  }

  // MARK: The picture

  /// Writes the picture as a file of its own.
  package func write(to output: TextOutput) {
    let main = mainFrame
    let step = drawnStep
    let isClose = step.map { (main.x.place($0) - main.x.place(value)).magnitude < Self.shortest }
    let hasCloseUp = isClose == true
    let bottom = hasCloseUp ? Self.closeUpTop + Self.closeUpHeight : Self.top + Self.height
    let legend = legend
    let name = Phrase.lossOver(symbols.loss, symbol(.value)).wording(in: language)
    PlotPage(
      title: PlotPage.title(name, of: title, language), description: legend.sentence(language),
      headline: title.isEmpty ? name.text : title,
      width: max(760, 24 + legend.width + 24), height: bottom + 58 + legend.height,
      style: PlotStyle.details
    ).begin(to: output)
    write(main, id: "whole", step: hasCloseUp ? nil : step, isCloseUp: false, to: output)
    if hasCloseUp, let step {
      write(closeUpFrame(of: step), id: "close", step: step, isCloseUp: true, to: output)
    }
    legend.write(x: 24, y: bottom + 62, to: output)
    PlotPage.end(to: output)
  }

  /// The new value, where a step to it can be drawn.
  private var drawnStep: Double? {
    guard let new, let change, change != 0, new.isFinite, new != value else { return nil }
    return isTooShort ? nil : new
  }

  /// Whether what the loss changes by on the step is mostly rounding.
  var isTooShort: Bool {
    guard let new, loss.isFinite else { return false }
    let ends = [curve.loss(at: new), curve.loss(at: value - (new - value))]
    let most = ends.filter(\.isFinite).map { ($0 - loss).magnitude }.max() ?? 0
    return most > 0 && most < 500 * loss.ulp
  }

  private var mainFrame: PlotFrame {
    let reach = curve.reach
    let x = Scale(value - reach, value + reach, from: Self.left, to: Self.left + Self.width)
    let losses = values(over: x).map(\.y).filter(\.isFinite)
    // One that is the same everywhere is seen against 0.
    let isFlat = losses.min() == losses.max()
    let y = Scale(
      around: losses + (isFlat ? [0] : []), margin: 0.1, from: Self.top + Self.height, to: Self.top)
    return PlotFrame(
      title: Phrase.lossOver(symbols.loss, symbol(.value)).wording(in: language), x: x, y: y,
      xName: "\(symbol(.value))", yName: "\(symbols.loss)", nameRoom: 68)
  }

  /// Counted from the present values.
  private func closeUpFrame(of new: Double) -> PlotFrame {
    let step = new - value
    let x = Scale(
      step / 2 - 1.6 * step.magnitude, step / 2 + 1.6 * step.magnitude, from: Self.left,
      to: Self.left + Self.width)
    let y = Scale(
      around: values(over: x, from: value).map { $0.y - loss }, margin: 0.15,
      from: Self.closeUpTop + Self.closeUpHeight, to: Self.closeUpTop)
    return PlotFrame(
      title: Phrase.closeUp.wording(in: language), x: x, y: y,
      xName: Phrase.changeOf(symbol(.value)).wording(in: language),
      yName: Phrase.changeOf(symbols.loss).wording(in: language), nameRoom: 68)
  }

  /// The loss over a scale whose values are counted from one.
  private func values(over x: Scale, from origin: Double = 0) -> [(x: Double, y: Double)] {
    (0...240).map { n in
      let place = x.low + (x.high - x.low) * Double(n) / 240
      return (place, curve.loss(at: origin + place))
    }
  }

  private func write(
    _ frame: PlotFrame, id: String, step: Double?, isCloseUp: Bool, to output: TextOutput
  ) {
    frame.write(to: output)
    let (origin, base) = isCloseUp ? (value, loss) : (0, 0)
    let (now, height) = (value - origin, loss - base)
    var covered: [PlotFrame.Point] = []
    var tangent: [PlotFrame.Point] = []
    frame.clipped(id, to: output) {
      let values = values(over: frame.x, from: origin).map { ($0.x, $0.y - base) }
      covered += frame.writeCurve(values, "c0", to: output)
      if let gradient {
        tangent = frame.writeTangent(at: now, height, slope: gradient, to: output)
      }
    }
    var labels = PlotLabels(in: frame, around: covered + tangent)
    if loss.isFinite {
      let place = frame.point(now, height)
      frame.writeGuide((place.x, frame.bottom), place, to: output)
      if let step {
        write(step, in: frame, from: place, to: (step - origin, base), &labels, to: output)
      }
      output.write(PlotLegend.circle("dot c0", place.x, place.y, 4.5))
      if !isCloseUp { label(place, in: frame, tangentEnd: tangent.last, &labels, to: output) }
    }
  }

  /// The arrow to the new value, and the loss there.
  private func write(
    _ new: Double, in frame: PlotFrame, from place: PlotFrame.Point,
    to target: (x: Double, base: Double), _ labels: inout PlotLabels, to output: TextOutput
  ) {
    let found = curve.loss(at: new)
    let tip = (x: frame.x.place(target.x), y: place.y)
    output.write(PlotLegend.arrow(from: place, to: tip))
    labels.write(
      "\(equation(.change))", at: ((place.x + tip.x) / 2, place.y), to: output)
    guard found.isFinite else { return }
    let end = frame.point(target.x, found - target.base)
    frame.writeGuide(tip, end, to: output)
    output.write(PlotLegend.circle("dot c2", end.x, end.y, 4.5))
    labels.write("\(lossEquation(at: new))", at: end, to: output)
  }

  /// The numbers of the whole picture: the value, the loss, the gradient.
  private func label(
    _ place: PlotFrame.Point, in frame: PlotFrame, tangentEnd end: PlotFrame.Point?,
    _ labels: inout PlotLabels, to output: TextOutput
  ) {
    labels.write("\(equation(.loss(.before)))", at: place, to: output)
    labels.write(
      "\(equation(.value))", at: (place.x, frame.bottom - 14), to: output)
    if gradient != nil, let end {
      labels.write("\(equation(.gradient))", at: end, to: output)
    }
  }
}
