import Testing
import Texts

/// Widths, suggestions, places, escapes.
struct TextTests {
  @Test(arguments: [
    ("net_4", 5), ("净输入", 6), ("δ_8", 3), ("ŷ", 1), ("y\u{302}", 1), ("（a）", 5), ("½·(t − y)²", 10),
    ("w_{11,4}⁺", 9),
  ])
  func `columns in a terminal`(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test(
    arguments: [
      ("mazor", "mazur"), ("xro", "xor"), ("docments", "documents"), ("trcae", nil),
      ("completely else", nil), ("m", nil), ("", nil), ("xor", nil),
    ] as [(String, String?)])
  func `did you mean`(_ word: String, _ expected: String?) {
    #expect(Suggestion.nearest(to: word, among: ["mazur", "xor", "documents"]) == expected)
  }

  @Test func `places count lines and characters`() {
    let bytes = Array("a净\r\nb\rc\nd".utf8)
    let places = (0...bytes.count).map { SourcePosition(of: $0, in: bytes[...]) }
    #expect(places[1] == SourcePosition(line: 1, column: 2))
    #expect(places[4] == SourcePosition(line: 1, column: 3))
    #expect(places[6] == SourcePosition(line: 2, column: 1))
    #expect(places[8] == SourcePosition(line: 3, column: 1))
    #expect(places[10] == SourcePosition(line: 4, column: 1))
    #expect(SourcePosition.positions(of: Array(0...bytes.count), in: bytes[...]) == places)
  }

  @Test func `control and bidirectional characters are shown, not sent`() {
    #expect("a\u{1B}[31mb\nc\r\nd\te\u{202E}".visible == "a\\u{001B}[31mb c d e\\u{202E}")
    #expect("净输入 δ".visible == "净输入 δ")
  }

  @Test func `ASCII spells symbols and leaves words alone`() {
    #expect("δ_4 ← η·∂E/∂w₁ − ½²".inASCII == "delta_4 <- eta*dE/dw1 - 1/2^2")
    #expect("净输入 Größe".inASCII == "净输入 Größe")
  }

  @Test func `JSON and CSV escapes`() {
    var buffer = TextBuffer()
    buffer.append(json: "a\"\\\n\u{1B}\u{202E}é")
    #expect(buffer.text == #""a\"\\\n\u001B\u202Eé""#)
    buffer.removeAll()
    buffer.append(csv: "w[4,1] \"x\"")
    #expect(buffer.text == #""w[4,1] ""x""""#)
  }

  @Test func `CSV tables`() {
    let rows = CSVRows(Array("\u{FEFF}id;w[4,1]\r\n\r\n\"a;\"\"b\";2\n".utf8)).rows
    #expect(rows.map { $0.map(\.text) } == [["id", "w[4,1]"], ["a;\"b", "2"]])
    let commas = CSVRows(Array("w[4,1],x\n1,2".utf8)).rows
    #expect(commas.map { $0.map(\.text) } == [["w[4,1]", "x"], ["1", "2"]])
    #expect(commas[1][1].offset == 11)
    let quoted = CSVRows(Array("\"a;b\",c\n1,2".utf8)).rows
    #expect(quoted.map { $0.map(\.text) } == [["a;b", "c"], ["1", "2"]])
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Language.chinese), (["LC_ALL": "", "LANG": "zh_TW"], .chinese),
    (["LC_ALL": "C", "LANG": "zh_CN"], .english), (["LC_MESSAGES": "zh", "LANG": "en"], .chinese),
    ([:], .english),
  ])
  func `the language of an environment`(_ environment: [String: String], _ language: Language) {
    #expect(Language(environment: environment) == language)
  }

  @Test func `output that cannot be written is remembered`() {
    let output = TextOutput { _ in "disk full" }
    output.write("a")
    #expect(output.failure == nil)
    output.flush()
    #expect(output.failure == "disk full")
  }
}
