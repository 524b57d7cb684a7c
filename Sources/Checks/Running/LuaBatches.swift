import Lua
import SiteData

// Both sides know the flat form of records; neither knows the other.
extension RecordBatch: LuaBatch {}
