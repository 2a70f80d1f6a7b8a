namespace DownPage.FrontEnds.Lighttpd;

/// <summary>The part of the script that chooses among forms, languages and codings by what a client takes.</summary>
internal static class LuaChoosing
{
    public const string Text = """
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
}
