-- What a session of the REPL can do beyond plugins, and what its host asks of it. Runs before the prelude, with the
-- same `host`; the function at the end is handed each input. Errors are raised with level 0: the host finds the line.
local host = ...
local error, ipairs, next, rawequal, rawget, rawset, tostring, type =
  error, ipairs, next, rawequal, rawget, rawset, tostring, type
local concat, find, format, gsub, pack, rep, sort =
  table.concat, string.find, string.format, string.gsub, table.pack, string.rep, table.sort
local min = math.min
local require, ask, catalogue, compile, series = require, host.ask, host.catalogue, host.compile, host.series
local setmetatable = host.setmetatable

local globals = _G -- luacheck: ignore 113

-- What inputs assign lives here; what they do not find here is what plugins have.
local environment = setmetatable({}, { __index = globals, __metatable = false })
environment._G = environment

local function text_of(value, what, example)
  if type(value) ~= "string" then error(format("%s expects a text, such as %s", what, example), 0) end
  return value
end

-- --- What people call ---------------------------------------------------------------------------------------------

function environment.print(...)
  local texts = pack(...)
  for i = 1, texts.n do texts[i] = tostring(texts[i]) end
  host.print(concat(texts, "\t", 1, texts.n) .. "\n")
end

function environment.find(words, most) return catalogue:search(text_of(words, "find", 'find "無線"'), most or 50) end

function environment.req(id)
  if host.requirement_id(id) then return id end
  -- What the look-up does not know, the host knows how to say.
  return catalogue:get(text_of(id, "req", 'req "6.5 C 12"')) or ask("requirement", id)
end

local function requirements(ids)
  local i = 0
  return series(function()
    i = i + 1
    if ids[i] then return catalogue:get(ids[i]) end
  end)
end

function environment.uncovered(guideline)
  return requirements(ask("uncovered", text_of(guideline, "uncovered", 'uncovered "mhlw-6"')))
end

function environment.guidelines() return ask("guidelines") end
function environment.checks() return ask("checks") end
function environment.sources() return ask("sources") end
function environment.sweep(number) return ask("sweep", number and tostring(number) or "") end
function environment.history(count) return ask("history", tostring(count or 20)) end

-- Rows as the text that a file would hold.
local function rows_of(rows)
  local copied = {}
  for i, row in ipairs(rows) do
    if type(row) ~= "table" then error("run expects rows as tables, such as { name = \"AP-1\" }", 0) end
    local cells = {}
    for name, value in next, row do cells[tostring(name)] = tostring(value) end
    copied[i] = cells
  end
  return copied
end

-- Rows are a list, for the source that the check is called with, or lists by the id of the source.
function environment.run(check, rows)
  text_of(check, "run", 'run "wireless-lan/encryption"')
  if rows == nil then return ask("run", check) end
  if type(rows) ~= "table" then error("run expects rows as a list, or lists by the id of the source", 0) end
  local given = {}
  if next(rows) == nil or rows[1] ~= nil then
    given[""] = rows_of(rows)
  else
    for source, list in next, rows do given[tostring(source)] = rows_of(list) end
  end
  return ask("run", check, given)
end

-- --- Sources ------------------------------------------------------------------------------------------------------

local ID, READER, AT, ROW = {}, {}, {}, {}
local Source = { __name = "source", __metatable = false }

local say_refused = host.note

-- The next row of a reader and its place; what cannot be read is told and passed over.
local function next_row(reader, tell)
  while true do
    local row = host.next_row(reader)
    if row == nil then return nil end
    if not row.problem then return row.cells, row.place end
    tell(row.problem)
  end
end

local function open(self) return host.open_rows(rawget(self, ID)) end

-- A step of `for row in source "…" do`. A row goes with its step: only the last one is kept.
function Source.__call(self, _, row)
  if row == nil then
    rawset(self, READER, open(self))
  elseif not rawequal(row, rawget(self, ROW)) then
    error("this source is looped over already; call source() again for a loop within the loop", 0)
  end
  local found = next_row(rawget(self, READER), say_refused)
  rawset(self, ROW, found)
  return found
end

function Source.__index(self, place)
  if type(place) ~= "number" then return nil end
  -- Rows one after the other, as ipairs reads them, take one pass.
  local at = rawget(self, AT)
  if not at or at.place >= place then
    at = { place = 0, reader = open(self) }
    rawset(self, AT, at)
  end
  local row
  while at.place < place do
    at.place = at.place + 1
    row = next_row(at.reader, say_refused)
    if row == nil then
      rawset(self, AT, nil)
      return nil
    end
  end
  return row
end

function Source.__len(self)
  local reader, count = open(self), 0
  while next_row(reader, say_refused) do count = count + 1 end
  return count
end

function Source.__newindex() error("a source is read-only", 0) end

function environment.source(id)
  id = text_of(id, "source", 'source "access-points"')
  return setmetatable({ [ID] = host.open_source(id) }, Source)
end

-- So that the line of `return req(…)` can be told.
for name, value in next, environment do
  if type(value) == "function" then environment[name] = host.framed(value) end
end

-- --- Values as the host can show them -----------------------------------------------------------------------------

local deepest = 8
local describe

local function described_list(items, is_cut, depth, most)
  local list = { "list", is_cut }
  for i = 1, #items do list[i + 2] = describe(items[i], depth + 1, most) end
  return list
end

local function described_series(items, has_more, depth, most)
  local list = { "list", has_more }
  for i = 1, min(#items, most) do
    local item = items[i]
    if item.n == 2 then
      -- A requirement with how sure its correspondence is.
      list[#list + 1] = { "record", "", false, "requirement", describe(item[1], depth + 1, most), "status", item[2] }
    else
      list[#list + 1] = describe(item[1], depth + 1, most)
    end
  end
  return list
end

local ranks = { number = 1, string = 2, boolean = 3 }

-- The fields of answers in the order in which people read them; all others follow by name.
local order = {}
for place, name in ipairs {
  "id", "check", "requirement", "direction", "relation", "title", "edition", "severity", "every", "at", "exit",
  "outcome", "standing", "status", "by", "subject", "message", "place", "counts", "problem", "from", "columns",
  "findings", "checks", "requirements",
} do
  order[name] = place
end

local function sorted_keys(table)
  local keys = {}
  for key in next, table do keys[#keys + 1] = key end
  sort(keys, function(a, b)
    local kind_a, kind_b = ranks[type(a)] or 4, ranks[type(b)] or 4
    if kind_a ~= kind_b then return kind_a < kind_b end
    if kind_a == 2 and (order[a] or order[b]) then return (order[a] or 1000) < (order[b] or 1000) end
    if kind_a <= 2 then return a < b end
    return kind_a == 3 and not a and b
  end)
  return keys
end

local function described_record(table, depth, most)
  local record, keys = { "record", "", false }, sorted_keys(table)
  for i = 1, #keys do
    if i > most then
      record[3] = true
      break
    end
    record[#record + 1] = type(keys[i]) == "table" and { "object", "table" } or describe(keys[i], depth + 1, most)
    record[#record + 1] = describe(rawget(table, keys[i]), depth + 1, most)
  end
  return record
end

local function described_rows(self, depth, most)
  local reader = open(self)
  local columns = host.row_columns(reader)
  local list = { "list", false }
  while true do
    local cells, place = next_row(reader, say_refused)
    if not cells then return list end
    if #list - 2 == most then
      list[2] = true
      return list
    end
    local record = { "record", place, false }
    for i = 1, #columns do
      record[#record + 1] = columns[i]
      record[#record + 1] = describe(cells[columns[i]], depth + 1, most)
    end
    list[#list + 1] = record
  end
end

function describe(value, depth, most)
  local kind = type(value)
  if kind == "nil" then return { "nil" } end
  if kind == "boolean" or kind == "number" or kind == "string" then return value end
  if kind ~= "table" then return { "object", kind == "userdata" and tostring(value) or kind } end
  local id = host.requirement_id(value)
  if id then return { "requirement", id } end
  if rawequal(value, catalogue) then return { "object", "tenken.catalogue" } end
  if depth > deepest then return { "object", "table" } end
  if rawget(value, ID) then return described_rows(value, depth, most) end
  local items, has_more = host.series_items(value, most)
  if items then return described_series(items, has_more, depth, most) end
  local count, length = 0, 0
  for _ in next, value do count = count + 1 end
  while rawget(value, length + 1) ~= nil do length = length + 1 end
  if count == 0 then return { "list", false } end
  if count ~= length then return described_record(value, depth, most) end
  local shown = {}
  for i = 1, min(length, most) do shown[i] = value[i] end
  return described_list(shown, length > most, depth, most)
end

-- --- Inputs -------------------------------------------------------------------------------------------------------

-- The function of a text. It is an expression if it can be one, as in lua.c; of two faults, the one that more text
-- would mend is told.
local function function_of(text, lead, name)
  local expression, count = gsub(text, "^%s*=", "", 1)
  expression = lead .. "return " .. expression
  local chunk, fault = compile(expression, name, environment, true)
  if chunk then return chunk end
  if count == 0 then
    chunk = compile(lead .. text, name, environment, true)
    if chunk then return chunk end
  end
  local is_expression = count > 0 or find(fault, "<eof>$")
  return compile(is_expression and expression or lead .. text, name, environment)
end

-- The last result is in _.
local function evaluate(name, line, text, most)
  if not rawget(environment, "tenken") then environment.tenken = require "tenken" end
  local results = pack(function_of(text, rep("\n", line - 1), name)())
  local shown = {}
  for i = 1, results.n do shown[i] = describe(results[i], 0, most) end
  if results.n > 0 then environment._ = results[1] end
  return shown
end

local function names_in(value)
  if host.requirement_id(value) then return host.requirement_names end
  local names = {}
  if type(value) == "string" then value = globals.string end
  while type(value) == "table" do
    for name in next, value do names[#names + 1] = type(name) == "string" and name or nil end
    value = rawequal(value, environment) and globals or nil
  end
  return names
end

-- The names that may follow a path such as a.b, without running anything that inputs have defined.
local function complete(path)
  local value = environment
  for i, name in ipairs(path) do
    local found
    if host.requirement_id(value) then
      found = name == "parent" and value.parent or nil
    elseif type(value) == "table" then
      found = rawget(value, name)
      if found == nil and i == 1 then found = rawget(globals, name) end
    end
    value = found
  end
  return names_in(value)
end

return function(input)
  if input.path then return complete(input.path) end
  return evaluate(input.name, input.line, input.text, input.most)
end
