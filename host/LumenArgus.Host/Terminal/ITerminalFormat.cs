using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Host.Terminal;

/// <summary>Makes the text of each event; may hold several lines.</summary>
internal interface ITerminalFormat
{
    string Started(StartInfo info);

    string Request(ExchangeRecord record);

    /// <summary>What a person must see as soon as it is decided, long before a streamed response has ended; null if nothing.</summary>
    string? Warning(ExchangeRecord record);

    /// <summary>What was found in a response; null if nothing that anyone must see.</summary>
    string? Response(ExchangeRecord record);

    string Error(long requestId, string text);

    string Reloaded(ReloadReport report);

    string ModeChanged(ModeState state);

    string Stopping(long openRequests, TimeSpan patience);

    string Stopped(SessionSnapshot session, long linesNotShown);
}
