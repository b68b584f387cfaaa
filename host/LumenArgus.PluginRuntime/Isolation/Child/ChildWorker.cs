using System.Collections.Concurrent;
using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>One thread of the plugin's process that runs detectors. The host knows its number and sees how much processor time it takes.</summary>
internal sealed class ChildWorker
{
    private readonly WireChannel _channel;
    private readonly BlockingCollection<WireMessage> _work = [];
    private volatile ChildCall? _current;
    private volatile int _currentNumber;

    public ChildWorker(WireChannel channel)
    {
        _channel = channel;
        var gate = new object();
        lock (gate)
        {
            // Started inside: it cannot say that it runs before somebody waits for it.
            new Thread(() => Loop(gate)) { IsBackground = true, Name = "detector" }.Start();
            Monitor.Wait(gate);
        }
    }

    /// <summary>The system's number of the thread; 0 where it does not tell.</summary>
    public int ThreadId { get; private set; }

    public IReadOnlyList<IDetector> Detectors { get; set; } = [];

    public void Add(WireMessage message) => _work.Add(message);

    public void Answer(int call, string path)
    {
        if (_currentNumber == call)
        {
            _current?.Answer(path);
        }
    }

    private static int ThisThread()
    {
        var link = OperatingSystem.IsLinux() ? new FileInfo("/proc/thread-self").LinkTarget : null;
        return int.TryParse(Path.GetFileName(link), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private void Loop(object gate)
    {
        lock (gate)
        {
            ThreadId = ThisThread();
            Monitor.Pulse(gate);
        }

        foreach (var message in _work.GetConsumingEnumerable())
        {
            using (message)
            {
                Run(message);
            }
        }
    }

    private void Run(WireMessage message)
    {
        var call = new ChildCall(_channel, message.Call);
        _currentNumber = message.Call;
        _current = call;
        var reader = new WireReader(message.Payload);
        reader.Number(); // which worker
        var detector = Detectors[reader.Number()];
        var document = ChildDocument.Read(message, reader, call.PathOf);
        var sink = new ReportSink(document);
        Exception? thrown = null;
        try
        {
            detector.Detect(new ScanBatch(document, document.Provider, document.Model, document.Session) { Stage = document.Stage }, sink);
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

        _current = null;
        var reports = sink.Close();
        var answer = new WireWriter();
        FaultWire.Write(answer, thrown, "detect");
        answer.Number(sink.Dropped);
        answer.Number(sink.Count);
        answer.Raw(reports);
        _channel.Send(MessageKind.Reports, message.Call, answer.Written);
    }
}
