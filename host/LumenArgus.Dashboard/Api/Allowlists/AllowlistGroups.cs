namespace LumenArgus.Dashboard.Api.Allowlists;

/// <summary>All allowlists: the entries of the configuration, then those that were made here.</summary>
internal sealed record AllowlistGroups(
    IReadOnlyList<AllowlistView> Secrets, IReadOnlyList<AllowlistView> Pii, IReadOnlyList<AllowlistView> Paths, IReadOnlyList<AllowlistView> ApiEntries);
