namespace LumenArgus.Scanning.History;

/// <summary>The order of messages: an answer follows a question, the first message is the user's.</summary>
internal sealed partial class HistoryStripper
{
    private void Settle()
    {
        for (var pass = 0; pass < MaxPasses && _refusal is null; pass++)
        {
            if (!SettleOnce())
            {
                _refusal ??= BeginsOtherwise() ? "no question of the user would be left before the answers" : null;
                return;
            }
        }

        _refusal ??= "too many of its messages hang together";
    }

    private bool SettleOnce()
    {
        var (last, note) = (-1, -1);
        var (isGap, isQuestionGone, hasChanged) = (false, false, false);
        for (var i = 0; i < _messages.Length && _refusal is null; i++)
        {
            _steps++;
            ref readonly var message = ref _messages[i];
            if (message.Speaker == Speaker.Fixed)
            {
                continue;
            }

            if (message.Speaker == Speaker.Note)
            {
                note = message.IsRemoved ? note : i;
                continue;
            }

            if (message.IsRemoved)
            {
                isGap = true;
                isQuestionGone |= message.Speaker == Speaker.User && IsQuestion(in message);
                continue;
            }

            if (isGap && note >= 0 && NotesFollowQuestions && (last < 0 || _messages[last].Speaker == Speaker.Model || message.Speaker != Speaker.Model))
            {
                Remove(note, part: -1);
                hasChanged = true;
            }

            if (isGap && message.Speaker == Speaker.Model && (last < 0 || _messages[last].Speaker == Speaker.Model))
            {
                if (isQuestionGone)
                {
                    Remove(i, part: -1);
                    hasChanged = true;
                    continue;
                }

                if (last >= 0 && _history.Format != ConversationFormat.Responses)
                {
                    // What the model said before it called a tool that is gone now.
                    Remove(last, part: -1);
                    hasChanged = true;
                }
            }

            (last, note, isGap, isQuestionGone) = (i, -1, false, false);
        }

        return hasChanged;
    }

    // Anthropic takes instructions in the course of a conversation only between a question and its answer.
    private bool NotesFollowQuestions => _history.Format is ConversationFormat.Messages or ConversationFormat.Converse;

    // Results alone are no question.
    private bool IsQuestion(in HistoryMessage message)
    {
        if (message.Text != PartKind.Filler)
        {
            return true;
        }

        for (var i = message.FirstPart; i < message.EndPart; i++)
        {
            if (_parts[i].Kind is not (PartKind.Result or PartKind.Filler))
            {
                return true;
            }
        }

        return false;
    }

    private bool BeginsOtherwise()
    {
        var first = Array.FindIndex(_messages, TakesTurns);
        var now = Array.FindIndex(_messages, static message => TakesTurns(message) && !message.IsRemoved);
        return first >= 0 && _messages[first].Speaker == Speaker.User && (now < 0 ? _turn.Message < _messages.Length : _messages[now].Speaker != Speaker.User);
    }

    private static bool TakesTurns(HistoryMessage message) => message.Speaker is not (Speaker.Fixed or Speaker.Note);
}
