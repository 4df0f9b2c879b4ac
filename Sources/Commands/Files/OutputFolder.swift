internal import Phrases
internal import Texts

/// A folder with a file for each person. One that was made for them goes again if they cannot be
/// written.
final class OutputFolder {
  private let name: Argument
  private let invocation: Invocation
  private let made: Platform.NewFolder?

  /// Makes the folder where there is none yet.
  init(_ name: Argument, _ invocation: Invocation) throws(CommandError) {
    self.name = name
    self.invocation = invocation
    do throws(Platform.Failure) {
      made = try Platform.NewFolder(name.bytes)
    } catch {
      throw .about(name, .cannotWriteFile(error.reason))
    }
  }

  /// The files of people in it, none of which is there yet unless it may be replaced.
  func files(of people: [String], ending: String) throws(CommandError) -> [OutputFile] {
    var files: [OutputFile] = []
    for person in FileNames(people).names {
      let path = Argument(bytes: name.bytes + Array("/\(person).\(ending)".utf8))
      files.append(try OutputFile(path, invocation, .kept, in: self))
    }
    return files
  }
}
