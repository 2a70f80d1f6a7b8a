using OperatorSite;

// A test says by the app's settings which of the hosts that apps have it wants to see.
var kind = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).Build()["Kind"];
Marks.Make("main");
try
{
    switch (kind)
    {
        case "Generic":
            GenericSite.Run(args);
            break;
        case "WebHost":
            WebHostSite.Run(args);
            break;
        case "Nothing":
            break;
        case "Hangs":
            File.WriteAllText(Path.GetFullPath("process.txt"), Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Thread.Sleep(Timeout.Infinite);
            break;
        case "Throws":
            throw new InvalidOperationException("The vault is locked.");
        default:
            ModernSite.Run(args, kind);
            break;
    }
}
finally
{
    Marks.Make("finally");
}
