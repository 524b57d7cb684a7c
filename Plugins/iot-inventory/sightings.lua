-- Devices that were seen on the network: by a scan (Nmap), in the address tables of computers and switches, and by the
-- servers that lend addresses (DHCP). What the ledger says is out of use must not be among them (6.5 C 13 (4)).
local tenken = require "tenken"
local ledger = require "ledger"
local pass, fail, unknown = tenken.pass, tenken.fail, tenken.unknown

local sightings = {}

-- The day of a moment so many seconds before another.
local function day_before(moment, seconds)
  local hour, minute, second = moment:match("T(%d+):(%d+):(%d+)$")
  local rest = seconds - (tonumber(hour) * 3600 + tonumber(minute) * 60 + tonumber(second))
  return tenken.add_days(moment:sub(1, 10), -((rest + 86399) // 86400))
end

-- nmap -oX: an address is an IPv4 or a MAC address, and the latter is known in the scanner's own network segment only.
local nmap = {
  id = "nmap",
  name = { ja = "Nmapの調査", en = "a scan by Nmap" },
  source = tenken.source {
    id = "nmap",
    title = { ja = "Nmapの結果 (nmap -oX)", en = "Result of Nmap (nmap -oX)" },
    file = "network/nmap*.xml",
    records = "/nmaprun/host",
    optional = true,
    max_age_days = 92,
    columns = {
      state = { "keyword", "status/@state" },
      ip = { "ip?", "address[@addrtype='ipv4']/@addr" },
      mac = { "mac?", "address[@addrtype='mac']/@addr" },
      vendor = { "string?", "address[@addrtype='mac']/@vendor" },
      ended_at = { "datetime?", "@endtime" },
      ports = { "list?", "ports/port/@portid" },
      port_states = { "list?", "ports/port/state/@state" },
    },
  },
}

function nmap.read(host)
  return {
    mac = host.mac, ip = host.ip, is_absent = host.state ~= "up", said = host.vendor,
    seen_on = host.ended_at and host.ended_at:sub(1, 10),
  }
end

-- arp -an of Linux and of BSD and macOS, which leave out leading zeros; arp -a of Windows; ip neigh; /proc/net/arp; and
-- show ip arp of Cisco. None of them says when, so what they list counts as seen now.
local neighbours = {
  id = "neighbours",
  name = { ja = "ARP表", en = "the address tables" },
  source = tenken.source {
    id = "neighbours",
    title = {
      ja = "ARP表 (arp -a、ip neigh、/proc/net/arp、show ip arp)",
      en = "Address tables (arp -a, ip neigh, /proc/net/arp, show ip arp)",
    },
    file = "network/neighbours/*",
    format = "lines",
    optional = true,
    max_age_days = 8,
    pattern = {
      "{ip:word} dev {device:word} lladdr {mac:mac} {state}",
      "{ip:word} 0x{type:word} 0x{flags:word} {mac:mac} {mask:word} {device:word}",
      "Internet {ip:word} {age:word} {mac:mac} {type:word}{}",
      "{name} ({ip}) at {mac:mac} {}",
      "{name} ({ip}) at {short:word} {}",
      "{ip:word} {mac:mac} {type:word}",
    },
    others = "skip",
    columns = { ip = "ip", mac = "mac?", short = "string?", flags = "string?" },
  },
}

-- "0:1a:2b:3:4:5" as "00:1a:2b:03:04:05"; nil for "<incomplete>" and the like.
local function padded(short)
  local parts = {}
  for part in (short or ""):gmatch("[^:]+") do
    if not part:find("^%x%x?$") then return nil end
    table.insert(parts, ("0" .. part):sub(-2):lower())
  end
  return #parts == 6 and table.concat(parts, ":") or nil
end

function neighbours.read(entry)
  local mac = entry.mac or padded(entry.short)
  -- What did not answer stands there without an address, or with zeros.
  return { mac = mac, ip = entry.ip, is_absent = mac == nil or mac == "00:00:00:00:00:00" }
end

-- The leases of ISC dhcpd. The file is a log, so a lease may stand in it several times. Its times are UTC and do not
-- say so, unless it counts seconds (db-time-format local).
local dhcpd = {
  id = "dhcpd",
  name = { ja = "ISC DHCPの貸出", en = "the leases of ISC DHCP" },
  source = tenken.source {
    id = "dhcpd",
    title = { ja = "ISC DHCPの貸出 (dhcpd.leases)", en = "Leases of ISC DHCP (dhcpd.leases)" },
    file = "network/dhcpd*.leases",
    format = "blocks",
    optional = true,
    max_age_days = 8,
    begins = { "lease {ip} {{", "{other} {{" },
    pattern = {
      "starts {:digits} {starts_utc};", "starts epoch {starts_at:digits};{}", "hardware ethernet {mac};",
      "binding state {state};",
    },
    columns = {
      ip = "ip?",
      other = "string?",
      mac = "mac?",
      state = "keyword?",
      starts_at = "datetime?",
      starts_utc = "string?",
    },
  },
}

-- The day in Japan of "2026/11/19 16:00:00" in UTC.
local function day_of_utc(moment)
  local year, month, day, hour = moment:match("^(%d%d%d%d)/(%d%d)/(%d%d) (%d%d):")
  if not year then return nil end
  return tenken.add_days(("%s-%s-%s"):format(year, month, day), tonumber(hour) >= 15 and 1 or 0)
end

function dhcpd.read(lease)
  local seen_on = lease.starts_at and lease.starts_at:sub(1, 10) or lease.starts_utc and day_of_utc(lease.starts_utc)
  return { mac = lease.mac, ip = lease.ip, is_absent = lease.ip == nil or lease.mac == nil, seen_on = seen_on }
end

-- The leases of dnsmasq tell when they end and not when they began; 0 is for ever.
local dnsmasq = {
  id = "dnsmasq",
  name = { ja = "dnsmasqの貸出", en = "the leases of dnsmasq" },
  source = tenken.source {
    id = "dnsmasq",
    title = { ja = "dnsmasqの貸出 (dnsmasq.leases)", en = "Leases of dnsmasq (dnsmasq.leases)" },
    file = "network/dnsmasq*.leases",
    format = "lines",
    optional = true,
    max_age_days = 8,
    pattern = { "0 {mac:mac} {ip:word} {}", "{ends_at:digits} {mac:mac} {ip:word} {}" },
    others = "skip",
    columns = { ends_at = "datetime?", mac = "mac", ip = "ip" },
  },
}

function dnsmasq.read(lease, parameters)
  return {
    mac = lease.mac, ip = lease.ip, is_absent = lease.ends_at == nil,
    seen_on = lease.ends_at and tenken.add_days(lease.ends_at:sub(1, 10), -parameters.lease_days),
  }
end

-- The leases of Kea (memfile). State 0 is a lease; 1 was declined by its client, 2 has expired and been taken back.
local kea = {
  id = "kea",
  name = { ja = "Keaの貸出", en = "the leases of Kea" },
  source = tenken.source {
    id = "kea",
    title = { ja = "Keaの貸出 (kea-leases4.csv)", en = "Leases of Kea (kea-leases4.csv)" },
    file = "network/kea-leases4*.csv",
    optional = true,
    max_age_days = 8,
    columns = {
      ip = { "ip", "address" },
      mac = { "mac?", "hwaddr" },
      lifetime = { "integer", "valid_lifetime" },
      ends_at = { "datetime", "expire" },
      state = "integer?",
    },
  },
}

function kea.read(lease)
  return {
    mac = lease.mac, ip = lease.ip, is_absent = lease.mac == nil or lease.state == 1,
    seen_on = day_before(lease.ends_at, lease.lifetime),
  }
end

sightings.kinds = { nmap, neighbours, dhcpd, dnsmasq, kea }

-- The day since which none of the devices with an address is in use; nil while one is.
local function out_of_use_since(devices, context)
  local last = nil
  for _, device in ipairs(devices) do
    local day = ledger.out_of_use_since(device, context)
    if not day then return nil, device end
    if not last or day > last then last = day end -- no test: of one day twice either will do
  end
  return last, devices[1]
end

local function judge_address(seen, context)
  local devices = context.by_mac[seen.mac]
  if not devices then
    return tenken.informational({
      ja = "IoT機器台帳にない機器 (%s、IP %s%s)",
      en = "a device that is not in the ledger (%s, IP %s%s)",
    }, seen.mac, seen.ip, seen.said and ", " .. seen.said or "")
  end
  local since, device = out_of_use_since(devices, context)
  if not since then return pass({ ja = "使っている %s", en = "%s, which is in use" }, device.number):about(device.number) end
  if seen.seen_on and seen.seen_on <= since then
    return pass({
      ja = "%s は %s に使用をやめ、検出は %s",
      en = "%s, out of use since %s, was seen on %s",
    }, device.number, since, seen.seen_on):about(device.number)
  end
  if not seen.seen_on then
    return fail({
      ja = "%s に使用をやめたのに、まだある (IP %s)。ネットワークから外すこと",
      en = "out of use since %s and still there (IP %s); it must be off the network",
    }, since, seen.ip):about(device.number)
  end
  return fail({
    ja = "%s に使用をやめたのに検出された (IP %s、検出 %s)。ネットワークから外すこと",
    en = "out of use since %s and seen (IP %s, on %s); it must be off the network",
  }, since, seen.ip, seen.seen_on):about(device.number)
end

-- Without a hardware address only the IP address is left, which another device may have been given since.
local function judge_ip(seen, context)
  local devices = context.by_ip[seen.ip]
  if not devices then
    return tenken.informational({ ja = "MACアドレスの分からない機器 (IP %s)", en = "a device of unknown MAC (IP %s)" }, seen.ip)
  end
  local since, device = out_of_use_since(devices, context)
  if not since then return pass({ ja = "使っている %s", en = "%s, which is in use" }, device.number):about(device.number) end
  return unknown({
    ja = "%s に使用をやめた機器のIPアドレス %s に機器がある。MACアドレスで確かめること",
    en = "something has the IP address of a device out of use since %s (%s); look at its MAC address",
  }, since, seen.ip):about(device.number)
end

-- The check of one kind of sightings against the ledger.
function sightings.checks(kind, devices)
  return {
    [kind.id .. "-disconnected"] = {
      title = {
        ja = kind.name.ja .. "に、使用をやめた機器がない",
        en = "No device that is out of use is in " .. kind.name.en,
      },
      requirements = { "mhlw-5:6.5.C.13.4" },
      severity = "high",
      every = "1 day",
      remedy = {
        ja = "機器の線を抜くか接続口を閉じ、無線の登録も消す。使っているのなら台帳の使用停止日・使用終了日を直す。",
        en = "Unplug it or close its port and delete its wireless registration; if it is in use, mend the ledger.",
      },
      each = kind.source,
      with = { by_mac = tenken.index(devices, "mac"), by_ip = tenken.index(devices, "ip") },
      test = function(record, parameters, context)
        local seen = kind.read(record, parameters)
        if seen.is_absent then
          return tenken.notapplicable({ ja = "機器は応答していない (IP %s)", en = "nothing answers (IP %s)" }, seen.ip)
        end
        if seen.mac then return judge_address(seen, context) end
        return judge_ip(seen, context)
      end,
    },
  }
end

local function open_ports(ports, states, forbidden)
  local found = {}
  for i, port in ipairs(ports) do
    if states[i]:lower() == "open" and forbidden[port] then table.insert(found, port) end
  end
  return found
end

-- Ports that let in by names and passwords that anybody on the way can read.
function sightings.judge_ports(host, parameters, context)
  local devices = context.by_mac[host.mac] or context.by_ip[host.ip]
  if not devices then return tenken.notapplicable { ja = "IoT機器台帳にない", en = "not in the ledger" } end
  local number = devices[1].number
  if host.state ~= "up" then
    return tenken.notapplicable({ ja = "応答していない", en = "did not answer" }):about(number)
  end
  local ports, states = host.ports or {}, host.port_states or {}
  if #ports == 0 or #ports ~= #states then
    return unknown {
      ja = "ポートを調べた結果がない。nmap -sV -oX のように調べること",
      en = "no port was looked at; scan with nmap -sV -oX or the like",
    }:about(number)
  end
  local found = open_ports(ports, states, parameters.forbidden_ports)
  if #found > 0 then
    return fail({
      ja = "開いていてはならないポート %s が開いている (IP %s)",
      en = "the port %s is open and must not be (IP %s)",
    }, table.concat(found, ", "), host.ip):about(number)
  end
  return pass({ ja = "開いていてはならないポートはない", en = "no forbidden port is open" }):about(number)
end

sightings.nmap = nmap.source

return sightings
