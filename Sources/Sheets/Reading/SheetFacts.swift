/// What a sheet shows as a whole.
struct SheetFacts {
  /// What an activation is applied to, and the letters of it.
  private var applied: Set<String> = []
  private(set) var appliedLetters: Set<String> = []
  /// Whether a stands for net values and z for outputs.
  private(set) var aIsNet = false
  var hasLoss = false
  /// Whether outputs have a letter other than y.
  var hasOtherOutputLetter = false
  private var zIsNet = false
  /// The letters of names, in lower case.
  private(set) var letters: Set<String> = []
  /// Whether v stands for weights: one has a gradient, or a new value.
  private(set) var vIsWeight = false
  /// The numbers of outputs that have a letter, by their neuron.
  private var outputs: [String: Set<String>] = [:]
  /// How many δ without a number or a node's name there are.
  private(set) var bareDeltas = 0
  /// Whether d stands for δ: one is worked out as such, and nothing else is so called.
  var dIsDelta = false

  /// Whether d stands at hidden neurons, which have no target.
  private(set) var dOfHidden = false

  init(_ entries: [Entry], hidden: Set<String> = []) {
    for entry in entries {
      for text in entry.working + entry.names { addApplied(in: text) }
      guard let name = entry.name else { continue }
      if name.kind == .loss { hasLoss = true }
      if name.kind == .output, let index = name.indices.first, name.indices.count == 1 {
        outputs[index.label, default: []].formUnion(entry.numbers)
      }
      letters.insert(name.letter.lowercased())
      if name.letter.lowercased().hasSuffix("v"), name.role != .plain { vIsWeight = true }
      if ["ŷ", "yhat", "y_hat", "y_pred", "ypred", "a_out", "probs"].contains(name.letter) {
        hasOtherOutputLetter = true
      }
      if name.isBareD, entry.working.contains(where: \.isDelta) { dIsDelta = true }
      if name.isBareD,
        name.indices.contains(where: {
          $0.layer == .hidden && !$0.text.isEmpty || hidden.contains($0.text)
        })
      {
        dOfHidden = true
      }
      if name.kind == .delta, name.indices.isEmpty, entry.shape == .one { bareDeltas += 1 }
      if name.wasApplied { appliedLetters.insert(name.letter) }
    }
    if entries.contains(where: { $0.name?.kind == .delta && $0.name?.isDerivative == false }) {
      dIsDelta = false
    }
  }

  /// Whether a node's output stands there by a letter of its own, as another number than this.
  func hasOtherOutput(_ node: String, than numbers: [String]) -> Bool {
    outputs[node].map { $0.isDisjoint(with: numbers) } ?? false
  }

  /// Takes a for net values and z for outputs, where both stand on the sheet and nothing is said of them.
  mutating func swapLetters() -> Bool {
    guard letters.isSuperset(of: ["a", "z"]), !aIsNet, !zIsNet else { return false }
    aIsNet = true
    return true
  }

  /// Whether z stands for outputs: the net values are called a.
  var zIsOutput: Bool { aIsNet && !zIsNet }

  func appliesTo(_ text: String) -> Bool { applied.contains(text) }

  /// The insides of σ(h1), sigmoid(net).
  mutating func addApplied(in text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let before = rest[..<open].last
      let function = String(rest[..<open].reversed().prefix { $0.isLetter || $0 == "'" }.reversed())
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: ")") else { return }
      guard before.map({ $0.isLetter }) ?? false else { continue }
      let inside = String(rest[..<close])
      if function.isActivation { applied.formUnion([inside, inside.filter { $0 != "_" }]) }
      let letter = inside.prefix { $0.isLetter }
      if inside.dropFirst(letter.count).allSatisfy({ $0.isNumber || "_^()[]{}".contains($0) }) {
        appliedLetters.insert(String(letter))
        if letter.lowercased() == "a", function.isActivation { aIsNet = true }
        if letter.lowercased() == "z", function.isActivation { zIsNet = true }
      }
    }
  }
}

extension Entry {
  /// What the working says that the value is: a weighted sum, or what an activation makes of one.
  var kindOfWorking: Name.Kind? {
    if working.contains(where: \.appliesActivation) { return .output }
    return working.contains { $0.isWeightedSum } ? .net : nil
  }
}

extension String {
  var appliesActivation: Bool {
    if contains("e^") { return true }
    let functions = split { "*+-/ =,0123456789.".contains($0) }.compactMap { piece in
      piece.firstIndex(of: "(").map { piece[..<$0].lowercased() }
    }
    return functions.contains {
      ["max", "exp", "np.exp", "np.tanh"].contains($0) || $0.isActivation
    }
  }

  /// Whether it is what an activation is called.
  var isActivation: Bool {
    let name = lowercased().filter { $0 != "'" }
    return ["f", "g", "σ", "φ"].contains(name)
      || ["sigm", "logis", "tanh", "relu", "softm", "act"].contains { name.hasPrefix($0) }
  }

  var isWeightedSum: Bool {
    (contains("*") || multipliesByBrackets) && !appliesActivation && !isSlope && !contains("^2")
  }
  /// Whether a bracket stands right behind a number: 0.4(0.5).
  private var multipliesByBrackets: Bool {
    zip(self, dropFirst()).contains { ($0.isASCIIDigit || $0 == ")") && $1 == "(" }
  }

  /// Of y·(1 − y), or of 1 − y², times something else.
  var isDelta: Bool {
    let text = filter { !$0.isWhitespace }
    return text.contains("(1-") && text.split { "*(".contains($0) }.count > 2 && !isSlope
  }
  /// y·(1 − y).
  var isSlope: Bool {
    let text = filter { !$0.isWhitespace && !"()*".contains($0) }
    guard let place = text.firstPlace(of: "1-") else { return false }
    let (first, second) = (text[..<place], text[place...].dropFirst(2))
    return !first.isEmpty && first == second
  }
}
