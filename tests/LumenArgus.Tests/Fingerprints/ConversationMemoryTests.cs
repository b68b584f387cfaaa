using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Fingerprints;
using LumenArgus.Scanning.Fingerprints;
using LumenArgus.Scanning.History;
using LumenArgus.Testing;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.Fingerprints;

public sealed class ConversationMemoryTests : IDisposable
{
    private static readonly DedupConfig Options = new() { ConversationTtl = TimeSpan.FromMinutes(30), MaxConversations = 3, MaxHashesPerConversation = 2 };

    private readonly ManualTimeProvider _clock = new();
    private readonly CountingLogger _logger = new();
    private readonly ConversationMemory _memory;

    public ConversationMemoryTests() => _memory = new ConversationMemory(_clock, _logger);

    public void Dispose() => _memory.Dispose();

    [Fact]
    public void What_is_added_is_found_in_its_conversation_only()
    {
        Take("one").Add(1, SeamTraits.HasText);

        Take("one").TryFind(1, out var traits).ShouldBeTrue();
        traits.ShouldBe(SeamTraits.HasText);
        Take("two").TryFind(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_session_id_does_not_merge_two_keys_addresses_or_providers()
    {
        Take("one", key: "a").Add(1, SeamTraits.None);

        Take("one", key: "b").TryFind(1, out _).ShouldBeFalse();
        Take("one", key: null, address: "a").TryFind(1, out _).ShouldBeFalse();
        Take("one", key: "a", provider: "openai").TryFind(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void Callers_without_a_key_are_told_apart_by_address()
    {
        Take("one", key: null, address: "10.0.0.1").Add(1, SeamTraits.None);

        Take("one", key: null, address: "10.0.0.2").TryFind(1, out _).ShouldBeFalse();
        Take("one", key: null, address: "10.0.0.1").TryFind(1, out _).ShouldBeTrue();
    }

    [Fact]
    public void It_ends_after_the_time_without_a_request()
    {
        Take("one").Add(1, SeamTraits.None);
        _clock.Advance(TimeSpan.FromMinutes(29));
        Take("one").TryFind(1, out _).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromMinutes(29));
        Take("one").TryFind(1, out _).ShouldBeTrue();

        _clock.Advance(TimeSpan.FromMinutes(32));

        _memory.Conversations.ShouldBe(0);
        _memory.Hashes.ShouldBe(0);
        Take("one").TryFind(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void The_one_used_least_recently_makes_room()
    {
        foreach (var session in (string[])["one", "two", "three"])
        {
            Take(session).Add(1, SeamTraits.None);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Take("one");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Take("four");

        _memory.Conversations.ShouldBe(3);
        _memory.Hashes.ShouldBe(2);
        Take("one").TryFind(1, out _).ShouldBeTrue();
        Take("three").TryFind(1, out _).ShouldBeTrue();
        Take("two").TryFind(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void No_more_than_the_maximum_is_remembered_of_one()
    {
        var conversation = Take("one");
        foreach (var fingerprint in (int[])[1, 2, 2, 3])
        {
            conversation.Add((UInt128)fingerprint, SeamTraits.None);
            conversation.AddSeam((UInt128)fingerprint);
        }

        conversation.TryFind(3, out _).ShouldBeFalse();
        conversation.HasSeam(3).ShouldBeFalse();
        _memory.Hashes.ShouldBe(4);
    }

    [Fact]
    public void What_no_recent_request_had_makes_room()
    {
        Take("one").Add(1, SeamTraits.None);
        Take("one").Add(2, SeamTraits.HasText);
        for (var request = 0; request < 40; request++)
        {
            Take("one").TryFind(2, out _).ShouldBeTrue();
        }

        Take("one").Add(3, SeamTraits.None);

        Take("one").TryFind(1, out _).ShouldBeFalse();
        Take("one").TryFind(3, out _).ShouldBeTrue();
        Take("one").TryFind(2, out var traits).ShouldBeTrue();
        traits.ShouldBe(SeamTraits.HasText);
        _memory.Hashes.ShouldBe(2);
    }

    [Fact]
    public void A_new_generation_forgets_and_an_old_one_does_not()
    {
        Take("one", generation: 1).Add(1, SeamTraits.None);
        Take("one", generation: 2).Add(2, SeamTraits.None);

        Take("one", generation: 1).TryFind(2, out _).ShouldBeTrue();
        Take("one", generation: 2).TryFind(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void What_was_refused_is_known_in_its_conversation_whatever_the_generation_until_it_is_forgotten()
    {
        Take("one", generation: 1).Refuse([1], new TurnPlace(0, 1));
        Take("one", generation: 2).Refuse([2], new TurnPlace(3, 1));
        Take("one").Refuse([1], new TurnPlace(0, 2));

        Take("one").RefusedAt(1).ShouldBe(new TurnPlace(0, 2));
        Take("one").RefusedAt(2).ShouldBe(new TurnPlace(3, 1));
        Take("two").RefusedAt(1).ShouldBeNull();
        _clock.Advance(TimeSpan.FromMinutes(40));
        Take("one").RefusedAt(1).ShouldBeNull();
    }

    [Fact]
    public void Beyond_the_bound_what_was_refused_last_is_known()
    {
        Take("one").Refuse([1, 2, 3], new TurnPlace(0, 1));

        Take("one").RefusedAt(1).ShouldBeNull();
        Take("one").RefusedAt(3).ShouldNotBeNull();
    }

    [Fact]
    public void A_request_that_outlives_its_conversation_adds_nothing()
    {
        var conversation = Take("one");
        _clock.Advance(TimeSpan.FromMinutes(40));

        conversation.Add(1, SeamTraits.None);
        conversation.AddSeam(1);

        _memory.Hashes.ShouldBe(0);
    }

    [Fact]
    public void A_request_without_a_session_is_told_once_a_minute()
    {
        for (var i = 0; i < 5; i++)
        {
            _memory.Take(new SessionContext { ApiKeyHash = "a" }, "anthropic", 1, Options).ShouldBeNull();
        }

        _logger.Messages.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _memory.Take(new SessionContext { ApiKeyHash = "a" }, "anthropic", 1, Options).ShouldBeNull();

        _logger.Messages.Count.ShouldBe(2);
        _logger.Messages[1].ShouldContain("4 more");
    }

    [Fact]
    public void What_came_over_no_network_is_not_told()
    {
        _memory.Take(SessionContext.Empty, "file", 1, Options).ShouldBeNull();

        _logger.Messages.ShouldBeEmpty();
    }

    private Conversation Take(string session, string? key = "key", string? address = "10.0.0.1", string provider = "anthropic", long generation = 1) =>
        _memory.Take(new SessionContext { SessionId = session, ApiKeyHash = key, SourceIp = address }, provider, generation, Options).ShouldNotBeNull();

    private sealed class CountingLogger : ILogger<ConversationMemory>
    {
        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Messages.Add(formatter(state, exception));
    }
}
