// A batch of samples s: E = Σ_s E_s and ∂E/∂w = Σ_s ∂E_s/∂w, added in the samples' order; under
// the mean both are divided by the number of samples.

extension Workspace {
  /// Takes the loaded sample forward and backward: gives its loss, leaves its gradients.
  @inline(__always)
  @discardableResult
  func learn<R: Recorder>(_ recorder: inout R, _ losses: LossSlots) -> Double {
    forward(&recorder, \.before)
    let loss = measure(&recorder, losses)
    backward(&recorder)
    differentiate(&recorder)
    return loss
  }

  /// Adds the current sample's gradients to the batch's; those of the first sample begin the sum.
  func addGradients(isFirst: Bool) {
    for p in gradients.indices {
      gradientSums[p] = isFirst ? gradients[p] : gradientSums[p] + gradients[p]
    }
  }

  /// Puts the batch's gradients in the place of the last sample's.
  func finishGradients(_ batchLoss: Training.BatchLoss, count: Int) {
    for p in gradients.indices { gradients[p] = batchLoss.of(gradientSums[p], count: count) }
  }

  /// The loss of the loaded sample, which only goes forward.
  func forwardLoss() -> Double {
    var recorder = NoRecorder()
    forward(&recorder, \.before)
    return measure(&recorder, LossSlots())
  }

  /// Whether the parameters, and the gradients of frozen ones, are all finite.
  ///
  /// A trained parameter's gradient need not be looked at: under every rule, what is not finite in
  /// it is not finite in the new parameter either.
  var isFinite: Bool {
    guard allFinite(parameters, in: parameters.indices) else { return false }
    for layer in layers {
      let trained = layer.trained
      let before = layer.firstParameter..<trained.lowerBound
      let after = trained.upperBound..<layer.endOfParameters
      guard allFinite(gradients, in: before), allFinite(gradients, in: after) else { return false }
    }
    return true
  }

  /// Whether no exponent is the largest possible one, which is that of ∞ and of what is no number.
  ///
  /// One more in such an exponent overflows into the sign's place, so that no value is branched on.
  @inline(__always)
  private func allFinite(
    _ values: UnsafeMutableBufferPointer<Double>, in range: Range<Int>
  ) -> Bool {
    var overflows: UInt64 = 0
    for p in range { overflows |= values[p].magnitude.bitPattern &+ (1 << 52) }
    return overflows < 1 << 63
  }
}
