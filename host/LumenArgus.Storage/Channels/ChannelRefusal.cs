namespace LumenArgus.Storage.Channels;

/// <summary>Why a channel was not added.</summary>
public enum ChannelRefusal
{
    /// <summary>There is one of this name.</summary>
    NameTaken = 0,

    /// <summary>There are as many as there may be.</summary>
    LimitReached,
}
