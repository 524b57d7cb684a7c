public import Compliance

extension Wording {
  /// Everything that the Lua of plugins can name: the one table from which come `:doc` of the REPL, the stubs for editors and the settings
  /// of luacheck. A test holds it together with what a plugin's state really has.
  public enum PluginAPI {
    /// A parameter of a function.
    public struct Parameter: Sendable, Hashable {
      /// The name; `...` for any number.
      public let name: String
      /// The type, as LuaCATS writes it (<https://luals.github.io/wiki/annotations/>).
      public let type: String
      /// Whether it may be left out.
      public let isOptional: Bool

      init(_ name: String, _ type: String) {
        isOptional = name.hasSuffix("?")
        self.name = isOptional ? String(name.dropLast()) : name
        self.type = type
      }
    }

    /// What something is.
    public enum Form: Sendable, Hashable {
      /// A function, its parameters and the types of what it returns. `generics` are the type variables in them.
      case function([Parameter], returns: [String], generics: [String])
      /// A value of a type.
      case value(String)
    }

    /// Something with a name.
    public struct Entry: Sendable, Hashable {
      /// The name as plugins write it: `tenken.pass`, `string.rep`; within a ``Shape``, the name of the field alone.
      public let name: String
      /// What it is.
      public let form: Form
      /// Whether a table may go without it.
      public let isOptional: Bool
      /// What people should know of it; nil of what Lua's manual tells.
      public let text: LocalizedText?

      /// How it is called: `tenken.add_days(date, n)`; the name of what is no function.
      public var usage: String {
        guard case .function(let parameters, _, _) = form else { return name }
        return "\(name)(\(parameters.map(\.name).joined(separator: ", ")))"
      }

      static func function(
        _ name: String, _ parameters: KeyValuePairs<String, String>, gives returns: String..., generics: [String] = [],
        text: LocalizedText? = nil
      ) -> Entry {
        let parameters = parameters.map { Parameter($0.key, $0.value) }
        return Entry(
          name: name, form: .function(parameters, returns: returns, generics: generics), isOptional: false, text: text)
      }

      /// - Parameter name: with a `?` behind it if a table may go without it.
      static func value(_ name: String, _ type: String, _ text: LocalizedText? = nil) -> Entry {
        let isOptional = name.hasSuffix("?")
        return Entry(
          name: isOptional ? String(name.dropLast()) : name, form: .value(type), isOptional: isOptional, text: text)
      }
    }

    /// A kind of table or object, with its fields.
    public struct Shape: Sendable, Hashable {
      /// The type's name in LuaCATS.
      public let name: String
      /// What it is.
      public let text: LocalizedText
      /// Its fields; functions among them are called with a colon.
      public let fields: [Entry]
      /// The types of further keys and of their values, where there may be any; nil where there are none.
      public let others: Others?

      /// Keys that have no name of their own.
      public struct Others: Sendable, Hashable {
        /// The type of the keys.
        public let key: String
        /// The type of their values.
        public let value: String
      }

      init(_ name: String, _ text: LocalizedText, others: Others? = nil, _ fields: [Entry]) {
        self.name = name
        self.text = text
        self.fields = fields
        self.others = others
      }

      /// The names of its fields.
      public var fieldNames: [String] { fields.map(\.name) }
    }

    /// The globals of plugins and the fields of those that are libraries.
    public static let globals: [Entry] = base + libraries
    /// The names of the libraries among the globals.
    public static let libraryNames = ["math", "string", "table", "utf8"]
    /// What `require "tenken"` gives.
    public static let tenken: [Entry] = outcomes + declarations + calculations
    /// The tables that plugins write, and the objects that they are given.
    public static let shapes: [Shape] = written + given
  }
}
