namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>Bounds of a length in bytes; <see cref="PatternFacts.Unbounded"/> where there is none.</summary>
internal readonly record struct LengthRange(int Min, int Max)
{
    public static LengthRange Zero => default;

    public LengthRange Plus(LengthRange other) => new(Sum(Min, other.Min), Sum(Max, other.Max));

    public LengthRange Union(LengthRange other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));

    public LengthRange Times(int min, int max) => new(Product(Min, min), Product(Max, max));

    private static int Sum(int a, int b) => (int)Math.Min((long)a + b, PatternFacts.Unbounded);

    private static int Product(int a, int b) => (int)Math.Min((long)a * b, PatternFacts.Unbounded);
}
