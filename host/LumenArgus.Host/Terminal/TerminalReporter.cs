using System.Text;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Host.Terminal;

/// <summary>Shows what goes through. Never holds up traffic: lines wait in a bounded queue, and those that do not fit are counted.</summary>
internal sealed class TerminalReporter : IExchangeSink, IDisposable
{
    // Twenty times a second is as often as anybody can read.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    private readonly TextWriter _output;
    private readonly ITerminalFormat _format;
    private readonly SessionStatistics _statistics;
    private readonly LineWriter _lines;

    public TerminalReporter(TextWriter output, ITerminalFormat format, SessionStatistics statistics)
    {
        _output = output;
        _format = format;
        _statistics = statistics;
        _lines = new LineWriter("terminal", Write, rest: Rest);
    }

    /// <summary>The format for the flags of the command line.</summary>
    public static ITerminalFormat FormatFor(TerminalFormat format, bool colour) =>
        format == TerminalFormat.Json ? new JsonTerminalFormat() : new TextTerminalFormat(new Ansi(colour));

    public void Started(StartInfo info) => _lines.Add(_format.Started(info));

    public ValueTask DecidedAsync(ExchangeRecord record)
    {
        if (_format.Warning(record) is { } warning)
        {
            _lines.Add(warning);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ResponseScannedAsync(ExchangeRecord record)
    {
        _statistics.AddResponse(record);
        if (_format.Response(record) is { } text)
        {
            _lines.Add(text);
        }

        return ValueTask.CompletedTask;
    }

    public void Completed(ExchangeRecord record)
    {
        _statistics.Add(record);
        _lines.Add(_format.Request(record));
        if (record.Error is { } error)
        {
            Error(record.RequestId, error);
        }
    }

    /// <summary>Shows an error of one request.</summary>
    public void Error(long requestId, string text) => _lines.Add(_format.Error(requestId, text));

    /// <summary>Shows how a reload went.</summary>
    public void Reloaded(ReloadReport report) => _lines.Add(_format.Reloaded(report));

    /// <summary>Shows that inspection is off, or on again.</summary>
    public void ModeChanged(ModeState state) => _lines.Add(_format.ModeChanged(state));

    /// <summary>Shows that open requests are waited for.</summary>
    public void Stopping(long openRequests, TimeSpan patience) => _lines.Add(_format.Stopping(openRequests, patience));

    /// <summary>Shows the summary; nothing is shown after it.</summary>
    public void Stopped()
    {
        _lines.Add(_format.Stopped(_statistics.Snapshot(), _lines.Dropped));
        _lines.Dispose();
    }

    public void Dispose() => _lines.Dispose();

    private void Write(StringBuilder lines)
    {
        _output.Write(lines);
        _output.Flush();
    }
}
