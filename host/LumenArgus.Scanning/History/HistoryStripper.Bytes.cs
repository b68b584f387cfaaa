using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>From messages and blocks to bytes.</summary>
internal sealed partial class HistoryStripper
{
    private StripPlan ToPlan()
    {
        var removals = new RemovalRanges();
        removals.AddElements(_messages.Length, index => _messages[index].Span, index => _messages[index].IsRemoved);
        var (messages, blocks) = (0, 0);
        for (var i = 0; i < _messages.Length; i++)
        {
            ref readonly var message = ref _messages[i];
            if (message.IsRemoved)
            {
                messages++;
            }
            else if (message.IsTouched)
            {
                blocks += AddParts(in message, removals);
            }
        }

        return _history.MustAlternate && !JoinQuestions(removals)
            ? StripPlan.Refused("two messages of the user would follow each other")
            : StripPlan.Of(removals.ToImmutable(), messages, blocks);
    }

    private int AddParts(in HistoryMessage message, RemovalRanges removals)
    {
        var split = message.FirstPart;
        while (split < message.EndPart && _parts[split].IsInCalls == _parts[message.FirstPart].IsInCalls)
        {
            split++;
        }

        // An empty list is not the same as none: providers refuse it.
        var emptied = new List<ByteSpan>();
        var count = AddList(message.FirstPart, split, in message, removals, emptied) + AddList(split, message.EndPart, in message, removals, emptied);
        if (emptied.Count > 0)
        {
            var properties = message.Properties!;
            removals.AddElements(properties.Length, index => properties[index], index => emptied.Exists(list => properties[index].Overlaps(list)));
        }

        return count;
    }

    private int AddList(int from, int to, in HistoryMessage message, RemovalRanges removals, List<ByteSpan> emptied)
    {
        var removed = 0;
        for (var i = from; i < to; i++)
        {
            removed += _parts[i].IsRemoved ? 1 : 0;
        }

        if (removed > 0 && removed == to - from)
        {
            emptied.Add(_parts[from].IsInCalls ? message.Calls : message.Blocks);
        }
        else if (removed > 0)
        {
            removals.AddElements(to - from, index => _parts[from + index].Span, index => _parts[from + index].IsRemoved);
        }

        return removed;
    }

    // Where an answer went, its question and the next one become one message: the end of the first and the beginning of the second are left out.
    private bool JoinQuestions(RemovalRanges removals)
    {
        var last = -1;
        var isGap = false;
        for (var i = 0; i < _messages.Length; i++)
        {
            ref readonly var message = ref _messages[i];
            if (message.IsRemoved)
            {
                isGap = true;
                continue;
            }

            if (isGap && last >= 0 && message.Speaker == Speaker.User && _messages[last].Speaker == Speaker.User)
            {
                if (message.Layout == MessageLayout.Other || message.Layout != _messages[last].Layout)
                {
                    return false;
                }

                Join(in _messages[last], in message, removals);
            }

            (last, isGap) = (i, false);
        }

        return true;
    }

    private void Join(in HistoryMessage first, in HistoryMessage second, RemovalRanges removals)
    {
        var lastPart = first.EndPart - 1;
        while (_parts[lastPart].IsRemoved)
        {
            lastPart--;
        }

        var firstPart = second.FirstPart;
        while (_parts[firstPart].IsRemoved)
        {
            firstPart++;
        }

        removals.Add(_parts[lastPart].Span.End, first.Span.End);
        removals.Add(second.Span.Start, _parts[firstPart].Span.Start);
    }
}
