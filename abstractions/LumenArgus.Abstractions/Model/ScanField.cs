using LumenArgus.Abstractions.Host;

namespace LumenArgus.Abstractions.Model;

/// <summary>One text of an exchange: a JSON string without its escapes, or a text body. Valid during the call it is passed to.</summary>
public readonly ref struct ScanField
{
    private readonly ScanDocument _document;

    internal ScanField(ScanDocument document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Position in the batch.</summary>
    public int Index { get; }

    /// <summary>The text as UTF-8. May hold invalid sequences where the sender's did.</summary>
    public ReadOnlySpan<byte> Utf8 => _document.GetUtf8(Index);

    /// <summary>The text as UTF-16, transcoded on first use and shared by all detectors. Prefer <see cref="Utf8"/>.</summary>
    public ReadOnlySpan<char> Text => _document.GetText(Index);

    /// <summary>What the text is in the conversation.</summary>
    public FieldRole Role => _document.GetRole(Index);

    /// <summary>
    /// Whether it belongs to the newest turn: the messages behind the last one of the model. What stands beside the messages (system prompt, tools,
    /// parameters) belongs to no turn. Where no messages can be told apart, all texts are of the newest turn.
    /// </summary>
    public bool IsLatestTurn => _document.GetIsLatestTurn(Index);

    /// <summary>Path of the file that the text was read from, where the conversation tells; else null.</summary>
    public string? SourceFile => _document.GetSourceFile(Index);

    /// <summary>How the text was decoded, outermost first, for example <c>[base64][hex]</c>; empty for text as it was sent.</summary>
    public string DecodeChain => _document.GetDecodeChain(Index);

    /// <summary>The place in the body, for example <c>messages[0].content</c>. Built when asked for: ask only on a match.</summary>
    public string Path => _document.GetPath(Index);
}
