/// What a file may hold at most; checked before anything is allocated for it.
public enum Limits {
  /// Bytes of a file.
  public static let fileSize = 32 << 20
  /// Levels of brackets.
  public static let depth = 64
  /// Nodes of one layer.
  public static let neurons = 100_000
  /// Layers of a network, its inputs not counted.
  public static let layers = 1_000
  /// Weights and biases of a network.
  public static let parameters = 1_000_000
  /// Outputs of a softmax, whose derivatives are the square of their number.
  public static let softmaxOutputs = 1_000
  /// Letters of a node's name.
  public static let nameLength = 32
}
