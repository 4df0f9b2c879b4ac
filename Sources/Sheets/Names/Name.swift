/// What a name on a sheet says by its letters, before anyone knows the network's nodes.
struct Name: Hashable {
  /// What the name is of, in the order in which letters are tried.
  enum Kind: Hashable {
    case loss, net, output, error, slope, delta, weight, bias, input, target, rate
    /// A node's own name alone, or a word that may be an error or the loss.
    case node, anyError
  }

  /// What is said of a parameter, or of the pass.
  enum Role: Hashable {
    case plain, old, new, gradient, change, after
  }

  var kind: Kind
  var role: Role
  /// The letter or word as the sheet has it, without its indices: entries of one letter share a
  /// numbering.
  var letter: String
  /// What stands below, above or behind it, one by one.
  var indices: [Index]
  /// Whether the name says a derivative of the loss, and so its sign.
  var isDerivative = false
  /// Of an error that is written as a difference, which one.
  var difference: Difference?

  /// Of a derivative of one output's share of the loss, ∂E_o1/∂out_h1, that output.
  var ofOutput: Index?
  /// Of a name that is a weight's: the neuron at one of its ends is meant. ∂net/∂w5 is what comes in
  /// there, and in the row of w5 below ∂E/∂out that of the neuron which it leads to.
  var end: End?

  /// An end of a weight.
  enum End: Hashable { case receiver, sender }

  /// Whether it is written as an activation of something: σ(h1).
  var wasApplied = false

  /// An error as a difference, whose sign it says.
  enum Difference: Hashable {
    case targetMinusOutput, outputMinusTarget
  }

  /// A number or a node's name at a letter.
  struct Index: Hashable {
    /// Empty for a layer as a whole.
    var text: String
    /// The layer that a word or letter says: h1, "hidden 1", o1, i1.
    var layer: Layer?
    /// Whether it stands above the letter, as layers do.
    var isAbove = false
    /// Whether it is a digit run right behind another index, as in W1[0].
    var isBracket = false
    var number: Int? { Int(text) }
    /// The name of a node as the sheet has it: h1 where h is read as a layer.
    var label: String {
      switch layer {
      case .hidden: "h" + text
      case .output: "o" + text
      default: text
      }
    }
    /// Whether nothing says its layer.
    var isNumberAlone: Bool { number != nil && layer == nil && !isAbove }

    enum Layer: Hashable {
      case input, hidden, output
      /// So many before the last: L−1.
      case beforeLast(Int)
    }
  }
}

extension Name {
  /// Makes it the same with the new parameters, where the sample goes through once more.
  mutating func followUpdate() {
    switch kind {
    case .net where role == .plain, .output where role == .plain, .loss where role == .plain:
      role = .after
    case .anyError where role == .plain && indices.isEmpty: (kind, role) = (.loss, .after)
    case .net, .output, .loss, .weight, .bias, .delta, .error, .anyError, .slope, .target, .input,
      .rate,
      .node:
      break
    }
  }
}
