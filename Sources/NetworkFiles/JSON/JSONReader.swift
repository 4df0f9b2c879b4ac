internal import Phrases
internal import Texts

/// Reads JSON with the freedoms of JSON5: comments, trailing commas, keys without quotes, single
/// quotes, `.5` and `+1`. NaN, infinities and hexadecimal numbers are refused.
///
/// Every error says where it is. Nesting is limited, so no input can exhaust the stack.
struct JSONReader {
  let source: Source
  var index: Int
  /// How many more values there may be.
  private var room: Int

  private init(source: Source, room: Int) {
    self.source = source
    self.room = room
    index = source.start
  }

  var bytes: [UInt8] { source.bytes }

  /// Reads a text that holds one value and nothing else, with at most so many values in it.
  static func read(
    _ source: Source, atMost most: Int = Limits.values
  ) throws(SourceError) -> JSONValue {
    var reader = JSONReader(source: source, room: most)
    try reader.skipSpace()
    guard reader.index < source.bytes.count else { throw reader.error(.emptyFile) }
    let value = try reader.value(depth: 0)
    try reader.skipSpace()
    guard reader.index == source.bytes.count else { throw reader.unexpected(.theEnd) }
    return value
  }

  private mutating func value(depth: Int) throws(SourceError) -> JSONValue {
    let offset = index
    guard let byte = peek() else { throw unexpected(.aValue) }
    room -= 1
    guard room >= 0 else { throw error(.tooManyValues(Limits.values)) }
    let opens = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    if opens, depth >= Limits.depth { throw error(.tooDeep(Limits.depth)) }
    switch byte {
    case UInt8(ascii: "{"): return JSONValue(kind: try object(depth: depth), offset: offset)
    case UInt8(ascii: "["): return JSONValue(kind: try array(depth: depth), offset: offset)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return JSONValue(kind: .string(try string()), offset: offset)
    default:
      return JSONValue(kind: try word(), offset: offset)
    }
  }

  private mutating func object(depth: Int) throws(SourceError) -> JSONValue.Kind {
    var members: [JSONMember] = []
    var places: Set<String> = []
    index += 1
    while true {
      try skipSpace()
      if take("}") { return .object(members) }
      let offset = index
      let key = try key()
      guard places.insert(key).inserted else {
        throw source.error(at: offset, .duplicateKey(key.excerpt))
      }
      guard places.count <= Limits.keys else {
        throw source.error(at: offset, .tooManyKeys(Limits.keys))
      }
      try skipSpace()
      guard take(":") else { throw unexpected(.aColon) }
      try skipSpace()
      members.append(JSONMember(key: key, offset: offset, value: try value(depth: depth + 1)))
      try skipSpace()
      if !take(","), peek() != UInt8(ascii: "}") { throw unexpected(.commaOrBrace) }
    }
  }

  private mutating func array(depth: Int) throws(SourceError) -> JSONValue.Kind {
    var values: [JSONValue] = []
    index += 1
    while true {
      try skipSpace()
      if take("]") { return .array(values) }
      values.append(try value(depth: depth + 1))
      try skipSpace()
      if !take(","), peek() != UInt8(ascii: "]") { throw unexpected(.commaOrBracket) }
    }
  }

  private mutating func key() throws(SourceError) -> String {
    guard let byte = peek() else { throw unexpected(.commaOrBrace) }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try string() }
    let bytes = run {
      $0 >= 0x80 || $0.isWordByte && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+")
    }
    let run = String(bytes.unicodeScalars.prefix { !$0.isSpace })
    guard let first = run.utf8.first, !(0x30...0x39).contains(first), first != UInt8(ascii: ".")
    else { throw unexpected(.aKey) }
    index += run.utf8.count
    return run
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(SourceError) -> JSONValue.Kind {
    let text = run(\.isWordByte)
    guard !text.isEmpty else { throw unexpected(.aValue) }
    let kind: JSONValue.Kind
    switch text {
    case "null": kind = .null
    case "true": kind = .bool(true)
    case "false": kind = .bool(false)
    default: kind = .number(try number(text))
    }
    index += text.utf8.count
    return kind
  }

  private func number(_ text: String) throws(SourceError) -> TypedNumber {
    guard text.utf8.count <= Limits.numberLength else {
      throw error(.longNumber(text.excerpt, Limits.numberLength))
    }
    if let number = TypedNumber(text) { return number }
    if TypedNumber.isDecimal(Array(text.utf8)) { throw error(.beyondDouble(text.excerpt)) }
    let bare = text.drop { $0 == "+" || $0 == "-" }.lowercased()
    if bare.hasPrefix("0x") || bare == "nan" || bare == "infinity" || bare == "inf" {
      throw error(.forbiddenNumber(text.excerpt))
    }
    if let first = text.utf8.first, (0x2B...0x39).contains(first) {
      throw error(.badNumber(text.excerpt))
    }
    throw error(.expected(.aValue, found: text.excerpt))
  }
}

extension JSONReader {
  func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// The longest run of such bytes from here on, which stays where it is.
  func run(_ isPart: (UInt8) -> Bool) -> String {
    String(decoding: bytes[index...].prefix(while: isPart), as: UTF8.self)
  }

  func error(_ phrase: Phrase) -> SourceError { source.error(at: index, phrase) }

  /// Says that something else is expected here.
  func unexpected(_ expected: Phrase) -> SourceError {
    let rest = String(decoding: bytes[index...].prefix(64), as: UTF8.self)
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let found = word.isEmpty ? String(rest.prefix(1)) : String(word.prefix(20))
    return error(.expected(expected, found: found.excerpt))
  }

  /// Passes over white space and comments.
  mutating func skipSpace() throws(SourceError) {
    while let byte = peek() {
      if byte == UInt8(ascii: "/") {
        try skipComment()
      } else if let length = spaceLength() {
        index += length
      } else {
        return
      }
    }
  }

  /// How many bytes the white space here takes, if there is any.
  private func spaceLength() -> Int? {
    guard let byte = peek() else { return nil }
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    guard byte >= 0x80 else { return nil }
    guard
      let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
    else { return nil }
    return scalar.isSpace ? String(scalar).utf8.count : nil
  }

  private mutating func skipComment() throws(SourceError) {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    if second == UInt8(ascii: "/") {
      while let byte = peek(), byte != 0x0A, byte != 0x0D { index += 1 }
    } else if second == UInt8(ascii: "*") {
      let start = index
      index += 2
      while index + 1 < bytes.count,
        bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/")
      {
        index += 1
      }
      guard index + 1 < bytes.count else { throw source.error(at: start, .openText("*/")) }
      index += 2
    } else {
      throw unexpected(.aValue)
    }
  }
}

extension Unicode.Scalar {
  /// White space as JSON5 has it, the byte-order mark included.
  fileprivate var isSpace: Bool { properties.isWhitespace || self == "\u{FEFF}" }
}

extension UInt8 {
  /// Whether the byte can be part of a number or, as ASCII, of a key without quotes.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
