using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation.Wire;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Registration;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>
/// What the host's executable is when it is started for one plugin: loads it with the same gates and the same loader, runs its detectors when the host asks, and ends with
/// the pipe to the host. It has no configuration, no database and no listener.
/// </summary>
public sealed class PluginChild
{
    /// <summary>The command that starts it. Not one for people.</summary>
    public const string Verb = "plugin-process";

    private static readonly PosixSignal[] SignalsOfTheHost = [PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP, PosixSignal.SIGTERM];

    private readonly WireChannel _channel;
    private readonly ConcurrentDictionary<int, CancellationTokenSource> _waiting = new();
    private ImmutableArray<ChildWorker> _workers = [];
    private ImmutableArray<IAsyncDetector> _asyncDetectors = [];
    private ImmutableArray<IRuleSource> _ruleSources = [];
    private IRunningPlugin? _plugin;
    private StartWire? _start;

    private PluginChild(WireChannel channel) => _channel = channel;

    /// <summary>Runs until the host ends it or is gone.</summary>
    public static void Run()
    {
        var child = new PluginChild(ChildStreams.Open());

        // A terminal and a service manager send these to all processes at once: the host may still need its detectors.
        var ignored = SignalsOfTheHost.Select(static signal => PosixSignalRegistration.Create(signal, static context => context.Cancel = true)).ToArray();
        child.Listen();
        GC.KeepAlive(ignored);
        End();
    }

    // Nothing of the plugin's gets to hold it up.
    private static void End() => Process.GetCurrentProcess().Kill();

    private void Listen()
    {
        while (_channel.Receive(Array.MaxLength) is { } message)
        {
            switch (message.Kind)
            {
                case MessageKind.Detect:
                    _workers[new WireReader(message.Payload).Number()].Add(message);
                    break;
                case MessageKind.Path:
                    Answer(message);
                    break;
                case MessageKind.Start:
                    _ = Task.Run(() => StartAsync(message));
                    break;
                case MessageKind.DetectAsync:
                    _waiting[message.Call] = new CancellationTokenSource();
                    _ = Task.Run(() => DetectAsync(message));
                    break;
                case MessageKind.ReadRules:
                    _ = Task.Run(() => ReadRules(message));
                    break;
                case MessageKind.Cancel:
                    Cancel(message);
                    break;
                case MessageKind.Stop:
                    _ = Task.Run(StopAsync);
                    break;
                default:
                    return;
            }
        }
    }

    private void Answer(WireMessage message)
    {
        using (message)
        {
            var path = new WireReader(message.Payload).Text();
            foreach (var worker in _workers)
            {
                worker.Answer(message.Call, path);
            }
        }
    }

    private void Cancel(WireMessage message)
    {
        message.Dispose();
        if (_waiting.TryGetValue(message.Call, out var source))
        {
            // On another thread: what a plugin has registered runs with it.
            _ = source.CancelAsync();
        }
    }

    private async Task StartAsync(WireMessage message)
    {
        StartWire start;
        using (message)
        {
            var reader = new WireReader(message.Payload);
            start = _start = StartWire.Read(ref reader);
        }

        var writer = new WireWriter();
        var failure = await LoadAsync(start);
        if (failure is not null)
        {
            writer.Text(failure.Reason);
            writer.Flag(failure.IsNotConfigured);
            _channel.Send(MessageKind.Refused, call: 0, writer.Written);
            return;
        }

        var contributions = _plugin!.Contributions;
        _asyncDetectors = [.. contributions.AsyncDetectors.Select(static each => each.Detector)];
        _ruleSources = contributions.RuleSources;
        IDetector[] detectors = [.. contributions.Detectors.Select(static each => each.Detector)];
        WarmUp(detectors);
        _workers = [.. Enumerable.Range(0, start.Workers).Select(_ => new ChildWorker(_channel) { Detectors = detectors })];
        new ReadyWire(
            [.. contributions.Detectors.Select(static each => (each.Name, each.Priority))],
            [.. contributions.AsyncDetectors.Select(static each => (each.Name, each.Priority, each.MaxCharacters))],
            _ruleSources.Length,
            [.. _workers.Select(static worker => worker.ThreadId)]).Write(writer);
        _channel.Send(MessageKind.Ready, call: 0, writer.Written);
    }

    private async Task<LifecycleFailure?> LoadAsync(StartWire start)
    {
        try
        {
            var (manifest, errors) = PluginManifestReader.Read(start.Folder);
            if (manifest is null)
            {
                return new LifecycleFailure(string.Join("; ", errors), StillRunning: false);
            }

            PluginGates.CheckManifest(manifest);
            PluginGates.CheckFiles(manifest, start.Folder);
            var options = new PluginLoaderOptions
            {
                DataDirectory = start.Folder,
                Configuration = _ => new ConfigurationBuilder().AddInMemoryCollection(start.Settings).Build(),
                HostServices = static _ => new ChildHostServices(),
                ConfigureBudget = TimeSpan.FromMilliseconds(start.ConfigureMilliseconds),
                StartBudget = TimeSpan.FromMilliseconds(start.StartMilliseconds),
                StopBudget = TimeSpan.FromMilliseconds(start.StopMilliseconds),
            };
            var faults = new PluginFaults(manifest.Id, options.Quarantine, TimeProvider.System);
            var starter = new PluginStarter(options, TimeProvider.System, new ChildLoggers(_channel));
            (_plugin, var failure) = await starter.StartAsync(manifest, ShadowStore.Open(start.Folder), faults, CancellationToken.None);
            return failure ?? (IsolationRules.ProblemOf(_plugin!.Contributions) is { } problem ? new LifecycleFailure(problem, StillRunning: false) : null);
        }
        catch (PluginLoadException exception)
        {
            return new LifecycleFailure(exception.Message, StillRunning: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new LifecycleFailure($"its copy cannot be read: {exception.Message}", StillRunning: false);
        }
    }

    // The first call compiles what the later ones run, which would be taken for the plugin's own slowness.
    private static void WarmUp(IDetector[] detectors)
    {
        var document = new NoTexts();
        foreach (var detector in detectors)
        {
            try
            {
                detector.Detect(new ScanBatch(document, "", model: null, SessionContext.Empty), new ReportSink(document));
            }
#pragma warning disable CA1031 // Boundary to plugin code: whoever fails here fails in the first real call too, and there it counts.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }
    }

    private async Task DetectAsync(WireMessage message)
    {
        using var source = _waiting[message.Call];
        IReadOnlyList<DetectorHit> hits = [];
        Exception? thrown = null;
        try
        {
            var (detector, batch) = ReadCall(message);
            hits = [.. await _asyncDetectors[detector].DetectAsync(batch, source.Token)];
        }
        catch (OutOfMemoryException)
        {
            _channel.Send(MessageKind.OutOfMemory, message.Call);
            return;
        }
#pragma warning disable CA1031 // Boundary to plugin code: whatever it throws is told to the host, by its type.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            thrown = exception;
        }

        _waiting.TryRemove(message.Call, out _);
        var answer = new WireWriter();
        var isWrong = thrown is null && hits.Any(static hit => hit is null || string.IsNullOrEmpty(hit.Type));
        FaultWire.Write(answer, isWrong ? new InvalidOperationException("A match is missing, or has no type.") : thrown, "detect");
        HitWire.Write(answer, thrown is null && !isWrong ? hits : []);
        _channel.Send(MessageKind.Hits, message.Call, answer.Written);
    }

    private static (int Detector, OwnedScanBatch Batch) ReadCall(WireMessage message)
    {
        using (message)
        {
            var reader = new WireReader(message.Payload);
            return (reader.Number(), BatchWire.ReadOwned(ref reader));
        }
    }

    private void ReadRules(WireMessage message)
    {
        int source;
        using (message)
        {
            source = new WireReader(message.Payload).Number();
        }

        DetectionRule[] rules = [];
        Exception? thrown = null;
        try
        {
            rules = [.. _ruleSources[source].GetRules().OfType<DetectionRule>().Take(PluginInvoker.MaxRules)];
        }
#pragma warning disable CA1031 // Boundary to plugin code: whatever it throws is told to the host, by its type.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            thrown = exception;
        }

        var answer = new WireWriter();
        FaultWire.Write(answer, thrown, "rules");
        RuleWire.Write(answer, rules);
        _channel.Send(MessageKind.Rules, message.Call, answer.Written);
    }

    private async Task StopAsync()
    {
        if (_plugin is { } plugin)
        {
            var budget = TimeSpan.FromMilliseconds(_start!.StopMilliseconds);
            await LifecycleCall.RunAsync("StopAsync", budget, TimeProvider.System, token => plugin.StopAsync(started: true, token), CancellationToken.None);
        }

        End();
    }
}
