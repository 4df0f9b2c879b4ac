internal import Derivations
internal import Marking
internal import Phrases
internal import ScalarBackprop
internal import Sheets
public import Texts

extension CheckReport {
  /// Writes the fixed JSON form, version 2, of one or more sheets.
  public static func writeJSON(_ reports: [CheckReport], to output: TextOutput) {
    output.write("{\n  \"format\": \"backprop-check\",\n  \"version\": 2,\n  \"sheets\": [")
    for (n, report) in reports.enumerated() {
      output.write(n == 0 ? "\n" : ",\n")
      report.writeSheet(to: output)
    }
    output.write("\n  ]\n}\n")
  }

  private func writeSheet(to output: TextOutput) {
    output.write { buffer in
      buffer.append("    { \"file\": ")
      buffer.append(json: file)
      if !student.isEmpty {
        buffer.append(", \"student\": ")
        buffer.append(json: student)
      }
      buffer.append(",\n      \"answers\": [")
    }
    for (n, answer) in sheet.answers.enumerated() {
      output.write { buffer in
        buffer.append(n == 0 ? "\n" : ",\n")
        write(answer, into: &buffer)
      }
    }
    output.write(sheet.answers.isEmpty ? "],\n" : "\n      ],\n")
    output.write { buffer in
      buffer.append("      \"unread\": ")
      buffer.append(jsonItems: reading.unread) { write($0, into: &$1) }
      buffer.append(",\n")
    }
    output.write { writeSummary(into: &$0) }
  }

  private func write(_ line: UnreadLine, into buffer: inout TextBuffer) {
    buffer.append("{ \"line\": \(line.line), \"text\": ")
    buffer.append(json: line.text)
    buffer.append(", \"reason\": ")
    buffer.append(json: line.reason[language])
    buffer.append(", \"suggestion\": ")
    if let suggestion = line.suggestion {
      buffer.append(json: suggestion[language])
    } else {
      buffer.append("null")
    }
    buffer.append(" }")
  }

  private func write(_ answer: MarkedAnswer, into buffer: inout TextBuffer) {
    buffer.append("        { \"id\": ")
    buffer.append(json: symbols.id(of: answer.quantity))
    buffer.append(", \"line\": \(answer.answer.line), ")
    for (key, text) in [("symbol", answer.answer.name), ("written", answer.answer.text)] {
      buffer.append("\"\(key)\": ")
      buffer.append(json: text)
      buffer.append(", ")
    }
    buffer.append("\"value\": ")
    buffer.append(shortest: answer.answer.number?.value ?? .nan)
    buffer.append(", \"expected\": ")
    buffer.append(shortest: answer.expected)
    buffer.append(", \"verdict\": \"\(answer.verdict.rawValue)\", \"diagnoses\": ")
    buffer.append(jsonItems: answer.diagnoses) { diagnosis, buffer in
      let sentence = phrase(diagnosis)[language]
      buffer.append(
        jsonFields: [
          ("misconception", diagnosis.misconception.rawValue), ("sentence", sentence),
        ])
    }
    buffer.append(" }")
  }

  private func writeSummary(into buffer: inout TextBuffer) {
    let counts =
      Verdict.allCases.map { "\"\($0.rawValue)\": \(sheet.count($0))" }
      + ["\"unread\": \(reading.unread.count)"]
    buffer.append("      \"summary\": { \(counts.joined(separator: ", ")) },\n")
    buffer.append("      \"firstMistake\": ")
    if let first = sheet.firstMistake {
      buffer.append(json: symbols.id(of: first.quantity))
    } else {
      buffer.append("null")
    }
    buffer.append(",\n      \"remarks\": ")
    let remarks =
      sheet.remarks.map { (code: $0.code, sentence: phrase($0)) }
      + reading.remarks.map { (code: $0.code.rawValue, sentence: $0.sentence) }
    buffer.append(jsonItems: remarks) { remark, buffer in
      buffer.append(
        jsonFields: [("remark", remark.code), ("sentence", remark.sentence[language])])
    }
    buffer.append(" }")
  }

  /// Writes one row an answer, of one or more sheets.
  public static func writeCSV(_ reports: [CheckReport], to output: TextOutput) {
    output.write("file,id,symbol,written,value,expected,verdict,misconceptions\n")
    for report in reports {
      for answer in report.sheet.answers {
        output.write { buffer in
          let texts = [
            report.student.isEmpty ? report.file : "\(report.file): \(report.student)",
            report.symbols.id(of: answer.quantity), answer.answer.name,
            answer.answer.text,
          ]
          for text in texts {
            buffer.append(csv: text.visible)
            buffer.append(",")
          }
          if let value = answer.answer.number?.value { buffer.append(shortest: value) }
          buffer.append(",")
          if answer.expected.isFinite { buffer.append(shortest: answer.expected) }
          buffer.append(",\(answer.verdict.rawValue),")
          buffer.append(csv: answer.diagnoses.map(\.misconception.rawValue).joined(separator: " "))
          buffer.append("\n")
        }
      }
    }
  }
}
