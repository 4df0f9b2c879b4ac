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

  /// Few people have longer names, and no system takes names of many more bytes.
  private static let most = (characters: 80, bytes: 200)

  /// Nothing that leads into a folder, and no file that is hidden.
  private static func plain(_ name: String) -> String {
    var plain = ""
    for character in name.visible.prefix(most.characters) {
      guard plain.utf8.count + character.utf8.count <= most.bytes else { break }
      plain.append("/\\:".contains(character) ? "-" : character)
    }
    return plain.hasPrefix(".") ? "-" + plain.dropFirst() : plain
  }
}
