using LumenArgus.Storage.Allowlists;

namespace LumenArgus.Dashboard.Api.Allowlists;

/// <summary>An entry of an allowlist.</summary>
internal sealed record AllowlistView(long? Id, string ListType, string Pattern, string Description, string Source, bool Enabled, string? CreatedAt)
{
    public static AllowlistView Of(AllowlistEntry entry) => new(entry.Id, entry.ListType, entry.Pattern, entry.Description, entry.Source, entry.Enabled, entry.CreatedAt);
}
