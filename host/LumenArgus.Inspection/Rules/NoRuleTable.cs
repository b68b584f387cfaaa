namespace LumenArgus.Inspection.Rules;

/// <summary>There is no database: the plugins' rules are used as they are.</summary>
public sealed class NoRuleTable : IRuleTable
{
    /// <inheritdoc/>
    public Task<RuleTableSnapshot?> ReadAsync(RuleOrigins origins, CancellationToken cancellationToken) => Task.FromResult<RuleTableSnapshot?>(null);
}
