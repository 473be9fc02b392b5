/// How much an archive may unpack to; all in bytes but the ratio.
struct ZipLimits: Equatable {
  /// One member; pictures are not read, and no slide's text comes near.
  var memberByteCount = 32 << 20
  /// All members read, those read twice counted twice.
  var totalByteCount = 128 << 20
  /// Bytes a member may unpack to for each byte it is packed in.
  ///
  /// Slides reach 20, tables of one repeated cell 100.
  var ratio = 250
  /// What any member may unpack to, whatever its ratio.
  var ratioFreeByteCount = 1 << 20
  /// The archive's table of contents, enough for 100,000 members.
  ///
  /// libzip holds some ten times as much in memory.
  var directoryByteCount = 8 << 20
}
