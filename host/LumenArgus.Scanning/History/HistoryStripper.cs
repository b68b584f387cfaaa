using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>
/// Decides what has to go along with what was found, until the rest is a conversation again: a call with its result, a message with its last block, reasoning
/// with what came of it, an answer with its question. What stays never depends on what follows it, so later turns leave the same bytes out.
/// </summary>
internal sealed partial class HistoryStripper
{
    private const int End = int.MaxValue;

    // Each pass goes over the conversation once. What is not settled by then hangs together in a way that no tool makes.
    private const int MaxPasses = 16;

    private readonly ConversationHistory _history;
    private readonly HistoryMessage[] _messages;
    private readonly HistoryPart[] _parts;
    private readonly int[] _firstOfLink;
    private readonly int[] _nextOfPart;
    private readonly int[] _nextOfMessage;
    private readonly int[] _messageOfPart;
    private readonly int[] _substance;
    private readonly Stack<int> _links = new();
    private LatestTurn _turn;
    private long _steps;
    private string? _refusal;

    public HistoryStripper(ConversationHistory history)
    {
        _history = history;
        _messages = history.Messages;
        _parts = history.Parts;
        _firstOfLink = new int[history.Links];
        _nextOfPart = new int[_parts.Length];
        _nextOfMessage = new int[_messages.Length];
        _messageOfPart = new int[_parts.Length];
        _substance = new int[_messages.Length];
        ChainLinks();
        CountSubstance();
    }

    public StripPlan Plan(IReadOnlyCollection<StripPlace> places)
    {
        if (LatestTurn.Find(_history) is not { } turn)
        {
            return StripPlan.NotHistory;
        }

        _turn = turn;
        return PlanInTurn(places) with { Turn = turn.Place, Steps = _steps };
    }

    private StripPlan PlanInTurn(IReadOnlyCollection<StripPlace> places)
    {
        var found = new List<(int Message, int Part)>(places.Count);
        var isHistory = true;
        foreach (var place in places)
        {
            var message = _history.MessageAt(place.Span);
            var part = message < 0 ? -1 : _history.PartAt(message, place.Span);
            if (message < 0 || _messages[message].Speaker == Speaker.Fixed)
            {
                return StripPlan.NotHistory;
            }

            // Not seen by the model is not yet seen by the person: what was never refused is not altered without a word.
            isHistory &= !IsInTurn(message, part) && (message < _turn.First || _turn.Place.IsBehind(place.RefusedAt));
            found.Add((message, part));
        }

        if (!isHistory)
        {
            return StripPlan.NotHistory with { LeavesWithNextTurn = LeavesWithNextTurn(found) };
        }

        if (_history.HasStoredTurns)
        {
            return StripPlan.Refused("earlier turns are kept by the provider and cannot be looked at");
        }

        LeaveOut(found);
        return _refusal is null ? ToPlan() : StripPlan.Refused(_refusal);
    }

    // As if the person had written once more.
    private bool LeavesWithNextTurn(List<(int Message, int Part)> found)
    {
        _turn = _turn with { Message = _messages.Length };
        LeaveOut(found);
        return _refusal is null && !_history.HasStoredTurns;
    }

    private void LeaveOut(List<(int Message, int Part)> found)
    {
        foreach (var (message, part) in found)
        {
            Remove(message, part);
        }

        Settle();
    }

    private bool IsInTurn(int message, int part) =>
        message > _turn.Message || (message == _turn.Message && (part < 0 || part >= _turn.Part || _messages[message].IsWhole));

    // Two kinds of members in one chain: parts as they are, messages as their complement.
    private void ChainLinks()
    {
        _firstOfLink.AsSpan().Fill(End);
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i].Link != HistoryPart.NoLink)
            {
                _nextOfPart[i] = _firstOfLink[_parts[i].Link];
                _firstOfLink[_parts[i].Link] = i;
            }
        }

        for (var i = 0; i < _messages.Length; i++)
        {
            if (_messages[i].Link != HistoryPart.NoLink)
            {
                _nextOfMessage[i] = _firstOfLink[_messages[i].Link];
                _firstOfLink[_messages[i].Link] = ~i;
            }
        }
    }

    private void Remove(int message, int part)
    {
        if (part < 0 || _messages[message].IsWhole)
        {
            RemoveMessage(message);
        }
        else
        {
            RemovePart(message, part);
        }

        RemovePartners();
    }

    private void RemovePartners()
    {
        while (_refusal is null && _links.TryPop(out var link))
        {
            if (_history.ResultsWithoutCall.Contains(link))
            {
                _refusal = "a result belongs to a call that is not in the request";
                return;
            }

            var member = _firstOfLink[link];
            _firstOfLink[link] = End;
            while (member != End)
            {
                _steps++;
                if (member < 0)
                {
                    RemoveMessage(~member);
                    member = _nextOfMessage[~member];
                }
                else
                {
                    RemoveLinked(member);
                    member = _nextOfPart[member];
                }
            }
        }
    }

    private void RemoveLinked(int part)
    {
        var message = _messageOfPart[part];
        if (_messages[message].IsWhole)
        {
            RemoveMessage(message);
        }
        else
        {
            RemovePart(message, part);
        }
    }

    private void RemovePart(int message, int part)
    {
        if (_parts[part].IsRemoved)
        {
            return;
        }

        if (IsInTurn(message, part))
        {
            _refusal ??= "what belongs to it is in the latest turn";
            return;
        }

        _parts[part].IsRemoved = true;
        _messages[message].IsTouched = true;
        Unlink(_parts[part].Link);
        if (_parts[part].Kind != PartKind.Filler && --_substance[message] == 0)
        {
            RemoveMessage(message);
        }
    }

    private void RemoveMessage(int message)
    {
        ref readonly var entry = ref _messages[message];
        if (entry.IsRemoved)
        {
            return;
        }

        for (var i = entry.GroupFirst; i < entry.GroupEnd; i++)
        {
            RemoveOne(i);
        }
    }

    private void RemoveOne(int message)
    {
        _steps++;
        ref var entry = ref _messages[message];
        if (entry.IsRemoved)
        {
            return;
        }

        if (entry.Speaker == Speaker.Fixed || message >= _turn.Message)
        {
            _refusal ??= "what belongs to it is in the latest turn";
            return;
        }

        entry.IsRemoved = true;
        Unlink(entry.Link);
        for (var i = entry.FirstPart; i < entry.EndPart; i++)
        {
            _steps++;
            if (!_parts[i].IsRemoved)
            {
                _parts[i].IsRemoved = true;
                Unlink(_parts[i].Link);
            }
        }
    }

    private void Unlink(int link)
    {
        if (link != HistoryPart.NoLink)
        {
            _links.Push(link);
        }
    }

    // What could not stand alone does not keep a message.
    private void CountSubstance()
    {
        for (var i = 0; i < _messages.Length; i++)
        {
            ref readonly var message = ref _messages[i];
            _substance[i] = message.IsCall || message.Text != PartKind.Filler ? 1 : 0;
            for (var part = message.FirstPart; part < message.EndPart; part++)
            {
                _messageOfPart[part] = i;
                _substance[i] += _parts[part].Kind == PartKind.Filler ? 0 : 1;
            }
        }
    }
}
