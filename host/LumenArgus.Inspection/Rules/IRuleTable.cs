namespace LumenArgus.Inspection.Rules;

/// <summary>The table of rules as generations see it: what an operator has decided about rules.</summary>
public interface IRuleTable
{
    /// <summary>Reads the table; brings it up to date with where rules come from before, if it is one that follows.</summary>
    /// <param name="origins">Where rules come from.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The table; null if there is none or it cannot be read now.</returns>
    Task<RuleTableSnapshot?> ReadAsync(RuleOrigins origins, CancellationToken cancellationToken);
}
