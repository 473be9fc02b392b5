/// Why an interrupted run cannot be gone on with.
struct ResumeError: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String {
    "\(path): cannot resume: \(reason); give what the interrupted run was given, "
      + "or leave --resume out to begin again"
  }
}
