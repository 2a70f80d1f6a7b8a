namespace SmallSite;

/// <summary>Names the texts in Texts.resx.</summary>
public sealed class Texts;
