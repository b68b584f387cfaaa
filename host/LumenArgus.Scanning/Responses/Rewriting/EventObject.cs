namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>What one object of an event says of itself, wherever in the object it stands.</summary>
internal struct EventObject
{
    /// <summary>What identifies it; 0 if nothing does.</summary>
    public ulong Identity;

    /// <summary>Its <c>item_id</c>, which only counts where nothing else identifies it: some gateways make up a new one for each event.</summary>
    public ulong Item;

    /// <summary>Whether it holds thoughts of the model.</summary>
    public bool IsThought;
}
