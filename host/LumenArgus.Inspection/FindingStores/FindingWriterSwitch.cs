using LumenArgus.Inspection.Generations;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Inspection.FindingStores;

/// <summary>Gives findings to a plugin's store while there is one, else to the host's own.</summary>
internal sealed class FindingWriterSwitch(IFindingWriter own, FindingStoreQueue queue, CurrentGeneration current) : IFindingWriter
{
    public string Place => current.Peek?.FindingStorePlugin ?? "";

    public FindingTicket Write(FindingRow finding) => Place.Length > 0 ? queue.Write(finding) : own.Write(finding);

    public void SeenAgain(FindingTicket ticket, string at)
    {
        if (ticket is FindingStoreQueue.Ticket waiting)
        {
            queue.SeenAgain(waiting, at);
        }
        else
        {
            own.SeenAgain(ticket, at);
        }
    }
}
