internal import Derivations
internal import Marking
internal import Phrases
internal import Sheets
internal import Texts

extension CheckReport {
  /// Writes the sheet's entry in the fixed JSON form.
  func writeJSON(to output: TextOutput) {
    output.write { buffer in
      buffer.append("    { \"file\": ")
      buffer.append(json: file)
      if !student.isEmpty {
        buffer.append(", \"student\": ")
        buffer.append(json: student)
      }
      buffer.append(",\n      \"answers\": [")
    }
    for (n, answer) in answers.enumerated() {
      output.write { buffer in
        buffer.append(n == 0 ? "\n" : ",\n")
        write(answer, into: &buffer)
      }
    }
    output.write(answers.isEmpty ? "],\n" : "\n      ],\n")
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

  /// The value that data tell; `nil` where a hint was asked for that gives no value away.
  private func told(_ answer: MarkedAnswer) -> Double? {
    disclosure.hint == nil || disclosure.hint == .line ? judged(answer) : nil
  }

  private func write(_ answer: MarkedAnswer, into buffer: inout TextBuffer) {
    buffer.append("        { \"id\": ")
    buffer.append(json: id(answer))
    if let sample = sampleNumber(answer) { buffer.append(", \"sample\": \(sample)") }
    buffer.append(", \"line\": \(answer.answer.line), ")
    for (key, text) in [("symbol", answer.answer.name), ("written", answer.answer.text)] {
      buffer.append("\"\(key)\": ")
      buffer.append(json: text)
      buffer.append(", ")
    }
    buffer.append("\"value\": ")
    buffer.append(shortest: answer.sign * (answer.answer.number?.value ?? .nan))
    buffer.append(", \"expected\": ")
    buffer.append(shortest: told(answer) ?? .nan)
    buffer.append(", \"verdict\": \"\(answer.verdict.rawValue)\", \"diagnoses\": ")
    buffer.append(jsonItems: diagnoses(answer)) { diagnosis, buffer in
      let sentence = diagnosis.sentence[language]
      buffer.append(
        jsonFields: [("misconception", diagnosis.code.rawValue), ("sentence", sentence)])
    }
    buffer.append(" }")
  }

  private func writeSummary(into buffer: inout TextBuffer) {
    let counts =
      Verdict.allCases.map { ($0.rawValue, count($0)) } + [("unread", reading.unread.count)]
    buffer.append(summary: counts)
    buffer.append("      \"firstMistake\": ")
    if let first = sheet.firstMistake {
      buffer.append(json: id(first))
    } else {
      buffer.append("null")
    }
    buffer.append(",\n      \"remarks\": ")
    buffer.append(jsonItems: remarks) { remark, buffer in
      buffer.append(
        jsonFields: [("remark", remark.code), ("sentence", remark.sentence[language])])
    }
    buffer.append(" }")
  }

  // MARK: CSV

  /// What heads the table.
  static let csvHeader =
    "file,id,symbol,written,value,expected,verdict,misconceptions,line,reason"

  /// Writes one row an answer, and one a line that was not read.
  func writeCSV(showsSamples: Bool, to output: TextOutput) {
    for answer in answers {
      output.write { buffer in
        for text in [csvName, id(answer), answer.answer.name, answer.answer.text] {
          buffer.append(csv: text.visible)
          buffer.append(",")
        }
        if let value = answer.answer.number?.value { buffer.append(shortest: answer.sign * value) }
        buffer.append(",")
        if let value = told(answer), value.isFinite { buffer.append(shortest: value) }
        buffer.append(",\(answer.verdict.rawValue),")
        buffer.append(csv: diagnoses(answer).map(\.code.rawValue).joined(separator: " "))
        buffer.append(",\(answer.answer.line),")
        if showsSamples { buffer.append(",", sampleNumber(answer).map(String.init) ?? "") }
        buffer.append("\n")
      }
    }
    for line in reading.unread {
      output.write { buffer in
        buffer.append(csv: csvName)
        buffer.append(",,,")
        buffer.append(csv: line.text.visible)
        buffer.append(",,,unread,,\(line.line),")
        let suggestion = line.suggestion.map { Phrase.itMightMean($0[language]) }
        let reason = Phrase.sentences([line.reason.asSentence] + [suggestion].compactMap(\.self))
        buffer.append(csv: reason[language])
        buffer.append(showsSamples ? ",\n" : "\n")
      }
    }
  }

  private var csvName: String { (student.isEmpty ? file : "\(file): \(student)").visible }
}

extension RefusedSheet {
  /// Writes the sheet's entry in the fixed JSON form: there is nothing on it.
  func writeJSON(to output: TextOutput) {
    output.write { buffer in
      buffer.append("    { \"file\": ")
      buffer.append(json: file)
      buffer.append(",\n      \"answers\": [],\n      \"unread\": [],\n")
      buffer.append(summary: (Verdict.allCases.map(\.rawValue) + ["unread"]).map { ($0, 0) })
      buffer.append("      \"firstMistake\": null,\n      \"remarks\": [] }")
    }
  }
}

extension TextBuffer {
  /// Writes how many answers got which verdict.
  fileprivate mutating func append(summary counts: [(key: String, count: Int)]) {
    let texts = counts.map { "\"\($0.key)\": \($0.count)" }
    append("      \"summary\": { \(texts.joined(separator: ", ")) },\n")
  }
}
