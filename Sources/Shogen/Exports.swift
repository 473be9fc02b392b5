// One import is enough to read, train, classify and explain.
@_exported public import Classification
@_exported public import Comparison
@_exported public import Evaluation
@_exported public import Features
@_exported public import Ingestion
@_exported public import Reporting
@_exported public import Talks
@_exported public import Tokenization
@_exported public import Training
