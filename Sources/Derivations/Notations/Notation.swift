public import Phrases
public import ScalarBackprop

/// The letters, labels and signs of a text, as data. It changes letters, and at most the sign of a
/// number.
public struct Notation: Sendable {
  /// How nodes are numbered or named.
  public enum Labels: Hashable, Sendable {
    /// 1, 2, 3 … through the whole network, inputs first.
    case throughNetwork
    /// 1, 2, 3 … within each layer.
    case perLayer
    /// By name; a node without one by its number through the network.
    case names
  }

  /// How weights are told apart.
  public enum WeightLabels: Hashable, Sendable {
    /// w_ji: into j from i.
    case toFrom
    /// w_ij: from i to j.
    case fromTo
    /// w1, w2 … in the order of the rows of weights.
    case counted
  }

  /// A letter for the hidden layers, and perhaps another for the output layer.
  public struct Letter: Hashable, Sendable {
    /// The letter in every layer but the last.
    public var hidden: String
    /// The letter in the output layer.
    public var output: String

    /// Makes one letter for every layer.
    public init(_ both: String) { (hidden, output) = (both, both) }
    /// Makes one letter for the hidden layers and one for the output layer.
    public init(hidden: String, output: String) { (self.hidden, self.output) = (hidden, output) }
  }

  /// The name by which files and the command line know it.
  public var name: String
  /// Other names for it.
  public var aliases: [String] = []
  /// The text that it is taken from.
  public var source: Phrase
  /// The sign of δ, and whether thresholds are subtracted.
  public var convention: Convention
  /// How nodes are told apart below a letter.
  public var labels: Labels
  /// How weights are told apart below a letter; w_ji unless said otherwise.
  public var weightLabels = WeightLabels.toFrom
  /// Whether outputs and targets count 1, 2 from the first output, whatever the labels.
  public var countsOutputs = false
  /// Whether a letter bears its layer above it: z^2_1.
  public var showsLayers = false

  /// The letter of an input, unless inputs go by their names.
  public var input = "x"
  /// The letter of the number that an output should come to.
  public var target = "t"
  /// The letter of what a neuron puts out, f(net).
  public var output: Letter
  /// The letter of the net value, the weighted sum and the bias.
  public var net: Letter
  /// The sum before the threshold, where thresholds are subtracted.
  public var sum = Letter("sum")
  /// The letter of a weight, by the layer it leads to.
  public var weight = Letter("w")
  /// The bias or threshold; `nil` where it is written as a weight on the constant 1: w_8b.
  public var bias: Letter?
  /// The letter or word for ±∂E/∂net.
  public var delta = Letter("δ")
  /// The error that reaches an output; `nil` where it is written as a derivative.
  public var error: String?
  /// The letter of the loss of a sample, and of the part of it that belongs to one output.
  public var loss = "E"
  /// What stands below the loss of the whole sample: total, or the index of the sample.
  public var lossLabel = ""
  /// Whether the loss of one output bears that label too, before its own.
  public var labelsOutputLosses = false
  /// f of f′(net); `nil` where the slope is written as a derivative.
  public var function: String?
  /// The letter of the factor from gradient to change.
  public var learningRate = "η"
  /// The index letters of a text that keeps one for each layer; `nil` where they are i, j, k by
  /// their place in a formula.
  public var indexLetters: (input: String, hidden: String, output: String)?
  /// The index letter of another output beside the one that a rule is about.
  public var otherOutputLetter = "k"
  /// Whether the text has just one hidden layer and no letters for more.
  public var needsOneHiddenLayer = false
}

extension Notation {
  /// The notation known by a name or one of its other names.
  public static func named(_ name: String) -> Notation? {
    profiles.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Every name that a notation is known by.
  public static var names: [String] { profiles.flatMap { [$0.name] + $0.aliases } }
}
