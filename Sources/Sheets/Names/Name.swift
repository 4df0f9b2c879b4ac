/// What a name on a sheet says by its letters, before anyone knows the network's nodes.
struct Name: Hashable {
  /// What the name is of, in the order in which letters are tried.
  enum Kind: Hashable {
    case loss, net, output, error, slope, delta, weight, bias, input, target, rate
    /// A node's own name alone, or a word that may be an error or the loss.
    case node, anyError
  }

  /// What is said of a parameter, or of the pass.
  enum Role: Hashable {
    case plain, old, new, gradient, change, after
  }

  var kind: Kind
  var role: Role
  /// The letter or word as the sheet has it, without its indices: entries of one letter share a
  /// numbering.
  var letter: String
  /// What stands below, above or behind it, one by one.
  var indices: [Index]
  /// Whether the name says a derivative of the loss, and so its sign.
  var isDerivative = false

  /// A number or a node's name at a letter.
  struct Index: Hashable {
    var text: String
    /// Whether it stands above the letter, as layers do.
    var isAbove = false
    /// Whether it is a digit run right behind another index, as in W1[0].
    var isBracket = false
    var number: Int? { Int(text) }
  }
}

/// Words and letters, and what they are the names of.
enum Vocabulary {
  /// Longer ones first where one begins like another.
  static let heads: [(word: String, kind: Name.Kind)] = [
    ("netinput", .net), ("weightedsum", .net), ("preactivation", .net), ("净输入", .net),
    ("net", .net), ("in", .net), ("z", .net), ("S", .net), ("s", .net),
    ("y_pred", .output), ("ypred", .output), ("y_hat", .output), ("yhat", .output),
    ("a_out", .output), ("prediction", .output), ("activation", .output), ("output", .output),
    ("pred", .output), ("out", .output), ("salida", .output), ("ŷ", .output), ("输出", .output),
    ("hidden", .output), ("hid", .output), ("h", .output), ("H", .output), ("o", .output),
    ("O", .output), ("Y", .output), ("y", .output), ("a", .output), ("A", .output),
    ("误差项", .delta), ("delta", .delta), ("δ", .delta),
    ("总误差", .loss), ("均方误差", .loss), ("损失函数", .loss), ("损失", .loss),
    ("totalerror", .loss), ("total_error", .loss), ("errortotal", .loss), ("loss", .loss),
    ("Loss", .loss), ("cost", .loss), ("MSE", .loss), ("mse", .loss), ("BCE", .loss),
    ("CE", .loss), ("E", .loss), ("L", .loss), ("J", .loss), ("C", .loss),
    ("error", .anyError), ("Error", .anyError), ("err", .anyError), ("误差", .anyError),
    ("e", .error),
    ("weights", .weight), ("weight", .weight), ("Weight", .weight), ("W", .weight),
    ("w", .weight), ("V", .weight), ("v", .weight), ("权重", .weight), ("权值", .weight),
    ("biases", .bias), ("bias", .bias), ("偏置", .bias), ("b", .bias), ("B", .bias), ("θ", .bias),
    ("y_true", .target), ("target", .target), ("label", .target), ("t", .target), ("d", .target),
    ("input", .input), ("x", .input), ("X", .input), ("i", .input),
    ("learning_rate", .rate), ("learningrate", .rate), ("η", .rate), ("lr", .rate),
    ("学习率", .rate), ("alpha", .rate),
  ]

  /// Before or behind a name.
  static let roles: [(word: String, role: Name.Role, isBefore: Bool)] = [
    ("updated", .new, true), ("updated_", .new, true), ("new_", .new, true), ("new", .new, true),
    ("更新后的", .new, true), ("新的", .new, true), ("新", .new, true), ("old_", .old, true),
    ("old", .old, true), ("initial", .old, true), ("gradientof", .gradient, true),
    ("gradient_", .gradient, true), ("grad_", .gradient, true), ("grad", .gradient, true),
    ("changeof", .change, true), ("changein", .change, true), ("Δ", .change, true),
    ("after", .after, true),
    ("_new", .new, false), ("(new)", .new, false), ("new", .new, false), ("^new", .new, false),
    ("_updated", .new, false), ("^neu", .new, false), ("_neu", .new, false), ("^+", .new, false),
    ("+", .new, false), ("'", .new, false), ("^*", .new, false), ("*", .new, false),
    ("_old", .old, false), ("(old)", .old, false), ("^old", .old, false), ("^alt", .old, false),
    (".grad", .gradient, false), ("_grad", .gradient, false), ("grad", .gradient, false),
    ("change", .change, false), ("_change", .change, false),
  ]

  /// Whether a word is a name of the loss, with any index.
  static func isLoss(_ text: String) -> Bool {
    heads.contains { $0.kind == .loss && text.hasPrefix($0.word) && $0.word.count == 1 }
      || heads.contains { $0.kind == .loss && text == $0.word }
  }
}
