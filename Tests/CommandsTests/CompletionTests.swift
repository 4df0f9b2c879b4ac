import CommandTestSupport
import Foundation
import TestSupport
import Testing

/// Completions for shells, as the shells take them.
struct CompletionTests {
  /// An empty one, so that no file is offered.
  private let folder = TemporaryFolder()

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know the commands and options`(_ shell: String) {
    let script = run("completions", shell)
    #expect(script.code == 0)
    for word in ["trace", "round-as-you-go", "hanbingtao", "relu-softmax"] {
      #expect(script.output.contains(word))
    }
  }

  /// What bash offers for the last of some words.
  private func offers(_ words: [String]) throws -> Set<Substring> {
    let script = run("completions", "bash").output
    let line = (["backprop"] + words).map { "'\($0)'" }.joined(separator: " ")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.currentDirectoryURL = URL(filePath: folder.path(""))
    process.arguments = [
      "-c",
      script
        + "COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); _backprop; echo \"${COMPREPLY[@]}\"",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return Set(text.split(whereSeparator: \.isWhitespace))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
  func `whatever bash offers is understood`() throws {
    let commands = try offers([""])
    #expect(commands.isSuperset(of: ["trace", "check", "help"]))
    for command in commands {
      let options = try offers([String(command), "-"])
      #expect(options.contains("--lang"), "\(command)")
      for option in options {
        let result = run(String(command), String(option))
        #expect(!result.error.contains("unknown option"), "\(command) \(option)")
        #expect(!result.error.contains("has no option"), "\(command) \(option)")
      }
    }
    #expect(try offers(["worksheet", "-"]).isSuperset(of: ["-o", "--roster", "--lang"]))
    #expect(try offers(["worksheet", "mango", "--to", "t"]).isSuperset(of: ["txt", "tex"]))
    #expect(try !offers(["worksheet", "mango", "--to", "j"]).contains("json"))
    #expect(try offers(["export", "mango", "--to", "j"]).contains("json"))
    #expect(try offers(["check", "maz"]) == ["mazur"])
    #expect(try offers(["train", "spir"]) == ["spiral"])
    #expect(try offers(["completions", "f"]).contains("fish"))
    let fish = run("completions", "fish").output
    #expect(fish.contains(" -s o ") && !fish.contains("-l output"))
  }
}
