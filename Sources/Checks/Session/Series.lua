-- Lists of a session that fill as far as they are looked at. An iterator runs dry, but what a person has asked for is
-- looked at more than once. Runs before Catalogue.lua, with the same `host`.
local host = ...
local error, huge, pack, rawget, rawset, type, unpack = error, math.huge, table.pack, rawget, rawset, type, table.unpack
local setmetatable = host.setmetatable

-- Keys that no code outside this file can name.
local ITEMS, NEXT, PLACES = {}, {}, {}

-- The items as far as there are `count` of them; each with all that the iterator gave.
local function filled(self, count)
  local items, places = rawget(self, ITEMS), rawget(self, PLACES)
  while #items < count do
    local next = rawget(self, NEXT)
    if not next then break end
    local item = pack(next())
    if item[1] == nil then
      rawset(self, NEXT, nil)
      break
    end
    items[#items + 1] = item
    places[item[1]] = #items
  end
  return items
end

local Series = { __name = "list", __metatable = false }

function Series.__index(self, place)
  local item = type(place) == "number" and filled(self, place)[place]
  if item then return item[1] end
end

function Series.__newindex() error("this list is read-only", 0) end
function Series.__len(self) return #filled(self, huge) end

-- A step of `for value in list do`. What the step before gave tells where it was, so that loops may be nested.
function Series.__call(self, _, value)
  local place = value == nil and 1 or (rawget(self, PLACES)[value] or huge) + 1
  local item = filled(self, place)[place]
  if item then return unpack(item, 1, item.n) end
end

function host.series(next)
  return setmetatable({ [ITEMS] = {}, [PLACES] = {}, [NEXT] = next }, Series)
end

-- The first items of a list, and whether there are more; nil for any other value.
function host.series_items(value, most)
  if type(value) ~= "table" or not rawget(value, ITEMS) then return nil end
  local items = filled(value, most + 1)
  return items, #items > most
end

return host.series
