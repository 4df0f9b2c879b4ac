/// How large things may be; checked before anything is allocated for them.
package enum Limits {
  // MARK: A file

  /// Bytes of a file.
  package static let fileSize = 32 << 20
  /// Levels of brackets.
  package static let depth = 64
  /// Numbers, texts, lists and objects in a file, or fields of a table of samples.
  package static let values = 4_000_000
  /// Keys of one object, of which none needs a tenth.
  package static let keys = 200
  /// Characters of a number, which are more than any Double has.
  package static let numberLength = 1_000
  /// Characters of a title, or of a sample's name.
  package static let titleLength = 10_000
  /// Letters of a node's name.
  package static let nameLength = 32

  // MARK: A network

  /// Nodes of one layer.
  package static let neurons = 100_000
  /// Rows or columns of a map or a window, or maps.
  package static let mapSize = 100_000
  /// Places at which the windows of a layer see a node.
  package static let links = 5_000_000
  /// Layers of a network, its inputs not counted.
  package static let layers = 1_000
  /// Weights and biases of a network.
  package static let parameters = 1_000_000
  /// Outputs of a softmax, whose derivatives are the square of their number.
  package static let softmaxOutputs = 1_000
  /// Samples to be trained on.
  package static let samples = 500_000

  // MARK: A step

  /// Numbers of a step that is shown: all that a trace of it holds.
  package static let traceNumbers = 300_000
  /// Numbers of the step that is looked at when a training has ended, of which hardly any are shown.
  package static let endNumbers = 8_000_000
  /// Numbers of a step that is worked out by hand, on a worksheet or an answer sheet.
  package static let handNumbers = 5_000

  // MARK: A class

  /// Bytes of all answer sheets together, and of a roster.
  package static let sheetsSize = 8 << 20
  /// Names of a roster, and students whose answers are checked together.
  package static let students = 2_000
  /// Answers that are checked together.
  package static let answers = 100_000
  /// Numbers of all students' steps, written or not.
  package static let classNumbers = 300_000
}
