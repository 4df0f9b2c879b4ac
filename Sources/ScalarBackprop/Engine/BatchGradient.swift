// A batch of samples s: E = Σ_s E_s and ∂E/∂w = Σ_s ∂E_s/∂w, added in the samples' order; under
// the mean both are divided by the number of samples.

extension Workspace {
  /// Takes the loaded sample forward and backward: gives its loss, leaves its gradients.
  @inline(__always)
  @discardableResult
  func propagate<R: Recorder>(_ recorder: inout R, _ losses: LossSlots) -> Double {
    forward(&recorder, \.before)
    let loss = measure(&recorder, losses)
    backward(&recorder)
    return loss
  }

  /// Adds the current sample's gradients to the batch's; those of the first sample begin the sum.
  @inline(__always)
  func addGradients<R: Recorder>(isFirst: Bool, _ recorder: R) {
    for p in gradients.indices {
      gradientSums[p] = isFirst ? gradients[p] : recorder.add(gradientSums[p], gradients[p])
    }
  }

  /// Puts the batch's gradients in the place of the last sample's.
  @inline(__always)
  func finishGradients<R: Recorder>(
    _ batchLoss: BatchLoss, count: Int, _ recorder: inout R, at place: Int = 0
  ) {
    for p in gradients.indices {
      gradients[p] = recorder.keep(batchLoss.of(gradientSums[p], count: count), at: place + p)
    }
  }

  /// The loss of the loaded sample, which only goes forward.
  @inline(__always)
  func forwardLoss<R: Recorder>(_ recorder: inout R) -> Double {
    forward(&recorder, \.before)
    return measure(&recorder, LossSlots())
  }

  /// Whether all parameters are finite.
  ///
  /// One that is not never becomes finite again; and under every rule, what is not finite in a
  /// gradient is not finite in the new parameter either.
  var parametersAreFinite: Bool { allFinite(parameters, in: parameters.indices) }

  /// Whether the gradients that no update uses are finite.
  var frozenGradientsAreFinite: Bool {
    plan.layers.allSatisfy {
      let before = $0.firstParameter..<$0.trained.lowerBound
      let after = $0.trained.upperBound..<$0.endOfParameters
      return allFinite(gradients, in: before) && allFinite(gradients, in: after)
    }
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
