internal import CSimdJSON

extension JSONParser {
  /// What the C side found wrong, as this room tells it.
  static func error(
    _ status: csimdjson_status, _ location: SourceLocation
  ) -> IngestionError {
    IngestionError(at: location, reason: reason(status), remedy: remedy(status))
  }

  private static func reason(_ status: csimdjson_status) -> String {
    switch status {
    case CSIMDJSON_EMPTY: "not valid JSON: there is nothing"
    case CSIMDJSON_NOT_UTF8: "not valid JSON: not UTF-8"
    case CSIMDJSON_OPEN_STRING: "not valid JSON: a string is not closed"
    case CSIMDJSON_CONTROL_CHARACTER: "not valid JSON: a string holds a bare control character"
    case CSIMDJSON_BAD_ESCAPE:
      "not valid JSON: a string has an unknown escape or half of a surrogate pair"
    case CSIMDJSON_BAD_NUMBER: "not valid JSON: a number is malformed"
    case CSIMDJSON_BAD_WORD: "not valid JSON: a word is none of true, false and null"
    case CSIMDJSON_TRAILING_TEXT: "not valid JSON: something follows the value"
    case CSIMDJSON_TOO_DEEP: "JSON nested deeper than \(CSIMDJSON_MAXIMUM_DEPTH) containers"
    case CSIMDJSON_TOO_MANY_VALUES: "more than \(CSIMDJSON_MAXIMUM_NODES) JSON values in one talk"
    case CSIMDJSON_NO_MEMORY: "no memory to parse the JSON"
    default: "not valid JSON"
    }
  }

  private static func remedy(_ status: csimdjson_status) -> String {
    switch status {
    case CSIMDJSON_TOO_MANY_VALUES: "put one talk on a line"
    case CSIMDJSON_NO_MEMORY: "use fewer workers or shorter lines"
    default: "mend the line or remove it"
    }
  }
}
