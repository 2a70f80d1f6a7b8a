namespace StartupSite;

public sealed record Greeting(string Text);
