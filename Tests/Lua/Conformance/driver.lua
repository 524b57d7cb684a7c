-- Runs the cases of one file, by the name of a module that the host puts in for SECTION, and returns what failed.
local failures = {}
local count = 0
for name, case in pairs(require "SECTION") do
  count = count + 1
  local ok, why = pcall(case)
  if not ok then failures[name] = tostring(why) end
end
return { count = count, failures = failures }
