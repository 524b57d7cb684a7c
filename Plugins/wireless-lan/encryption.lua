-- What the words of a ledger say about encryption and authentication. The words are keywords: NFKC, lower case.
local encryption = {}

local weak = { "wep", "tkip", "open", "オープン", "none", "なし", "無し", "^無$" }
local aes_with_wpa2 = { "aes", "ccmp", "gcmp", "enterprise", "エンタープライズ", "eap", "802%.1x" }
local per_user = { "802%.?1x", "eap", "enterprise", "エンタープライズ", "証明書", "certificate" }
local shared_key = { "psk", "sae", "personal", "パーソナル", "事前共有" }

local function contains_any(words, patterns)
  for _, pattern in ipairs(patterns) do
    if words:find(pattern) then return true end
  end
end

-- "strong" for WPA2/AES or better, "weak" for less, nil where the words do not tell.
function encryption.strength(words)
  -- "WPA 2" and "WPA-2" are WPA2; the 2 of "WPA 2.4GHz" is not.
  words = words:gsub("wpa[ %-]([23])%f[^%w.]", "wpa%1")
  local names_wpa1 = (words .. " "):find("wpa[^23]")
  if names_wpa1 or contains_any(words, weak) then return "weak" end
  -- The WPA3 specification of the Wi-Fi Alliance bars TKIP, so WPA3 needs no cipher beside it.
  if words:find("wpa3") then return "strong" end
  if words:find("wpa2") and contains_any(words, aes_with_wpa2) then return "strong" end
  return nil
end

-- True for 802.1X, EAP or certificates, false for a shared key, nil where neither cell tells.
function encryption.uses_dot1x(authentication, encryption_words)
  local words = (authentication or "") .. " " .. (encryption_words or "")
  if contains_any(words, per_user) then return true end
  if contains_any(words, shared_key) then return false end
  return nil
end

return encryption
