import CommandTestSupport
import TestSupport
import Testing

/// A network file with one mistake: where it stands, worked out by hand, and what names it.
struct BadFile: Sendable, CustomTestStringConvertible {
  let place: String
  let fragment: String
  let text: String

  init(_ place: String, _ fragment: String, _ text: String) {
    (self.place, self.fragment, self.text) = (place, fragment, text)
  }

  var testDescription: String { text.debugDescription }
}

/// Bytes that are no UTF-8, and where the first of them stands.
struct BadBytes: Sendable, CustomTestStringConvertible {
  let place: String
  let bytes: [UInt8]

  /// Takes text before the bytes, the bytes, and text behind them.
  init(_ place: String, _ before: String, _ wrong: [UInt8], _ after: String = "\" }") {
    (self.place, bytes) = (place, Array(before.utf8) + wrong + Array(after.utf8))
  }

  var testDescription: String { "\(place) of \(bytes.count) bytes" }
}

/// Every mistake in a network file ends with code 2 and one line that says where it is, what it is
/// and what to write instead.
struct BadNetworkFileTests {
  /// A text that is no network file is refused at the byte that makes it none.
  @Test(arguments: BadFile.texts)
  func text(file: BadFile) { expectRefused(file.text, file) }

  /// Bytes that are no UTF-8 are refused where they stand, counted in characters.
  @Test(arguments: BadFile.bytes)
  func bytes(file: BadBytes) {
    let result = run(["trace", "-"], input: file.bytes)
    expectRefusal(result, at: file.place, "not UTF-8")
  }

  /// Keys of the whole file: title, notation, loss, training.
  @Test(arguments: BadFile.entries)
  func entry(file: BadFile) {
    let rest = "inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }] }"
    expectRefused("\(file.text)\n\(rest)", file)
  }

  /// The inputs and their names.
  @Test(arguments: BadFile.inputs)
  func inputs(file: BadFile) {
    let rest = "layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }] }"
    expectRefused("\(file.text)\n\(rest)", file)
  }

  /// Layers: their keys, shapes, names, random parameters.
  @Test(arguments: BadFile.layers)
  func layer(file: BadFile) {
    let start = "{ inputs: 2, samples: [{ inputs: [1, 0], targets: [1] }], layers: ["
    expectRefused("\(start)\n\(file.text)\n] }", file)
  }

  /// Samples: their keys and counts.
  @Test(arguments: BadFile.samples)
  func sample(file: BadFile) {
    let start = "{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: ["
    expectRefused("\(start)\n\(file.text)\n] }", file)
  }

  /// Parts that do not go together: losses, layers, targets, samples elsewhere.
  @Test(arguments: BadFile.networks)
  func network(file: BadFile) { expectRefused(file.text, file) }

  /// Brackets that nest without end do not exhaust the stack.
  @Test(arguments: ["[", "{a:", "[{a:"])
  func depth(opening: String) {
    let result = run("trace", "-", input: String(repeating: opening, count: 100_000))
    let brackets = opening.filter { "[{".contains($0) }.count
    let column = 64 / brackets * opening.count + 1
    expectRefusal(result, at: "1:\(column)", "64")
  }

  /// A file beyond the limit is refused as a whole.
  @Test func size() {
    let result = run(["trace", "-"], input: Array(repeating: 0x20, count: 64 << 20 | 1))
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("backprop: -: "))
    #expect(result.error.contains("bytes; "))
  }

  /// The same mistakes are told in Chinese at the same places.
  @Test(arguments: BadFile.texts + BadFile.networks)
  func chinese(file: BadFile) {
    let result = run("trace", "-", "--lang", "zh", input: file.text)
    expectRefusal(result, at: file.place, "", remedy: "；")
  }

  /// What stands around the rows is right by itself, so that each row's mistake is the only one.
  @Test(arguments: [
    "{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }] }",
    "{ inputs: 2, samples: [{ inputs: [1, 0], targets: [1] }], layers: [{ weights: [[1, 2]] }] }",
    "{ inputs: [\"名-1.a_b\", '\u{E9}'], layers: [{ weights: [[.5, +1.]] }],\r\n"
      + "samples: [{ inputs: [1e-3, -0], },], /* */ } // end",
  ])
  func frame(text: String) {
    let result = run("trace", "-", input: text)
    #expect(result.code == 0)
    #expect(result.error.isEmpty)
    #expect(!result.output.isEmpty)
  }

  private func expectRefused(_ text: String, _ file: BadFile) {
    expectRefusal(run("trace", "-", input: text), at: file.place, file.fragment)
  }

  private func expectRefusal(
    _ result: Run, at place: String, _ fragment: String, remedy: String = "; "
  ) {
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("-:\(place): "), "\(result.error)")
    #expect(fragment.isEmpty || result.error.contains(fragment), "\(result.error)")
    #expect(result.error.contains(remedy), "\(result.error)")
    #expect(result.error.filter(\.isNewline) == "\n" && result.error.hasSuffix("\n"))
    #expect(!result.error.unicodeScalars.contains { $0 < " " && $0 != "\n" })
  }
}

extension BadFile {
  /// Bytes that are no UTF-8, behind text whose characters are counted.
  static let bytes: [BadBytes] = [
    BadBytes("1:1", "", [0xFF]),
    BadBytes("1:1", "", [0xFF, 0xFE], "{\u{0}}\u{0}"),
    BadBytes("1:11", "{ title: \"", [0xFF]),
    BadBytes("1:13", "{ title: \"误差", [0xC0, 0x80]),
    BadBytes("2:9", "{\r\ntitle: \"", [0xED, 0xA0, 0x80]),
    BadBytes("2:4", "// é\n// ", [0xE8, 0xAF], ""),
    BadBytes("1:3", "{ ", [0xF4, 0x90, 0x80, 0x80], ": 1 }"),
    BadBytes("1:3", "\u{FEFF}{ ", [0x80], ": 1 }"),
    BadBytes("3:1", "{ inputz: 2 }\n\n", [0xF0, 0x9F], ""),
  ]

  /// Whole texts that are no JSON, or none of the kind that is meant.
  static let texts: [BadFile] = [
    // Nothing there, or not all of it.
    BadFile("1:1", "empty", ""),
    BadFile("3:1", "empty", " \n// only a comment\n"),
    BadFile("1:12", "too early", "{ inputs: 2"),
    BadFile("1:16", "too early", "{ inputs: [1, 2"),
    BadFile("1:9", "too early", "{ inputs"),
    BadFile("1:10", "too early", "{ inputs:"),
    BadFile("1:12", "this is not closed; add", #"{ "title": "no end"#),
    BadFile("1:10", "this is not closed; add", #"{ title: 'no end\'"#),
    BadFile("1:15", "line end", "{ title: \"line\n\" }"),
    BadFile("1:16", "control character", "{ title: \"bell \u{0007}\" }"),
    BadFile("2:3", "this is not closed; add", "{\n  /* no end\n}"),
    BadFile("1:1", "this is not closed; add", "/*/"),
    BadFile("1:3", "unexpected", "{ / }"),
    // Punctuation.
    BadFile("1:13", "unexpected 'layers'", "{ inputs: 2 layers: [] }"),
    BadFile("1:10", "':'", "{ inputs 2 }"),
    BadFile("1:3", "a key", "{ 2: 3 }"),
    BadFile("1:3", "a key", "{ -a: 3 }"),
    BadFile("1:3", "a key", "{ .a: 3 }"),
    BadFile("1:11", "a value", "{ inputs: }"),
    BadFile("1:11", "a value", "{ inputs: , }"),
    BadFile("1:14", "','", "{ inputs: [1 2] }"),
    BadFile("1:15", "a value", "{ inputs: [1, , 2] }"),
    BadFile("1:3", "a key", "{ , }"),
    BadFile("1:11", "unexpected '@'", "{ inputs: @ }"),
    BadFile("1:13", "unexpected '}'", "{ inputs: [1} }"),
    BadFile("1:5", "unexpected 'x'", "{ } x"),
    BadFile("1:4", "unexpected '}'", "{ }}"),
    BadFile("1:1", "unexpected '}'", "}"),
    // Not an object.
    BadFile("1:1", "{ … }", "[1, 2]"),
    BadFile("1:1", "{ … }", #""a text""#),
    BadFile("1:1", "{ … }", "5"),
    BadFile("1:1", "{ … }", "null"),
    BadFile("2:1", "{ … }", "// a comment\ntrue"),
    // Numbers and words.
    BadFile("1:11", "NaN", "{ inputs: NaN }"),
    BadFile("1:11", "NaN", "{ inputs: -NaN }"),
    BadFile("1:11", "Infinity", "{ inputs: Infinity }"),
    BadFile("1:11", "Infinity", "{ inputs: -Infinity }"),
    BadFile("1:11", "inf", "{ inputs: +inf }"),
    BadFile("1:11", "0x10", "{ inputs: 0x10 }"),
    BadFile("1:11", "0XfF", "{ inputs: -0XfF }"),
    BadFile("1:11", "outside the range of a double", "{ inputs: 1e999 }"),
    BadFile("1:11", "outside the range of a double", "{ inputs: -1e999 }"),
    BadFile("1:11", "outside the range of a double", "{ inputs: 1e-999 }"),
    BadFile("1:11", "outside the range of a double", "{ inputs: 1e99999999999999999999 }"),
    BadFile("1:11", "'01' is not a number", "{ inputs: 01 }"),
    BadFile("1:11", "'-007.5' is not a number", "{ inputs: -007.5 }"),
    BadFile("1:11", "'1e-' is not a number", "{ inputs: 1e- }"),
    BadFile("1:11", "'1e' is not a number", "{ inputs: 1e }"),
    BadFile("1:11", "'--1' is not a number", "{ inputs: --1 }"),
    BadFile("1:11", "'+-1' is not a number", "{ inputs: +-1 }"),
    BadFile("1:11", "'.' is not a number", "{ inputs: . }"),
    BadFile("1:11", "'-' is not a number", "{ inputs: - }"),
    BadFile("1:11", "'1.2.3' is not a number", "{ inputs: 1.2.3 }"),
    BadFile("1:11", "'1_000' is not a number", "{ inputs: 1_000 }"),
    BadFile("1:11", "'2x' is not a number", "{ inputs: 2x }"),
    BadFile("1:11", "１２", "{ inputs: １２ }"),
    BadFile("1:11", "unexpected 'tru'", "{ inputs: tru }"),
    BadFile("1:11", "unexpected 'True'", "{ inputs: True }"),
    BadFile("1:11", "unexpected 'undefined'", "{ inputs: undefined }"),
    // Escapes.
    BadFile("1:12", "escape", #"{ title: "a\q" }"#),
    BadFile("1:12", "escape", #"{ title: "a\u12" }"#),
    BadFile("1:11", "escape", #"{ title: "\u12g4" }"#),
    BadFile("1:11", "escape", #"{ title: "\ud800" }"#),
    BadFile("1:11", "escape", #"{ title: "\ud800\u0041" }"#),
    BadFile("1:11", "escape", #"{ title: "\udc00" }"#),
    BadFile("1:11", "escape", #"{ title: "\xZ1" }"#),
    BadFile("1:11", "escape", #"{ title: "\u{41}" }"#),
    BadFile("1:11", "escape", #"{ title: "\1" }"#),
    // Keys said twice.
    BadFile("1:14", "'inputs' occurs twice", "{ inputs: 2, inputs: 3 }"),
    BadFile("2:3", "'loss' occurs twice", "{ \"loss\": 1,\n  'loss': 2 }"),
    BadFile(
      "1:26", "'neurons' occurs twice", #"{ layers: [{ neurons: 1, "\u006eeurons": 2 }] }"#),
    BadFile("1:30", "'kind' occurs twice", #"{ optimizer: { kind: "adam", kind: "adam" } }"#),
    BadFile("1:28", "'inputs' occurs twice", "{ samples: [{ inputs: [1], inputs: [1] }] }"),
    BadFile("1:34", "'seed' occurs twice", "{ layers: [{ weights: { seed: 1, seed: 2 } }] }"),
    // Columns: a mark at the front takes none, a character one, however many bytes it has.
    BadFile("1:3", "did you mean 'inputs'?", "\u{FEFF}{ inputz: 2 }"),
    BadFile("1:1", "empty", "\u{FEFF}"),
    BadFile("2:3", "did you mean 'inputs'?", "{\r\n  inputz: 2\r\n}"),
    BadFile("2:14", "did you mean 'inputs'?", "{\r  title: \"\", inputz: 2\r}"),
    BadFile("4:1", "did you mean 'inputs'?", "{\r\n\r\n\ninputz: 2 }"),
    BadFile("1:3", "did you mean 'inputs'?", "{\tinputz: 2 }"),
    BadFile("1:18", "did you mean 'inputs'?", #"{ title: "误差é😀", inputz: 2 }"#),
    BadFile("2:5", "did you mean 'inputs'?", "{ title: \"a\\\r\nb\", inputz: 2 }"),
    BadFile("3:2", "did you mean 'inputs'?", "\u{FEFF}// 神经网络\r\n{ title: \"é\",\r\n\tinputz: 2 }"),
  ]

  /// First lines, before keys that are right.
  static let entries: [BadFile] = [
    // Unknown keys.
    BadFile("1:3", "did you mean 'title'?", #"{ tittle: "a","#),
    BadFile("1:3", "did you mean 'learningRate'?", "{ learning_rate: 1,"),
    BadFile("1:3", "did you mean 'loss'?", #"{ Loss: "huber","#),
    BadFile("1:3", "unknown key", #"{ "": 1,"#),
    BadFile("1:3", "unknown key 'colour'; use one of", #"{ colour: "red","#),
    BadFile("1:3", "unknown key 'Δ'", "{ Δ: 1,"),
    BadFile("1:3", #"a\u{001B}[2J"#, #"{ "a\u001b[2J": 1,"#),
    // Wrong kinds of values.
    BadFile("1:10", "'title'", "{ title: 5,"),
    BadFile("1:10", "'title'", "{ title: null,"),
    BadFile("1:13", "'notation'", "{ notation: 5,"),
    BadFile("1:13", "did you mean 'mazur'?", #"{ notation: "mazr","#),
    BadFile("1:13", "'roman'", #"{ notation: "roman","#),
    BadFile("1:13", "exactly one hidden layer", #"{ notation: "zhou","#),
    BadFile("1:9", "did you mean 'half-squared-error'?", #"{ loss: "half-squared-eror","#),
    BadFile("1:9", "use one of", #"{ loss: "hubris of the gods","#),
    BadFile("1:9", "'loss'", "{ loss: 1,"),
    BadFile("1:9", "'loss'", #"{ loss: ["huber"],"#),
    // A loss that does not suit the output layer, which is a sigmoid here.
    BadFile("1:9", "softmax", #"{ loss: "cross-entropy","#),
    BadFile("1:9", "step or sign", #"{ loss: "perceptron","#),
    // Training.
    BadFile("1:17", "≥ 0", "{ learningRate: -1,"),
    BadFile("1:17", "≥ 0", "{ learningRate: -1e-300,"),
    BadFile("1:17", "a number", #"{ learningRate: "0.5","#),
    BadFile("1:17", "a number", "{ learningRate: null,"),
    BadFile("1:17", "a number", "{ learningRate: [0.5],"),
    BadFile("1:16", "≥ 0", "{ weightDecay: -0.1,"),
    BadFile("1:16", "a number", #"{ weightDecay: "none","#),
    BadFile("1:11", "whole number ≥ 1", "{ epochs: 0,"),
    BadFile("1:11", "whole number ≥ 1", "{ epochs: 1.5,"),
    BadFile("1:11", "whole number ≥ 1", "{ epochs: -3,"),
    BadFile("1:11", "whole number ≥ 1", "{ epochs: 1e300,"),
    BadFile("1:11", "whole number ≥ 1", #"{ epochs: "3","#),
    BadFile("1:14", #""all""#, "{ batchSize: 0,"),
    BadFile("1:14", #""all""#, "{ batchSize: 2.5,"),
    BadFile("1:14", #""all""#, #"{ batchSize: "al","#),
    BadFile("1:14", #""all""#, "{ batchSize: null,"),
    BadFile("1:14", "did you mean 'mean'?", #"{ batchLoss: "meen","#),
    BadFile("1:14", "mean, sum", #"{ batchLoss: "average","#),
    BadFile("1:14", "'batchLoss'", "{ batchLoss: 2,"),
    BadFile("1:12", "≥ 0", "{ shuffle: -1,"),
    BadFile("1:12", "≥ 0", "{ shuffle: 1.5,"),
    BadFile("1:12", "null", #"{ shuffle: "yes","#),
    BadFile("1:12", "null", "{ shuffle: true,"),
    BadFile("1:12", "shuffle", "{ shuffle: 1e20,"),
    // Optimisers.
    BadFile("1:14", "{ … }", #"{ optimizer: "adam","#),
    BadFile("1:14", "{ … }", "{ optimizer: null,"),
    BadFile("1:14", "'kind' is missing", "{ optimizer: {},"),
    BadFile("1:22", "did you mean 'adam'?", #"{ optimizer: { kind: "adm" },"#),
    BadFile("1:22", "'kind'", "{ optimizer: { kind: 3 },"),
    BadFile("1:22", "use one of", #"{ optimizer: { kind: "sgd with luck" },"#),
    BadFile(
      "1:34", "did you mean 'momentum'?", #"{ optimizer: { kind: "momentum", momentun: 0.5 },"#),
    BadFile("1:34", "'beta1' and '", #"{ optimizer: { kind: "momentum", beta1: 0.5 },"#),
    BadFile(
      "1:16", "'epsilon' and '",
      #"{ optimizer: { epsilon: 1, kind: "gradient-descent" },"#),
    BadFile("1:44", "< 1", #"{ optimizer: { kind: "momentum", momentum: 1 },"#),
    BadFile("1:44", "≥ 0", #"{ optimizer: { kind: "nesterov", momentum: -0.1 },"#),
    BadFile("1:40", "< 1", #"{ optimizer: { kind: "rmsprop", decay: 2 },"#),
    BadFile("1:37", "a number", #"{ optimizer: { kind: "adam", beta2: "0.9" },"#),
    BadFile("1:42", "> 0", #"{ optimizer: { kind: "adagrad", epsilon: 0 },"#),
    BadFile("1:39", "> 0", #"{ optimizer: { kind: "adam", epsilon: -1e-8 },"#),
  ]

  /// First lines that say the inputs, before one neuron with two weights.
  static let inputs: [BadFile] = [
    BadFile("1:1", "'inputs' is missing", "{"),
    BadFile("1:11", "inputs", "{ inputs: 0,"),
    BadFile("1:11", "inputs", "{ inputs: -1,"),
    BadFile("1:11", "inputs", "{ inputs: 1.5,"),
    BadFile("1:11", "count", #"{ inputs: "two","#),
    BadFile("1:11", "count", "{ inputs: null,"),
    BadFile("1:11", "'width'", "{ inputs: {},"),
    BadFile("1:11", "'inputs' is empty", "{ inputs: [],"),
    BadFile("1:11", "more than", "{ inputs: 1e6,"),
    BadFile("1:11", "inputs", "{ inputs: 1e300,"),
    BadFile("1:17", "text", #"{ inputs: ["a", 5],"#),
    BadFile("1:17", "text", #"{ inputs: ["a", null],"#),
    // Names.
    BadFile("1:12", "1 to 32", #"{ inputs: ["", "b"],"#),
    BadFile("1:17", "'b c' cannot be used as a name", #"{ inputs: ["a", "b c"],"#),
    BadFile("1:12", "'a,b' cannot be used as a name", #"{ inputs: ["a,b", "c"],"#),
    BadFile("1:12", "'a]' cannot be used as a name", #"{ inputs: ["a]", "c"],"#),
    BadFile("1:12", "'a=1' cannot be used as a name", #"{ inputs: ["a=1", "c"],"#),
    BadFile("1:12", #"\u{202E}"#, #"{ inputs: ["x\u202e", "c"],"#),
    BadFile("1:12", "'a b' cannot be used as a name", #"{ inputs: ["a\nb", "c"],"#),
    BadFile("1:17", "cannot be used as a name", #"{ inputs: ["a", "😀"],"#),
    BadFile("1:17", "cannot be used as a name", #"{ inputs: ["a", "½"],"#),
    BadFile("1:18", "1 to 32", #"{ inputs: ["ok", "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"],"#),
    BadFile("1:18", "1 to 32", #"{ inputs: ["ok", "名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名"],"#),
    BadFile("1:17", "'a'", #"{ inputs: ["a", "a"],"#),
    BadFile("1:17", "'名'", #"{ inputs: ["名", "名"],"#),
    BadFile("1:17", "two nodes", #"{ inputs: ["é", "é"],"#),
    // The neuron behind them has no name, so its position, 3, stands for one.
    BadFile("1:12", "'3'", #"{ inputs: ["3", "b"],"#),
    BadFile("1:17", "'3'", #"{ inputs: ["b", "3"],"#),
  ]

  /// Second lines that hold layers of a network with two inputs.
  static let layers: [BadFile] = [
    BadFile("2:1", "{ … }", "5"),
    BadFile("2:1", "{ … }", "[1]"),
    BadFile("2:1", "{ … }", "null"),
    BadFile("2:1", "'neurons'", "{}"),
    BadFile("2:1", "'neurons'", #"{ activation: "relu" }"#),
    BadFile("2:1", "'weights' is missing", "{ neurons: 2 }"),
    BadFile("2:1", "'weights' is missing", "{ neurons: 2, biases: [1, 2] }"),
    // Unknown keys.
    BadFile("2:15", "did you mean 'weights'?", "{ neurons: 1, weigths: [[1, 2]] }"),
    BadFile("2:3", "did you mean 'activation'?", #"{ activaton: "relu", weights: [[1, 2]] }"#),
    BadFile("2:22", "did you mean 'bias'?", "{ weights: [[1, 2]], bais: 1 }"),
    BadFile("2:22", "did you mean 'thresholds'?", "{ weights: [[1, 2]], threshold: [1] }"),
    BadFile("2:22", "use one of", "{ weights: [[1, 2]], colonel: 3 }"),
    BadFile("2:22", "kind: \"convolution\"", "{ weights: [[1, 2]], kernel: 3 }"),
    // Neurons.
    BadFile("2:12", "neurons", "{ neurons: 0, weights: [[1, 2]] }"),
    BadFile("2:12", "neurons", "{ neurons: [], weights: [[1, 2]] }"),
    BadFile("2:12", "neurons", "{ neurons: -2, weights: [[1, 2]] }"),
    BadFile("2:12", "count", #"{ neurons: "h", weights: [[1, 2]] }"#),
    BadFile("2:12", "neurons", "{ neurons: 1.5, weights: [[1, 2]] }"),
    BadFile("2:18", "'h'", #"{ neurons: ["h", "h"], weights: [[1, 2], [3, 4]] }"#),
    BadFile("2:13", "cannot be used as a name", #"{ neurons: ["a b"], weights: [[1, 2]] }"#),
    BadFile("2:13", "'2'", #"{ neurons: ["2"], weights: [[1, 2]] }"#),
    BadFile("2:13", "'1'", #"{ neurons: ["1"], weights: [[1, 2]] }"#),
    BadFile("2:18", "text", #"{ neurons: ["h", 7], weights: [[1, 2], [3, 4]] }"#),
    BadFile("2:12", "more than", "{ neurons: 200000, weights: [[1, 2]] }"),
    BadFile(
      "2:48", "more than",
      #"{ neurons: 90000, weights: { random: "he" } }, { neurons: 90000, weights: { random: "he" } }"#
    ),
    // Weights.
    BadFile("2:12", "'weights' is empty", "{ weights: [] }"),
    BadFile("2:12", "row", "{ weights: 5 }"),
    BadFile("2:12", "row", #"{ weights: "random" }"#),
    BadFile("2:13", "row", "{ weights: [1, 2] }"),
    BadFile("2:17", "row", #"{ weights: [[1, "2"]] }"#),
    BadFile("2:17", "row", "{ weights: [[1, null]] }"),
    BadFile("2:21", "row", "{ weights: [[1, 2], 3] }"),
    BadFile("2:24", "transpose", "{ neurons: 3, weights: [[1, 2, 3], [4, 5, 6]] }"),
    BadFile("2:12", "transpose", "{ weights: [[1], [2]] }"),
    BadFile("2:24", "transpose", "{ neurons: 1, weights: [[1], [2]] }"),
    BadFile("2:21", "1 weight in this row", "{ weights: [[1, 2], [3]] }"),
    BadFile("2:13", "3 weights in this row", "{ weights: [[1, 2, 3], [4, 5]] }"),
    BadFile("2:13", "0 weights in this row", "{ weights: [[]] }"),
    BadFile("2:24", "2 rows of weights for 3 neurons", "{ neurons: 3, weights: [[1, 2], [3, 4]] }"),
    BadFile("2:24", "2 rows of weights for 1 neuron", "{ neurons: 1, weights: [[1, 2], [3, 4]] }"),
    BadFile("2:24", "weights", "{ neurons: 2, weights: [] }"),
    BadFile("2:17", "outside the range of a double", "{ weights: [[1, 1e999]] }"),
    // Biases and thresholds.
    BadFile("2:30", "2 biases or thresholds for 1 neuron", "{ weights: [[1, 2]], biases: [1, 2] }"),
    BadFile(
      "2:38", "0 biases or thresholds for 2 neurons", "{ weights: [[1, 2], [3, 4]], biases: [] }"),
    BadFile(
      "2:42", "1 bias or threshold for 2 neurons", "{ weights: [[1, 2], [3, 4]], thresholds: [1] }"),
    BadFile("2:30", "[0.1, 0.2]", "{ weights: [[1, 2]], biases: 1 }"),
    BadFile("2:34", "[0.1, 0.2]", #"{ weights: [[1, 2]], thresholds: "a" }"#),
    BadFile("2:31", "[0.1, 0.2]", #"{ weights: [[1, 2]], biases: ["1"] }"#),
    BadFile("2:28", "a number", "{ weights: [[1, 2]], bias: [1] }"),
    BadFile("2:28", "a number", "{ weights: [[1, 2]], bias: null }"),
    BadFile(
      "2:31", "'biases' and 'bias'", "{ weights: [[1, 2]], bias: 1, biases: [1] }"),
    BadFile(
      "2:35", "'bias' and 'biases'", "{ biases: [1], weights: [[1, 2]], bias: 1 }"),
    BadFile(
      "2:35", "'thresholds' and 'biases'",
      "{ weights: [[1, 2]], biases: [1], thresholds: [1] }"),
    BadFile(
      "2:12", "'thresholds' and 'bias'",
      "{ bias: 1, thresholds: [1], weights: [[1, 2]] }"),
    // Frozen parts.
    BadFile("2:31", "did you mean 'weights'?", #"{ weights: [[1, 2]], frozen: ["wieghts"] }"#),
    BadFile("2:39", "did you mean 'bias'?", #"{ weights: [[1, 2]], frozen: ["bias", "biases"] }"#),
    BadFile("2:30", "list", #"{ weights: [[1, 2]], frozen: "bias" }"#),
    BadFile("2:30", "list", "{ weights: [[1, 2]], frozen: true }"),
    BadFile("2:31", "frozen", "{ weights: [[1, 2]], frozen: [1] }"),
    BadFile("2:31", "use one of", #"{ weights: [[1, 2]], frozen: ["everything"] }"#),
    // Activations.
    BadFile("2:15", "did you mean 'sigmoid'?", #"{ activation: "sigmod", weights: [[1, 2]] }"#),
    BadFile("2:15", "did you mean 'relu'?", #"{ activation: "Relu", weights: [[1, 2]] }"#),
    BadFile("2:15", "use one of", #"{ activation: "maxout of seven", weights: [[1, 2]] }"#),
    BadFile("2:15", "'activation'", "{ activation: 1, weights: [[1, 2]] }"),
    BadFile(
      "2:15", "softmax can only be used in the output layer",
      #"{ activation: "softmax", weights: [[1, 2]] }, { weights: [[1]] }"#),
    BadFile(
      "2:15", "'step' can only be used in a network of one layer",
      #"{ activation: "step", weights: [[1, 2]] }, { weights: [[1]] }"#),
    BadFile(
      "2:15", "'sign' can only be used in a network of one layer",
      #"{ activation: "sign", weights: [[1, 2]] }, { weights: [[1]] }"#),
    BadFile(
      "2:38", "'step' can only be used in a network of one layer",
      #"{ weights: [[1, 2]] }, { activation: "step", weights: [[1]] }"#),
    BadFile("2:15", "perceptron", #"{ activation: "step", weights: [[1, 2]] }"#),
    BadFile(
      "2:52", "1 weight in this row for 2 inputs",
      "{ weights: [[1, 2], [3, 4]] }, { weights: [[1, 2], [3]] }"),
    // Random parameters.
    BadFile("2:12", "'neurons'", #"{ weights: { random: "he" } }"#),
    BadFile("2:24", "'random' is missing", "{ neurons: 2, weights: { seed: 1 } }"),
    BadFile("2:34", "did you mean 'xavier'?", #"{ neurons: 2, weights: { random: "xaver" } }"#),
    BadFile("2:34", "use one of", #"{ neurons: 2, weights: { random: "gaussian" } }"#),
    BadFile("2:34", "'random'", "{ neurons: 2, weights: { random: 7 } }"),
    BadFile("2:40", "did you mean 'seed'?", #"{ neurons: 2, weights: { random: "he", sead: 1 } }"#),
    BadFile("2:46", "≥ 0", #"{ neurons: 2, weights: { random: "he", seed: -1 } }"#),
    BadFile("2:46", "≥ 0", #"{ neurons: 2, weights: { random: "he", seed: 1.5 } }"#),
    BadFile("2:46", "≥ 0", #"{ neurons: 2, weights: { random: "he", seed: "7" } }"#),
    BadFile("2:51", "0 to 1e100", #"{ neurons: 2, weights: { random: "normal", scale: -1 } }"#),
    BadFile("2:51", "a number", #"{ neurons: 2, weights: { random: "normal", scale: "big" } }"#),
    BadFile(
      "2:44", "'from' and '", #"{ neurons: 2, weights: { random: "normal", from: 1 } }"#),
    BadFile("2:40", "'to' and '", #"{ neurons: 2, weights: { random: "he", to: 1 } }"#),
    BadFile(
      "2:55", "'from' and 'scale'",
      #"{ neurons: 2, weights: { random: "uniform", scale: 1, from: 1 } }"#),
    BadFile("2:58", "'from'", #"{ neurons: 2, weights: { random: "uniform", from: 2, to: 1 } }"#),
    BadFile("2:51", "'to'", #"{ neurons: 2, weights: { random: "uniform", from: 2 } }"#),
    BadFile(
      "2:63", "to", #"{ neurons: 2, weights: { random: "uniform", from: -1e308, to: 1e308 } }"#),
    BadFile(
      "2:40", "did you mean 'xavier'?", #"{ weights: [[1, 2]], biases: { random: "xaver" } }"#),
    BadFile("2:34", "'random' is missing", "{ weights: [[1, 2]], thresholds: {} }"),
    BadFile("2:51", "0 to 1e100", #"{ neurons: 9, weights: { random: "normal", scale: 1e308 } }"#),
  ]

  /// Second lines that hold samples of a network with two inputs and one output.
  static let samples: [BadFile] = [
    BadFile("2:1", "{ … }", "5"),
    BadFile("2:1", "{ … }", "[1, 0]"),
    BadFile("2:1", "'inputs' is missing", "{}"),
    BadFile("2:1", "'inputs' is missing", "{ targets: [1] }"),
    BadFile("2:19", "did you mean 'targets'?", "{ inputs: [1, 0], target: [1] }"),
    BadFile("2:3", "did you mean 'inputs'?", "{ input: [1, 0] }"),
    BadFile("2:19", "use one of", "{ inputs: [1, 0], weight: 2 }"),
    BadFile("2:11", "1 input for a network that takes 2", "{ inputs: [1] }"),
    BadFile("2:11", "3 inputs for a network that takes 2", "{ inputs: [1, 2, 3] }"),
    BadFile("2:11", "0 inputs for a network that takes 2", "{ inputs: [] }"),
    BadFile("2:11", "a list of numbers", "{ inputs: 1 }"),
    BadFile("2:15", "a list of numbers", #"{ inputs: [1, "0"] }"#),
    BadFile("2:15", "a list of numbers", "{ inputs: [1, [0]] }"),
    BadFile("2:11", "a list of numbers", "{ inputs: null }"),
    BadFile("2:28", "0 targets for a network with 1 output", "{ inputs: [1, 0], targets: [] }"),
    BadFile("2:28", "2 targets for a network with 1 output", "{ inputs: [1, 0], targets: [1, 0] }"),
    BadFile("2:28", "a list of numbers", "{ inputs: [1, 0], targets: 1 }"),
    BadFile("2:29", "a list of numbers", "{ inputs: [1, 0], targets: [true] }"),
    BadFile("2:25", "text", "{ inputs: [1, 0], name: 5 }"),
    BadFile("3:11", "1 input for", "{ inputs: [1, 0] },\n{ inputs: [1] }"),
  ]

  /// Whole networks whose parts do not go together.
  static let networks: [BadFile] = [
    BadFile(
      "1:90", "'validation' is empty",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }], validation: [] }"#
    ),
    BadFile(
      "1:90", "a list of samples",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }], validation: 3 }"#
    ),
    BadFile(
      "1:90", "a separate sample file",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }], validation: "v.csv" }"#
    ),
    BadFile(
      "1:91", "this sample has no targets",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }], validation: [{ inputs: [1, 0] }] }"#
    ),
    BadFile(
      "1:125", "this sample has no targets",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }], validation: [{ inputs: [1, 0], targets: [1] }, { inputs: [0, 0] }] }"#
    ),
    BadFile(
      "1:101", "1 input for a network that takes 2",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }], validation: [{ inputs: [1], targets: [1] }] }"#
    ),
    BadFile(
      "1:109", "did you mean 'targets'?",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [{ inputs: [1, 0] }], validation: [{ inputs: [1, 0], target: [1] }] }"#
    ),
    BadFile("1:1", "'layers' is missing", "{ inputs: 2 }"),
    BadFile("1:22", "'layers' is empty", "{ inputs: 2, layers: [] }"),
    BadFile("1:22", "a list of layers", "{ inputs: 2, layers: {} }"),
    BadFile("1:22", "a list of layers", "{ inputs: 2, layers: 2 }"),
    BadFile("1:1", "'samples' is missing", "{ inputs: 2, layers: [{ weights: [[1, 2]] }] }"),
    BadFile(
      "1:56", "'samples' is empty", "{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: [] }"),
    BadFile(
      "1:56", "a list of samples", "{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: {} }"),
    BadFile(
      "1:56", "a list of samples", "{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: 3 }"),
    BadFile(
      "1:56", "a separate sample file",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: "no such file.csv" }"#),
    BadFile(
      "1:56", "a separate sample file",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: "" }"#),
    BadFile(
      "1:56", "a separate sample file",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: "/" }"#),
    BadFile(
      "1:56", "a separate sample file",
      #"{ inputs: 2, layers: [{ weights: [[1, 2]] }], samples: "a\u0000.csv" }"#),
    // Losses and output layers.
    BadFile(
      "2:9", "sigmoid",
      """
      { inputs: 1, layers: [{ weights: [[1]], activation: "tanh" }],
        loss: "binary-cross-entropy", samples: [{ inputs: [1] }] }
      """),
    BadFile(
      "1:20", "sigmoid",
      """
      { inputs: 1, loss: "binary-cross-entropy",
        layers: [{ weights: [[1]], activation: "softmax" }], samples: [{ inputs: [1] }] }
      """),
    BadFile(
      "1:20", "perceptron",
      """
      { inputs: 1, loss: "half-squared-error",
        layers: [{ weights: [[1]], activation: "sign" }], samples: [{ inputs: [1] }] }
      """),
    BadFile(
      "1:20", "step or sign",
      """
      { inputs: 1, loss: "perceptron",
        layers: [{ weights: [[1]], activation: "linear" }], samples: [{ inputs: [1] }] }
      """),
    BadFile(
      "2:14", "perceptron",
      """
      { inputs: 1, layers: [{ weights: [[1]], activation: "sign" }], loss: "perceptron",
        optimizer: { kind: "adam" }, samples: [{ inputs: [1], targets: [1] }] }
      """),
    BadFile(
      "2:16", "perceptron",
      """
      { inputs: 1, layers: [{ weights: [[1]], activation: "step" }], loss: "perceptron",
        weightDecay: 0.1, samples: [{ inputs: [1], targets: [1] }] }
      """),
    BadFile(
      "1:57", "perceptron",
      """
      { optimizer: { kind: "gradient-descent" }, weightDecay: 0.1, loss: "perceptron",
        inputs: 1, layers: [{ weights: [[1]], activation: "step" }], samples: [{ inputs: [1] }] }
      """),
    // Targets that are no probabilities.
    BadFile(
      "2:41", "from 0 to 1",
      """
      { inputs: 1, layers: [{ weights: [[1], [2]] }], loss: "binary-cross-entropy",
        samples: [{ inputs: [1], targets: [1, 1.01] }] }
      """),
    BadFile(
      "2:38", "from 0 to 1",
      """
      { inputs: 1, layers: [{ weights: [[1], [2]] }], loss: "binary-cross-entropy",
        samples: [{ inputs: [1], targets: [-0.01, 2] }] }
      """),
    BadFile(
      "2:43", "≥ 0",
      """
      { inputs: 1, layers: [{ weights: [[1], [2]], activation: "softmax" }], loss: "cross-entropy",
        samples: [{ inputs: [1], targets: [1.5, -0.5] }] }
      """),
    BadFile(
      "2:37", "sum to 0.9",
      """
      { inputs: 1, layers: [{ weights: [[1], [2]], activation: "softmax" }], loss: "cross-entropy",
        samples: [{ inputs: [1], targets: [0.5, 0.4] }] }
      """),
    BadFile(
      "2:37", "sum to 1.00000001",
      """
      { inputs: 1, layers: [{ weights: [[1], [2]], activation: "softmax" }], loss: "cross-entropy",
        samples: [{ inputs: [1], targets: [0.5, 0.50000001] }] }
      """),
    BadFile(
      "2:71", "sum to 0",
      """
      { inputs: 1, layers: [{ weights: [[1], [2]], activation: "softmax" }], loss: "cross-entropy",
        samples: [{ inputs: [1], targets: [1, 0] }, { inputs: [1], targets: [0, 0] }] }
      """),
    // A notation that has no letters for the network.
    BadFile(
      "1:13", "exactly one hidden layer",
      """
      { notation: "zhou", inputs: 1, samples: [{ inputs: [1] }],
        layers: [{ weights: [[1]] }, { weights: [[1]] }, { weights: [[1]] }] }
      """),
    // Names of different layers.
    BadFile(
      "1:39", "'a'",
      #"{ inputs: ["a"], layers: [{ neurons: ["a"], weights: [[1]] }], samples: [{ inputs: [1] }] }"#
    ),
    BadFile(
      "2:24", "'3'",
      """
      { inputs: 1, samples: [{ inputs: [1] }],
        layers: [{ neurons: ["3"], weights: [[1]] }, { weights: [[1]] }] }
      """),
    // Among several mistakes the one in the way of reading the others comes first.
    BadFile("1:14", "a key", "{ inputz: 2, , }"),
    BadFile("1:3", "'inputz'", "{ inputz: 2, layers: 3 }"),
  ]
}
