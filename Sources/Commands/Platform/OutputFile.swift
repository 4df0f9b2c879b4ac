internal import Phrases
internal import Texts

/// A file that is written whole or not at all: beside its place first, then put there.
struct OutputFile {
  let name: Argument
  let path: [UInt8]

  /// Takes the file's name. What the command has read is never overwritten.
  init(_ name: Argument, _ console: Console) throws(CommandError) {
    self.name = name
    path = name.bytes
    guard !path.isEmpty, !path.contains(0) else {
      throw .file(place: "backprop: -o", .emptyFileName)
    }
    guard !console.surroundings.filesRead.contains(path) else {
      throw .file(place: place, .wouldOverwriteInput)
    }
    guard name.text != "-" else { throw .file(place: place, .dashIsNoFile) }
  }

  private var place: String { "backprop: \(name.text.visible)" }

  /// Says now what would keep the file from being written, before a long calculation for it.
  func check() throws(CommandError) {
    do throws(Platform.Failure) {
      try Platform.checkReplacement(of: path)
    } catch {
      throw .file(place: place, .cannotWriteFile(error.reason))
    }
  }

  /// Whether it is a device or pipe, whose name says nothing.
  var isDevice: Bool { Platform.isDevice(path) }

  /// The file's ending, in small letters; `nil` where it has none.
  var ending: String? { name.ending }

  /// The file's name within its folder.
  var lastComponent: [UInt8] { Array(path.split(separator: UInt8(ascii: "/")).last ?? []) }

  /// Lets something write into the file.
  func write(
    _ body: (TextOutput) throws(CommandError) -> Void
  ) throws(CommandError) {
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
