extension Unicode.Scalar {
  /// Whether the character controls a terminal, turns the direction of the text around it, or is
  /// none at all.
  package var isControl: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF, 0xFFFE...0xFFFF:
      true
    default: false
    }
  }

  /// The scalar's number in at least four hexadecimal digits.
  var fourDigits: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension UInt8 {
  /// Whether a character that controls may begin with this byte of UTF-8, and one behind it.
  func mayBeginControl(before next: UInt8) -> Bool {
    switch self {
    case 0x20...0x7E: false
    case ...0x7F: true
    // U+0080–9F, U+0600–063F, U+2000–207F, U+FEC0–FEFF, U+FFC0–FFFF.
    case 0xC2: next < 0xA0
    case 0xD8: true
    case 0xE2: next < 0x82
    case 0xEF: next == 0xBB || next == 0xBF
    default: false
    }
  }
}

extension String {
  /// Whether it holds a control character; most texts are passed over byte by byte.
  private var hasControls: Bool {
    var previous: UInt8 = 0x20
    for byte in utf8 {
      if previous.mayBeginControl(before: byte) {
        return unicodeScalars.contains(where: \.isControl)
      }
      previous = byte
    }
    return previous.mayBeginControl(before: 0)
  }

  /// The text as it may be shown: newline and tab become a space, other control and bidirectional
  /// characters are spelt `\u{001B}`.
  package var visible: String {
    guard hasControls else { return self }
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\t": result += " "
      default:
        if scalar.isControl {
          result += "\\u{\(scalar.fourDigits)}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      previous = scalar
    }
    return result
  }

  /// As `visible`, cut short where it is too long to be quoted.
  package var excerpt: String {
    // Of so many characters at least half can be seen, and more are not shown.
    let text = String(unicodeScalars.prefix(132)).visible
    return text.unicodeScalars.count <= 64
      ? text : String(text.unicodeScalars.prefix(60)) + "…"
  }

  /// The text without characters that some terminals show badly: Greek by name, operators and
  /// lines in ASCII. Words of any language stay as they are.
  package var inASCII: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if let spelling = Unicode.Scalar.spellings[scalar] {
        result += spelling
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// What `--ascii` writes for a character.
  static let spellings: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta",
    "τ": "tau", "θ": "theta", "λ": "lambda", "μ": "mu", "ρ": "rho", "σ": "sigma", "φ": "phi",
    "Δ": "Delta ",
    "Σ": "sum ", "Φ": "Phi", "∂": "d", "√": "sqrt", "∞": "inf", "·": "*", "×": "x", "÷": "/",
    "−": "-", "→": "->", "←": "<-", "↑": "up", "↓": "down", "⇒": "=>", "≤": "<=", "≥": ">=",
    "≠": "!=", "≈": "~",
    "±": "+-", "½": "1/2", "′": "'", "²": "^2", "⁺": "+", "⁻": "_old", "¹": "^1", "₀": "0",
    "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
    "∘": ".*", "ᵀ": "^T", "‾": "-", "─": "-", "│": "|", "┼": "+", "├": "+", "┤": "+", "┬": "+",
    "┴": "+", "┌": "+", "┐": "+",
    "└": "+", "┘": "+", "⋮": ":", "…": "...", "—": "-", "–": "-",
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "ŷ": "yhat", "ŝ": "shat", "\u{0302}": "hat", "•": "*",
  ]
}
