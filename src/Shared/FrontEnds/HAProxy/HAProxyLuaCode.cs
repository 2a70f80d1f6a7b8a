namespace DownPage.FrontEnds.HAProxy;

/// <summary>The code of the script: Lua 5.3 and newer, as HAProxy has it.</summary>
internal static class HAProxyLuaCode
{
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
