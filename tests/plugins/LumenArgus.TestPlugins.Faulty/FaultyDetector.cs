using System.Runtime.InteropServices;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Faulty;

/// <summary>One fault for each name. What never returns ends with the plugin, so that a test process gets its threads back.</summary>
public sealed class FaultyDetector : IDetector
{
    private const string Prefix = "fault:";

    private readonly List<byte[]> _leaked = [];
    private readonly Lock _lock = new();

    public string Name => "faulty";

    internal CancellationToken Stopping { get; set; }

    public void Detect(ScanBatch batch, FindingSink sink)
    {
        foreach (var field in batch)
        {
            if (field.Text.StartsWith(Prefix, StringComparison.Ordinal))
            {
                Fail(field.Text[Prefix.Length..].ToString(), field, sink);
            }
        }
    }

    private void Fail(string fault, ScanField field, FindingSink sink)
    {
        switch (fault)
        {
            case "throw":
                throw new InvalidOperationException($"quotes {field.Text}");
            case "hang":
                Stopping.WaitHandle.WaitOne();
                break;
            case "spin":
                while (!Stopping.IsCancellationRequested)
                {
                }

                break;
            case "lock":
                HoldLock();
                break;
            case "leak":
                _leaked.Add(new byte[1024 * 1024]);
                break;
            case "allocate":
                while (!Stopping.IsCancellationRequested)
                {
                    var block = new byte[1024 * 1024];
                    Array.Fill(block, (byte)1);
                    _leaked.Add(block);
                }

                break;
            case "outside":
                sink.Report(field, 0, 1, "before", Severity.High);
                sink.Report(field, 0, field.Utf8.Length + 1, "outside", Severity.High);
                break;
            case "negative":
                sink.Report(field, -1, 1, "negative", Severity.High);
                break;
            case "overlapping":
                sink.Report(field, 0, 8, "overlapping", Severity.High);
                sink.Report(field, 4, 5, "overlapping", Severity.High);
                break;
            case "million":
                for (var i = 0; i < 1_000_000; i++)
                {
                    sink.Report(field, i % 8, 1, "million", Severity.High);
                }

                break;
            case "mutate":
                Mutate(field.Utf8);
                break;
            case "async-void":
                ThrowLater();
                break;
            case "stack-overflow":
                Descend(0);
                break;
            case "fail-fast":
                Environment.FailFast($"quotes {field.Text}");
                break;
            case "exit":
                Environment.Exit(3);
                break;
            case "print":
                Console.WriteLine($"quotes {field.Text}");
                Console.Error.WriteLine($"quotes {field.Text}");
                break;
            case "path":
                sink.Report(field, 0, 1, "path_" + (field.Path == "messages[0].content" ? "right" : "wrong"), Severity.High);
                break;
        }
    }

    private void HoldLock()
    {
        using var held = new ManualResetEventSlim();
        var holder = new Thread(() =>
        {
            lock (_lock)
            {
                held.Set();
                Stopping.WaitHandle.WaitOne();
            }
        }) { IsBackground = true };
        holder.Start();
        held.Wait(CancellationToken.None);
        lock (_lock)
        {
        }
    }

    private static void Mutate(ReadOnlySpan<byte> text)
    {
        var writable = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(text), text.Length);
        writable["fault:".Length] = (byte)'M';
    }

    // What its name says: the exception has no caller that could catch it.
    private static async void ThrowLater()
    {
        await Task.Yield();
        throw new InvalidOperationException("nobody waits for this");
    }

    private static int Descend(int depth) => depth < 0 ? 0 : Descend(depth + 1) + depth;
}
