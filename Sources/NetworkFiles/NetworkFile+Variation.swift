internal import ScalarBackprop
internal import Texts

extension NetworkFile {
  /// The same network with other numbers: weights, biases and the samples' inputs are drawn from a
  /// seed, friendly ones and, as long as there are such, all different.
  package func varied(seed: UInt64) -> NetworkFile {
    var numbers = FriendlyNumbers(seed: seed &* 0x9E37_79B9_7F4A_7C15, areDistinct: true)
    var file = self
    var drawn: [Parameter: String] = [:]
    let varied = try? network.replacingParameters { parameter, _ in
      let text = numbers.next()
      drawn[parameter] = text
      return Double(text) ?? 0
    }
    guard let varied else { return self }
    file.network = varied
    file.typedParameters = drawn
    for n in samples.indices {
      let texts = samples[n].inputs.map { _ in
        let text = numbers.next()
        return text.hasPrefix("-") ? String(text.dropFirst()) : text
      }
      file.samples[n].inputs = texts.map { Double($0) ?? 0 }
      file.typedSamples[n].inputs = texts
      guard targetsAreInputs else { continue }
      file.samples[n].targets = file.samples[n].inputs
      file.typedSamples[n].targets = texts
    }
    return file
  }
}
