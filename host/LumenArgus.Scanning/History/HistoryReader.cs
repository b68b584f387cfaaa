using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>
/// Reads the conversation of a body, strictly: what two parsers could read in two ways (a name twice, JSON that is not quite JSON) is not taken for a
/// conversation. One pass; keeps places only.
/// </summary>
internal ref partial struct HistoryReader
{
    // Messages, blocks and their properties. The conversations of tools have some ten thousand; beyond this a body is no conversation but an attack on memory.
    private const int MaxEntries = 1_000_000;
    private const int MaxWrappers = 2;
    private const int MaxKeptNames = 64;
    private const int MaxDepth = 1_000_000;
    private const int MaxNameBytes = 256;

    private readonly List<HistoryMessage> _messages = [];
    private readonly List<HistoryPart> _parts = [];
    private readonly List<string?> _partIds = [];
    private readonly List<ByteSpan> _properties = [];
    private readonly CallLinks _links = new();
    private HashSet<string> _messageNames = new(StringComparer.Ordinal);
    private HashSet<string> _partNames = new(StringComparer.Ordinal);
    private Utf8JsonReader _json;
    private int _entries;
    private ConversationFormat? _format;
    private bool _hasUntypedBlocks;
    private bool _hasQuestion;
    private bool _hasStoredTurns;
    private bool _isUnclear;

    private HistoryReader(ReadOnlySpan<byte> body) => _json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });

    private readonly int Start => (int)_json.TokenStartIndex;

    private readonly int End => (int)_json.BytesConsumed;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body after content decoding.</param>
    /// <returns>Its conversation; null if it has none that could be read in one way only.</returns>
    public static ConversationHistory? Read(ReadOnlySpan<byte> body)
    {
        var reader = new HistoryReader(body);
        try
        {
            reader.ReadBody();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or a name or identifier that is no text.
            return null;
        }

        return reader.ToHistory();
    }

    private readonly ConversationHistory? ToHistory()
    {
        if (_isUnclear || _format is not { } format || _messages.Count == 0)
        {
            return null;
        }

        var messages = _messages.ToArray();
        Group(messages);
        return new ConversationHistory
        {
            Format = format == ConversationFormat.Messages && _hasUntypedBlocks ? ConversationFormat.Converse : format,
            Messages = messages,
            Parts = [.. _parts],
            Links = _links.Count,
            ResultsWithoutCall = _links.WithoutCall,
            HasStoredTurns = _hasStoredTurns,
        };
    }

    // Reasoning of the Responses API must be followed by what came of it, and that must not come without it.
    private static void Group(HistoryMessage[] messages)
    {
        for (var first = 0; first < messages.Length;)
        {
            var end = first + 1;
            while (messages[first].IsReasoning && end < messages.Length && messages[end].Speaker == Speaker.Model && !messages[end].IsReasoning)
            {
                end++;
            }

            for (var i = first; i < end; i++)
            {
                (messages[i].GroupFirst, messages[i].GroupEnd) = (first, end);
            }

            first = end;
        }
    }

    private void ReadBody()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            _isUnclear = true;
            return;
        }

        ReadTop(wrappers: 0);
        _isUnclear |= _json.Read();
    }

    private void ReadTop(int wrappers)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (ReadName(names, out var name, out _))
        {
            if (FormatOf(name) is { } format && _json.TokenType == JsonTokenType.StartArray)
            {
                _isUnclear |= _format is not null;
                _format = format;
                ReadMessages(format);
            }
            else if (wrappers < MaxWrappers && IsWrapper(name) && _json.TokenType == JsonTokenType.StartObject)
            {
                ReadTop(wrappers + 1);
            }
            else
            {
                _hasStoredTurns |= name is "previous_response_id" or "conversation" && _json.TokenType != JsonTokenType.Null;
                _json.Skip();
            }
        }
    }

    private static ConversationFormat? FormatOf(string name) => name switch
    {
        "messages" => ConversationFormat.Messages,
        "input" => ConversationFormat.Responses,
        "contents" => ConversationFormat.Gemini,
        _ => null,
    };

    // Gemini's Code Assist, and the counting of tokens of Gemini and Bedrock.
    private static bool IsWrapper(string name) => name is "request" or "generateContentRequest" or "generate_content_request" or "input" or "converse";

    private void ReadMessages(ConversationFormat format)
    {
        while (ReadElement())
        {
            ReadMessage(format);
        }
    }

    /// <summary>Goes to the next element of the list.</summary>
    private bool ReadElement()
    {
        Count();
        return _json.Read() && _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Goes to the next property of the object and on to its value.</summary>
    private bool ReadName(HashSet<string> seen, out string name, out int start)
    {
        (name, start) = ("", 0);
        if (!_json.Read() || _json.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        Count();
        start = Start;
        if (_json.ValueSpan.Length <= MaxNameBytes)
        {
            name = _json.GetString()!;
            _isUnclear |= !seen.Add(name);
        }

        _json.Read();
        return true;
    }

    private void Count()
    {
        if (++_entries > MaxEntries)
        {
            throw new JsonException("Too many messages.");
        }
    }

    // To clear a set costs what it once held.
    private static void Reset(ref HashSet<string> names)
    {
        if (names.Count > MaxKeptNames)
        {
            names = new HashSet<string>(StringComparer.Ordinal);
        }
        else
        {
            names.Clear();
        }
    }

    private string? ReadString()
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            return _json.GetString();
        }

        _json.Skip();
        return null;
    }
}
