using System.Diagnostics;
using System.Text;

namespace DownPage.Testing;

/// <summary>Both output streams of a process, line by line in the order in which the lines came.</summary>
internal sealed class ProcessOutput
{
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();

    /// <summary>Raised for each line, from either stream, on the thread that read it.</summary>
    public event Action<string>? LineWritten;

    public void Attach(Process process)
    {
        process.OutputDataReceived += (_, e) => Append(e.Data);
        process.ErrorDataReceived += (_, e) => Append(e.Data);
    }

    public override string ToString()
    {
        lock (gate)
            return text.ToString();
    }

    private void Append(string? line)
    {
        if (line is null)
            return;

        lock (gate)
            text.Append(line).Append('\n');
        LineWritten?.Invoke(line);
    }
}
