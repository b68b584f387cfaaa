using System.Threading.Channels;
using Dapper;
using LumenArgus.Storage;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Hosting;
using LumenArgus.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.Storage.Database;

/// <summary>A store of its own in an empty folder, with short pauses.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Channel<string?> _faults = Channel.CreateUnbounded<string?>();
    private ServiceProvider? _services;

    public string Path => _folder.File("analytics.db");

    public ManualTimeProvider Clock { get; } = new();

    public StoreStatus Status => Get<StoreStatus>();

    public StoreAccess Access => Get<StoreAccess>();

    public IFindingWriter Writer => Get<IFindingWriter>();

    public IFindingStore Findings => Get<IFindingStore>();

    public static CancellationToken Token => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    public static async Task<StoreFixture> StartAsync()
    {
        var fixture = new StoreFixture();
        await fixture.OpenAsync();
        return fixture;
    }

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    public async Task OpenAsync(Func<StoreOptions, StoreOptions>? configure = null)
    {
        var options = new StoreOptions
        {
            Path = Path,
            BusyTimeout = TimeSpan.FromMilliseconds(20),
            BatchDelay = TimeSpan.FromMilliseconds(5),
            FirstRetry = TimeSpan.FromMilliseconds(5),
            LongestRetry = TimeSpan.FromMilliseconds(50),
        };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(new StoreFaultReport(fault => _faults.Writer.TryWrite(fault)));
        services.AddSqliteStore(configure?.Invoke(options) ?? options);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await Get<StoreService>().StartAsync(Token);
    }

    /// <summary>Waits until all that was queued before is written.</summary>
    public Task FlushAsync() => Access.WriteAsync(static _ => 0, Token);

    /// <summary>The next thing the store tells: a fault, or null for its end.</summary>
    public Task<string?> NextFaultAsync() => _faults.Reader.ReadAsync(Token).AsTask();

    /// <summary>Waits for the end of a fault. An attempt that was under way while its cause was removed may still tell another one.</summary>
    public async Task UntilItWorksAsync()
    {
        while (await NextFaultAsync() is not null)
        {
        }
    }

    public async Task CloseAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
            _services = null;
        }
    }

    /// <summary>A connection of somebody else.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public T Scalar<T>(string sql)
    {
        using var connection = Connect();
        return connection.ExecuteScalar<T>(sql)!;
    }

    public static FindingRow Row(int number = 1, string session = "s1", string time = "2026-01-01T00:00:00.000Z") => new()
    {
        Timestamp = time,
        FirstSeen = time,
        Detector = "secrets",
        FindingType = "aws_access_key",
        Severity = "critical",
        ActionTaken = "alert",
        Provider = "anthropic",
        Model = "m1",
        ClientName = "claude_code",
        SessionId = session,
        ContentHash = $"{number:x16}",
    };

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }
}
