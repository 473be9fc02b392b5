import Shogen

/// The code of the library's articles, as it stands there.
enum DocumentationSamples {
  // DataFlow.md

  static func quadrants(ofTalksIn folder: String, model: String) throws -> [String: Int] {
    let classifier = try Classifier(contentsOf: model)
    let corpus = Corpus(reading: [folder])
    var counts: [String: Int] = [:]
    for talk in corpus.talks {
      let place = try classifier.classify(talk)
      counts[place.quadrant ?? "undecided", default: 0] += 1
    }
    return counts
  }

  static func lines(ofTalksIn folder: String, model: String) async throws -> [String] {
    let classifier = try Classifier(contentsOf: model)
    let writer = PredictionJSON(classifier: classifier)
    var reader = RecordReader(InputFiles([folder]))
    var texts: [String] = []
    try await BatchClassifier(classifier: classifier, workerCount: 2).run(
      &reader,
      render: { outcome in
        switch outcome {
        case .prediction(let prediction): writer.line(prediction)
        case .failure(let error): writer.line(error)
        }
      },
      consume: { batch, _ in texts.append(batch.text) })
    return texts
  }

  static func reasons(for talk: Talk, model: String) throws -> [String] {
    let evidence = try Classifier(contentsOf: model).explain(talk)
    return evidence.axes.flatMap { axis in
      axis.items.prefix(3).map { item in
        let slide = item.place.slide.map { "slide \($0)" } ?? "the title"
        return "\(axis.axis): \(item.term.text) on \(slide), \(item.contribution)"
      }
    }
  }

  // ModelFile.md

  static func copy(modelIn source: String, to target: String) throws -> String {
    let (model, hash) = try ModelFile.read(from: source)
    try ModelFile.write(model, to: target)
    return hash
  }

  // AddingAFormat.md

  static func talk(ofSubtitles text: String, id: String, title: String) -> Talk {
    let cues = text.split(separator: "\n\n").map { cue in
      cue.split(separator: "\n").drop { $0.contains("-->") || $0.allSatisfy(\.isNumber) }
    }
    let slides = cues.enumerated().map { index, lines in
      Slide(number: index + 1, text: lines.joined(separator: "\n"))
    }
    return Talk(id: id, title: title, slides: slides)
  }

  // AddingAScheme.md

  static func model(of talks: String, labels: String, axes: String, terms: String) throws -> Model {
    let scheme = try Scheme(contentsOf: axes)
    let lexicon = try Lexicon(contentsOf: terms)
    let corpus = Corpus(reading: [talks], labels: [labels], scheme: scheme)
    return try Trainer(lexicon: lexicon).train(on: corpus.talks, scheme: scheme)
  }

  static func museumScheme() throws -> Scheme {
    try Scheme(axes: [
      Axis(
        id: "focus", name: "扱うもの",
        poles: [Pole(id: "collection", name: "収蔵"), Pole(id: "exhibition", name: "展示")]),
      Axis(
        id: "people", name: "担い手",
        poles: [Pole(id: "staff", name: "館の中"), Pole(id: "public", name: "市民とともに")]),
    ])
  }
}
