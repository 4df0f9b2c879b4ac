package import Derivations
internal import Phrases
internal import ScalarBackprop
internal import Texts

/// A derivation gone through step by step in a window: which step is looked at, whether its result is to
/// be guessed first, and what the window shows of it.
package struct StepScreen {
  let stops: StepStops
  let title: String
  /// The step that is looked at, counted from 0.
  package private(set) var position = 0
  /// Whether results are to be guessed before they are shown.
  package private(set) var isHiding = false
  private var isRevealed = false

  /// Begins with the first step.
  ///
  /// - Parameters:
  ///   - derivation: what is gone through.
  ///   - title: stands at the head of the window; any text.
  ///   - selection: the steps to go through; `nil` for all.
  package init(_ derivation: Derivation, title: String, selection: StepSelection? = nil) {
    stops = StepStops(derivation, selection)
    self.title = title.visible
  }

  /// How many steps there are.
  package var count: Int { stops.count }

  /// Whether the result of the step is hidden now: what is given is no result.
  package var hidesResult: Bool {
    guard isHiding, !isRevealed, count > 0 else { return false }
    return derivation.rule(of: stops.block(at: position)).formula != nil
  }

  var derivation: Derivation { stops.derivation }

  // MARK: Going through

  /// Shows the result where it is hidden, else goes to the next step.
  package mutating func goOn() {
    if hidesResult { isRevealed = true } else { go(to: position + 1) }
  }

  /// Goes to the step before.
  package mutating func goBack() { go(to: position - 1) }

  /// Goes to the first step.
  package mutating func goToStart() { go(to: 0) }

  /// Goes to the last step.
  package mutating func goToEnd() { go(to: count - 1) }

  /// Goes to the beginning of the next part, or of the one before.
  package mutating func goToPart(isOnward: Bool) {
    go(to: stops.part(from: position, isOnward: isOnward))
  }

  /// Hides results from now on, or shows them.
  package mutating func toggleHiding() {
    isHiding.toggle()
    isRevealed = false
  }

  private mutating func go(to stop: Int) {
    let stop = max(0, min(count - 1, stop))
    if stop != position { isRevealed = false }
    position = stop
  }
}
