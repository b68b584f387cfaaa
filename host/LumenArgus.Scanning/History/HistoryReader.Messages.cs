using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>Messages and items.</summary>
internal ref partial struct HistoryReader
{
    private void ReadMessage(ConversationFormat format)
    {
        var start = Start;
        var message = new HistoryMessage { Speaker = Speaker.Fixed, Link = HistoryPart.NoLink, FirstPart = _parts.Count, Text = PartKind.Filler };
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            _json.Skip();
        }
        else
        {
            var facts = ReadProperties(format, ref message);
            message.Properties = message.Calls.Length > 0 ? [.. _properties] : null;
            message.Layout = LayoutOf(in message, in facts);
            Identify(format, ref message, in facts);
            _hasQuestion |= message.Speaker == Speaker.User;
        }

        message.Span = new ByteSpan(start, End - start);
        message.EndPart = _parts.Count;
        Link(ref message);
        _messages.Add(message);
    }

    private MessageFacts ReadProperties(ConversationFormat format, ref HistoryMessage message)
    {
        var facts = default(MessageFacts);
        Reset(ref _messageNames);
        _properties.Clear();
        _partIds.Clear();
        while (ReadName(_messageNames, out var name, out var start))
        {
            ReadProperty(format, name, ref message, ref facts);
            _properties.Add(new ByteSpan(start, End - start));
        }

        return facts;
    }

    private void ReadProperty(ConversationFormat format, string name, ref HistoryMessage message, ref MessageFacts facts)
    {
        switch (name)
        {
            case "role":
                facts.RoleStart = Start;
                facts.Role = ReadString();
                break;
            case "type":
                facts.Type = ReadString();
                break;
            case "id":
                facts.Id = ReadString();
                break;
            case "call_id" or "tool_call_id" or "approval_request_id":
                facts.CallId = ReadString();
                break;
            case "content" or "parts" when name == (format == ConversationFormat.Gemini ? "parts" : "content"):
                ReadContent(ref message);
                break;
            case "tool_calls" when _json.TokenType == JsonTokenType.StartArray:
                message.Calls = ReadParts(isInCalls: true, ref message);
                break;
            case "function_call" when _json.TokenType == JsonTokenType.StartObject:
                facts.HasNamelessCall = true;
                _json.Skip();
                break;
            case "reasoning" or "reasoning_content" or "reasoning_details" or "thinking" or "thinking_blocks" or "extra_content":
                message.IsWhole |= _json.TokenType != JsonTokenType.Null;
                _json.Skip();
                break;
            default:
                _json.Skip();
                break;
        }
    }

    private void ReadContent(ref HistoryMessage message)
    {
        if (_json.TokenType == JsonTokenType.StartArray)
        {
            message.Blocks = ReadParts(isInCalls: false, ref message);
            return;
        }

        message.Text = _json.TokenType switch
        {
            JsonTokenType.String => KindOfText(_json.ValueSpan),
            JsonTokenType.Null => PartKind.Filler,
            _ => PartKind.Other,
        };
        _json.Skip();
    }

    private readonly MessageLayout LayoutOf(in HistoryMessage message, in MessageFacts facts) => _properties.Count switch
    {
        _ when message.Blocks.Length == 0 => MessageLayout.Other,
        1 => MessageLayout.NoRole,
        2 when facts.Role is not null => facts.RoleStart < message.Blocks.Start ? MessageLayout.RoleFirst : MessageLayout.RoleLast,
        _ => MessageLayout.Other,
    };

    private readonly void Identify(ConversationFormat format, ref HistoryMessage message, in MessageFacts facts)
    {
        message.CallId = facts.CallId;
        if (format == ConversationFormat.Responses && facts.Type is { } type && type != "message")
        {
            IdentifyItem(type, ref message, in facts);
            return;
        }

        message.Speaker = facts.Role switch
        {
            "user" => Speaker.User,
            "assistant" or "model" => Speaker.Model,
            "tool" or "function" => format == ConversationFormat.Gemini ? Speaker.User : Speaker.Tool,
            null when format == ConversationFormat.Gemini => Speaker.User,
            "system" or "developer" when _hasQuestion => Speaker.Note,
            _ => Speaker.Fixed,
        };
        message.IsWhole |= message.Speaker == Speaker.Tool;
        message.IsCall = message.Speaker == Speaker.Model && facts.HasNamelessCall;
        if (message.Speaker == Speaker.Model)
        {
            message.CallId = null;
        }
    }

    private static void IdentifyItem(string type, ref HistoryMessage message, in MessageFacts facts)
    {
        // Of an item nothing can be left out but the item.
        message.IsWhole = true;
        message.Text = PartKind.Other;
        if (type == "reasoning")
        {
            (message.Speaker, message.IsReasoning) = (Speaker.Model, true);
        }
        else if (type.EndsWith("_call", StringComparison.Ordinal) || type == "mcp_approval_request")
        {
            message.Speaker = Speaker.Model;
            message.CallId = facts.CallId ?? facts.Id;
            message.IsCall = true;
        }
        else if (type.EndsWith("_call_output", StringComparison.Ordinal) || type == "mcp_approval_response")
        {
            message.Speaker = Speaker.Tool;
        }
    }

    private void Link(ref HistoryMessage message)
    {
        if (message.Speaker == Speaker.Model)
        {
            _links.StartModelMessage();
        }

        for (var i = message.FirstPart; i < message.EndPart; i++)
        {
            var part = _parts[i];
            var id = _partIds[i - message.FirstPart];
            part.Link = part.Kind switch
            {
                PartKind.Call => _links.Call(id),
                PartKind.Result => _links.Result(id),
                _ => HistoryPart.NoLink,
            };

            // What a tool of the provider gave is signed as a rule.
            message.IsWhole |= message.Speaker == Speaker.Model && part.Kind == PartKind.Result;
            _parts[i] = part;
        }

        message.Link = message.IsCall ? _links.Call(message.CallId)
            : message.Speaker == Speaker.Tool ? _links.Result(message.CallId)
            : HistoryPart.NoLink;
    }

    private struct MessageFacts
    {
        public string? Role;
        public string? Type;
        public string? Id;
        public string? CallId;
        public int RoleStart;
        public bool HasNamelessCall;
    }
}
