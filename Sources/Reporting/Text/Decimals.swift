/// Numbers with a fixed count of decimals, the same in every locale.
public enum Decimals {
  /// `0.87`; `–` for what is no number.
  public static func fixed(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "–" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let whole = Int(scaled) / Int(scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let digits = String(Int(scaled) % Int(scale))
    let zeros = String(repeating: "0", count: places - digits.count)
    return "\(sign)\(whole).\(zeros)\(digits)"
  }

  /// `+0.87` or `-0.87`.
  public static func signed(_ value: Double, _ places: Int) -> String {
    let text = fixed(value, places)
    return value.isFinite && !text.hasPrefix("-") ? "+" + text : text
  }

  /// A whole number with commas between thousands.
  public static func grouped(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
