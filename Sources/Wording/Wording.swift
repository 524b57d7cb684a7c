/// The one table of everything that Tenken says to people: each entry is a ``Compliance/LocalizedText``, so that neither
/// language can be missing. No other target writes such a pair; a test holds to that. One extension a room.
public enum Wording {}
