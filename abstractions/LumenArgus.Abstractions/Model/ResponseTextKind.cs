namespace LumenArgus.Abstractions.Model;

/// <summary>What a text of a response is.</summary>
public enum ResponseTextKind
{
    /// <summary>A text, or a string among the arguments of a tool call.</summary>
    Text = 0,

    /// <summary>The arguments of a tool call as JSON in a string: what is put inside one of its strings has to be escaped.</summary>
    Json = 1,
}
