namespace LumenArgus.Scanning.History;

/// <summary>Which turn is the latest one of a conversation, and how far a person has come in it.</summary>
/// <param name="Answers">Messages of the model before it.</param>
/// <param name="Texts">Texts in it that a person wrote.</param>
public readonly record struct TurnPlace(int Answers, int Texts)
{
    /// <summary>Whether a person has written more in this turn since something of it was refused. A request that is only sent again has no more.</summary>
    /// <param name="refused">Where the turn stood when it was refused.</param>
    /// <returns>True if so; of another turn, false.</returns>
    public bool IsBehind(TurnPlace? refused) => refused is { } earlier && Answers == earlier.Answers && Texts > earlier.Texts;
}
