using LumenArgus.Inspection.Records;

namespace LumenArgus.Host.Terminal;

/// <summary>Makes the text of each event; may hold several lines.</summary>
internal interface ITerminalFormat
{
    string Started(StartInfo info);

    string Request(ExchangeRecord record);

    string Error(long requestId, string text);

    string Stopped(SessionSnapshot session, long linesNotShown);
}
