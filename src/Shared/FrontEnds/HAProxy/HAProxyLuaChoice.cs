namespace DownPage.FrontEnds.HAProxy;

/// <summary>The code of the script that chooses: as maintenance mode itself does, as far as it can.</summary>
internal static class HAProxyLuaChoice
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
}
