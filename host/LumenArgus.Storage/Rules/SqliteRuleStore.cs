using LumenArgus.Storage.Database;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Rules;

internal sealed class SqliteRuleStore(StoreAccess store) : IRuleStore
{
    public Task<IReadOnlyList<StoredRule>> ListAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<StoredRule>>(RuleRows.All, cancellationToken);

    public Task<long> RevisionAsync(CancellationToken cancellationToken) => store.ReadAsync(RuleRows.Revision, cancellationToken);

    public Task<StoredRules> ChangeAsync(Func<IReadOnlyList<StoredRule>, RuleChanges> plan, CancellationToken cancellationToken) => store.WriteAsync(
        connection =>
        {
            Apply(connection, plan(RuleRows.All(connection)));
            return new StoredRules(RuleRows.Revision(connection), [.. RuleRows.All(connection)]);
        },
        cancellationToken);

    public Task AddHitsAsync(IReadOnlyCollection<RuleHitCount> hits, CancellationToken cancellationToken) => store.WriteAsync(
        connection =>
        {
            RuleRows.AddHits(connection, hits);
            return true;
        },
        cancellationToken);

    public Task<StoredRule?> FindAsync(string name, CancellationToken cancellationToken) =>
        store.ReadAsync(connection => RuleRows.Find(connection, name), cancellationToken);

    public Task<bool> AddAsync(StoredRule rule, CancellationToken cancellationToken)
    {
        var added = New(rule);
        return store.WriteAsync(connection => RuleRows.Add(connection, [added]) > 0, cancellationToken);
    }

    public Task<bool> UpdateAsync(StoredRule rule, CancellationToken cancellationToken)
    {
        var updated = rule with { UpdatedAt = store.Now };
        return store.WriteAsync(connection => RuleRows.Update(connection, updated), cancellationToken);
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken) =>
        store.WriteAsync(connection => RuleRows.Delete(connection, name), cancellationToken);

    private void Apply(SqliteConnection connection, RuleChanges changes)
    {
        foreach (var name in changes.Deleted)
        {
            RuleRows.Delete(connection, name);
        }

        foreach (var rule in changes.Updated)
        {
            RuleRows.Update(connection, rule with { UpdatedAt = store.Now });
        }

        RuleRows.Add(connection, changes.Added.Select(New));
    }

    private StoredRule New(StoredRule rule) => rule with { CreatedAt = store.Now, UpdatedAt = store.Now };
}
