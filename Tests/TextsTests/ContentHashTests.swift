import Testing

@testable import Texts

/// SHA-256, against the examples of FIPS 180-4 and of its neighbours.
struct ContentHashTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func `the hash is the published one`(_ text: String, _ hash: String) {
    let bytes = ContentHash.digest(Array(text.utf8))
    let digits = Array("0123456789abcdef")
    #expect(bytes.map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined() == hash)
  }

  @Test func `base 64 is that of a policy`() {
    #expect(ContentHash.sha256("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }
}
