-- What the cases assert with. Each error names the line of the case that failed.
local check = {}

local function shown(value)
  if type(value) == "string" then return ("%q"):format(value) end
  return tostring(value)
end

local function is_same(a, b)
  if a ~= a and b ~= b then return true end -- NaN
  return rawequal(a, b) and math.type(a) == math.type(b)
end

-- The same value, and of numbers the same subtype: 1 is not 1.0 here.
function check.equal(got, expected)
  if not is_same(got, expected) then
    error(("expected %s (%s), got %s (%s)"):format(
      shown(expected), math.type(expected) or type(expected), shown(got), math.type(got) or type(got)), 2)
  end
end

function check.yes(got)
  if not got then error("expected a true value, got " .. shown(got), 2) end
end

function check.no(got)
  if got then error("expected a false value, got " .. shown(got), 2) end
end

-- results(table.pack(f()), …): all the results in order, and no more of them.
function check.results(got, ...)
  local expected = table.pack(...)
  if got.n ~= expected.n then error(("expected %d results, got %d"):format(expected.n, got.n), 2) end
  for i = 1, got.n do
    if not is_same(got[i], expected[i]) then
      error(("result %d: expected %s, got %s"):format(i, shown(expected[i]), shown(got[i])), 2)
    end
  end
end

-- The call raises an error whose message holds a text.
function check.fails(text, f, ...)
  local ok, message = pcall(f, ...)
  if ok then error("expected an error with " .. shown(text), 2) end
  if type(message) ~= "string" or not message:find(text, 1, true) then
    error(("expected an error with %s, got %s"):format(shown(text), shown(message)), 2)
  end
end

return check
