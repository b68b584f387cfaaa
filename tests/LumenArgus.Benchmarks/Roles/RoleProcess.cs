using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>A child process with one part in the path, listening on a loopback port.</summary>
internal sealed class RoleProcess : IAsyncDisposable
{
    public const string HealthPath = "/health";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly string _log;
    private IReadOnlyList<int> _tree = [];

    private RoleProcess(Process process, IPEndPoint endpoint, string log)
    {
        _process = process;
        _log = log;
        Endpoint = endpoint;
    }

    public IPEndPoint Endpoint { get; }

    /// <summary>CPU time, user and system, of the process and the children it had when it became ready.</summary>
    public TimeSpan CpuTime => _tree.Aggregate(TimeSpan.Zero, static (sum, process) => sum + LibC.CpuTime(process));

    /// <summary>Memory of the process that is in use now, bytes; 0 when it is gone.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Starts a program and waits until it answers on its port.</summary>
    /// <exception cref="InvalidOperationException">It ended or did not answer in time; the message holds its last output.</exception>
    public static async Task<RoleProcess> StartAsync(
        IPEndPoint endpoint, string log, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        // exec keeps the process id. Output goes to a file: reading it through a pipe would cost the load generator CPU.
        string[] shell = ["-c", "exec \"$0\" \"$@\" >\"$BENCH_LOG\" 2>&1", program, .. arguments];
        var start = new ProcessStartInfo("/bin/sh", shell) { UseShellExecute = false, RedirectStandardInput = true };
        start.Environment["BENCH_LOG"] = log;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var role = new RoleProcess(process, endpoint, log);
        try
        {
            await role.WaitUntilReadyAsync(cancellationToken);
            return role;
        }
        catch
        {
            await role.DisposeAsync();
            throw;
        }
    }

    /// <summary>A loopback port that was free a moment ago.</summary>
    public static IPEndPoint FreeEndpoint()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)probe.LocalEndPoint!;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            LibC.AskToEnd(_process.Id);
            await WaitForEndAsync();
        }

        _process.Dispose();
    }

    private async Task WaitForEndAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(EndWithin);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = ReadyWithin };
        var health = new Uri($"http://{Endpoint}{HealthPath}");
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(client, health, cancellationToken))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > ReadyWithin)
            {
                throw new InvalidOperationException($"not ready: {LastOutput()}");
            }

            await Task.Delay(PollEvery, cancellationToken);
        }

        _tree = ProcessTree.Of(_process.Id);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri health, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(health, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException || (problem is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private string LastOutput() => File.Exists(_log) ? string.Join(" / ", File.ReadLines(_log).TakeLast(5)) : "no output";
}
