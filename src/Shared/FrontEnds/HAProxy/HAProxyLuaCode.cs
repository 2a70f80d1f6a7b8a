namespace DownPage.FrontEnds.HAProxy;

/// <summary>The code of the script: Lua 5.3 and newer, as HAProxy has it.</summary>
internal static class HAProxyLuaCode
{
    /// <summary>By what a client takes, which file of a page it gets: as maintenance mode itself chooses.</summary>
    public const string Choosing = """
        -- The elements of a header with their weights, in its order.
        local function weighted(values)
            local items = {}
            for index = 0, 7 do
                for item in ((values or {})[index] or ""):sub(1, 8192):lower():gmatch("[^,]+") do
                    local name = item:match("^%s*([^;%s]+)")
                    local weight = tonumber(item:match(";%s*q%s*=%s*([%d.]+)") or "1")
                    if name and weight and #items < 64 then
                        items[#items + 1] = { name = name, weight = weight }
                    end
                end
            end
            return items
        end

        -- How exactly a range names a form.
        local ranges = {
            html = { ["text/html"] = 4, ["application/xhtml+xml"] = 3, ["text/*"] = 2, ["*/*"] = 1, ["*"] = 1 },
            json = { ["application/problem+json"] = 4, ["application/json"] = 4, ["text/json"] = 3,
                ["application/*"] = 2, ["*/*"] = 1, ["*"] = 1 },
            text = { ["text/plain"] = 4, ["text/*"] = 2, ["*/*"] = 1, ["*"] = 1 },
        }

        -- The form of the greatest weight, of these the one named most exactly, of these HTML, JSON, text; else HTML.
        local function form_of(page, headers)
            local items, best = weighted(headers["accept"]), nil
            if #items == 0 then
                return "html"
            end
            for _, form in ipairs({ "html", "json", "text" }) do
                local exactness, weight = 0, 0
                for _, item in ipairs(items) do
                    local exactly = ranges[form][item.name] or (form == "json" and item.name:find("%+json$") and 3) or 0
                    if exactly > exactness or (exactly == exactness and exactly > 0 and item.weight > weight) then
                        exactness, weight = exactly, item.weight
                    end
                end
                if page.forms[form] and weight > 0 and (best == nil or weight > best.weight
                    or (weight == best.weight and exactness > best.exactness)) then
                    best = { form = form, weight = weight, exactness = exactness }
                end
            end
            return best and best.form or "html"
        end

        local function covers(range, language)
            return range == "*" or language == range or language:sub(1, #range + 1) == range .. "-"
        end

        -- Lookup (RFC 4647 3.4): "de-AT" takes "de"; where there is none, "en" takes "en-US".
        local function find(languages, range, items)
            local function is_excluded(language)
                local longest, excluded = 0, false
                for _, item in ipairs(items) do
                    if #item.name > longest and covers(item.name, language) then
                        longest, excluded = #item.name, item.weight == 0
                    end
                end
                return excluded
            end
            local shorter = range
            while shorter do
                for _, language in ipairs(languages) do
                    if language:lower() == shorter and not is_excluded(shorter) then
                        return language
                    end
                end
                shorter = shorter:match("^(.+)%-[^-]*$")
            end
            for _, language in ipairs(languages) do
                if covers(range, language:lower()) and not is_excluded(language:lower()) then
                    return language
                end
            end
            return nil
        end

        local function language_of(page, headers)
            local items, best, weight = weighted(headers["accept-language"]), nil, 0
            for _, item in ipairs(items) do
                local found = item.weight > weight and find(page.languages, item.name, items)
                if found then
                    best, weight = found, item.weight
                end
            end
            return best or find(page.languages, "*", items) or page.languages[1]
        end

        local function coding_of(file, headers)
            local weights = {}
            for _, item in ipairs(weighted(headers["accept-encoding"])) do
                weights[item.name] = math.max(weights[item.name] or -1, item.weight)
            end
            local function weight(coding)
                return file[coding] and (weights[coding] or weights["*"]) or 0
            end
            local best = math.max(weight("br"), weight("gzip"))
            if best <= 0 or (weights["identity"] or -1) > best then
                return "identity"
            end
            return weight("br") == best and "br" or "gzip"
        end

        local function choose(page, headers)
            local form, language, standard = form_of(page, headers), language_of(page, headers), nil
            for _, file in ipairs(page) do
                if file.form == form then
                    if file.language == language then
                        return file
                    end
                    standard = standard or file
                end
            end
            return standard or page[1]
        end
        """;

    /// <summary>Which requests are answered, and how.</summary>
    public const string Answering = """
        -- While HAProxy starts: everything into memory, for afterwards it may be in a chroot.
        local function read(path)
            local file, why = io.open(site.root .. path, "rb")
            if not file then
                error("DownPage: cannot read " .. why .. ". Publish the app, then start HAProxy.", 0)
            end
            local content = file:read("a")
            file:close()
            return content
        end

        local function load_page(page)
            page.forms, page.languages = {}, {}
            for _, file in ipairs(page) do
                for _, coding in ipairs({ "identity", "br", "gzip" }) do
                    file[coding] = file[coding] and read(file[coding])
                end
                page.forms[file.form] = true
                if file.language and not page.languages[file.language] then
                    page.languages[file.language] = true
                    page.languages[#page.languages + 1] = file.language
                end
            end
        end

        load_page(site.maintenance)
        load_page(site.gone)
        for _, file in pairs(site.files) do
            file[1] = read(file[1])
        end

        local switch = Map.new(site.switch, Map._str)
        local allow = Map.new(site.allow, Map._ip)
        local missing, denied = 2, 13

        -- A flag that this user may not read is there all the same; not so one whose folder it may not enter.
        local function flag_is_there()
            local file, _, code = io.open(site.flag, "r")
            if file then
                file:close()
                return true
            end
            return code == denied and select(3, io.open(site.flag .. ".", "r")) == missing
        end

        local function starts_with(text, start)
            return text:sub(1, #start) == start
        end

        local function is_bypass(raw)
            local path = raw:gsub("%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end):lower()
            if site.exact[path] then
                return true
            end
            -- The app would resolve these, and the path could end elsewhere.
            if path:find("/%.%.?/") or path:find("/%.%.?$") or path:find("//", 1, true) or path:find("\\", 1, true)
                or raw:lower():find("%2f", 1, true) then
                return false
            end
            for _, above in ipairs(site.below) do
                if path == above or starts_with(path, above .. "/") then
                    return true
                end
            end
            return false
        end

        local function has_cookie(txn)
            for _, name in ipairs(site.cookies) do
                if txn.f:req_cook(name) ~= nil then
                    return true
                end
            end
            return false
        end

        core.register_fetches("downpage", function(txn)
            local path = txn.f:path() or "*"
            if path == site.probe or (site.assets and starts_with(path, site.assets)) then
                return true
            end
            if not flag_is_there() and switch:lookup("on") == nil then
                return false
            end
            local address = txn.f:src()
            return not (address and allow:lookup(address) or is_bypass(path) or has_cookie(txn))
        end)

        local function send(applet, status, headers, body)
            applet:set_status(status)
            applet:add_header("content-length", tostring(#body))
            for _, header in ipairs(headers) do
                applet:add_header(header[1], header[2])
            end
            applet:start_response()
            if applet.method ~= "HEAD" then
                applet:send(body)
            end
        end

        local function send_page(applet, page)
            local file = choose(page, applet.headers)
            local coding = coding_of(file, applet.headers)
            local headers = { { "Content-Type", file.type } }
            if file.language then headers[#headers + 1] = { "Content-Language", file.language } end
            if coding ~= "identity" then headers[#headers + 1] = { "Content-Encoding", coding } end
            for _, header in ipairs(page.headers) do
                headers[#headers + 1] = header
            end
            send(applet, 503, headers, file[coding])
        end

        core.register_service("downpage", "http", function(applet)
            local file = site.files[applet.path or "*"]
            if file then
                send(applet, 200, {
                    { "Content-Type", file[2] },
                    { "Cache-Control", "public, max-age=31536000, immutable" },
                    { "X-Content-Type-Options", "nosniff" },
                }, file[1])
            elseif site.assets and starts_with(applet.path or "*", site.assets) then
                send(applet, 404, { { "Content-Type", "text/plain" }, { "Cache-Control", "no-store" } }, "Not found\n")
            else
                send_page(applet, site.maintenance)
            end
        end)

        core.register_service("downpage_gone", "http", function(applet)
            send_page(applet, site.gone)
        end)

        -- After HAProxy has gone into its chroot, if it has one.
        core.register_task(function()
            local folder = site.flag:match("^(.*)/") .. "/."
            local _, why, code = io.open(folder, "r")
            if code == missing or (code == denied and select(3, io.open(site.flag .. ".", "r")) == denied) then
                core.Alert("DownPage: HAProxy cannot see " .. site.flag .. " (" .. why .. "): it is in a chroot, or its user "
                    .. "may not enter the folder. 'downpage down' has no effect on it; downpage.cfg says what to do.")
            end
        end)
        """;
}
