using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>Blocks and calls in a message.</summary>
internal ref partial struct HistoryReader
{
    private ByteSpan ReadParts(bool isInCalls, ref HistoryMessage message)
    {
        var start = Start;
        while (ReadElement())
        {
            var part = new HistoryPart { Link = HistoryPart.NoLink, IsInCalls = isInCalls };
            string? id = null;
            var from = Start;
            switch (_json.TokenType)
            {
                case JsonTokenType.String:
                    part.Kind = KindOfText(_json.ValueSpan);
                    break;
                case JsonTokenType.StartObject:
                    part.Kind = ReadPart(isInCalls, ref message, out id);
                    break;
                default:
                    _json.Skip();
                    break;
            }

            part.Span = new ByteSpan(from, End - from);
            _parts.Add(part);
            _partIds.Add(id);
        }

        return new ByteSpan(start, End - start);
    }

    private PartKind ReadPart(bool isInCalls, ref HistoryMessage message, out string? id)
    {
        var kind = isInCalls ? PartKind.Call : PartKind.Other;
        string? type = null;
        string? callId = null;
        id = null;
        Reset(ref _partNames);
        while (ReadName(_partNames, out var name, out _))
        {
            switch (name)
            {
                case "type":
                    type = ReadString();
                    break;
                case "id":
                    id = ReadString();
                    break;
                case "tool_use_id":
                    callId = ReadString();
                    break;
                case "text" when _json.TokenType == JsonTokenType.String:
                    kind = kind == PartKind.Other ? KindOfText(_json.ValueSpan) : kind;
                    break;
                case "cachePoint":
                    kind = PartKind.Filler;
                    _json.Skip();
                    break;
                case "toolUse" or "functionCall" or "function_call" when _json.TokenType == JsonTokenType.StartObject:
                    kind = PartKind.Call;
                    id = ReadIdInside();
                    break;
                case "toolResult" or "functionResponse" or "function_response" when _json.TokenType == JsonTokenType.StartObject:
                    kind = PartKind.Result;
                    callId = ReadIdInside();
                    break;
                case "signature" or "encrypted_content" or "thoughtSignature" or "thought_signature" or "thought" or "reasoningContent" or "extra_content"
                    or "executableCode" or "executable_code" or "codeExecutionResult" or "code_execution_result":
                    message.IsWhole |= _json.TokenType != JsonTokenType.Null;
                    _json.Skip();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        _hasUntypedBlocks |= type is null && !isInCalls;
        message.IsWhole |= type is "thinking" or "redacted_thinking";
        if (type is not null && !isInCalls)
        {
            kind = type.EndsWith("tool_use", StringComparison.Ordinal) ? PartKind.Call
                : type.EndsWith("tool_result", StringComparison.Ordinal) ? PartKind.Result
                : kind;
        }

        id = kind == PartKind.Result ? callId : kind == PartKind.Call ? id : null;
        return kind;
    }

    private string? ReadIdInside()
    {
        string? id = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (ReadName(names, out var name, out _))
        {
            if (name is "id" or "toolUseId")
            {
                id = ReadString();
            }
            else
            {
                _json.Skip();
            }
        }

        return id;
    }

    /// <summary>What a text is by its first visible character. Tools put what they add themselves between tags.</summary>
    private static PartKind KindOfText(ReadOnlySpan<byte> raw)
    {
        while (!raw.IsEmpty)
        {
            if (raw[0] is (byte)' ' or (byte)'\t')
            {
                raw = raw[1..];
            }
            else if (raw.StartsWith("\\n"u8) || raw.StartsWith("\\r"u8) || raw.StartsWith("\\t"u8))
            {
                raw = raw[2..];
            }
            else
            {
                return raw[0] == '<' || raw.StartsWith("\\u003c"u8) || raw.StartsWith("\\u003C"u8) ? PartKind.Reminder : PartKind.Text;
            }
        }

        return PartKind.Filler;
    }
}
