namespace Plugin._1;

/// <summary>What <c>GET visits</c> answers.</summary>
/// <param name="Count">How often the page was opened.</param>
internal sealed record VisitsAnswer(long Count);
