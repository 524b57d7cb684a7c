-- The catalogue as Lua sees it: `tenken.catalogue`. An object holds a requirement's position, and each field is fetched
-- from Swift when it is first read. Runs before the prelude, with the same `host`.
local host = ...
local error, format, next, rawget, type = error, string.format, next, rawget, type
-- The metatables below are never changed, so the objects share them; what plugins get as setmetatable copies.
local setmetatable = host.setmetatable

-- The key of the position in an object; no code outside this file can name it.
local POSITION = {}

local Requirement = {}
local Catalogue = {}

-- What was fetched, by field and position; false for what is not there. Not in the objects, which are the plugin's to
-- write to with rawset.
local fetched = {}

local function fetch(position, name)
  local values = fetched[name]
  if not values then
    values = {}
    fetched[name] = values
  end
  local value = values[position]
  if value == nil then
    value = host.catalogue_field(position, name) or false
    values[position] = value
  end
  return value or nil
end

local part_lists = {}

local function wrap(position)
  if position then return setmetatable({ [POSITION] = position }, Requirement) end
end

local function position_of(value, what)
  local position = type(value) == "table" and rawget(value, POSITION)
  if not position then error(what .. " expects a requirement; write requirement:" .. what .. "(), with a colon", 0) end
  return position
end

-- The position of a requirement that is given as one or by id or citation.
local function resolve(value, what)
  if type(value) == "string" then
    local position = host.catalogue_find(value)
    if not position then error(format("%s: no requirement '%s' in the catalogue", what, value), 0) end
    return position
  end
  return position_of(value, what)
end

-- In a session, iterators become lists that can be looked at.
local series = host.series or function(step) return step end

-- An iterator over lists of positions that Swift gives, `step` numbers to an element.
local function each(list, step, make)
  local i = 1 - step
  return series(function()
    i = i + step
    if list[i] then return make(list, i) end
  end)
end

local function wrap_at(list, i) return wrap(list[i]) end

local relations = { "corresponds", "merged", "covered", "none" }
local statuses = { "stated", "inferred", "unresolved" }

local methods = {}

function methods:parts()
  local position = position_of(self, "parts")
  local list = part_lists[position]
  if not list then
    list = host.catalogue_parts(position)
    part_lists[position] = list
  end
  return each(list, 1, wrap_at)
end

-- Both ways: `direction` is "to" for what answers this requirement, "from" for what it answers.
function methods:correspondences()
  return each(host.catalogue_links(position_of(self, "correspondences")), 4, function(list, i)
    return {
      requirement = wrap(list[i] > 0 and list[i] or nil),
      direction = list[i + 1] == 0 and "to" or "from",
      relation = relations[list[i + 2]],
      status = statuses[list[i + 3]],
    }
  end)
end

function methods:map(guideline)
  return Catalogue.map(nil, self, guideline)
end

local texts = { id = true, citation = true, class = true, status = true, chapter = true, text = true, guideline = true }

function Requirement.__index(self, name)
  local position = rawget(self, POSITION)
  if texts[name] then return fetch(position, name) end
  if methods[name] then return methods[name] end
  -- A table of its own each time, because nothing keeps a plugin from changing it.
  if name == "title" then return { ja = fetch(position, "title.ja"), en = fetch(position, "title.en") } end
  if name == "parent" then return wrap(host.catalogue_parent(position)) end
  error(format("a requirement has no field '%s'", type(name) == "string" and name or type(name)), 0)
end

function Requirement.__newindex() error("the catalogue is read-only", 0) end
function Requirement.__eq(a, b) return rawget(a, POSITION) == rawget(b, POSITION) end
function Requirement.__tostring(self) return fetch(rawget(self, POSITION), "id") end
Requirement.__name = "requirement"
Requirement.__metatable = false

-- The requirement with an id (`mhlw-5:6.5.C.12`) or a citation as people write it (`6.5 C 12`); nil if there is none.
function Catalogue.get(_, id)
  if type(id) ~= "string" then error("catalogue:get expects an id as a string, got a " .. type(id), 0) end
  return wrap(host.catalogue_find(id))
end

-- All requirements in document order, or those of one guideline.
function Catalogue.requirements(_, guideline)
  local position, last = host.catalogue_first(guideline or ""), host.catalogue_last(guideline or "")
  return series(function()
    if position and position <= last then
      position = position + 1
      return wrap(position - 1)
    end
  end)
end

-- The requirements in which words occur, the best first.
function Catalogue.search(_, words, limit)
  if type(words) ~= "string" then error("catalogue:search expects words as a string, got a " .. type(words), 0) end
  return each(host.catalogue_search(words, limit or 20), 1, wrap_at)
end

-- The requirements of another guideline that correspond, with how sure that is.
function Catalogue.map(_, requirement, guideline)
  if type(guideline) ~= "string" then error("map expects a guideline's id, such as \"mhlw-6\"", 0) end
  return each(host.catalogue_map(resolve(requirement, "map"), guideline), 2, function(list, i)
    return wrap(list[i]), statuses[list[i + 1]]
  end)
end

local catalogue = setmetatable({}, {
  __index = Catalogue,
  __newindex = function() error("the catalogue is read-only", 0) end,
  __name = "catalogue",
  __metatable = false,
})

-- For the host's other Lua: the id of what is a requirement, and what can be asked of one.
function host.requirement_id(value)
  local position = type(value) == "table" and rawget(value, POSITION)
  return position and fetch(position, "id")
end
host.requirement_names = { "title", "parent" }
for name in next, texts do host.requirement_names[#host.requirement_names + 1] = name end
for name in next, methods do host.requirement_names[#host.requirement_names + 1] = name end

return catalogue
