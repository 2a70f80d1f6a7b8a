namespace DownPage.FrontEnds.Lighttpd;

/// <summary>
/// The script: the same for every site, below its tables. It reads files itself, because the server's own cache of what
/// is on the disk is up to two seconds behind.
/// </summary>
internal static class LuaScript
{
    public const string Choosing = """
        -- The elements of a header with their weights: { { "text/html", 1 }, { "*/*", 0.8 } }
        local function weighted(header)
            local items = {}
            for item in (header or ""):gmatch("[^,]+") do
                local value, rest = item:match("^%s*([^;%s]+)%s*(.*)$")
                local weight = value and (rest:match(";%s*[qQ]%s*=%s*([%d.]+)") or "1")
                weight = tonumber(weight)
                if value and weight and weight <= 1 and #items < 64 then
                    items[#items + 1] = { value:lower(), weight }
                end
            end
            return items
        end

        local RANGES = {
            html = { ["text/html"] = 4, ["application/xhtml+xml"] = 3, ["text/*"] = 2, ["*/*"] = 1, ["*"] = 1 },
            json = { ["application/problem+json"] = 4, ["application/json"] = 4, ["text/json"] = 3,
                ["application/*"] = 2, ["*/*"] = 1, ["*"] = 1 },
            text = { ["text/plain"] = 4, ["text/*"] = 2, ["*/*"] = 1, ["*"] = 1 },
        }

        -- The form of the greatest weight, of these the one that is named most exactly, of these HTML first.
        local function form_of(items, offered)
            local best, best_weight, best_exactness = "html", 0, 0
            for _, form in ipairs({ "html", "json", "text" }) do
                local weight, exactness = 0, 0
                for _, item in ipairs(items) do
                    local exactly = RANGES[form][item[1]]
                        or (form == "json" and item[1]:find("+json", 1, true) and 3) or 0
                    if exactly > exactness or (exactly == exactness and exactly > 0 and item[2] > weight) then
                        weight, exactness = item[2], exactly
                    end
                end
                if offered[form] and (weight > best_weight
                    or (weight == best_weight and weight > 0 and exactness > best_exactness)) then
                    best, best_weight, best_exactness = form, weight, exactness
                end
            end
            return best
        end

        -- de-AT takes de-AT, else de, else another de-CH.
        local function language_match(range, files)
            local wanted = range
            while wanted do
                for _, file in ipairs(files) do
                    if file.language and file.language:lower() == wanted then return file end
                end
                wanted = wanted:match("^(.+)%-[^-]*$")
            end
            local primary = range:match("^[^-]+") .. "-"
            for _, file in ipairs(files) do
                if file.language and file.language:lower():sub(1, #primary) == primary then return file end
            end
        end

        local function file_of(items, files)
            local best, best_weight = nil, 0
            for _, item in ipairs(items) do
                local match
                if item[2] > best_weight then
                    match = item[1] == "*" and files[1] or language_match(item[1], files)
                end
                if match then best, best_weight = match, item[2] end
            end
            if best then return best end
            for _, file in ipairs(files) do
                local refused = false
                for _, item in ipairs(items) do
                    refused = refused or (item[2] == 0 and file.language and item[1] == file.language:lower())
                end
                if not refused then return file end
            end
            return files[1]
        end

        -- The codings that are wanted more than none, best first.
        local function codings_of(items)
            local weights = {}
            for _, item in ipairs(items) do
                local name = item[1] == "x-gzip" and "gzip" or item[1]
                weights[name] = math.max(weights[name] or 0, item[2])
            end
            local br, gzip = weights.br or weights["*"] or 0, weights.gzip or weights["*"] or 0
            local identity, codings = weights.identity or 0, {}
            if br > 0 and br >= identity then codings[1] = "br" end
            if gzip > 0 and gzip >= identity then table.insert(codings, gzip > br and 1 or #codings + 1, "gzip") end
            return codings
        end
        """;

    public const string Passing = """
        -- { 203, 0, 113, 7 }; an IPv4 address that is written as IPv6 is one of IPv4.
        local function bytes_of(address)
            local v4 = { address:lower():gsub("^::ffff:", ""):match("^(%d+)%.(%d+)%.(%d+)%.(%d+)$") }
            if #v4 == 4 then
                for index = 1, 4 do v4[index] = tonumber(v4[index]) end
                return v4
            end
            local head, tail = address:match("^(.-)::(.*)$")
            local left, right = {}, {}
            for group in (head or address):gmatch("%x+") do left[#left + 1] = tonumber(group, 16) end
            for group in (tail or ""):gmatch("%x+") do right[#right + 1] = tonumber(group, 16) end
            while #left + #right < 8 do left[#left + 1] = 0 end
            for _, group in ipairs(right) do left[#left + 1] = group end
            local bytes = {}
            for _, group in ipairs(left) do
                bytes[#bytes + 1] = math.floor(group / 256)
                bytes[#bytes + 1] = group % 256
            end
            return bytes
        end

        local function is_within(bytes, network)
            if #bytes ~= #network - 1 then return false end
            for index = 1, #bytes do
                local bits = math.max(0, math.min(8, network[1] - (index - 1) * 8))
                local unit = 2 ^ (8 - bits)
                if math.floor(bytes[index] / unit) ~= math.floor(network[index + 1] / unit) then return false end
            end
            return true
        end

        local function passes(path)
            local lower = path:lower()
            if BYPASS[lower] then return true end
            for _, start in ipairs(BYPASS_BELOW) do
                if lower == start or lower:sub(1, #start + 1) == start .. "/" then return true end
            end
            for pair in (r.req_header["Cookie"] or ""):gmatch("[^;,]+") do
                local name = pair:match("^%s*([^=]*)=")
                if name == COOKIE or name == "__Host-" .. COOKIE or name == "__Secure-" .. COOKIE then return true end
            end
            local bytes = #ALLOW > 0 and bytes_of(r.req_attr["request.remote-addr"] or "")
            for _, network in ipairs(ALLOW) do
                if is_within(bytes, network) then return true end
            end
            return false
        end

        -- The kernel is asked, not the server's cache. Whoever may not read the file still sees that it is there.
        local function is_down()
            local file, _, code = io.open(FLAG, "r")
            if file then file:close() end
            return file ~= nil or (code ~= 2 and lighty.c.stat(FLAG) ~= nil)
        end
        """;

    public const string Answering = """
        local function read(path)
            local file = io.open(ROOT .. path, "rb")
            local content = file and file:read("*a")
            if file then file:close() end
            return content
        end

        local function choose(page)
            local offered = {}
            for _, file in ipairs(page.files) do offered[file.form] = true end
            local form, files = form_of(weighted(r.req_header["Accept"]), offered), {}
            for _, file in ipairs(page.files) do
                if file.form == form then files[#files + 1] = file end
            end
            return file_of(weighted(r.req_header["Accept-Language"]), files)
        end

        -- The page with its status; the status alone where it cannot be read: the server has a page of its own then.
        local function show(key, status)
            local page = PAGES[key]
            local file = choose(page)
            r.req_env["DOWNPAGE"] = "1"
            local content, coding
            for _, name in ipairs(codings_of(weighted(r.req_header["Accept-Encoding"]))) do
                content = content or (file[name] and read(file[name]))
                coding = coding or (content and name)
            end
            content = content or read(file.path)
            r.resp_header["Retry-After"] = page.retry
            r.resp_header["Cache-Control"] = "no-store"
            r.resp_header["X-Robots-Tag"] = "noindex"
            for _, header in ipairs(HEADERS) do r.resp_header[header[1]] = header[2] end
            if not content then return status end
            r.resp_header["Content-Type"] = file.type
            r.resp_header["Content-Encoding"] = coding
            r.resp_header["Content-Language"] = file.language
            if VARY ~= "" then r.resp_header["Vary"] = VARY end
            for _, name in ipairs({ "ETag", "Last-Modified", "Accept-Ranges" }) do r.resp_header[name] = nil end
            r.resp_body:set({ content })
            return status
        end

        local TYPES = {
            avif = "image/avif", css = "text/css; charset=utf-8", gif = "image/gif", ico = "image/x-icon",
            jpeg = "image/jpeg", jpg = "image/jpeg", js = "text/javascript; charset=utf-8", json = "application/json",
            mp4 = "video/mp4", otf = "font/otf", png = "image/png", svg = "image/svg+xml", ttf = "font/ttf",
            webm = "video/webm", webp = "image/webp", woff = "font/woff", woff2 = "font/woff2",
        }

        local function show_asset(name)
            local content = name:match("^%w[%w._-]*$") and read("assets/" .. name)
            if not content then return 404 end
            r.resp_header["Content-Type"] = TYPES[name:match("%.(%w+)$") or ""] or "application/octet-stream"
            r.resp_header["Cache-Control"] = "public, max-age=31536000, immutable"
            r.resp_header["X-Content-Type-Options"] = "nosniff"
            r.resp_body:set({ content })
            return 200
        end
        """;

    /// <summary>For sites that replace the app's own answers.</summary>
    public const string Intercepting = """
        -- The server comes here once more with the head of each answer, its own and the app's.
        local made = tonumber(r.req_item["http_status"] or "") or 0
        if made > 0 then
            if made >= 502 and made <= 504 and not r.req_env["DOWNPAGE"] then return show(tostring(made), made) end
            return
        end
        """;

    public const string Deciding = """
        local path = r.req_attr["uri.path"]

        -- The server comes here by server.error-handler, with the status that it would answer.
        if path == ERROR then
            local status = tonumber(r.req_env["REDIRECT_STATUS"] or "")
            if not status then return 404 end
            if status == 500 then status = 502 end
            if status >= 502 and status <= 504 then return show(tostring(status), status) end
            return status
        end

        if ASSETS and path:sub(1, #ASSETS) == ASSETS then return show_asset(path:sub(#ASSETS + 1)) end
        if path == PROBE or (is_down() and not passes(path)) then return show("maintenance", 503) end
        """;
}
