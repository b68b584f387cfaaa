using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>What the process is asked, and how its answers are read.</summary>
internal sealed partial class ProcessRun
{
    /// <summary>Runs a detector over the texts and reports what it found.</summary>
    /// <exception cref="PluginProcessException">It did not answer, or threw.</exception>
    public void Detect(int detector, ScanBatch batch, FindingSink sink)
    {
        var worker = TakeWorker();
        try
        {
            Detect(worker, detector, batch, sink);
        }
        finally
        {
            lock (_gate)
            {
                _free.Push(worker);
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>Runs a detector that waits.</summary>
    /// <exception cref="PluginProcessException">It did not answer, or threw.</exception>
    public async ValueTask<IReadOnlyList<DetectorHit>> DetectAsync(int detector, OwnedScanBatch batch, CancellationToken cancellationToken)
    {
        var head = new WireWriter();
        head.Number(detector);
        BatchWire.Write(head, batch);
        return await AskAsync(MessageKind.DetectAsync, head, ReadHits, cancellationToken);
    }

    /// <summary>Reads the rules of a source.</summary>
    /// <exception cref="PluginProcessException">It did not answer, or threw.</exception>
    public async ValueTask<ImmutableArray<DetectionRule>> ReadRulesAsync(int source, CancellationToken cancellationToken)
    {
        var question = new WireWriter();
        question.Number(source);
        return await AskAsync(MessageKind.ReadRules, question, ReadRules, cancellationToken);
    }

    private async ValueTask<T> AskAsync<T>(MessageKind kind, WireWriter question, Func<WireMessage, T> read, CancellationToken cancellationToken)
    {
        var call = new PendingCall();
        var number = Register(call);
        await using var registration = cancellationToken.UnsafeRegister(_ => CancelSoon(number), state: null);
        try
        {
            Send(kind, number, question.Written);
            using var answer = await call.Answer;
            return read(answer);
        }
        finally
        {
            _calls.TryRemove(number, out _);
        }
    }

    private void Detect(int worker, int detector, ScanBatch batch, FindingSink sink)
    {
        var head = new WireWriter();
        head.Number(worker);
        head.Number(detector);
        var bytes = BatchWire.WriteHead(head, batch);
        if (bytes + head.Written.Length > Array.MaxLength)
        {
            throw new PluginProcessException(PluginCallStatus.Faulted, "the texts are too large for a message");
        }

        var call = new WaitingCall();
        var number = Register(call);
        var watch = _watches[worker];
        watch.Enter(number, _options.BudgetFor(bytes));
        _callBegan();
        WireMessage answer;
        try
        {
            try
            {
                _channel.Send(MessageKind.Detect, number, head.Written, batch, (int)bytes);
            }
            catch (IOException)
            {
                call.Fail(Gone());
            }

            answer = WaitForAnswer(call, number, batch);
        }
        finally
        {
            watch.Leave();
            _calls.TryRemove(number, out _);
        }

        using (answer)
        {
            Report(answer, batch, sink);
        }
    }

    private WireMessage WaitForAnswer(WaitingCall call, int number, ScanBatch batch)
    {
        while (true)
        {
            var message = call.Next();
            if (message.Kind == MessageKind.Reports)
            {
                return message;
            }

            using (message)
            {
                AnswerPath(message, number, batch);
            }
        }
    }

    // Here and not where it comes in: the document is this thread's alone.
    private void AnswerPath(WireMessage message, int number, ScanBatch batch)
    {
        var field = message.Kind == MessageKind.PathWanted ? new WireReader(message.Payload).Number() : -1;
        if (field < 0 || field >= batch.Count)
        {
            throw Nonsense();
        }

        var answer = new WireWriter();
        answer.Text(batch[field].Path);
        Send(MessageKind.Path, number, answer.Written);
    }

    private void Report(WireMessage answer, ScanBatch batch, FindingSink sink)
    {
        PluginProcessException? thrown;
        int dropped;
        try
        {
            var reader = new WireReader(answer.Payload);
            thrown = FaultWire.Read(ref reader);
            dropped = reader.Number();
            ReportWire.Replay(ref reader, batch, sink);
        }
        catch (InvalidDataException)
        {
            throw Nonsense();
        }

        if (thrown is not null)
        {
            throw thrown;
        }

        if (dropped != 0)
        {
            throw new PluginProcessException(PluginCallStatus.Faulted, $"more than {ReportWire.MaxReports} reports");
        }
    }

    private DetectorHit[] ReadHits(WireMessage answer)
    {
        try
        {
            var reader = new WireReader(answer.Kind == MessageKind.Hits ? answer.Payload : []);
            return FaultWire.Read(ref reader) is { } thrown ? throw thrown : HitWire.Read(ref reader);
        }
        catch (InvalidDataException)
        {
            throw Nonsense();
        }
    }

    private ImmutableArray<DetectionRule> ReadRules(WireMessage answer)
    {
        try
        {
            var reader = new WireReader(answer.Kind == MessageKind.Rules ? answer.Payload : []);
            return FaultWire.Read(ref reader) is { } thrown ? throw thrown : RuleWire.Read(ref reader);
        }
        catch (InvalidDataException)
        {
            throw Nonsense();
        }
    }

    private PluginProcessException Nonsense()
    {
        var failure = new PluginProcessException(PluginCallStatus.Faulted, "an answer that is none");
        Kill(failure, culprit: 0);
        return failure;
    }

    private int Register(ProcessCall call)
    {
        var number = Interlocked.Increment(ref _number);
        _calls[number] = call;

        // Registered first: whoever ends the process now finds it, or is seen here.
        if (_end is not null || HasEnded)
        {
            _calls.TryRemove(number, out _);
            throw new PluginProcessException(PluginCallStatus.NotCalled, "its process has ended");
        }

        return number;
    }

    private int TakeWorker()
    {
        lock (_gate)
        {
            while (_end is null && !HasEnded)
            {
                if (_free.TryPop(out var worker))
                {
                    return worker;
                }

                Monitor.Wait(_gate);
            }
        }

        throw new PluginProcessException(PluginCallStatus.NotCalled, "its process has ended");
    }

    private void Send(MessageKind kind, int number, ReadOnlySpan<byte> content)
    {
        try
        {
            _channel.Send(kind, number, content);
        }
        catch (IOException)
        {
            throw Gone();
        }
    }

    private PluginProcessException Gone() => _end ?? new PluginProcessException(PluginCallStatus.Faulted, "its process has ended");
}
