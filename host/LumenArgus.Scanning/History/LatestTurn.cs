namespace LumenArgus.Scanning.History;

/// <summary>
/// Where the latest turn begins: what the model has not seen yet, which is all behind its last message. Of that, what stands before the last text that a person wrote
/// is history too: some tools pack a refused prompt and the one that follows it into one message.
/// </summary>
/// <param name="Message">The first message that is not history as a whole; the number of messages if there is no turn.</param>
/// <param name="Part">In it, the first part that is not; the parts before it are history.</param>
internal readonly record struct LatestTurn(int Message, int Part)
{
    public static LatestTurn? Find(ConversationHistory history)
    {
        // An answer that the model is to go on with belongs to the turn.
        var messages = history.Messages;
        var last = messages.Length - 1;
        while (last >= 0 && messages[last].Speaker == Speaker.Model)
        {
            last--;
        }

        if (last < 0)
        {
            return null;
        }

        var first = last;
        while (first > 0 && messages[first - 1].Speaker != Speaker.Model)
        {
            first--;
        }

        return LastWritten(history, first, last) ?? new LatestTurn(first, messages[first].FirstPart);
    }

    private static LatestTurn? LastWritten(ConversationHistory history, int first, int last)
    {
        for (var i = last; i >= first; i--)
        {
            ref readonly var message = ref history.Messages[i];
            if (message.Speaker != Speaker.User)
            {
                continue;
            }

            if (message.Text == PartKind.Text)
            {
                return new LatestTurn(i, message.FirstPart);
            }

            for (var part = message.EndPart - 1; part >= message.FirstPart; part--)
            {
                if (history.Parts[part].Kind == PartKind.Text)
                {
                    return new LatestTurn(i, part);
                }
            }
        }

        return null;
    }
}
