import Compliance
import Lua
import SiteData
import Wording

extension Plugin {
  /// The parameters' values: the defaults, replaced by what the site sets.
  /// - Returns: the values, and what is wrong with the settings.
  public func parameterValues(_ settings: PluginSettings?) -> (values: [String: LuaValue], problems: [Problem]) {
    var values = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.fallback) })
    var problems: [Problem] = []
    for (name, setting) in (settings?.parameters ?? [:]).sorted(by: { $0.value.place < $1.value.place }) {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        let near = nearest(to: name, among: parameters.map(\.name))
        problems.append(Problem(at: setting.place, Wording.unknownParameter(name, id.description, near)))
        continue
      }
      if let value = parameter.accepts(LuaValue(setting.value)) {
        values[name] = value
      } else {
        problems.append(
          Problem(at: setting.place, Wording.parameterSettingRefused(name, parameter.type.rawValue, parameter.bounds)))
      }
    }
    return (values, problems)
  }

  /// The declarations of the sources, with the site's own files and encodings in place of the plugin's.
  /// - Returns: the declarations by id, and what is wrong with the settings.
  public func sources(_ settings: PluginSettings?) -> (declarations: [String: SourceDeclaration], problems: [Problem]) {
    var declarations = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
    var problems: [Problem] = []
    for (name, override) in (settings?.sources ?? [:]).sorted(by: { $0.value.place < $1.value.place }) {
      guard let declared = declarations[name] else {
        let near = nearest(to: name, among: sources.map(\.id))
        problems.append(Problem(at: override.place, Wording.unknownSource(name, id.description, near)))
        continue
      }
      // What the site keeps in its data/ needs no grant, wherever the plugin would have looked for it.
      var origin = declared.origin
      if let file = override.file {
        guard SourceOrigin(file: file) == .data(file) else {
          problems.append(Problem(at: override.place, Wording.overrideLeavesData(file)))
          continue
        }
        origin = .data(file)
      }
      declarations[name] = SourceDeclaration(
        id: declared.id, title: declared.title, origin: origin,
        format: override.file.flatMap(SourceFormat.forFile) ?? declared.format,
        encoding: override.encoding ?? declared.encoding, subject: declared.subject, begins: declared.begins,
        // What the site names, it has.
        layout: declared.layout, isOptional: false, maxAgeDays: override.maxAgeDays ?? declared.maxAgeDays,
        columns: declared.columns)
    }
    return (declarations, problems)
  }
}

extension Parameter {
  /// The bounds in words of mathematics, such as `1…31`; nil if there are none.
  var bounds: String? {
    func number(_ value: Double) -> String { Int64(exactly: value).map(String.init) ?? String(value) }
    switch (minimum, maximum) {
    case (nil, nil): return nil
    case (let low?, nil): return "≥ \(number(low))"
    case (nil, let high?): return "≤ \(number(high))"
    case (let low?, let high?): return "\(number(low))…\(number(high))"
    }
  }
}
