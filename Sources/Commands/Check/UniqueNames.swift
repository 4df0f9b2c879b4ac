/// Names of files that do not meet each other, on disks that tell capitals from small letters and on
/// those that do not: the second Anna is "Anna 2".
struct UniqueNames {
  let names: [String]

  init(_ wanted: [String]) {
    var taken: Set<String> = []
    names = wanted.map { name in
      var own = name
      var number = 1
      while !taken.insert(own.lowercased()).inserted {
        number += 1
        own = "\(name) \(number)"
      }
      return own
    }
  }
}
