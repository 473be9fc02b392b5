/// The parts that a part of a package points to.
final class Relationships: XMLHandler {
  /// A pointer to another part.
  struct Relationship: Equatable {
    /// The last word of its type, such as `slide` or `notesSlide`.
    var type: String
    /// The name of the member in the archive.
    var part: String
  }

  private let base: String
  /// By id.
  private(set) var byID: [String: Relationship] = [:]

  let wantsText = false

  /// Reads those of a part; the empty name is the package's own.
  init(of part: String) { base = part }

  /// The first of a type, in no order that matters: there is one of each asked for.
  subscript(type type: String) -> String? {
    byID.filter { $0.value.type == type }.min { $0.key < $1.key }?.value.part
  }

  /// The member that holds a part's relationships.
  static func member(of part: String) -> String {
    let name = part.split(separator: "/").last ?? ""
    return part.dropLast(name.utf8.count) + "_rels/" + name + ".rels"
  }

  func begin(_ element: XMLElement) {
    // What is outside of the package is never fetched.
    guard element.name == "Relationship", element["TargetMode"] != "External",
      let id = element["Id"], let type = element["Type"]?.split(separator: "/").last,
      let part = element["Target"].flatMap({ Self.resolve($0, against: base) })
    else { return }
    byID[id] = Relationship(type: String(type), part: part)
  }

  func end(_ name: String) {}
  func text(_ text: String) {}

  /// The member that a path means, seen from a part.
  ///
  /// - Returns: The name, or nil when the path leaves the package.
  static func resolve(_ target: String, against base: String) -> String? {
    var steps = target.hasPrefix("/") ? [] : Array(base.split(separator: "/").dropLast())
    for step in target.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(step)
      } else if steps.popLast() == nil {
        return nil
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }
}
