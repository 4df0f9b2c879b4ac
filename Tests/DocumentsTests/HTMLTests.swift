import CommandTestSupport
import Derivations
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `export --to html`: one whole page that lets nothing in, with every step under its id.
struct HTMLTests {
  @Test(
    arguments: try Sampled.of(NetworkCase.forDocuments(), every: 3, inFull: 2),
    Notation.profiles.filter { !$0.needsOneHiddenLayer }.map(\.name))
  func `every step stands on the page once, under its id`(
    _ network: NetworkCase, _ notation: String
  ) throws {
    let input = Array(network.source.utf8)
    let page = run(["export", "-", "--to", "html", "--notation", notation], input: input).output
    let csv = run(["export", "-", "--to", "csv", "--notation", notation], input: input)
    let ids = csv.lines.dropFirst().map { line in
      line.hasPrefix("\"")
        ? String(line.dropFirst().prefix { $0 != "\"" }) : String(line.prefix { $0 != "," })
    }
    let content = try #require(page.firstRange(of: "<main>").map { page[$0.lowerBound...] })
    let found = content.matches(of: /data-id="([^"]*)"/).map { String($0.1) }
    #expect(found == ids)
  }

  @Test(
    arguments: try Sampled.pairs(
      NetworkCase.forDocuments(), ["full", "steps", "results"], every: 2, inFull: 2))
  func `the page is well formed`(_ network: NetworkCase, _ detail: String) throws {
    let page = run(
      ["export", "-", "--to", "html", "--detail", detail, "--lang", "zh"],
      input: Array(network.source.utf8)
    ).output
    #expect(page.contains("<html lang=\"zh-Hans\">"))
    let bare = page.replacing(/<(script|style)>[\s\S]*?<\/\1>/, with: "")
      .replacing(/<meta [^>]*>/, with: "").replacing("<nav hidden>", with: "<nav>")
      .replacing("<!DOCTYPE html>\n", with: "")
    let parser = XMLParser(data: Data(bare.utf8))
    #expect(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
  }

  /// The same numbers in every format: those put in, and the results.
  @Test(arguments: try Sampled.of(NetworkCase.forDocuments(), every: 3, inFull: 2))
  func `MathML shows the numbers that the text shows`(_ network: NetworkCase) throws {
    let page = run(["export", "-", "--to", "html"], input: Array(network.source.utf8)).output
    var count = 0
    for match in page.matches(of: /<math[^>]* alttext="([^"]*)">([\s\S]*?)<\/math>/) {
      // What stands above goes before what stands below, as in text.
      let shown = String(match.2)
        .replacing(
          /<msubsup>(.*?)(<mrow>(?:(?!<\/?mrow>).)*<\/mrow>)(<mrow>(?:(?!<\/?mrow>).)*<\/mrow>)<\/msubsup>/
        ) { "\($0.1)\($0.3)\($0.2)" }
        .replacing("<mo>×</mo><msup><mn>10</mn>", with: "e").replacing(/<[^>]*>/, with: "")
      #expect(Self.digits(shown) == Self.digits(String(match.1)), "\(match.1)")
      count += 1
    }
    #expect(count > 10)
  }

  /// The figures of a formula in their order; ½ and ² are written otherwise in MathML.
  private static func digits(_ text: String) -> String {
    let plain = text.replacing("½", with: "12").replacing("²", with: "2")
    return plain.filter { ("0"..."9").contains($0) || $0 == "." }
  }

  @Test func `nothing of a title or a name becomes markup`() throws {
    let title = "<script>alert(1)</script> \\\" ' & \\u202E |"
    let network = """
      {title: "\(title)", inputs: ["净.1"], layers: [{neurons: ["a-b_c"], weights: [[1]]}],
       samples: [{name: "<b>x</b>", inputs: [1], targets: [1]}]}
      """
    let page = run("export", "-", "--to", "html", input: network).output
    #expect(!page.contains("<script>alert") && !page.contains("<b>"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot; &#39; &amp; \\u{202E} |"))
    #expect(page.contains("data-id=\"net[a-b_c]\""))
  }

  /// The page's own policy lets nothing of its kind take effect, however long a name is.
  @Test(
    arguments: try Sampled.pairs(
      NetworkCase.forDocuments(), ["export", "worksheet"], every: 3, inFull: 2))
  func `no style or script stands in an attribute`(
    _ network: NetworkCase, _ command: String
  ) {
    let page = run(
      command, "-", "--to", "html", "--notation", "mazur", input: network.source
    ).output
    #expect(page.contains("<svg") && !page.contains(" style=") && !page.contains("onclick"))
  }

  @Test func `nothing from outside is asked for or let in`() throws {
    let page = run("export", "mazur", "--to", "html").output
    #expect(page.contains("default-src 'none'"))
    let address = "xmlns=\"http://www.w3.org/2000/svg\""
    #expect(page.contains(address) && !page.replacing(address, with: "").contains("//"))
    #expect(!page.contains("unsafe") && !page.contains("src="))
    #expect(page.count(of: "<style>") == 1 && page.count(of: "<script>") == 1)
    #expect(page.count(of: "'sha256-") == 2)
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
