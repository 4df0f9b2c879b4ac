internal import Phrases
internal import Texts

/// A file that is written whole or not at all: beside its place first, then put there.
struct OutputFile {
  let name: Argument
  let path: [UInt8]

  /// Takes the file's name, and that of the input, which is never overwritten.
  init(_ name: Argument, notOver inputs: [Argument]) throws(CommandError) {
    self.name = name
    path = name.bytes
    guard !path.isEmpty, !path.contains(0) else {
      throw .file(place: "backprop: -o", .emptyFileName)
    }
    for input in inputs where input.text != "-" && Platform.areSame(path, input.bytes) {
      throw .file(place: "backprop: \(name.text.visible)", .wouldOverwriteInput)
    }
  }

  /// The file's name within its folder.
  var lastComponent: [UInt8] { Array(path.split(separator: UInt8(ascii: "/")).last ?? []) }

  /// Lets something write into the file.
  func write(
    _ body: (TextOutput) throws(CommandError) -> Void
  ) throws(CommandError) {
    let place = "backprop: \(name.text.visible)"
    let file: Platform.Replacement
    do throws(Platform.Failure) {
      file = try Platform.Replacement(path)
    } catch {
      throw .file(place: place, .cannotWriteFile(error.reason))
    }
    let output = TextOutput { file.send($0) }
    do throws(CommandError) {
      try body(output)
    } catch {
      file.discard()
      throw error
    }
    output.flush()
    if let reason = output.failure ?? file.commit() {
      file.discard()
      throw .file(place: place, .cannotWriteFile(reason))
    }
  }
}
