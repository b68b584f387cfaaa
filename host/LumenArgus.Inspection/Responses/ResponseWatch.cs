using System.Diagnostics.CodeAnalysis;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.Responses;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Records;
using LumenArgus.Scanning.Responses;

namespace LumenArgus.Inspection.Responses;

/// <summary>
/// Sees one response pass. Plain streams are assembled as they come, so that what is kept is text and not the frame around it; all else is copied. Holds
/// its generation until the scan has ended.
/// </summary>
public sealed class ResponseWatch : IDisposable
{
    private readonly ResponseScanner _scanner;
    private readonly BodyBudget _budget;
    private readonly ResponseHead _head;
    private readonly ResponseAssembler? _assembler;
    private readonly ResponseCapture? _capture;
    private Generation? _generation;
    private long _seen;
    private bool _hasEnded;

    // The caller has added a reference to the generation, which this gives back.
    internal ResponseWatch(ResponseScanner scanner, Generation generation, ResponseHead head, BodyBudget budget)
    {
        _scanner = scanner;
        _generation = generation;
        _head = head;
        _budget = budget;
        MaxBytes = generation.Config.Pipeline.ResponseMaxSize;
        var shape = head.Shape;
        if (shape is ResponseShape.Whole or ResponseShape.Messages || head.ContentEncoding is not null)
        {
            _capture = new ResponseCapture(budget, MaxBytes);
        }
        else
        {
            _assembler = ResponseAssembler.Start(shape, MaxBytes);
        }
    }

    /// <summary>The type of an exception that this met; null if all went well.</summary>
    internal string? Failure { get; private set; }

    internal Generation Generation => _generation ?? throw new ObjectDisposedException(nameof(ResponseWatch));

    internal int MaxBytes { get; }

    /// <summary>Which stage looks at it.</summary>
    internal bool IsMcp => _head.IsMcp;

    /// <summary>Bytes that are kept, at most.</summary>
    internal long KeptBytes => _capture?.Length ?? Math.Min(_seen, MaxBytes);

    /// <summary>Takes a chunk that is on its way. Never throws.</summary>
    /// <param name="chunk">The bytes.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Request boundary: a defect of ours must not cut a response")]
    public void Take(ReadOnlySpan<byte> chunk)
    {
        _seen += chunk.Length;
        if (Failure is not null)
        {
            return;
        }

        try
        {
            _assembler?.Append(chunk);
            _capture?.Append(chunk);
        }
        catch (Exception failure)
        {
            Failure = failure.GetType().Name;
        }
    }

    /// <summary>Starts the scan, which goes on by itself; nothing is to be called after this.</summary>
    /// <param name="record">The record of the exchange.</param>
    /// <param name="isWhole">Whether the response came to its end.</param>
    public void End(ExchangeRecord record, bool isWhole)
    {
        _hasEnded = true;
        _scanner.Start(this, record, isWhole);
    }

    /// <summary>Ends a watch that was not ended; one that was belongs to its scan.</summary>
    public void Dispose()
    {
        if (!_hasEnded)
        {
            Release();
        }
    }

    /// <summary>Gives back what is held.</summary>
    internal void Release()
    {
        _capture?.Dispose();
        Interlocked.Exchange(ref _generation, null)?.Release();
    }

    /// <summary>Ends the assembly.</summary>
    /// <param name="isWhole">Whether the response came to its end.</param>
    /// <returns>The texts, and what could not be looked at for another reason than the limit.</returns>
    internal (AssembledResponse Response, string? Problem) Assemble(bool isWhole)
    {
        if (_capture is null)
        {
            return (_assembler!.Complete(), null);
        }

        var beyond = _capture.BytesBeyond;
        var raw = _capture.ToLease();
        try
        {
            var (response, problem) = ResponseTexts.Assemble(raw, isWhole && beyond == 0, _head, MaxBytes, _budget);
            return (response with { BytesBeyond = response.BytesBeyond + beyond }, problem);
        }
        finally
        {
            raw.MarkSensitive();
            raw.Release();
        }
    }
}
