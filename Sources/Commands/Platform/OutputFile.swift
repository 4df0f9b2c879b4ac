internal import NetworkFiles
internal import Phrases
internal import Texts

/// A file that is written whole or not at all: beside its place first, then put there.
struct OutputFile {
  let name: Argument
  let path: [UInt8]

  /// Takes the name that an option gives. What the command has read is never overwritten.
  init(
    _ name: Argument, _ console: Console, option: Option = .outputFile
  ) throws(CommandError) {
    self.name = name
    path = name.bytes
    guard !path.isEmpty, !path.contains(0) else {
      throw .usage(.emptyFileName(option.spelling))
    }
    guard !console.surroundings.filesRead.contains(path) else {
      throw .file(place: place, .wouldOverwriteInput)
    }
    guard name.text != "-" else { throw .file(place: place, .dashIsNoFile) }
  }

  /// What an error about it begins with.
  var place: String { "backprop: \(name.text.visible)" }

  /// Says now what would keep the file from being written, before a long calculation for it.
  func check() throws(CommandError) {
    do throws(Platform.Failure) {
      try Platform.checkReplacement(of: path)
    } catch {
      throw .file(place: place, .cannotWriteFile(error.reason))
    }
  }

  /// Whether there is something by that name.
  var isThere: Bool { Platform.exists(path) }

  /// What stands there now; `nil` where there is nothing, or it cannot be read.
  var contents: [UInt8]? { try? Platform.contents(of: path, limit: Limits.fileSize) }

  /// Whether it is a device or pipe, whose name says nothing.
  var isDevice: Bool { Platform.isDevice(path) }

  /// Whether the standard output goes into the same file.
  var isStandardOutput: Bool {
    Platform.identity(of: path).map { $0 == Platform.identity(ofDescriptor: 1) } ?? false
  }

  /// Whether another name leads to the same file, be it there or not.
  func isSame(as other: OutputFile) -> Bool {
    Platform.place(of: path) == Platform.place(of: other.path)
  }

  /// The file's ending, in small letters; `nil` where it has none.
  var ending: String? { name.ending }

  /// The file's name within its folder.
  var lastComponent: [UInt8] { Array(path.split(separator: UInt8(ascii: "/")).last ?? []) }

  /// What writes a file's contents.
  typealias Contents = (TextOutput) throws(CommandError) -> Void

  /// Lets something write into the file.
  func write(_ contents: @escaping Contents) throws(CommandError) {
    try OutputFile.write([(self, contents)])
  }

  /// Writes several files: none is put in its place before all of them are on the disk.
  static func write(_ files: [(file: OutputFile, contents: Contents)]) throws(CommandError) {
    var written: [(OutputFile, Platform.Replacement)] = []
    for (file, contents) in files { written.append((file, try file.beside(contents))) }
    for (file, replacement) in written { try file.check(replacement.finish()) }
    for (file, replacement) in written { try file.check(replacement.place()) }
  }

  /// Throws what kept something from being done with the file, if anything did.
  private func check(_ reason: String?) throws(CommandError) {
    if let reason { throw .file(place: place, .cannotWriteFile(reason)) }
  }

  /// Writes the contents beside the file's place; unless put there, they are gone again.
  private func beside(_ contents: Contents) throws(CommandError) -> Platform.Replacement {
    let file: Platform.Replacement
    do throws(Platform.Failure) {
      file = try Platform.Replacement(path)
    } catch {
      throw .file(place: place, .cannotWriteFile(error.reason))
    }
    let output = TextOutput { file.send($0) }
    try contents(output)
    output.flush()
    try check(output.failure)
    return file
  }
}
