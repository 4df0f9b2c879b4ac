package import Phrases
package import ScalarBackprop

/// The letters, labels and signs of a text, as data. It changes letters, and at most the sign of a
/// number.
package struct Notation: Sendable {
  /// How nodes are numbered or named.
  package enum Labels: Hashable, Sendable {
    /// 1, 2, 3 … through the whole network, inputs first.
    case throughNetwork
    /// 1, 2, 3 … within each layer.
    case perLayer
    /// By name; a node without one by its number through the network.
    case names
  }

  /// How weights are told apart.
  package enum WeightLabels: Hashable, Sendable {
    /// w_ji: into j from i.
    case toFrom
    /// w_ij: from i to j.
    case fromTo
    /// w1, w2 … in the order of the rows of weights.
    case counted
  }

  /// A letter for the hidden layers, and perhaps another for the output layer.
  package struct Letter: Hashable, Sendable {
    /// The letter in every layer but the last.
    package var hidden: String
    /// The letter in the output layer.
    package var output: String

    /// Makes one letter for every layer.
    package init(_ both: String) { (hidden, output) = (both, both) }
    /// Makes one letter for the hidden layers and one for the output layer.
    package init(hidden: String, output: String) { (self.hidden, self.output) = (hidden, output) }
  }

  /// The name by which files and the command line know it.
  package var name: String
  /// Other names for it.
  package var aliases: [String] = []
  /// The text that it is taken from.
  package var source: Phrase
  /// The sign of δ, and whether thresholds are subtracted.
  package var convention: Convention
  /// How nodes are told apart below a letter.
  package var labels: Labels
  /// How weights are told apart below a letter; w_ji unless said otherwise.
  package var weightLabels = WeightLabels.toFrom
  /// Whether outputs and targets count 1, 2 from the first output, whatever the labels.
  package var countsOutputs = false
  /// Whether a letter bears its layer above it: z^2_1.
  package var showsLayers = false

  /// The letter of an input, unless inputs go by their names.
  package var input = "x"
  /// The letter of the number that an output should come to.
  package var target = "t"
  /// The letter of what a neuron puts out, f(net).
  package var output: Letter
  /// The letter of the net value, the weighted sum and the bias.
  package var net: Letter
  /// The sum before the threshold, where thresholds are subtracted.
  package var sum = Letter("sum")
  /// The letter of a weight, by the layer it leads to.
  package var weight = Letter("w")
  /// The bias or threshold; `nil` where it is written as a weight on the constant 1: w_8b.
  package var bias: Letter?
  /// The letter or word for ±∂E/∂net.
  package var delta = Letter("δ")
  /// The error that reaches an output; `nil` where it is written as a derivative.
  package var error: String?
  /// The letter of the loss of a sample, and of the part of it that belongs to one output.
  package var loss = "E"
  /// What stands below the loss of the whole sample: total, or the index of the sample.
  package var lossLabel = ""
  /// Whether the loss of one output bears that label too, before its own.
  package var labelsOutputLosses = false
  /// f of f′(net); `nil` where the slope is written as a derivative.
  package var function: String?
  /// The letter of the factor from gradient to change.
  package var learningRate = "η"
  /// The index letters of a text that keeps one for each layer; `nil` where they are i, j, k by
  /// their place in a formula.
  package var indexLetters: (input: String, hidden: String, output: String)?
  /// The index letter of another output beside the one that a rule is about.
  package var otherOutputLetter = "k"
  /// Whether the text has just one hidden layer and no letters for more.
  package var needsOneHiddenLayer = false
}

extension Notation {
  /// The notation known by a name or one of its other names.
  package static func named(_ name: String) -> Notation? {
    profiles.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Whether it has letters for a network: some texts have just one hidden layer, fully connected.
  package func suits(_ network: Network) -> Bool {
    !needsOneHiddenLayer || network.layers.count == 2 && network.isDense
  }

  /// Every name that a notation is known by.
  package static var names: [String] { profiles.flatMap { [$0.name] + $0.aliases } }
}
