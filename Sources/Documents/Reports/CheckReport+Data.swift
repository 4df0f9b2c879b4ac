internal import Derivations
internal import Marking
internal import Phrases
internal import Sheets
internal import Texts

extension CheckReport {
  /// Writes the sheet's entry in the fixed JSON form.
  func write(to json: JSONWriter) {
    json.object(layout: .lines) {
      json.field("file", file)
      if !student.isEmpty { json.field("student", student) }
      json.array("answers", layout: .lines) { for answer in answers { write(answer, json) } }
      json.array("unread", layout: .lines) { for line in reading.unread { write(line, json) } }
      json.write(summary: Verdict.allCases.map { count($0) }, unread: reading.unread.count)
      json.field("firstMistake", sheet.firstMistake.map(id))
      json.array("remarks", layout: .lines) {
        for remark in remarks {
          json.object {
            json.field("remark", remark.code)
            json.field("sentence", remark.sentence[language])
          }
        }
      }
    }
  }

  private func write(_ line: UnreadLine, _ json: JSONWriter) {
    json.object {
      json.field("line", line.line)
      json.field("text", line.text)
      json.field("reason", line.reason[language])
      json.field("suggestion", line.suggestion?[language])
    }
  }

  private func write(_ answer: MarkedAnswer, _ json: JSONWriter) {
    json.object {
      json.field("id", id(answer))
      if let sample = sampleNumber(answer) { json.field("sample", sample) }
      json.field("line", answer.answer.line)
      json.field("symbol", answer.answer.name)
      json.field("written", answer.answer.text)
      json.field("value", answer.sign * (answer.answer.number?.value ?? .nan))
      json.field("expected", told(answer) ?? .nan)
      json.field("verdict", answer.verdict.rawValue)
      json.array("diagnoses") {
        for diagnosis in diagnoses(answer) {
          json.object {
            json.field("misconception", diagnosis.code.rawValue)
            json.field("sentence", diagnosis.sentence[language])
          }
        }
      }
    }
  }

  /// The value that data tell; `nil` where a hint was asked for that gives no value away.
  private func told(_ answer: MarkedAnswer) -> Double? {
    disclosure.hint == nil || disclosure.hint == .line ? judged(answer) : nil
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
  func write(to json: JSONWriter) {
    json.object(layout: .lines) {
      json.field("file", file)
      json.array("answers") {}
      json.array("unread") {}
      json.write(summary: Verdict.allCases.map { _ in 0 }, unread: 0)
      json.field("firstMistake", nil)
      json.array("remarks") {}
    }
  }
}

extension JSONWriter {
  /// Writes how many answers got which verdict, in the verdicts' order.
  fileprivate func write(summary counts: [Int], unread: Int) {
    object("summary") {
      for (verdict, count) in zip(Verdict.allCases, counts) { field(verdict.rawValue, count) }
      field("unread", unread)
    }
  }
}
