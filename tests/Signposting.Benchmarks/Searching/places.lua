-- Random places in and around English towns, for wrk:
--   wrk -t2 -c8 -d20s -s places.lua http://127.0.0.1:5080 -- RADIUS_KM [MORE], MORE such as "condition=falls&age=70"
-- Prints one line of JSON at the end; times in milliseconds.

local towns = {
  { 51.51, -0.12 }, { 52.48, -1.89 }, { 53.48, -2.24 }, { 53.80, -1.55 }, { 53.41, -2.98 }, { 54.97, -1.61 },
  { 53.38, -1.47 }, { 51.45, -2.59 }, { 52.95, -1.15 }, { 52.64, -1.13 }, { 50.91, -1.40 }, { 50.82, -0.14 },
  { 50.37, -4.14 }, { 53.74, -0.34 }, { 52.41, -1.51 }, { 53.00, -2.18 }, { 52.63, 1.30 }, { 51.45, -0.97 },
  { 52.57, -0.24 }, { 50.72, -3.53 }, { 51.75, -1.26 }, { 52.21, 0.12 }, { 53.96, -1.08 }, { 54.89, -2.94 },
  { 51.86, -2.24 }, { 52.06, 1.16 }, { 53.23, -0.54 }, { 50.72, -1.88 }, { 51.28, 1.08 }, { 54.57, -1.23 },
}
local radius = 5
local more = ""
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init(args)
  radius = args[1] or radius
  more = args[2] and args[2] ~= "" and ("&" .. args[2]) or ""
  math.randomseed(seed)
end

function request()
  local town = towns[math.random(#towns)]
  local lat = town[1] + (math.random() - 0.5) * 0.1
  local lon = town[2] + (math.random() - 0.5) * 0.16
  return wrk.format("GET", string.format("/v1/opportunities?lat=%.5f&lon=%.5f&radius=%s&limit=20%s", lat, lon, radius, more))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"p50": %.3f, "p99": %.3f, "max": %.3f, "requestsPerSecond": %.1f, "errors": %d}\n',
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.requests / (summary.duration / 1000000),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
