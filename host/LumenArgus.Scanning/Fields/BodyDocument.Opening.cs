using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// The opening of a conversation, whatever the provider's shape: <c>system</c>, <c>instructions</c> and <c>systemInstruction</c>, and the first of
/// <c>messages</c>, <c>input</c> or <c>contents</c>, also inside <c>request</c>, where Gemini's Code Assist puts them.
/// </summary>
public sealed partial class BodyDocument
{
    private const int MaxOpeningMessages = 16;
    private const int MaxOpeningTexts = 64;

    /// <summary>Finds the first texts of the conversation.</summary>
    /// <returns>At most 64 texts; those of one part in the order of the body, the system prompt first.</returns>
    public IReadOnlyList<OpeningText> ReadOpening()
    {
        var texts = new List<OpeningText>();
        if (_table.Containers.Count == 0 || !IsFirstRoot(0))
        {
            return texts;
        }

        if (!ReadOpening(0, texts, out var wrapped) && wrapped >= 0)
        {
            ReadOpening(wrapped, texts, out _);
        }

        return texts;
    }

    private bool ReadOpening(int top, List<OpeningText> texts, out int wrapped)
    {
        wrapped = -1;
        var userTexts = new List<int>();
        foreach (var field in FieldsIn(top))
        {
            ref readonly var entry = ref _table.Fields[field];
            if (entry.Container == top && entry.Kind == FieldKind.Value && _table.Name(entry.Key) is { IsEmpty: false } name)
            {
                if (FieldNames.IsSystem(name))
                {
                    AddText(texts, field, OpeningPart.Instructions);
                }
                else if (FieldNames.IsUserInput(name))
                {
                    userTexts.Add(field);
                }
            }
        }

        var messages = -1;
        for (var i = top + 1; i < _table.Containers.Count; i++)
        {
            ref readonly var container = ref _table.Containers[i];
            if (container.Parent != top || _table.Name(container.Key) is not { IsEmpty: false } name)
            {
                continue;
            }

            if (FieldNames.IsSystem(name))
            {
                AddTexts(texts, i, OpeningPart.Instructions);
            }
            else if (messages < 0 && (name.SequenceEqual("messages"u8) || FieldNames.IsUserInput(name)))
            {
                messages = i;
            }
            else if (name.SequenceEqual("request"u8))
            {
                wrapped = i;
            }
        }

        foreach (var field in userTexts)
        {
            AddText(texts, field, OpeningPart.FirstUser);
        }

        if (messages >= 0)
        {
            ReadMessages(messages, texts);
        }

        return messages >= 0 || texts.Count > 0;
    }

    private void ReadMessages(int messages, List<OpeningText> texts)
    {
        var isBeforeUser = true;
        var isUserOpen = true;
        var count = 0;
        var end = _table.Containers[messages].End;
        for (var i = messages + 1; i < _table.Containers.Count && _table.Containers[i].Start < end && count < MaxOpeningMessages; i++)
        {
            ref readonly var message = ref _table.Containers[i];
            if (message.Parent != messages)
            {
                continue;
            }

            count++;
            var role = message.RoleField >= 0 ? ByRole(_table.Utf8(message.RoleField)) : message.TypeField < 0 ? FieldRole.User : null;
            if (role == FieldRole.System)
            {
                AddTexts(texts, i, isBeforeUser ? OpeningPart.Instructions : OpeningPart.LaterInstructions);
            }
            else if (role == FieldRole.User && isUserOpen)
            {
                isBeforeUser = false;
                isUserOpen = AddTexts(texts, i, OpeningPart.FirstUser);
            }
            else
            {
                isUserOpen = false;
            }
        }
    }

    /// <summary>Adds the texts in a container.</summary>
    /// <returns>Whether all of them are of the tool.</returns>
    private bool AddTexts(List<OpeningText> texts, int container, OpeningPart part)
    {
        var isWrittenByTool = true;
        foreach (var field in FieldsIn(container))
        {
            ref readonly var entry = ref _table.Fields[field];
            if (entry.Kind != FieldKind.Value || !IsTextKey(_table.Name(entry.Key)))
            {
                continue;
            }

            if (!AddText(texts, field, part))
            {
                break;
            }

            isWrittenByTool &= texts[^1].IsOfTool;
        }

        return isWrittenByTool;
    }

    private bool AddText(List<OpeningText> texts, int field, OpeningPart part)
    {
        if (texts.Count == MaxOpeningTexts)
        {
            return false;
        }

        texts.Add(new OpeningText(field, part, _table.Utf8(field).TrimStart(" \t\r\n"u8).StartsWith("<"u8)));
        return true;
    }

    // Texts of a list have no name.
    private static bool IsTextKey(ReadOnlySpan<byte> name) => name.IsEmpty || name.SequenceEqual("text"u8) || name.SequenceEqual("content"u8);

    private IEnumerable<int> FieldsIn(int container)
    {
        // The fields of a container follow each other in the table.
        var end = _table.Containers[container].End;
        for (var i = _table.Containers[container].FirstField; i < FieldCount && _table.Fields[i].RawStart < end; i++)
        {
            yield return i;
        }
    }
}
