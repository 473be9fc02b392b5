import Foundation
import TestSupport

/// A page open in a browser, used as a person uses it.
final class Page {
  let browser = Result { try Browser() }
  private var session: String?

  /// Opens a file.
  init(
    _ path: String, fragment: String = "", width: Int = 1280, height: Int = 800,
    isDark: Bool = false
  ) throws {
    let target = try browser.get().call("Target.createTarget", ["url": "about:blank"])
    let attached = try browser.get().call(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Network", "Log", "Accessibility"] {
      try call("\(domain).enable")
    }
    try resize(width, height)
    try call(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]])
    try open(path, fragment: fragment)
  }

  @discardableResult
  func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try browser.get().call(method, parameters, session: session)
  }

  /// Goes to a file and waits until its scripts have run.
  func open(_ path: String, fragment: String = "") throws {
    // From a page to another part of it there is no load.
    try browser.get().forgetEvents()
    try call("Page.navigate", ["url": "about:blank"])
    try browser.get().wait(for: "Page.loadEventFired")
    try browser.get().forgetEvents()
    let address = URL(filePath: path).absoluteString + fragment
    try call("Page.navigate", ["url": address])
    try browser.get().wait(for: "Page.loadEventFired")
  }

  func reload() throws {
    try browser.get().forgetEvents()
    try call("Page.reload")
    try browser.get().wait(for: "Page.loadEventFired")
  }

  func resize(_ width: Int, _ height: Int) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500])
  }

  /// The value of an expression, by JSON.
  func value(_ expression: String) throws -> Any {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let details = answer["exceptionDetails"] as? [String: Any] {
      throw Browser.Failure(description: "\(expression): \(details)")
    }
    return (answer["result"] as? [String: Any])?["value"] ?? NSNull()
  }

  func text(_ expression: String) throws -> String { try value(expression) as? String ?? "" }

  func number(_ expression: String) throws -> Double {
    (try value(expression) as? NSNumber)?.doubleValue ?? .nan
  }

  func numbers(_ expression: String) throws -> [Double] {
    (try value(expression) as? [NSNumber] ?? []).map(\.doubleValue)
  }

  /// The center of what a selector finds, in the window.
  func center(of selector: String) throws -> (x: Double, y: Double) {
    let place = try numbers(
      "(() => { const r = document.querySelector(`\(selector)`).getBoundingClientRect();"
        + " return [r.x + r.width / 2, r.y + r.height / 2] })()")
    guard place.count == 2 else { throw Browser.Failure(description: "no \(selector)") }
    return (place[0], place[1])
  }

  func click(_ selector: String) throws {
    let (x, y) = try center(of: selector)
    for type in ["mousePressed", "mouseReleased"] { try mouse(type, x, y) }
  }

  func mouse(_ type: String, _ x: Double, _ y: Double) throws {
    try call(
      "Input.dispatchMouseEvent",
      [
        "type": type, "x": x, "y": y, "button": "left", "clickCount": 1,
        "buttons": type == "mouseReleased" ? 0 : 1,
      ])
  }

  func drag(_ selector: String, to end: (x: Double, y: Double)) throws {
    let start = try center(of: selector)
    try mouse("mousePressed", start.x, start.y)
    for step in 1...4 {
      let share = Double(step) / 4
      try mouse(
        "mouseMoved", start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
    }
    try mouse("mouseReleased", end.x, end.y)
  }

  /// Presses a key; modifiers are 1 Alt, 2 Control, 4 Meta, 8 Shift.
  func press(_ key: String, modifiers: Int = 0) throws {
    let codes = ["ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Enter": 13]
    let code = codes[key] ?? Int(key.uppercased().unicodeScalars.first?.value ?? 0)
    for type in ["rawKeyDown", "keyUp"] {
      try call(
        "Input.dispatchKeyEvent",
        [
          "type": type, "key": key, "modifiers": modifiers, "windowsVirtualKeyCode": code,
        ])
    }
  }

  func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

  /// What the window shows, as a PNG in the folder that SHOGEN_SCREENSHOTS names.
  func screenshot(_ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SHOGEN_SCREENSHOTS"] else { return }
    let answer = try call("Page.captureScreenshot", ["format": "png"])
    guard let data = Data(base64Encoded: answer["data"] as? String ?? "") else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try data.write(to: URL(filePath: "\(folder)/\(name).png"))
  }

  /// The page as a PDF, on the paper its style asks for.
  func pdf() throws -> Data {
    let answer = try call("Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  /// Role and name of everything a screen reader meets.
  func accessibleNodes() throws -> [(role: String, name: String)] {
    let nodes = try call("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
    return nodes.filter { $0["ignored"] as? Bool != true }.map { node in
      let text = { (key: String) in (node[key] as? [String: Any])?["value"] as? String ?? "" }
      return (text("role"), text("name"))
    }
  }

  /// Addresses asked for since the page was opened.
  func requests() throws -> [String] {
    try browser.get().events.filter { $0.method == "Network.requestWillBeSent" }.compactMap {
      ($0.parameters["request"] as? [String: Any])?["url"] as? String
    }
  }

  /// Exceptions, console messages and complaints about the policy.
  func complaints() throws -> [String] {
    let kinds = ["Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"]
    return try browser.get().events.filter { kinds.contains($0.method) }.map {
      "\($0.method) \($0.parameters)"
    }
  }
}
