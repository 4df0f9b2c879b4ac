/// Words and letters, and what they are the names of.
enum Vocabulary {
  /// The longest first, as one may begin like another.
  static let heads = unsorted.enumerated()
    .sorted { (-$0.element.word.count, $0.offset) < (-$1.element.word.count, $1.offset) }
    .map(\.element)

  private static let unsorted: [(word: String, kind: Name.Kind)] = [
    ("netinput", .net), ("weightedsum", .net), ("preactivation", .net), ("净输入", .net),
    ("z_in", .net), ("y_in", .net), ("neta", .net), ("net", .net), ("in", .net), ("z", .net),
    ("Z", .net), ("S", .net), ("s", .net),
    ("y_pred", .output), ("ypred", .output), ("y_hat", .output), ("yhat", .output),
    ("a_out", .output), ("prediction", .output), ("activation", .output), ("output", .output),
    ("pred", .output), ("probs", .output), ("logits", .net), ("out", .output), ("salida", .output),
    ("sal", .output), ("u", .net), ("U", .net), ("I", .net),
    ("sortie", .output),
    ("uscita", .output), ("saída", .output),
    ("saida", .output), ("ausgabe", .output), ("wyjście", .output), ("ŷ", .output), ("输出", .output),
    ("hidden", .output), ("hid", .output), ("h", .output), ("H", .output), ("o", .output),
    ("O", .output), ("Y", .output), ("y", .output), ("a", .output), ("A", .output),
    ("p", .output), ("delta_in", .error), ("δ_in", .error),
    ("误差项", .delta), ("delta", .delta), ("δ", .delta),
    ("总误差", .loss), ("误差总和", .loss), ("总损失", .loss), ("均方误差", .loss), ("损失函数", .loss),
    ("损失", .loss),
    ("totalerror", .loss), ("total_error", .loss), ("errortotal", .loss), ("error_total", .loss),
    ("loss", .loss),
    ("Loss", .loss), ("cost", .loss), ("MSE", .loss), ("mse", .loss), ("BCE", .loss),
    ("CE", .loss), ("E", .loss), ("L", .loss), ("J", .loss), ("C", .loss),
    ("error", .anyError), ("Error", .anyError), ("Err", .delta), ("err", .anyError),
    ("误差", .anyError),
    ("e", .error),
    ("weights", .weight), ("weight", .weight), ("Weight", .weight), ("W", .weight),
    ("w", .weight), ("V", .weight), ("v", .weight), ("权重", .weight), ("权值", .weight),
    ("biases", .bias), ("bias", .bias), ("偏置", .bias), ("b", .bias), ("B", .bias), ("c", .bias),
    ("θ", .bias),
    ("y_true", .target), ("target", .target), ("label", .target), ("t", .target), ("T", .target),
    ("d", .target),
    ("input", .input), ("x", .input), ("X", .input), ("i", .input),
    ("learning_rate", .rate), ("learningrate", .rate), ("η", .rate), ("lr", .rate),
    ("学习率", .rate), ("alpha", .rate), ("α", .rate), ("eta", .rate),
  ]

  /// Before or behind a name.
  static let roles: [(word: String, role: Name.Role, isBefore: Bool)] = [
    ("updated", .new, true), ("updated_", .new, true), ("new_", .new, true), ("new", .new, true),
    ("更新后的", .new, true), ("新的", .new, true), ("新", .new, true), ("old_", .old, true),
    ("old", .old, true), ("initial", .old, true), ("gradientof", .gradient, true),
    ("gradient_", .gradient, true), ("grad_", .gradient, true), ("grad", .gradient, true),
    ("GRAD_", .gradient, true),
    ("GRAD", .gradient, true), ("Grad", .gradient, true),
    ("changeof", .change, true), ("changein", .change, true), ("Δ", .change, true),
    ("after", .after, true),
    ("_new", .new, false), ("(new)", .new, false), ("(n+1)", .new, false),
    ("(t+1)", .new, false), ("(k+1)", .new, false), ("(p+1)", .new, false), ("new", .new, false),
    ("^new", .new, false),
    ("_updated", .new, false), ("^neu", .new, false), ("_neu", .new, false), ("^+", .new, false),
    ("+", .new, false), ("'", .new, false), ("^*", .new, false), ("*", .new, false),
    ("_old", .old, false), ("(old)", .old, false), ("^old", .old, false), ("^alt", .old, false),
    (".grad", .gradient, false), ("_grad", .gradient, false), ("grad", .gradient, false),
    ("change", .change, false), ("_change", .change, false),
  ]

  /// Whether a word is one of the heads, or says a role.
  static func isKnown(_ word: String) -> Bool {
    heads.contains { $0.word == word } || roles.contains { $0.word == word }
  }

  /// Whether a word is a name of the loss, with any index.
  static func isLoss(_ text: String) -> Bool {
    heads.contains { $0.kind == .loss && text.hasPrefix($0.word) && $0.word.count == 1 }
      || heads.contains { $0.kind == .loss && text == $0.word }
  }
}
