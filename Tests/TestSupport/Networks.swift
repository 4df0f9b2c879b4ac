import Derivations
package import NetworkFiles
package import ScalarBackprop
import Texts

/// Reads a network file's text.
package func networkFile(_ text: String) throws -> NetworkFile {
  try NetworkFile(parsing: Array(text.utf8), notations: Notation.names)
}

/// The file of a network that is trained on exactly three samples a step, gently, so that a later step
/// is finite.
package func inBatchesOfThree(
  _ source: String, _ batchLoss: BatchLoss = .mean
) throws -> NetworkFile {
  var file = try networkFile(source)
  file.samples.removeAll { $0.targets == nil }
  while file.samples.count < 3 { file.samples.append(file.samples[0]) }
  file.samples.removeLast(file.samples.count - 3)
  (file.training.batchSize, file.training.epochs, file.training.batchLoss) = (nil, 2, batchLoss)
  file.training.rule.learningRate /= 1e3
  return file
}

extension NetworkFile {
  /// The file as text, every number in as few digits as there are.
  package var source: String {
    let collector = Collector()
    let output = collector.textOutput
    write(network, to: output)
    output.flush()
    return collector.text
  }
}

/// A built-in example, read.
package func example(_ name: String) throws -> NetworkFile {
  try networkFile(Example.named(name)?.source() ?? "")
}
