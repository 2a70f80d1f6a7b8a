using Microsoft.Extensions.Configuration;

namespace DownPage.AspNetCore.Tests.State;

/// <summary>A configuration provider of one's own that reloads.</summary>
internal sealed class SwitchableConfiguration : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Set(string key, string? value)
    {
        Data[key] = value;
        if (value is null)
        {
            Data.Remove(key);
        }

        OnReload();
    }
}
