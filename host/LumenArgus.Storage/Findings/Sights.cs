namespace LumenArgus.Storage.Findings;

/// <summary>How often a row was seen again since it was written last.</summary>
/// <param name="Count">Number of exchanges.</param>
/// <param name="Newest">The time of the last one.</param>
internal readonly record struct Sights(long Count, string Newest)
{
    public Sights And(string at) => new(Count + 1, string.CompareOrdinal(at, Newest) > 0 ? at : Newest);
}
