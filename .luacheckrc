-- Plugins run in a sandbox: what it takes away must not look available here (Plugins/README.md, "The rest of tenken").
std = "lua54"
not_globals = {
  "io", "os", "debug", "package", "coroutine",
  "load", "loadfile", "dofile", "collectgarbage", "warn", "_G",
  "string.dump", "string.pack", "string.unpack", "string.packsize", "math.randomseed",
}
globals = {}
max_line_length = 120
