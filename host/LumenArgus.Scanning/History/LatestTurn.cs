namespace LumenArgus.Scanning.History;

/// <summary>
/// Where the latest turn begins: what the model has not seen yet, which is all behind its last message. Of that, what stands before the last text that a person wrote
/// can be history too: some tools pack a refused prompt and the one that follows it into one message.
/// </summary>
/// <param name="First">Its first message.</param>
/// <param name="Message">The message with the last text that a person wrote in it; its first where there is none.</param>
/// <param name="Part">In that, the part with the text; what stands before it is history if it was refused before.</param>
/// <param name="Place">Which turn it is.</param>
internal readonly record struct LatestTurn(int First, int Message, int Part, TurnPlace Place)
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

        return Read(history, first, last, messages.Take(first).Count(static message => message.Speaker == Speaker.Model));
    }

    private static LatestTurn Read(ConversationHistory history, int first, int last, int answers)
    {
        var (message, part, texts) = (first, history.Messages[first].FirstPart, 0);
        for (var i = first; i <= last; i++)
        {
            ref readonly var entry = ref history.Messages[i];
            if (entry.Speaker != Speaker.User)
            {
                continue;
            }

            if (entry.Text == PartKind.Text)
            {
                (message, part, texts) = (i, entry.FirstPart, texts + 1);
            }

            for (var at = entry.FirstPart; at < entry.EndPart; at++)
            {
                if (history.Parts[at].Kind == PartKind.Text)
                {
                    (message, part, texts) = (i, at, texts + 1);
                }
            }
        }

        return new LatestTurn(first, message, part, new TurnPlace(answers, texts));
    }
}
