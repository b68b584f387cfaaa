using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Health;
using LumenArgus.PluginRuntime.Registration;
using LumenArgus.Storage.Channels;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Hashing;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Notifications;

/// <summary>
/// The channels: those of the configuration, which count as they stand there, and those that were made in the dashboard. Follows each generation. Without a database there are those of the
/// configuration.
/// </summary>
public sealed partial class ChannelDirectory : IDisposable
{
    private const string HealthKey = "notifications";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly CurrentGeneration _current;
    private readonly SettingProtection _protection;
    private readonly HealthReasons _health;
    private readonly ILogger _logger;
    private readonly IChannelStore? _store;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _retry;
    private volatile IReadOnlyList<NotificationChannel> _channels = [];
    private Followed? _followed;
    private ImmutableArray<string> _told = [];

    /// <summary>Begins to follow the generations.</summary>
    public ChannelDirectory(
        CurrentGeneration current, HashKey key, HealthReasons health, TimeProvider clock, ILogger<ChannelDirectory> logger, IChannelStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(clock);
        (_current, _health, _logger, _store) = (current, health, logger, store);
        _protection = new SettingProtection(key);
        _retry = clock.CreateTimer(_ => Follow(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        current.Changed += OnChanged;
        if (current.Peek is not null)
        {
            Follow();
        }
    }

    /// <summary>The channels, by name.</summary>
    public IReadOnlyList<NotificationChannel> Channels => _channels;

    /// <summary>Ends when the channels were read for the first time.</summary>
    public Task Loaded => _loaded.Task;

    /// <summary>Called when the channels have changed.</summary>
    public Action? Changed { get; set; }

    /// <summary>How many channels there may be now.</summary>
    public ChannelLimit Limit => LimitOf(_current.Peek);

    /// <summary>Why a channel cannot be kept; null if it can.</summary>
    public string? KeyProblem => _protection.Problem;

    /// <summary>Adds a channel that was made in the dashboard, if there is room.</summary>
    /// <param name="channel">The channel, with its settings in clear.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its number, or why it was not added.</returns>
    public async Task<ChannelAddition> AddAsync(StoredChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var added = await Store.AddAsync(channel with { Config = _protection.Seal(channel.Config) }, Limit.Channels, cancellationToken);
        await RefreshAsync(cancellationToken);
        return added;
    }

    /// <summary>Changes a channel.</summary>
    /// <param name="channel">The channel, with its settings in clear.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none, or another one has the name.</returns>
    public async Task<bool> UpdateAsync(StoredChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var config = channel.Source == NotificationChannel.Configured ? "{}" : _protection.Seal(channel.Config);
        var updated = await Store.UpdateAsync(channel with { Config = config }, cancellationToken);
        await RefreshAsync(cancellationToken);
        return updated;
    }

    /// <summary>Deletes a channel.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none.</returns>
    public async Task<bool> DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var deleted = await Store.DeleteAsync(id, cancellationToken);
        await RefreshAsync(cancellationToken);
        return deleted;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _current.Changed -= OnChanged;
        _retry.Dispose();
    }

    /// <summary>Follows the generation in use, if that has not been done yet.</summary>
    internal async Task FollowAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_current.Peek is { } generation && new Followed(generation.Config.Notifications, LimitOf(generation)) is var wanted && wanted != _followed)
            {
                await LoadAsync(wanted.Config, wanted.Limit);
                _followed = wanted;
            }
        }
        catch (StoreException failure)
        {
            Log.ChannelsFailed(_logger, failure.ShortReason);
            if (!_loaded.Task.IsCompleted && _current.Peek is { } generation)
            {
                Use(WithoutStore(generation.Config.Notifications, LimitOf(generation)));
            }

            _retry.Change(RetryAfter, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            _gate.Release();
        }

        _loaded.TrySetResult();
    }

    private IChannelStore Store => _store ?? throw new InvalidOperationException("There is no database.");

    private static ChannelLimit LimitOf(Generation? generation) =>
        generation is null ? ChannelLimit.Default : ChannelLimit.Of(generation.Plugins.Active.Select(static plugin => plugin.Contributions.ChannelLimit).OfType<ChannelLimit>());

    private static StoredChannel RowOf(ConfiguredChannel channel) => new()
    {
        Name = channel.Name,
        Type = channel.Type,
        Enabled = channel.Enabled,
        Events = channel.Events,
        MinSeverity = channel.MinSeverity,
        Source = NotificationChannel.Configured,
        CreatedBy = "config.yaml",
        UpdatedBy = "config.yaml",
    };

    private void OnChanged(Generation generation) => Follow();

    private void Follow() => _ = Task.Run(FollowAsync);

    private async Task LoadAsync(NotificationsConfig config, ChannelLimit limit)
    {
        if (_store is null)
        {
            Use(WithoutStore(config, limit));
            Tell([.. config.Channels.Skip(limit.Channels ?? int.MaxValue).Select(static channel => new RefusedChannel(channel.Name, ChannelRefusal.LimitReached))], limit);
            return;
        }

        var refused = await _store.ReconcileAsync([.. config.Channels.Select(RowOf)], limit.Channels, CancellationToken.None);
        Use(await ReadAsync(_store, config, CancellationToken.None));
        Tell(refused, limit);
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Use(await ReadAsync(Store, _current.Peek?.Config.Notifications ?? new NotificationsConfig(), cancellationToken));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<IReadOnlyList<NotificationChannel>> ReadAsync(IChannelStore store, NotificationsConfig config, CancellationToken cancellationToken)
    {
        var configured = config.Channels.ToDictionary(static channel => channel.Name, StringComparer.Ordinal);
        var rows = await store.ListAsync(cancellationToken);
        return [.. rows.Select(row => row.Source == NotificationChannel.Configured ? FromFile(row, configured.GetValueOrDefault(row.Name)) : FromTable(row))];
    }

    private static NotificationChannel FromFile(StoredChannel row, ConfiguredChannel? configured) =>
        new(row with { Config = configured?.Settings ?? "{}" }, configured is null ? "It is not in config.yaml any more." : null);

    private NotificationChannel FromTable(StoredChannel row) => _protection.Open(row.Config) is { } settings
        ? new NotificationChannel(row with { Config = settings }, Problem: null)
        : new NotificationChannel(row with { Config = "{}" }, "Its settings were encrypted with another key file (hmac.key): enter them again.");

    private static NotificationChannel[] WithoutStore(NotificationsConfig config, ChannelLimit limit) =>
    [
        .. config.Channels.Take(limit.Channels ?? int.MaxValue).Select(static (channel, index) => new NotificationChannel(RowOf(channel) with { Id = index + 1, Config = channel.Settings }, Problem: null)),
    ];

    private void Use(IReadOnlyList<NotificationChannel> channels)
    {
        if (!_channels.SequenceEqual(channels))
        {
            _channels = channels;
            Changed?.Invoke();
        }
    }

    private void Tell(IReadOnlyList<RefusedChannel> refused, ChannelLimit limit)
    {
        ImmutableArray<string> problems = [.. refused.Select(channel => channel.Reason == ChannelRefusal.NameTaken
            ? $"channel {channel.Name} of config.yaml is not used: the dashboard has one of this name"
            : $"channel {channel.Name} of config.yaml is not used: there may be {limit.Channels}, a plugin can lift that")];
        foreach (var problem in problems.Except(_told, StringComparer.Ordinal))
        {
            Log.ChannelUnusable(_logger, problem);
        }

        _told = problems;
        _health.Set(HealthKey, problems.IsEmpty ? null : string.Join("; ", problems));
    }

    private sealed record Followed(NotificationsConfig Config, ChannelLimit Limit);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2120, EventName = nameof(ChannelUnusable), Level = LogLevel.Warning, Message = "Notifications: {Problem}")]
        public static partial void ChannelUnusable(ILogger logger, string problem);

        [LoggerMessage(EventId = 2121, EventName = nameof(ChannelsFailed), Level = LogLevel.Warning, Message = "The channels for notifications cannot be read now, and are tried again: {Problem}")]
        public static partial void ChannelsFailed(ILogger logger, string problem);
    }
}
