package import ScalarBackprop

// What the quantities of the update are called, and why their rules hold.

extension Phrase {
  package static let changeName = Phrase("change", "改变量")
  package static let newName = Phrase("new value", "新值")
  package static let newReason = Phrase("The old value plus its change.", "旧值加改变量。")
  package static let mergedUpdate = Phrase(
    "All in one line, for the first weight: the formula of the error term in its place, with the old weights.",
    "合并成一行（以第一个权重为例）：把误差项的公式代入，其中都用旧权重。")
  package static let perceptronChangeReason = Phrase(
    "The perceptron rule: learning rate times (target minus output) times input.",
    "感知机规则：学习率 ×（目标值 − 输出）× 输入值。")

  /// The symbols that a sentence about a change speaks in, by the notation.
  package struct ChangeSymbols {
    let rate, weight, gradient, momentum, decay: MathPart

    /// Takes η, any weight, ∂E/∂w of it, μ and the λ of weight decay.
    package init(
      rate: Symbol, weight: Symbol, gradient: Symbol, momentum: Symbol, decay: Symbol
    ) {
      self.rate = .symbol(rate)
      self.weight = .symbol(weight)
      self.gradient = .symbol(gradient)
      self.momentum = .symbol(momentum)
      self.decay = .symbol(decay)
    }
  }

  /// `isDecayed` says that weight decay adds to the gradients of weights, `isFrozen` that some
  /// parameters are left as they are.
  package static func changeReason(
    _ optimizer: Optimizer, _ symbols: ChangeSymbols, isDecayed: Bool, isFrozen: Bool
  ) -> Phrase {
    let reason = changeReason(optimizer, symbols, isFrozen: isFrozen)
    guard isDecayed else { return reason }
    return reason.followed(
      by: Phrase(
        "Weight decay adds \([symbols.decay, .times, symbols.weight]) to the gradient of a weight first.",
        "权重衰减先给权重的梯度加上 \([symbols.decay, .times, symbols.weight])。"))
  }
  private static func changeReason(
    _ optimizer: Optimizer, _ symbols: ChangeSymbols, isFrozen: Bool
  ) -> Phrase {
    let rate: [MathPart] = [.negation, symbols.rate]
    switch optimizer {
    case .gradientDescent:
      let (w, g) = (symbols.weight, symbols.gradient)
      let step: [MathPart] = [w, .becomes, w, .minus, symbols.rate, .times, g]
      return isFrozen
        ? Phrase(
          "Every parameter \([w]) but the frozen ones takes a step against its gradient: \(step).",
          "除冻结的以外，每个参数 \([w]) 沿负梯度方向更新：\(step)。")
        : Phrase(
          "Every parameter \([w]) takes a step against its gradient: \(step).",
          "每个参数 \([w]) 沿负梯度方向更新：\(step)。")
    case .momentum:
      return Phrase(
        "Every parameter changes by \(rate) times its velocity.", "改变量等于 \(rate) 乘以速度。")
    case .nesterov:
      return Phrase(
        "Every parameter changes by \(rate) times the sum of its gradient and \([symbols.momentum]) times its velocity, which looks one step ahead.",
        "改变量等于 \(rate) 乘以（梯度加 \([symbols.momentum]) 倍速度），相当于先向前看一步。")
    case .adagrad:
      return Phrase(
        "\(rate) times the gradient, divided by the square root of the sum of its squares, so that flat and steep directions take steps of similar size.",
        "\(rate) 乘以梯度，除以梯度平方和的平方根，使平缓方向与陡峭方向的步长相近。")
    case .rmsprop:
      return Phrase(
        "\(rate) times the gradient, divided by the square root of the running mean of its squares, so that flat and steep directions take steps of similar size.",
        "\(rate) 乘以梯度，除以梯度平方的指数滑动平均的平方根，使平缓方向与陡峭方向的步长相近。")
    case .adam:
      return Phrase(
        "\(rate) times the corrected first moment, divided by the square root of the corrected second moment, so that flat and steep directions take steps of similar size.",
        "\(rate) 乘以修正后的一阶矩，除以修正后的二阶矩的平方根，使平缓方向与陡峭方向的步长相近。")
    }
  }

  package static func stateName(_ state: Optimizer.State, _ optimizer: Optimizer) -> Phrase {
    switch state {
    case .velocity: Phrase("velocity", "速度")
    case .square:
      switch optimizer {
      case .adagrad: Phrase("sum of squares", "梯度平方和")
      case .adam: Phrase("second moment", "二阶矩")
      case .gradientDescent, .momentum, .nesterov, .rmsprop:
        Phrase("mean square", "梯度平方的指数滑动平均")
      }
    case .moment: Phrase("first moment", "一阶矩")
    case .correctedMoment: Phrase("corrected first moment", "修正后的一阶矩")
    case .correctedSquare: Phrase("corrected second moment", "修正后的二阶矩")
    }
  }
  /// The letter is that of the number of the step.
  package static func stateReason(
    _ state: Optimizer.State, _ optimizer: Optimizer, number: Symbol
  ) -> Phrase {
    switch state {
    case .velocity:
      Phrase(
        "The velocity keeps part of earlier gradients and adds the new one; it starts at 0.",
        "速度保留以前梯度的一部分，再加上新的梯度；初值为 0。")
    case .square:
      if case .adagrad = optimizer {
        Phrase(
          "The sum of the squares of all gradients so far; it starts at 0.",
          "到目前为止所有梯度的平方和；初值为 0。")
      } else {
        Phrase(
          "A running mean of the squared gradients\(optimizer.isAdam ? " (the second moment)" : ""); it starts at 0.",
          "梯度平方的指数滑动平均\(optimizer.isAdam ? "（二阶矩）" : "")；初值为 0。")
      }
    case .moment:
      Phrase(
        "A running mean of the gradients (the first moment); it starts at 0.",
        "梯度的指数滑动平均（一阶矩）；初值为 0。")
    case .correctedMoment, .correctedSquare:
      Phrase(
        "A running mean that starts at 0 is too small in the first steps; dividing by one minus its decay to the power of the number \(number) of the step corrects that (bias correction).",
        "指数滑动平均以 0 为初值，开头几步偏小；除以（1 减去衰减率的 \(number) 次方）作偏差修正，\(number) 为步数。")
    }
  }
}

extension Optimizer {
  fileprivate var isAdam: Bool { if case .adam = self { true } else { false } }

  /// What people call it.
  package var title: Phrase {
    switch self {
    case .gradientDescent: Phrase("gradient descent", "梯度下降")
    case .momentum: Phrase("momentum", "动量法")
    case .nesterov: Phrase("Nesterov momentum", "Nesterov 动量法")
    case .adagrad: Phrase(verbatim: "AdaGrad")
    case .rmsprop: Phrase(verbatim: "RMSProp")
    case .adam: Phrase(verbatim: "Adam")
    }
  }
}

extension Activation {
  /// What it is called in a sentence.
  package var noun: Phrase {
    switch self {
    case .identity: Phrase("the identity", "恒等函数")
    case .sigmoid: Phrase("the sigmoid", " sigmoid")
    case .step: Phrase("the step function", "阶跃函数")
    case .sign: Phrase("the sign function", "符号函数")
    case .tanh, .relu, .leakyReLU, .elu, .softplus, .gelu, .silu, .mish, .softmax:
      Phrase("\(title.english)", " \(title.chinese)")
    }
  }

  /// What people call it.
  package var title: Phrase {
    switch self {
    case .identity: Phrase("identity", "恒等")
    case .sigmoid: Phrase(verbatim: "sigmoid")
    case .tanh: Phrase(verbatim: "tanh")
    case .relu: Phrase(verbatim: "ReLU")
    case .leakyReLU: Phrase(verbatim: "leaky ReLU")
    case .elu: Phrase(verbatim: "ELU")
    case .softplus: Phrase(verbatim: "softplus")
    case .gelu: Phrase(verbatim: "GELU")
    case .silu: Phrase(verbatim: "SiLU")
    case .mish: Phrase(verbatim: "Mish")
    case .softmax: Phrase(verbatim: "softmax")
    case .step: Phrase("step", "阶跃函数")
    case .sign: Phrase("sign", "符号函数")
    }
  }
}
