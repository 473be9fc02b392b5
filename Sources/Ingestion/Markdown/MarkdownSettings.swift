/// Keys of front matter by which a program's decks are known, in lower case.
///
/// `theme`, `class`, `title` and the like are common to several and tell nothing of
/// the program; `theme` still tells that the file is a deck.
enum MarkdownSettings {
  static let marp: Set<String> = [
    "marp", "headingdivider", "paginate", "_paginate", "_class", "backgroundcolor",
    "_backgroundcolor", "backgroundimage", "header", "_header", "footer", "_footer",
  ]

  static let slidev: Set<String> = [
    "layout", "highlighter", "drawings", "transition", "mdc", "colorschema", "routermode",
    "background", "linenumbers", "canvaswidth", "aspectratio", "fonts", "exportfilename",
    "hideintoc", "clicks", "src", "monaco", "twoslash", "addons", "favicon", "themeconfig",
    "zoom", "routealias", "clicksstart", "dragpos", "disabled", "hide", "preload",
  ]

  static let reveal: Set<String> = [
    "revealoptions", "separator", "verticalseparator", "highlighttheme", "slideoptions",
    "notesseparator",
  ]

  static let all = marp.union(slidev).union(reveal).union(["theme", "style", "class", "math"])
}
