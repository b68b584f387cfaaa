using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Storage.Database;

/// <summary>The database cannot be used now. The message says why and what an operator can do.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Always made with a message that helps.")]
public sealed class StoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Why, in words.</param>
    /// <param name="innerException">What was thrown below.</param>
    public StoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    private bool IsLogged { get; init; }

    /// <summary>What a log line about a consequence says of the reason: all of it, unless the store itself has written that into the log.</summary>
    public string ShortReason => IsLogged ? StoreStatus.KnownFault : Message;

    /// <summary>Makes the exception for a fault that the store has written into the log.</summary>
    internal static StoreException OfLogged(string fault) => new(fault) { IsLogged = true };
}
