namespace LumenArgus.Storage.Database.Writing;

/// <summary>Something that waits to be written.</summary>
internal abstract class StoreWrite
{
    /// <summary>Roughly how much memory it holds while it waits.</summary>
    public abstract int Bytes { get; }

    /// <summary>Whether it may be dropped when the queue is full. Never true for a finding.</summary>
    public virtual bool CanBeShed => false;

    /// <summary>Whether somebody waits for it: it is written at once.</summary>
    public virtual bool IsAwaited => false;

    /// <summary>Whether its loss is the loss of a record.</summary>
    public virtual bool IsRecord => true;

    /// <summary>Writes it inside the open transaction. Called again, with the same effect, when that transaction fails.</summary>
    public abstract void Apply(WriteConnection connection);

    /// <summary>The transaction is on the disk's side now.</summary>
    public virtual void Committed()
    {
    }

    /// <summary>It will not be written.</summary>
    /// <param name="reason">Why.</param>
    public virtual void Failed(Exception reason)
    {
    }
}
