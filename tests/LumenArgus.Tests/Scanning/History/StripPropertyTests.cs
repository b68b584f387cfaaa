using System.Text.Json;
using LumenArgus.Scanning.History;

namespace LumenArgus.Tests.Scanning.History;

/// <summary>Random conversations: what is left is a conversation, holds no mark, is what was there in its order, and begins with what was left the turn before.</summary>
public sealed class StripPropertyTests
{
    private const int Conversations = 300;
    private const int Turns = 8;

    [Fact]
    public void Messages_WhatIsLeft_IsAConversation() => Check(static seed => new RandomMessages(seed), "messages", static (left, seed) =>
    {
        FollowsQuestion(left, "assistant", seed);
        var calls = new List<string>();
        foreach (var message in left)
        {
            var blocks = message.GetProperty("content");
            (blocks.ValueKind == JsonValueKind.String || blocks.GetArrayLength() > 0).ShouldBeTrue($"seed {seed}");
            Ids(blocks, "tool_result", "tool_use_id").ShouldBe(calls, $"seed {seed}");
            calls = Ids(blocks, "tool_use", "id");
        }

        calls.ShouldBeEmpty();
    });

    [Fact]
    public void Chat_WhatIsLeft_IsAConversation() => Check(static seed => new RandomChat(seed), "messages", static (left, seed) =>
    {
        FollowsQuestion([.. left.Skip(1)], "assistant", seed);
        var calls = new Queue<string>();
        foreach (var message in left)
        {
            if (message.GetProperty("role").GetString() == "tool")
            {
                calls.Dequeue().ShouldBe(IdOf(message, "tool_call_id"), $"seed {seed}");
                continue;
            }

            calls.ShouldBeEmpty($"seed {seed}");
            if (message.TryGetProperty("tool_calls", out var list))
            {
                list.GetArrayLength().ShouldBeGreaterThan(0);
                calls = new Queue<string>(list.EnumerateArray().Select(call => IdOf(call, "id")));
            }
            else
            {
                message.GetProperty("content").ValueKind.ShouldNotBe(JsonValueKind.Null, $"seed {seed}");
            }
        }
    });

    [Fact]
    public void Responses_WhatIsLeft_IsAConversation() => Check(static seed => new RandomResponses(seed), "input", static (left, seed) =>
    {
        var calls = new HashSet<string>();
        for (var i = 0; i < left.Count; i++)
        {
            switch (left[i].GetProperty("type").GetString())
            {
                case "function_call":
                    calls.Add(IdOf(left[i], "call_id"));
                    break;
                case "function_call_output":
                    calls.Remove(IdOf(left[i], "call_id")).ShouldBeTrue($"seed {seed}");
                    break;
                case "reasoning":
                    left[i + 1].GetProperty("type").GetString().ShouldBeOneOf("message", "function_call");
                    IsUser(left[i + 1]).ShouldBeFalse($"seed {seed}");
                    break;
            }
        }

        calls.ShouldBeEmpty($"seed {seed}");
        IsUser(left[0]).ShouldBeTrue($"seed {seed}");
    });

    [Fact]
    public void Contents_WhatIsLeft_IsAConversation() => Check(static seed => new RandomContents(seed), "contents", static (left, seed) =>
    {
        FollowsQuestion(left, "model", seed);
        var calls = 0;
        foreach (var message in left)
        {
            var parts = message.GetProperty("parts").EnumerateArray().ToList();
            parts.ShouldNotBeEmpty();
            Count(parts, "functionResponse", "function_response").ShouldBe(calls, $"seed {seed}");
            calls = Count(parts, "functionCall", "function_call");
        }
    });

    private static void Check(Func<int, RandomHistory> create, string list, Action<IReadOnlyList<JsonElement>, int> isConversation)
    {
        var (stripped, latest) = (0, 0);
        for (var seed = 0; seed < Conversations; seed++)
        {
            var conversation = create(seed);
            string? before = null;
            for (var turn = 0; turn < Turns; turn++)
            {
                var body = conversation.Next();
                var plan = StripRun.Plan(body);
                if (plan.Outcome == StripOutcome.NotHistory && body.Contains(StripRun.Mark, StringComparison.Ordinal))
                {
                    latest++;
                    continue;
                }

                plan.Reason.ShouldBeNull($"seed {seed}");
                var left = plan.Outcome == StripOutcome.Stripped ? StripRun.Of(body) : body;
                stripped += plan.Outcome == StripOutcome.Stripped ? 1 : 0;
                left.ShouldNotContain(StripRun.Mark, Case.Sensitive, $"seed {seed}");
                IsLeftOf(left, body).ShouldBeTrue($"seed {seed}");
                using var json = JsonDocument.Parse(left);
                var root = json.RootElement.TryGetProperty("request", out var wrapped) ? wrapped : json.RootElement;
                JsonElement[] messages = [.. root.GetProperty(list).EnumerateArray()];
                isConversation(messages, seed);
                (before is null || left.StartsWith(before, StringComparison.Ordinal)).ShouldBeTrue($"seed {seed}");

                // The latest message may still grow.
                before = left[..left.LastIndexOf(messages[^1].GetRawText(), StringComparison.Ordinal)];
            }
        }

        stripped.ShouldBeGreaterThan(Conversations);
        latest.ShouldBeGreaterThan(Conversations / 2);
    }

    private static bool IsLeftOf(string left, string body)
    {
        var at = 0;
        foreach (var c in body)
        {
            at += at < left.Length && left[at] == c ? 1 : 0;
        }

        return at == left.Length;
    }

    private static void FollowsQuestion(IReadOnlyList<JsonElement> messages, string model, int seed)
    {
        var last = model;
        foreach (var message in messages)
        {
            var role = message.GetProperty("role").GetString()!;
            (role == model && last == model).ShouldBeFalse($"seed {seed}");
            last = role;
        }
    }

    private static List<string> Ids(JsonElement blocks, string type, string name) => blocks.ValueKind == JsonValueKind.String ? [] :
        [.. blocks.EnumerateArray().Where(block => block.GetProperty("type").GetString() == type).Select(block => block.GetProperty(name).GetString()!)];

    private static string IdOf(JsonElement element, string name) => element.TryGetProperty(name, out var id) ? id.GetString()! : "";

    private static bool IsUser(JsonElement item) => item.TryGetProperty("role", out var role) && role.GetString() == "user";

    private static int Count(List<JsonElement> parts, string name, string otherName) =>
        parts.Count(part => part.TryGetProperty(name, out _) || part.TryGetProperty(otherName, out _));
}
