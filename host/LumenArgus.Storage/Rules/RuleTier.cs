namespace LumenArgus.Storage.Rules;

/// <summary>Whose rules they are: the words of the column <c>tier</c>.</summary>
public static class RuleTier
{
    /// <summary>Everybody's.</summary>
    public const string Community = "community";

    /// <summary>Those that run with a licence only.</summary>
    public const string Pro = "pro";

    /// <summary>The operator's own.</summary>
    public const string Custom = "custom";
}
