/// One answer as it stands on the sheet, before anyone knows what it is of.
struct Entry {
  /// The line of the sheet and the column on it, counted from 1, and all that stands on the line.
  var line: Int
  var column = 1
  var text: String
  /// The answer by itself, as it stands there.
  var part: String
  /// The student's place among those of the sheet.
  var student: Int
  /// The names as the sheet has them, and what they say; `nil` where one of them says nothing.
  var names: [String]
  var name: Name?
  /// What a name means that is an id or a symbol of the network's own notation.
  var own: OwnName?
  var working: [String]
  var value: WrittenValue
  /// The value as it stands there, and its numbers.
  var written: String
  var texts: [String] = []
  /// What stood before an arrow, or in the column for old values.
  var old: String?
  /// What the column says of the value; `nil` where it says nothing.
  var role: Name.Role?
  /// What the headings above it say.
  var heading = Heading()
  /// Whether only a heading says that it is new, a gradient or a change.
  var takesRoleOfHeading = false
  /// Whether the same line says something before it that is not understood.
  var isBehindUnknown = false
  /// Of a name that is not known, its word and where that stands.
  var unknown: UnknownName?
  /// Whether the heading of its column is not known.
  var isOfUnknownColumn = false
  /// Whether it stands in a table, where whatever is in a cell is an answer.
  var isOfTable = false
  /// The places of what it is of, one for each number; filled in last.
  var targets: [Target]?

  /// The numbers, with points where the sheet may have commas.
  var numbers: [String] { value.numbers }

  /// Whether a word before its name says that it is new, as it is then of those behind it on the line.
  var isCalledNew: Bool {
    guard name?.role == .new, let first = NameParser.words(of: names.last ?? "").first else {
      return false
    }
    return Words.meaning(of: [first.lowercased()]) == .role(.new)
  }

  /// The number of a node is of the kind that the heading of its line says.
  mutating func take(_ kind: Name.Kind) {
    guard let node = name, node.kind == .node else { return }
    switch kind {
    case .net, .output, .delta, .slope, .loss: break
    case .error, .weight, .bias, .input, .target, .rate, .node, .anyError: return
    }
    name = Name(kind: kind, role: .plain, letter: "\(kind)", indices: node.indices)
    own = nil
  }

  /// Below the outputs' errors "total" is the whole error.
  mutating func readTotal(below last: Entry) {
    guard name == nil, own == nil, last.name?.kind == .loss, !(last.name?.indices.isEmpty ?? true),
      names.count == 1, Words.totals.contains(names[0].lowercased())
    else { return }
    name = Name(kind: .loss, role: .plain, letter: "E", indices: [])
  }

  var shape: NetworkPlan.Shape {
    switch value {
    case .number, .blank, .unfinished: .one
    case .list(let texts): .list(texts.count)
    case .matrix(let rows): .matrix(rows: rows.count, columns: rows.first?.count ?? 0)
    }
  }
}
