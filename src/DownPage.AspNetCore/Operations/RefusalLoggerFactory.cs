using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Operations;

/// <summary>
/// The app's logger factory, with <see cref="RefusalLogger"/> before all providers: those that are added later too, and
/// a factory that another library put in the framework's place.
/// </summary>
/// <param name="factory">The app's.</param>
/// <param name="owned">Whether nobody else disposes of it.</param>
/// <param name="accessor">The request that a record is about.</param>
internal sealed class RefusalLoggerFactory(
    ILoggerFactory factory, bool owned, IHttpContextAccessor accessor) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new RefusalLogger(factory.CreateLogger(categoryName), accessor);

    public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

    public void Dispose()
    {
        if (owned)
        {
            factory.Dispose();
        }
    }
}
