import Testing
import Texts

/// Cells of CSV that a spreadsheet might calculate with.
struct FormulaGuardTests {
  private func cell(_ text: String) -> String {
    var buffer = TextBuffer()
    buffer.append(csv: text)
    return buffer.text
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd", "'+cmd"), ("-(t - y)", "'-(t - y)"),
    ("-0.5·2", "'-0.5·2"), ("-3/8", "'-3/8"), ("--random 2-2-1", "'--random 2-2-1"), ("-", "'-"),
    ("-∞", "'-∞"), ("-inf", "'-inf"), ("-0x1p3", "'-0x1p3"), ("＝1+1", "'＝1+1"),
    ("＋1", "'＋1"), ("－0.5", "'－0.5"), ("＠A1", "'＠A1"), (" =1", "' =1"),
    ("\u{3000}=1", "'\u{3000}=1"), ("\u{2003}=1", "'\u{2003}=1"), ("\u{A0}@A", "'\u{A0}@A"),
    ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("\u{1}=1", "'\u{1}=1"),
    ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("'=1", "''=1"), ("'-0.5", "''-0.5"),
    // A spreadsheet of another country divides at semicolons.
    ("a;=1", "\"a;=1\""), ("a\t=1", "\"a\t=1\""),
  ])
  func `what is like a formula is text`(_ text: String, _ expected: String) {
    #expect(cell(text) == expected)
    // White space at the ends of a field is not read.
    let rows = CSVRows(Array("\(cell(text)),x".utf8)).rows
    #expect(rows.map { $0.map(\.text.trimmed) } == [[text.trimmed, "x"]])
  }

  @Test(arguments: [
    "-0.5", "-1e-7", "-1.5E+3", "+5", "-.5", "0.5", "", "a=1", "δ_1", "−δ·x", "∂E/∂w", "'a'", "'",
    "Anna", "①", "\u{FF21}", "”=1",
  ])
  func `all else is as it was`(_ text: String) {
    #expect(cell(text) == text)
    #expect(CSVRows(Array("\(text),x".utf8)).rows.map { $0.map(\.text) } == [[text, "x"]])
  }
}
