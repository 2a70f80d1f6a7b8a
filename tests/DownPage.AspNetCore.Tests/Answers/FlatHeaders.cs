using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>Headers that, as those of Kestrel, allocate nothing once they have been set.</summary>
internal sealed class FlatHeaders : Dictionary<string, StringValues>, IHeaderDictionary
{
    public FlatHeaders()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    public long? ContentLength { get; set; }

    StringValues IHeaderDictionary.this[string key]
    {
        get => this.GetValueOrDefault(key);
        set => this[key] = value;
    }

    /// <summary>Forgets the values and keeps their places.</summary>
    public void Reset()
    {
        foreach (var name in Keys)
        {
            this[name] = default;
        }
    }
}
