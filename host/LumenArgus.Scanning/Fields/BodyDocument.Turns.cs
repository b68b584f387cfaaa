using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// The newest turn: what stands in the list of messages behind the last message of the model. Messages of the model at the end of the list (the start of an answer
/// that is to be continued) belong to the turn before them.
/// </summary>
public sealed partial class BodyDocument
{
    private const int NotFound = -1;

    private (int Start, int End)? _latestTurn;

    /// <summary>Whether a text belongs to the newest turn; where there is no list of messages every text does.</summary>
    /// <param name="field">Index of the field or view.</param>
    /// <returns>True if it does.</returns>
    public bool IsLatestTurn(int field)
    {
        var (start, end) = _latestTurn ??= FindLatestTurn();
        var at = _table.Fields[RootOf(field)].RawStart;
        return at >= start && at < end;
    }

    private (int Start, int End) FindLatestTurn()
    {
        var list = FindMessages();
        if (list == NotFound)
        {
            return (0, int.MaxValue);
        }

        var (start, end) = (_table.Containers[list].Start, _table.Containers[list].End);
        var behindModel = NotFound;
        for (var i = list + 1; i < _table.Containers.Count && _table.Containers[i].Start < end; i++)
        {
            ref readonly var message = ref _table.Containers[i];
            if (message.Parent != list)
            {
                continue;
            }

            if (IsOfModel(i))
            {
                behindModel = message.End;
            }
            else if (behindModel != NotFound)
            {
                (start, behindModel) = (behindModel, NotFound);
            }
        }

        return (start, end);
    }

    // The label of the provider, else the names that all of them share: at the top, or in what Gemini's Code Assist puts around it.
    private int FindMessages()
    {
        var found = NotFound;
        for (var i = 0; i < _table.Containers.Count; i++)
        {
            ref readonly var container = ref _table.Containers[i];
            if (!container.IsArray)
            {
                continue;
            }

            if (LabelOf(PlaceOfContainer(i), container.Key) is { HoldsMessages: true })
            {
                return i;
            }

            if (found == NotFound && container.Parent >= 0 && IsMessagesName(_table.Name(container.Key)) && IsTopOrRequest(container.Parent))
            {
                found = i;
            }
        }

        return found;
    }

    private static bool IsMessagesName(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("messages"u8) || name.SequenceEqual("input"u8) || name.SequenceEqual("contents"u8);

    private bool IsTopOrRequest(int container) => IsFirstRoot(container)
        || (_table.Name(_table.Containers[container].Key).SequenceEqual("request"u8) && IsFirstRoot(_table.Containers[container].Parent));

    private bool IsOfModel(int message) => ContainerRole(message) is FieldRole.Assistant or FieldRole.ToolCall;
}
