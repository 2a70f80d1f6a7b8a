using System.Text;

namespace DownPage.Tool.Tests.Remote;

/// <summary>A <c>status --watch</c> that runs until a test has seen enough.</summary>
internal sealed class RunningWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource interrupt = new();
    private readonly SeenText output = new();
    private readonly Task<int> run;

    public RunningWatch(string url, bool isTerminal)
    {
        var context = new ToolContext
        {
            Out = output,
            Error = output,
            IsTerminal = isTerminal,
            Directory = AppContext.BaseDirectory,
            Variable = name => name == "DOWNPAGE_TOKEN" ? RemoteSite.Secret : null,
        };
        run = Task.Run(() => CommandLine.RunAsync(
            ["status", "--watch", "--url", url, "--interval", "00:00:00.1"],
            context,
            interrupt.Token));
    }

    public async Task SeesAsync(string text, CancellationToken cancellationToken, int times = 1)
    {
        while (output.Text.Split(text).Length <= times)
        {
            Assert.IsFalse(run.IsCompleted, output.Text);
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>As Ctrl+C does.</summary>
    public async Task<(int ExitCode, string Text)> EndAsync()
    {
        await interrupt.CancelAsync();
        return (await run, output.Text);
    }

    public async ValueTask DisposeAsync()
    {
        await interrupt.CancelAsync();
        await run;
        interrupt.Dispose();
        await output.DisposeAsync();
    }

    private sealed class SeenText : StringWriter
    {
        private readonly Lock writing = new();

        public string Text
        {
            get
            {
                lock (writing)
                {
                    return ToString();
                }
            }
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (writing)
            {
                base.Write(value);
            }
        }

        public override void Write(string? value)
        {
            lock (writing)
            {
                base.Write(value);
            }
        }

        public override void WriteLine(string? value)
        {
            lock (writing)
            {
                base.WriteLine(value);
            }
        }
    }
}
