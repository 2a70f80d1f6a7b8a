namespace DownPage.FrontEnds.Tests.Programs;

/// <summary>Values with whatever is special to some syntax, and what a server must make of them.</summary>
internal static class OddNames
{
    /// <summary>The name of a folder.</summary>
    public const string Folder = "it's #1 50% $HOME $1 a;b & (c) <e> é\"q";

    /// <summary>A path that passes, and its address.</summary>
    public const string Path = "/a.b$c d+(é){x}";

    public const string Address = "/a.b$c%20d+(%C3%A9)%7Bx%7D";

    /// <summary>The same with another character where the path has a dot.</summary>
    public const string OtherAddress = "/axb$c%20d+(%C3%A9)%7Bx%7D";

    /// <summary>The value of a header.</summary>
    public const string Header = "a\\b%c\"d$e; 100% {f} #g 'h'";

    public static void Set(FrontEndOptions options)
    {
        options.Bypass = ["/healthz", Path];
        options.Headers = [new("X-Odd", Header)];
    }
}
