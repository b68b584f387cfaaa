using LumenArgus.Storage.Allowlists;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Overrides;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Configuration.Stored;

/// <summary>
/// What was decided in the dashboard, put over what the files say. Once it was read it stays in use while the database is away: what somebody has made
/// stricter must not come back.
/// </summary>
/// <param name="logger">The log.</param>
/// <param name="overrides">Settings; null without a database.</param>
/// <param name="allowlists">Allowlist entries; null without a database.</param>
public sealed partial class StoredSettings(ILogger<StoredSettings> logger, IConfigOverrideStore? overrides = null, IAllowlistStore? allowlists = null)
{
    private IReadOnlyDictionary<string, string> _overrides = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<AllowlistEntry> _entries = [];

    /// <summary>The settings that were read last, by key.</summary>
    public IReadOnlyDictionary<string, string> Overrides => _overrides;

    /// <summary>Reads what is stored and puts it over a configuration.</summary>
    /// <param name="config">What files and flags say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The configuration that counts.</returns>
    public async Task<LumenArgusConfig> ApplyAsync(LumenArgusConfig config, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (overrides is null || allowlists is null)
        {
            return config;
        }

        try
        {
            (_overrides, _entries) = (await overrides.AllAsync(cancellationToken), await allowlists.ListAsync(cancellationToken));
        }
        catch (StoreException failure)
        {
            Log.Unread(logger, failure.ShortReason);
        }

        var lists = config.Allowlists;
        return OverrideKeys.Apply(config, _overrides) with
        {
            Allowlists = lists with
            {
                Secrets = [.. lists.Secrets.Union(Entries("secrets"), StringComparer.Ordinal)],
                Pii = [.. lists.Pii.Union(Entries("pii"), StringComparer.Ordinal)],
                Paths = [.. lists.Paths.Union(Entries("paths"), StringComparer.Ordinal)],
            },
        };
    }

    private IEnumerable<string> Entries(string list) => _entries.Where(entry => entry.Enabled && entry.ListType == list && entry.Pattern.Length > 0).Select(static entry => entry.Pattern);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2110, EventName = nameof(Unread), Level = LogLevel.Warning,
            Message = "The settings of the dashboard cannot be read now, those that were read last stay in use: {Reason}")]
        public static partial void Unread(ILogger logger, string reason);
    }
}
