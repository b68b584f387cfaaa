using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Records;
using LumenArgus.Scanning.Findings;
using LumenArgus.Storage.Findings;
using LumenArgus.Storage.Hashing;
using LumenArgus.Testing;
using LumenArgus.Tests.Storage;
using Exchanges = LumenArgus.Tests.Host.Records;

namespace LumenArgus.Tests.Inspection;

public sealed class FindingRecorderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly ListWriter _written = new();
    private readonly HashKey _key;
    private readonly LumenArgusConfig _config;

    public FindingRecorderTests()
    {
        _key = HashKey.LoadOrCreate(_folder.File("hmac.key"));
        LumenArgusHome.TryResolve(name => name == LumenArgusHome.Variable ? _folder.Root : null, out var home, out _);
        _config = LumenArgusConfig.Defaults(home!);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DecidedAsync_Finding_IsWrittenWithoutItsValue()
    {
        var session = new SessionContext { SessionId = "s1", ApiKeyHash = "k", GitBranch = "main", ClientName = "codex_cli" };

        await Recorder().DecidedAsync(Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret(3) with { Role = FieldRole.ToolResult }) with { Session = session });

        var row = _written.Rows.ShouldHaveSingleItem();
        row.ShouldBe(new FindingRow
        {
            Timestamp = "2026-03-16T14:30:00.000Z",
            FirstSeen = "2026-03-16T14:30:00.000Z",
            ExchangeId = "01900000-0000-7000-8000-000000000000",
            RequestId = 7,
            Detector = "secrets",
            FindingType = "aws_access_key",
            Severity = "critical",
            Role = "tool_result",
            Location = "messages[0].content",
            ActionTaken = "alert",
            Provider = "anthropic",
            Model = "claude-opus-4-6",
            ValuePreview = "AKIA****",
            Count = 3,
            SessionId = "s1",
            ApiKeyHash = "k",
            GitBranch = "main",
            ClientName = "codex_cli",
            ContentHash = FindingHash.Of(_key, Exchanges.Secret(), "k"),
            ValueHash = _key.Hash(Exchanges.Canary),
        });
        row.ToString().ShouldNotContain(Exchanges.Canary);

        // Negative control: what a column holds shows up in the same look.
        row.ToString().ShouldContain("AKIA****");
    }

    [Fact]
    public async Task DecidedAsync_Session_IsRecordedWithAllItsFields()
    {
        var session = new SessionContext();

        // Which agent it was is for plugins alone, as in the original.
        var names = typeof(SessionContext).GetProperties()
            .Where(static property => property.PropertyType == typeof(string) && property.Name is not (nameof(SessionContext.AgentId) or nameof(SessionContext.NamespaceId))).ToArray();
        foreach (var property in names)
        {
            property.SetValue(session, $"value-of-{property.Name}");
        }

        await Recorder().DecidedAsync(Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret()) with { Session = session });

        var row = _written.Rows.ShouldHaveSingleItem();
        names.Length.ShouldBeGreaterThan(15);
        names.ShouldAllBe(property => (string?)typeof(FindingRow).GetProperty(property.Name)!.GetValue(row) == $"value-of-{property.Name}");
    }

    [Fact]
    public async Task DecidedAsync_SameFindingAgain_IsCountedUntilItWasNotSeenForTheTtl()
    {
        var recorder = Recorder();
        var record = Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret(), Exchanges.Email()) with { Session = Session("s1") };

        // Each sight starts the time anew.
        for (var i = 0; i < 5; i++)
        {
            await recorder.DecidedAsync(record);
            _clock.Advance(TimeSpan.FromMinutes(29));
        }

        (_written.Rows.Count, _written.SeenAgain).ShouldBe((2, 8));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await recorder.DecidedAsync(record);
        (_written.Rows.Count, _written.SeenAgain).ShouldBe((4, 8));
    }

    [Fact]
    public async Task DecidedAsync_OtherSessionTenantOrValue_IsAFindingOfItsOwn()
    {
        var recorder = Recorder();
        var record = Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret());
        await recorder.DecidedAsync(record with { Session = Session("s1") });
        await recorder.DecidedAsync(record with { Session = Session("s2") });
        await recorder.DecidedAsync(record with { Session = Session("s1") with { ApiKeyHash = "other" } });
        await recorder.DecidedAsync(
            Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret() with { Value = new MatchedText("other") }) with { Session = Session("s1") });

        (_written.Rows.Count, _written.SeenAgain).ShouldBe((4, 0));
    }

    [Fact]
    public async Task DecidedAsync_NoSession_IsWrittenEachTime()
    {
        var recorder = Recorder();
        var record = Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret());

        await recorder.DecidedAsync(record);
        await recorder.DecidedAsync(record);

        (_written.Rows.Count, _written.SeenAgain).ShouldBe((2, 0));
    }

    [Fact]
    public async Task DecidedAsync_WriteThatWasLost_IsMadeAgain()
    {
        var recorder = Recorder();
        var record = Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret()) with { Session = Session("s1") };

        await recorder.DecidedAsync(record);
        _written.LoseAll();
        await recorder.DecidedAsync(record);
        await recorder.DecidedAsync(record);

        (_written.Rows.Count, _written.SeenAgain).ShouldBe((2, 1));
    }

    [Fact]
    public async Task DecidedAsync_ReportOfTheHost_KeepsItsWords()
    {
        await Recorder().DecidedAsync(Exchanges.Exchange(PolicyAction.Alert, FrameworkFindings.Unscanned(17, "why")) with { Session = Session("s1") });

        var row = _written.Rows.ShouldHaveSingleItem();
        (row.Origin, row.FindingType, row.ValueHash).ShouldBe(("framework", "unscanned", ""));
        row.Detail.ShouldContain("17");
    }

    [Fact]
    public async Task DecidedAsync_HashSecretsOffOrNoLastingKey_StoresNoValueHash()
    {
        var record = Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret()) with { Session = Session("s1") };

        await Recorder(_config with { Analytics = _config.Analytics with { HashSecrets = false } }).DecidedAsync(record);
        await Recorder(key: HashKey.Temporary("test")).DecidedAsync(record);

        _written.Rows.ShouldAllBe(static row => row.ValueHash.Length == 0 && row.ContentHash.Length == 16);
    }

    [Theory]
    [InlineData(true, "use ****")]
    [InlineData(false, "")]
    public async Task DecidedAsync_StoreContext_SaysWhetherTheLineIsStored(bool isStored, string expected)
    {
        var record = Exchanges.Exchange(PolicyAction.Alert, Exchanges.Secret() with { Context = "use ****" }) with { Session = Session("s1") };

        await Recorder(_config with { Analytics = _config.Analytics with { StoreContext = isStored } }).DecidedAsync(record);

        _written.Rows.ShouldAllBe(row => row.Context == expected);
    }

    private static SessionContext Session(string id) => new() { SessionId = id, ApiKeyHash = "k" };

    private FindingRecorder Recorder(LumenArgusConfig? config = null, HashKey? key = null) =>
        new(config ?? _config, new CurrentGeneration(), _written, key ?? _key, _clock);

    private sealed class ListWriter : IFindingWriter
    {
        private readonly List<FindingTicket> _tickets = [];

        public List<FindingRow> Rows { get; } = [];

        public int SeenAgain { get; private set; }

        public void LoseAll() => _tickets.ForEach(static ticket => ticket.SetState(FindingState.Lost));

        public FindingTicket Write(FindingRow finding)
        {
            Rows.Add(finding);
            _tickets.Add(new FindingTicket(finding.ContentHash, finding.SessionId));
            return _tickets[^1];
        }

        void IFindingWriter.SeenAgain(FindingTicket ticket, string at) => SeenAgain++;
    }
}
