internal import NetworkFiles
internal import Phrases
internal import Texts

/// A file that is written whole or not at all: beside its place first, then put there.
struct OutputFile {
  let name: Argument
  let path: [UInt8]
  /// The folder that was made for it, if one was.
  private var folder: OutputFolder?

  /// What may be done with a file that is there already.
  enum Presence {
    /// It is replaced, for it was named for this.
    case replaced
    /// It is left as it is, for it may be someone's work: its name was not given, or it is a mark
    /// book. `--force` replaces it.
    case kept
  }

  /// Takes the name that an option gives. Neither what the command has read is ever overwritten, nor
  /// what its results or notes go into.
  init(
    _ name: Argument, _ invocation: Invocation, option: Option = .outputFile,
    _ presence: Presence = .replaced, in folder: OutputFolder? = nil
  ) throws(CommandError) {
    self.name = name
    self.folder = folder
    path = name.bytes
    guard !path.isEmpty, !path.contains(0) else {
      throw .usage(.emptyFileName(option.spelling))
    }
    guard !invocation.console.surroundings.filesRead.contains(path) else {
      throw .file(place: place, .wouldOverwriteInput)
    }
    guard name.text != "-" else { throw .file(place: place, .dashIsNoFile) }
    guard !isDevice else { return }
    guard !isStandardOutput else { throw .file(place: place, .isStandardOutput) }
    if case .kept = presence, !invocation.has(.force), Platform.exists(path) {
      throw .file(place: place, .fileIsThere(Option.force.spelling))
    }
  }

  /// What an error about it begins with.
  var place: String { "backprop: \(name.text.visible)" }

  /// Whether it is a descriptor, a device or a pipe, whose name says nothing.
  var isDevice: Bool { Platform.isDevice(path) }

  /// Whether the standard output or the notes go into the same file.
  private var isStandardOutput: Bool {
    guard let file = Platform.identity(of: path) else { return false }
    return [1, 2].contains { Platform.identity(ofDescriptor: $0) == file }
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

  /// Writes several files: none is put in its place before all of them are on the disk, and no
  /// interruption comes between the first and the last.
  static func write(_ files: [(file: OutputFile, contents: Contents)]) throws(CommandError) {
    try checkApart(files.map(\.file))
    var written: [(OutputFile, Platform.Replacement)] = []
    for (file, contents) in files { written.append((file, try file.beside(contents))) }
    try Interruption.held { () throws(CommandError) in
      for (file, replacement) in written { try file.check(replacement.place()) }
    }
  }

  /// Says now what would keep files from being written, before a long calculation for them.
  static func check(_ files: [OutputFile]) throws(CommandError) {
    try checkApart(files)
    for file in files {
      do throws(Platform.Failure) {
        try Platform.checkReplacement(of: file.path)
      } catch {
        throw .file(place: file.place, .cannotWriteFile(error.reason))
      }
    }
  }

  /// Refuses two names that lead to the same file, be it there or not.
  private static func checkApart(_ files: [OutputFile]) throws(CommandError) {
    guard files.count > 1 else { return }
    var places: [[UInt8]: OutputFile] = [:]
    for file in files {
      if let other = places.updateValue(file, forKey: Platform.place(of: file.path)) {
        throw .file(place: file.place, .sameFile(other.name.text.visible))
      }
    }
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
    try check(output.failure ?? file.finish())
    return file
  }
}
