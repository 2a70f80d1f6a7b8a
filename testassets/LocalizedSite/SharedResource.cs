namespace LocalizedSite;

/// <summary>Names the texts that all views share.</summary>
public sealed class SharedResource;
