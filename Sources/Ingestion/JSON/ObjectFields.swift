internal import Talks

/// The members of a JSON object, those of known names apart from the rest.
///
/// Of members with one name the last counts.
struct ObjectFields {
  /// Names told apart at most.
  static let capacity = 16

  /// By the place of the name; in line, as there is one of these a slide.
  private var nodes: [16 of JSONParser.Node?]
  private let names: [String]
  /// The members of other names, in order.
  private(set) var additional: [AdditionalField] = []

  /// Sorts the members of an object; of `names` the first ``capacity`` are known.
  init(_ object: JSONParser.Node, names: [String], in json: borrowing JSONParser) {
    self.names = names
    nodes = InlineArray(repeating: nil)
    var members = json.cursor(over: object)
    while let (name, value) = json.nextMember(&members) {
      if let index = index(of: name) {
        nodes[index] = value
      } else {
        additional.append(AdditionalField(name: name, json: json.rawText(value)))
      }
    }
    if additional.count > 1 { keepLastOfEachName() }
  }

  /// The value of a known name, or nil.
  subscript(name: String) -> JSONParser.Node? {
    index(of: name).flatMap { nodes[$0] }
  }

  private func index(of name: String) -> Int? {
    guard let index = names.firstIndex(of: name), index < Self.capacity else { return nil }
    return index
  }

  private mutating func keepLastOfEachName() {
    // Compared byte by byte: Swift's strings are equal when only normalization
    // tells them apart, JSON's names are not.
    var seen: Set<[UInt8]> = []
    var kept = additional.reversed().filter { seen.insert(Array($0.name.utf8)).inserted }
    guard kept.count < additional.count else { return }
    kept.reverse()
    additional = kept
  }
}
