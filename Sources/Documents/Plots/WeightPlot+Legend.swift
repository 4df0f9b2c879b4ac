internal import Derivations
internal import Phrases
internal import ScalarBackprop

extension WeightPlot {
  /// What the marks mean, with their numbers.
  var legend: PlotLegend {
    var legend = PlotLegend()
    func add(_ mark: PlotLegend.Mark, _ phrase: Phrase) {
      legend.add(mark, phrase.wording(in: language))
    }
    add(.dot, .beforeStep([equation(.value), equation(.loss(.before))]))
    if gradient == nil {
      add(.none, .noTangent)
    } else {
      add(.dashes, .tangentIsGradient(equation(.gradient)))
    }
    guard let new, let change else {
      add(.none, .isFrozen(symbol(.value)))
      return legend
    }
    if change == 0 || new == value {
      add(.none, .noStep(changeEquation))
    } else if isTooShort {
      add(.none, .stepTooShort(changeEquation))
    } else {
      add(.arrow, .stepLeads(changeEquation, to: equation(.new)))
      add(.ring, .lossThere(lossEquation(at: new)))
    }
    return legend
  }

  /// Δw with what it is made of where that is the gradient alone: −η·∂E/∂w, with weight decay
  /// −η·(∂E/∂w + λ·w).
  private var changeEquation: [MathPart] {
    let rule = derivation.trace.rule
    guard rule.optimizer.isPlain, gradient != nil else { return equation(.change) }
    var gradient: [MathPart] = [.symbol(symbol(.gradient))]
    if rule.weightDecay != 0, parameter.part == .weights {
      let decay = Symbol.letter(Formula.Constant.weightDecay.letter(in: symbols.notation))
      gradient =
        [.open] + gradient + [.plus, .symbol(decay), .times, .symbol(symbol(.value)), .close]
    }
    return [
      .symbol(symbol(.change)), .equals, .negation, .symbol(symbols.learningRate), .times,
    ] + gradient + equation(.change).dropFirst()
  }
}
