-- The six checks as a plain script.
local function parse(version)
  local parts = {}
  for part in version:gmatch("%d+") do parts[#parts + 1] = tonumber(part) end
  return parts
end

local function is_older(a, b)
  a, b = parse(a), parse(b)
  for i = 1, math.max(#a, #b) do
    local x, y = a[i] or 0, b[i] or 0
    if x ~= y then return x < y end
  end
  return false
end

local firmware, retired, support, owner, zone, seen = 0, 0, 0, 0, 0, 0
local file = assert(io.open(arg[1]))
file:read "l"
for line in file:lines() do
  local f, n = {}, 0
  for cell in line:gmatch "([^,]*)" do
    n = n + 1
    f[n] = cell
  end
  if is_older(f[9], f[10]) then firmware = firmware + 1 end
  if f[15] ~= "" and f[15] <= "2026-11-20" and f[12] == "yes" then retired = retired + 1 end
  if f[13] < "2026-11-20" then support = support + 1 end
  if f[11] == "" then owner = owner + 1 end
  if f[3] == "camera" and f[8] ~= "surveillance" then zone = zone + 1 end
  if f[14] < "2026-08-20" then seen = seen + 1 end
end
print(firmware, retired, support, owner, zone, seen)
