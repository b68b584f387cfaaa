namespace LumenArgus.Abstractions.Model;

/// <summary>How a setting of a channel is entered.</summary>
public enum ChannelFieldKind
{
    /// <summary>One line.</summary>
    Text = 0,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>An address.</summary>
    Url,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Switch,

    /// <summary>A JSON value; in <c>config.yaml</c> also a section.</summary>
    Json,
}
