import Shogen
import TestSupport

/// Every talk of the corpora that ship with the repository.
enum CorporaTalks {
  static let folders = ["fictional-sre-talks", "sre-next-2024"].map {
    Repository.path("Corpora/" + $0)
  }

  static let all = Corpus(reading: folders).talks
}
