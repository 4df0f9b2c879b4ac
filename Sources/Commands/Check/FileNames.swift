internal import Texts

/// Names of files for people: each as a file may be called, and none that meets another, on disks
/// that tell capitals from small letters and on those that do not. The second Anna is "Anna 2".
struct FileNames {
  let names: [String]

  init(_ people: [String]) {
    var taken: Set<String> = []
    var numbers: [String: Int] = [:]
    names = people.map { person in
      let name = FileNames.plain(person)
      var own = name
      // All numbers up to the last one of the name are taken.
      var number = numbers[name.lowercased(), default: 1]
      defer { numbers[name.lowercased()] = number }
      while !taken.insert(own.lowercased()).inserted {
        number += 1
        own = "\(name) \(number)"
      }
      return own
    }
  }

  /// No system takes names of much more.
  private static let most = 80

  /// Nothing that leads into a folder, and no file that is hidden.
  private static func plain(_ name: String) -> String {
    let plain = name.visible.prefix(FileNames.most).map { "/\\:".contains($0) ? "-" : String($0) }
      .joined()
    return plain.hasPrefix(".") ? "-" + plain.dropFirst() : plain
  }
}
