internal import Derivations
internal import NetworkFiles
internal import Phrases
internal import ScalarBackprop
internal import Texts

// What options that change a step amount to.

extension Invocation {
  /// How results are rounded, where `--round-as-you-go` asks for that.
  func rounding(_ convention: Convention) throws(CommandError) -> Rounding? {
    guard has(.roundAsYouGo) else { return nil }
    let format = try numberFormat()
    return Rounding(convention, add: NumberFormat.sum) { format.rounded($0) }
  }

  /// By hand, what was typed is used as typed; what was drawn at random is rounded as it is written
  /// down.
  func roundedParameters(
    _ network: Network, typed: [Parameter: String]
  ) throws(CommandError) -> Network {
    guard has(.roundAsYouGo) else { return network }
    let format = try numberFormat()
    let rounded = try? network.replacingParameters {
      typed[$0] == nil ? format.rounded($1) : $1
    }
    return rounded ?? network
  }

  /// The value of `--learning-rate`, if it was given.
  func learningRate() throws(CommandError) -> TypedNumber? {
    guard let text = text(.learningRate) else { return nil }
    let number = try Exercise.number(text, .learningRate)
    guard number.value >= 0 else { throw .usage(.negativeRate(number.text)) }
    return number
  }
}
