using LumenArgus.Inspection.Generations;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Inspection.FindingStores;

/// <summary>Gives findings to a plugin's store while there is one, else to the host's own.</summary>
internal sealed class FindingWriterSwitch(IFindingWriter own, FindingStoreQueue queue, CurrentGeneration current) : IFindingWriter
{
    public string Place => current.Peek?.FindingStorePlugin ?? "";

    public FindingTicket Write(FindingRow finding) => Place is { Length: > 0 } place ? queue.Write(finding, place) : own.Write(finding);

    public void SeenAgain(FindingTicket ticket, string at)
    {
        if (ticket.Place.Length > 0)
        {
            queue.SeenAgain(ticket, at);
        }
        else
        {
            own.SeenAgain(ticket, at);
        }
    }
}
