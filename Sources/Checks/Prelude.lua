-- The host's side of `require "tenken"`. Runs once a state, before any code of the plugin.
-- `host` holds what C and Swift provide.
-- Errors are raised with level 0: the host finds the plugin's line itself.
local host = ...

local error, next, pairs, rawget, select, type = error, next, pairs, rawget, select, type
local format, gsub, pack, unpack, sort = string.format, string.gsub, table.pack, table.unpack, table.sort

local tenken = {}

-- nil arguments show as "-": a blank cell is the commonest evidence there is.
local function fill(pattern, ...)
  local count, first, second, third = select("#", ...), ...
  -- Most messages show a value or two that are there.
  if count <= 3 and (count < 1 or first ~= nil) and (count < 2 or second ~= nil) and (count < 3 or third ~= nil) then
    return format(pattern, ...)
  end
  local values = pack(...)
  local position, has_blank = 0, false
  for i = 1, values.n do has_blank = has_blank or values[i] == nil end
  if has_blank then
    pattern = gsub(pattern, "(%%[-+ #0-9.]*)([%a%%])", function(flags, kind)
      if kind == "%" then return nil end
      position = position + 1
      if position <= values.n and values[position] == nil then
        values[position] = "-"
        return "%s"
      end
      return flags .. kind
    end)
  end
  return format(pattern, unpack(values, 1, values.n))
end

-- The codes agree with OutcomeCode in Swift.
local codes = { pass = 1, fail = 2, unknown = 3, notapplicable = 4, informational = 5 }
local needs_message = { fail = true, unknown = true }

for name, code in pairs(codes) do
  local plain = host.outcome(code)
  local function make(message, ...)
    if message == nil then error("tenken." .. name .. " needs a message", 0) end
    if type(message) == "string" then
      local text = fill(message, ...)
      return host.outcome(code, text, text)
    end
    if type(message) ~= "table" then
      error("tenken." .. name .. ": the message must be a string or { ja = …, en = … }, got a " .. type(message), 0)
    end
    for key in next, message do
      if key ~= "ja" and key ~= "en" then
        error("tenken." .. name .. ": unknown language '" .. format("%s", key) .. "' in the message", 0)
      end
    end
    local ja, en = rawget(message, "ja"), rawget(message, "en")
    if type(ja) ~= "string" or type(en) ~= "string" then
      error("tenken." .. name .. ": the message needs both ja and en, as strings", 0)
    end
    return host.outcome(code, fill(ja, ...), fill(en, ...))
  end
  tenken[name] = host.maker(make, not needs_message[name] and plain or nil)
end

local function marked(name)
  return function(value)
    if type(value) ~= "table" then error("tenken." .. name .. " expects a table, got a " .. type(value), 0) end
    return host.mark(value, name)
  end
end

tenken.source = marked "source"
tenken.plugin = marked "plugin"

function tenken.index(source, column, options)
  if host.tag(source) ~= "source" then
    error("tenken.index expects a source made by tenken.source, got a " .. type(source), 0)
  end
  if type(column) ~= "string" then error("tenken.index expects the name of a column, got a " .. type(column), 0) end
  if options ~= nil and type(options) ~= "table" then
    error("tenken.index expects options such as { duplicates = \"first\" }, got a " .. type(options), 0)
  end
  return host.mark({ source = source, column = column, options = options }, "index")
end

function tenken.set(list)
  if type(list) ~= "table" then error("tenken.set expects a list, got a " .. type(list), 0) end
  local members = {}
  for _, member in next, list do members[member] = true end
  return host.mark(members, "set")
end

tenken.days_between = host.days_between
tenken.add_days = host.add_days
tenken.add_months = host.add_months
tenken.fiscal_year = host.fiscal_year
tenken.compare_versions = host.compare_versions

function tenken.judge_age(date, limit, today, name)
  local ja, en = name, name
  if type(name) == "table" then ja, en = rawget(name, "ja"), rawget(name, "en") end
  if name ~= nil and (type(ja) ~= "string" or type(en) ~= "string") then
    error("tenken.judge_age: the name must be a string or { ja = …, en = … }", 0)
  end
  local judged = host.judge_age(date, limit, today, ja, en)
  return host.outcome(codes[judged.outcome], judged.ja, judged.en)
end

function tenken.in_network(address, network) return host.in_network(address, network) == 1 end

tenken.catalogue = host.catalogue

local ranks = { number = 1, string = 2, boolean = 3 }

function tenken.sorted_pairs(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  sort(keys, function(a, b)
    local kind_a, kind_b = ranks[type(a)] or 4, ranks[type(b)] or 4
    if kind_a ~= kind_b then return kind_a < kind_b end
    if kind_a <= 2 then return a < b end
    return kind_a == 3 and not a and b
  end)
  local i = 0
  return function()
    i = i + 1
    if keys[i] ~= nil then return keys[i], t[keys[i]] end
  end
end

-- So that the line of `return tenken.fail(…)` can be told.
for name, value in next, tenken do
  if type(value) == "function" then tenken[name] = host.framed(value) end
end

return tenken
