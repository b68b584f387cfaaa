using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation.Wire;
using LumenArgus.PluginRuntime.Lanes;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>
/// One process of a plugin, from its start to its end. Whatever it sends is held against what was asked; what is none of that ends it. Every call ends: with an answer, or
/// with the process.
/// </summary>
internal sealed partial class ProcessRun : IDisposable
{
    private const int MaxAnswerBytes = 64 * 1024 * 1024;

    private readonly Process _process;
    private readonly WireChannel _channel;
    private readonly IsolationOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly string _pluginId;
    private readonly Action _wake;
    private readonly Action _callBegan;
    private readonly Lock _memoryLock = new();
    private readonly ConcurrentDictionary<int, ProcessCall> _calls = new();
    private readonly Stack<int> _free = new();
    private readonly object _gate = new();
    private ImmutableArray<WorkerWatch> _watches = [];
    private volatile PluginProcessException? _end;
    private int _number;
    private int _hasEnded;

    private ProcessRun(Process process, string pluginId, IsolationOptions options, TimeProvider clock, ILogger logger, Action wake, Action callBegan)
    {
        (_process, _pluginId, _options, _clock, _logger, _wake, _callBegan) = (process, pluginId, options, clock, logger, wake, callBegan);
        ProcessId = process.Id;
        _channel = new WireChannel(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
    }

    public int ProcessId { get; }

    /// <summary>What the plugin brings, once it is started.</summary>
    public ReadyWire? Ready { get; private set; }

    /// <summary>Why it is not started.</summary>
    public string? Refusal { get; private set; }

    public bool IsNotConfigured { get; private set; }

    public bool HasEnded => Volatile.Read(ref _hasEnded) != 0;

    /// <summary>Why it was ended by the host; null if it was not.</summary>
    public PluginProcessException? End => _end;

    /// <summary>Whether a call was under way when it ended: that call's caller records the fault.</summary>
    public bool EndedInCall { get; private set; }

    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts it. Only from a thread that lives as long as the process shall: with that thread it is killed (Linux).</summary>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    /// <exception cref="IOException">It was gone at once.</exception>
    public static ProcessRun Launch(
        string pluginId, ImmutableArray<string> command, StartWire start, IsolationOptions options, TimeProvider clock, ILogger logger, Action wake, Action callBegan)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = start.Folder,
        };
        info.Environment.Clear();
        foreach (var (name, value) in ChildEnvironment.Make(options.MemoryBytes))
        {
            info.Environment[name] = value;
        }

        var run = new ProcessRun(Process.Start(info) ?? throw new IOException("the process was not started"), pluginId, options, clock, logger, wake, callBegan);
        new Thread(run.Listen) { IsBackground = true, Name = $"plugin process {pluginId}" }.Start();
        _ = run.ReadErrorsAsync();
        var writer = new WireWriter();
        start.Write(writer);
        run._channel.Send(MessageKind.Start, call: 0, writer.Written);
        return run;
    }

    /// <summary>Asks the plugin to stop and the process to end.</summary>
    public void AskToStop()
    {
        try
        {
            _channel.Send(MessageKind.Stop, call: 0);
        }
        catch (IOException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Looks at the calls under way and at the memory.</summary>
    /// <returns>Whether there are any calls.</returns>
    public bool Look(bool withMemory)
    {
        var isBusy = !_calls.IsEmpty;
        foreach (var watch in _watches)
        {
            if (watch.Look(_options.WaitingFactor, ref isBusy) is not 0 and var call)
            {
                Kill(new PluginProcessException(PluginCallStatus.TimedOut, "budget spent"), call);
            }
        }

        if (withMemory && ReadMemory() > _options.MemoryBytes)
        {
            Kill(new PluginProcessException(PluginCallStatus.Faulted, "memory budget spent"), culprit: null);
        }

        return isBusy;
    }

    /// <summary>The memory it takes now.</summary>
    public long ReadMemory()
    {
        try
        {
            // Asked for by whoever looks and by who watches; what is remembered of a process is not for two threads.
            lock (_memoryLock)
            {
                _process.Refresh();
                return _process.WorkingSet64;
            }
        }
        catch (InvalidOperationException)
        {
            return 0; // it has ended
        }
    }

    /// <summary>Ends the process.</summary>
    /// <param name="why">What the call that is at fault is told.</param>
    /// <param name="culprit">That call; null for all that are under way.</param>
    public void Kill(PluginProcessException why, int? culprit)
    {
        lock (_gate)
        {
            if (_end is not null)
            {
                return;
            }

            EndedInCall = culprit is not null || !_calls.IsEmpty;
            _end = why;
            Monitor.PulseAll(_gate);
        }

        // Those that did nothing wrong are not counted as faults; but they were not looked at.
        foreach (var (number, call) in _calls)
        {
            call.Fail(culprit is null || number == culprit ? why : new PluginProcessException(PluginCallStatus.NotCalled, "its process was ended because of another call"));
        }

        KillProcess();
    }

    /// <summary>Waits for the end of the process, after which nothing of it is left.</summary>
    public void KillAndWait(TimeSpan wait)
    {
        if (!_process.WaitForExit(wait))
        {
            KillProcess();
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        foreach (var watch in _watches)
        {
            watch.Close();
        }

        _channel.Dispose();
        _process.Dispose();
    }

    private void KillProcess()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or one of its own children has.
        }
    }
}
