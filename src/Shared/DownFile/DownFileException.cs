namespace DownPage.DownFile;

/// <summary>The down file was not written; the message says why, and what to do.</summary>
internal sealed class DownFileException : IOException
{
    public DownFileException(string message)
        : base(message)
    {
    }

    public DownFileException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
