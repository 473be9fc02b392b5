public import Shogen

/// Twelve short talks that a linear model can tell apart, three a quadrant.
public enum TinyCorpus {
  /// The talks with their labels.
  public static let talks: [Talk] = [
    talk("t01", "はじめてのSLO", "監視の基本と手順書をチームで学ぶ", "basic", "independent"),
    talk("t02", "オンコール入門", "当番の手順書と監視の基本", "basic", "independent"),
    talk("t03", "ポストモーテムの基本", "監視の手順書を学ぶチーム", "basic", "independent"),
    talk("t04", "全社の障害対応", "横断組織で監視の基本と手順書を標準化", "basic", "cross-cutting"),
    talk("t05", "横断SREの始め方", "全社の手順書と監視の基本を標準化", "basic", "cross-cutting"),
    talk("t06", "標準化の基本", "全社の横断組織で手順書と監視を学ぶ", "basic", "cross-cutting"),
    talk("t07", "カーネルの深部", "eBPFで解析するチームの最適化", "advanced", "independent"),
    talk("t08", "JVMの最適化", "カーネルとeBPFの解析をチームで", "advanced", "independent"),
    talk("t09", "シャーディングの設計", "最適化とカーネル解析のチーム", "advanced", "independent"),
    talk("t10", "全社のサービスメッシュ", "横断組織の最適化とeBPF解析を標準化", "advanced", "cross-cutting"),
    talk("t11", "横断基盤のカーネル", "全社で標準化するeBPF解析と最適化", "advanced", "cross-cutting"),
    talk("t12", "全社カオス実験", "横断組織のカーネル解析と最適化を標準化", "advanced", "cross-cutting"),
  ]

  /// Settings under which every word of so few talks counts.
  public static let settings = TrainingSettings(
    features: FeatureSettings(minimumDocumentFrequency: 1))

  /// A model trained on the talks.
  public static func makeTinyModel() throws -> Model {
    try Trainer(settings: settings).train(on: talks)
  }

  private static func talk(
    _ id: String, _ title: String, _ text: String, _ depth: String, _ scope: String
  ) -> Talk {
    Talk(
      id: id, title: title, slides: [Slide(number: 1, text: text)],
      labels: ["depth": depth, "scope": scope])
  }
}
