using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation.Wire;
using LumenArgus.PluginRuntime.Lanes;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>What comes from the process: answers, lines for the log, and in the end nothing.</summary>
internal sealed partial class ProcessRun
{
    private static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(1);

    private void Listen()
    {
        try
        {
            while (_channel.Receive(MaxAnswerBytes) is { } message)
            {
                Take(message);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ObjectDisposedException)
        {
            Kill(new PluginProcessException(PluginCallStatus.Faulted, "an answer that is none"), culprit: null);
        }

        lock (_gate)
        {
            EndedInCall |= !_calls.IsEmpty;
            Volatile.Write(ref _hasEnded, 1);
            Monitor.PulseAll(_gate);
        }

        foreach (var call in _calls.Values)
        {
            call.Fail(Gone());
        }

        _wake();
    }

    private void Take(WireMessage message)
    {
        if (_calls.TryGetValue(message.Call, out var call) && message.Kind is MessageKind.Reports or MessageKind.PathWanted or MessageKind.Hits or MessageKind.Rules)
        {
            call!.Deliver(message);
            return;
        }

        using (message)
        {
            var reader = new WireReader(message.Payload);
            switch (message.Kind)
            {
                case MessageKind.Ready when Ready is null:
                    Begin(ReadyWire.Read(ref reader));
                    break;
                case MessageKind.Refused when Ready is null:
                    (Refusal, IsNotConfigured) = (reader.Text(), reader.Flag());
                    _wake();
                    break;
                case MessageKind.Log:
                    var (level, text) = (Level(reader.Byte()), reader.Text());
                    Log.FromPlugin(_logger, level, text);
                    break;
                case MessageKind.OutOfMemory:
                    Kill(new PluginProcessException(PluginCallStatus.Faulted, "memory budget spent"), message.Call);
                    break;
                case MessageKind.Reports or MessageKind.PathWanted or MessageKind.Hits or MessageKind.Rules:
                    break; // nobody waits for it any more
                default:
                    throw new InvalidDataException("There is no such message.");
            }
        }
    }

    private static LogLevel Level(byte level) => level <= (byte)LogLevel.Critical ? (LogLevel)level : throw new InvalidDataException("There is no such level.");

    private void Begin(ReadyWire ready)
    {
        if (ready.WorkerThreads.Length != _options.Workers)
        {
            throw new InvalidDataException("It has not as many threads as it was told to.");
        }

        _watches = [.. ready.WorkerThreads.Select(thread => new WorkerWatch(SchedulerLaneClock.TryCreate(ProcessId, thread, _clock) ?? new WaitingLaneClock(_clock) as LaneClock))];
        lock (_gate)
        {
            for (var worker = _options.Workers - 1; worker >= 0; worker--)
            {
                _free.Push(worker);
            }

            Ready = ready;
            Monitor.PulseAll(_gate);
        }

        _wake();
    }

    // A plugin that goes on all the same is ended: nobody else can end its call.
    private void CancelSoon(int number) => _ = Task.Run(async () =>
    {
        try
        {
            _channel.Send(MessageKind.Cancel, number);
        }
        catch (IOException)
        {
            return;
        }

        await Task.Delay(CancelGrace, _clock);
        if (_calls.ContainsKey(number))
        {
            Kill(new PluginProcessException(PluginCallStatus.TimedOut, "budget spent"), number);
        }
    });

    private async Task ReadErrorsAsync()
    {
        var text = new ChildErrorText(line => Log.ErrorText(_logger, _pluginId, line));
        var buffer = new char[1024];
        try
        {
            while (await _process.StandardError.ReadAsync(buffer) is not 0 and var read)
            {
                text.Add(buffer.AsSpan(0, read));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process and its pipes are gone.
        }

        text.EndLine();
        if (text.LeftOut > 0)
        {
            Log.ErrorTextLeftOut(_logger, _pluginId, text.LeftOut);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3033, EventName = nameof(ErrorText), Level = LogLevel.Warning, Message = "Plugin {PluginId}, standard error: {Line}")]
        public static partial void ErrorText(ILogger logger, string pluginId, string line);

        [LoggerMessage(
            EventId = 3034,
            EventName = nameof(ErrorTextLeftOut),
            Level = LogLevel.Information,
            Message = "Plugin {PluginId}, standard error: {Lines} lines are left out, because they may quote what it has looked at; a plugin logs with its logger")]
        public static partial void ErrorTextLeftOut(ILogger logger, string pluginId, int lines);

        [LoggerMessage(EventId = 3035, EventName = nameof(FromPlugin), Message = "{Text}")]
        public static partial void FromPlugin(ILogger logger, LogLevel level, string text);
    }
}
