import Foundation
import Testing
import Texts

@Suite struct JSONWriterTests {
  private func text(isForPeople: Bool = false, _ body: (JSONWriter) -> Void) -> String {
    var bytes: [UInt8] = []
    let output = TextOutput {
      bytes += $0
      return nil
    }
    body(JSONWriter(output, isForPeople: isForPeople))
    output.flush()
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ json: JSONWriter) {
    json.object(layout: .lines) {
      json.field("a \"name\"", "line\nend")
      json.field("none", nil)
      json.field("third", 1.0 / 3)
      json.field("beyond", Double.infinity)
      json.field("count", UInt64.max)
      json.object("empty") {}
      json.array("nothing", layout: .lines) {}
      json.object("point") {
        json.field("x", 1)
        json.array("y") {
          json.item(0.5)
          json.item("½")
        }
      }
      json.openArray("rows", layout: .lines)
      json.array { json.item(-0.0) }
      json.array { json.item(2) }
      json.close()
    }
  }

  @Test func `commas, brackets and indentation are its own`() {
    #expect(
      text(write) == #"""
        {
          "a \"name\"": "line\nend",
          "none": null,
          "third": 0.3333333333333333,
          "beyond": null,
          "count": 18446744073709551615,
          "empty": {},
          "nothing": [],
          "point": { "x": 1, "y": [0.5, "½"] },
          "rows": [
            [-0.0],
            [2]
          ]
        }

        """#)
  }

  @Test func `another reader takes it`() throws {
    let value = try JSONSerialization.jsonObject(with: Data(text(write).utf8)) as? [String: Any]
    #expect(value?.count == 9 && value?["third"] as? Double == 1.0 / 3)
  }

  @Test func `for people keys are bare and every line ends alike`() {
    let written = text(isForPeople: true) { json in
      json.object(layout: .lines) {
        json.field("loss", "mse")
        json.array("rows", layout: .lines) { json.array { json.item(1) } }
      }
    }
    #expect(written == "{\n  loss: \"mse\",\n  rows: [\n    [1],\n  ],\n}\n")
  }
}
