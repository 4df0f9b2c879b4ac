package import Phrases
public import ScalarBackprop
package import Texts

/// What a network file says: a network, samples to take through it, and how it is trained.
public struct NetworkFile: Sendable {
  /// Any text; writers escape it.
  public var title: String?
  /// The notation the file asks to be shown in.
  public var notation: String?
  /// Where it asks for that.
  package var notationPosition: SourcePosition?
  /// Where it names its loss, if it does.
  package var lossPosition: SourcePosition?
  /// The network with its first parameters, those drawn at random included.
  public var network: Network
  /// At least one.
  public var samples: [Sample]
  /// Samples that it is never trained on, each with targets, in whose loss a training is looked at; empty
  /// where the file says nothing of them.
  public var validation: [Sample] = []
  /// How it is trained; the usual settings where the file says nothing.
  public var training: Training
  /// How its hidden layers may be trained before; `nil` where the file says nothing of that.
  public var pretraining: Pretraining?
  /// How the numbers of each decoder were typed.
  package var typedDecoders: [TypedLayer] = []
  /// How the learning rate of the stages was typed.
  package var typedStageRate: String?
  /// Whether every sample's targets are its inputs, as the file says in one place.
  package var targetsAreInputs = false
  /// How the numbers of the file were typed, by what they are; random ones were not typed. A
  /// bias given as a threshold is kept with its sign turned.
  package var typedParameters: [Parameter: String]
  /// Whether any biases are given as thresholds.
  package var hasThresholds: Bool
  /// How each sample's inputs and targets were typed.
  package var typedSamples: [TypedSample]
  /// Where each sample stands.
  package var samplePositions: [SourcePosition]
  /// The file that the samples stand in; `nil` where it is this one.
  package var samplesFile: String?
  /// How the learning rate was typed.
  package var typedLearningRate: String?
  /// What whoever takes the file should be told of it.
  package var note: Phrase?
}

/// How the parameters of a layer were typed, in their flat order; `nil` where they were drawn.
package struct TypedLayer: Sendable {
  /// One text a weight.
  package var weights: [String]?
  /// One text a bias.
  package var biases: [String]?
}

extension NetworkFile {
  /// The words of a key, and behind them the other ones that mean the same.
  private static func words<Word: RawRepresentable<String> & CaseIterable>(
    _: Word.Type, _ aliases: [String: Word]
  ) -> [String] {
    Word.allCases.map(\.rawValue)
      + aliases.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.rawValue))" }
  }

  /// Every key that may stand in a file.
  package static let keys =
    NetworkFileReader.keys + LayerKind.allKeys + NetworkFileReader.pretrainingKeys
    + Optimizer.Constant.allCases.map(\.rawValue)

  /// The words that may stand behind some keys, for help; an optimiser's with those of its constants.
  package static let words: [(key: String, words: [String])] = [
    ("activation", words(Activation.self, NetworkFileReader.activationAliases)),
    ("loss", words(Loss.self, NetworkFileReader.lossAliases)),
    (
      "kind",
      Optimizer.usual.map { optimizer in
        let keys = optimizer.constants.map(\.constant.rawValue)
        return optimizer.name + (keys.isEmpty ? "" : " (\(keys.joined(separator: ", ")))")
      }
    ),
    ("kind of layer", LayerKind.allCases.map(\.rawValue)),
    ("random", Initializer.Kind.allCases.map(\.rawValue)),
    ("batchLoss", BatchLoss.allCases.map(\.rawValue)),
    ("frozen", ParameterPart.allCases.map(\.rawValue)),
  ]
}
