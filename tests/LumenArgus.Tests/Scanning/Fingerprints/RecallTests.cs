using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Fingerprints;

public sealed class RecallTests
{
    private static readonly string Secret = "AKIA" + "Q3EGRZ7NP5WXLB2K";

    private static readonly RuleIndex Index = TestRules.Index([.. TestRules.All]);

    [Fact]
    public void What_was_clean_is_not_scanned_again()
    {
        var scan = new RememberedScan(Index);
        var body = Body(Message("user", "the first question of the day"), Message("assistant", "and its answer"));

        scan.Turn(body);
        scan.Counters.BytesScanned.ShouldBeGreaterThan(0);
        scan.BytesKnown.ShouldBe(0);
        scan.Turn(body).ShouldBeEmpty();

        scan.Counters.BytesScanned.ShouldBe(0);
        scan.Counters.ViewBytes.ShouldBe(0);
        scan.BytesKnown.ShouldBeGreaterThan(body.Length * 2 / 3);
    }

    [Fact]
    public void Only_what_is_new_is_scanned()
    {
        var scan = new RememberedScan(Index);
        scan.Turn(Body(Message("user", Words(500)), Message("assistant", Words(400))));

        scan.Turn(Body(Message("user", Words(500)), Message("assistant", Words(400)), Message("user", "go on")));

        scan.Counters.BytesScanned.ShouldBeLessThan(100);
    }

    // A long text is a unit of its own, and what names it stands before it.
    [Theory]
    [InlineData("""{"notes":["#"]}""", """{"password":["#"]}""")]
    [InlineData("""{"args":["--notes","#"]}""", """{"args":["--password","#"]}""")]
    [InlineData("""{"cache":{"key":"#"}}""", """{"jwt":{"key":"#"}}""")]
    public void What_was_clean_under_another_name_is_scanned_again(string harmless, string named)
    {
        var scan = new RememberedScan(TestRules.Index(
            TestRules.Rule("named", """(?:password|jwt_key)["']?\s{0,4}[:=]\s{0,4}["']?([^\s"']{8,})""") with { SecretGroup = 1, Keywords = ["password", "key"] }));
        var value = string.Concat(Enumerable.Range(0, 100).Select(static i => $"{i:x3}q"));

        scan.Turn(Encoding.UTF8.GetBytes(harmless.Replace("#", value, StringComparison.Ordinal))).ShouldBeEmpty();

        scan.Turn(Encoding.UTF8.GetBytes(named.Replace("#", value, StringComparison.Ordinal))).ShouldHaveSingleItem();
    }

    [Fact]
    public void Nothing_is_known_before_the_commit()
    {
        var scan = new RememberedScan(Index);
        var body = Body(Message("user", Words(50)));

        scan.Turn(body, commit: false);
        scan.Turn(body);

        scan.BytesKnown.ShouldBe(0);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("assistant")]
    public void A_finding_is_reported_with_every_turn(string role)
    {
        var scan = new RememberedScan(Index);
        var secret = Message(role, "it is " + Secret);

        scan.Turn(Body(secret)).Length.ShouldBe(1);
        scan.Turn(Body(secret, Message("assistant", "thanks"))).Length.ShouldBe(1);
        scan.Turn(Body(secret, Message("assistant", "thanks"), Message("user", "and " + Secret))).Single().Count.ShouldBe(2);
    }

    [Fact]
    public void Clean_texts_beside_a_finding_are_remembered()
    {
        var scan = new RememberedScan(Index);
        var body = Body(Message("user", Words(300)), Message("user", "it is " + Secret), Message("assistant", Words(300)));
        scan.Turn(body).Length.ShouldBe(1);

        scan.Turn(body).Length.ShouldBe(1);

        scan.Counters.BytesScanned.ShouldBeLessThan(100);
    }

    [Fact]
    public void What_an_allowlist_took_away_is_not_clean()
    {
        var scan = new RememberedScan(Index, new AllowlistOptions { Secrets = [Secret] });
        var body = Body(Message("user", "it is " + Secret));

        scan.Turn(body).ShouldBeEmpty();

        scan.Memory.Count.ShouldBe(1, "only the run with the name of the messages");
    }

    [Fact]
    public void A_file_that_is_exempt_is_not_clean()
    {
        var scan = new RememberedScan(Index, new AllowlistOptions { Paths = ["test/**"] });
        var call = """{"role":"assistant","content":[{"type":"tool_use","id":"a","input":{"path":"test/a.txt"}}]}""";
        var result = $$"""{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"{{Secret}}"}]}""";
        var other = call.Replace("test/a.txt", "source/a.txt", StringComparison.Ordinal);

        scan.Turn(Body(call, result)).ShouldBeEmpty();
        scan.Turn(Body(call, result)).ShouldBeEmpty();
        scan.Turn(Body(other, result)).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Halves_that_were_known_apart_are_joined_when_they_meet(bool firstIsKnown, bool secondIsKnown)
    {
        var scan = new RememberedScan(Index);
        var first = Message("user", "the first part is " + Secret[..9]);
        var second = Message("user", Secret[9..] + " and that is the rest");
        var between = Message("user", "something that is said between the two");
        if (firstIsKnown)
        {
            scan.Turn(Body(first, between)).ShouldBeEmpty();
        }

        if (secondIsKnown)
        {
            scan.Turn(Body(between, second)).ShouldBeEmpty();
        }

        scan.Turn(Body(first, between, second)).ShouldBeEmpty();
        scan.Turn(Body(first, second, between)).Length.ShouldBe(1);
        scan.Turn(Body(first, second, between)).Length.ShouldBe(1);
        scan.Turn(Body(first, between, second)).ShouldBeEmpty();
    }

    [Fact]
    public void A_part_between_two_known_halves_joins_them()
    {
        var scan = new RememberedScan(Index);
        var first = Message("user", "the first part is " + Secret[..9]);
        var part = Message("user", Secret[9..14]);
        var last = Message("user", Secret[14..] + " and that is the rest");
        var text = Message("user", "some other text");
        scan.Turn(Body(first, part, text, last)).ShouldBeEmpty();
        scan.Turn(Body(first, text, part, last)).ShouldBeEmpty();
        scan.Turn(Body(text, part, text)).ShouldBeEmpty();

        scan.Turn(Body(first, part, last)).Length.ShouldBe(1);
    }

    [Fact]
    public void Strings_of_a_long_array_are_joined_when_they_meet()
    {
        var scan = new RememberedScan(Index);
        var first = $"\"{Words(60)} {Secret[..9]}\"";
        var second = $"\"{Secret[9..]} {Words(60)}\"";
        var between = $"\"{Words(70)}\"";
        scan.Turn(Lines(first, between, second)).ShouldBeEmpty();

        scan.Turn(Lines(first, second, between)).Length.ShouldBe(1);
        scan.Turn(Lines(between, first, second)).Length.ShouldBe(1);
    }

    [Fact]
    public void A_known_name_is_read_with_a_new_value()
    {
        var rule = TestRules.Rule("password", @"""password"": ""([a-z]{8,600})""") with { SecretGroup = 1, Keywords = ["password"] };
        var scan = new RememberedScan(TestRules.Index(rule));
        var (one, other) = (new string('a', 300) + " ", new string('b', 300));
        scan.Turn(Encoding.UTF8.GetBytes($$"""{"password":"{{one}}"}""")).ShouldBeEmpty();

        scan.Turn(Encoding.UTF8.GetBytes($$"""{"password":"{{other}}"}""")).Length.ShouldBe(1);
        scan.Turn(Encoding.UTF8.GetBytes($$"""{"password":"{{other}}"}""")).Length.ShouldBe(1);
    }

    public static TheoryData<string, string> Contexts() => new()
    {
        { """{"messages":[{"role":"user","content":"TEXT"}]}""", """{"messages":[{"role":"assistant","content":"TEXT"}]}""" },
        { """{"messages":[{"content":"TEXT"}]}""", """{"tools":[{"content":"TEXT"}]}""" },
        { """{"role":"user","content":"TEXT"}""", """{"role":"assistant","content":"TEXT"}""" },
        { """{"one":"TEXT"}""", """{"other":"TEXT"}""" },
        { """{"one":"TEXT"}""", """["TEXT"]""" },
        { """{"one":"TEXT"}""", """{"one":{"one":"TEXT"}}""" },
        { """{"one":["TEXT"]}""", """{"one":["TEXT""" },
    };

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_text_is_known_in_its_context_only(string first, string second)
    {
        var scan = new RememberedScan(Index);
        var text = Words(100);
        scan.Turn(Encoding.UTF8.GetBytes(first.Replace("TEXT", text, StringComparison.Ordinal)));

        scan.Turn(Encoding.UTF8.GetBytes(second.Replace("TEXT", text, StringComparison.Ordinal)));

        scan.Counters.BytesScanned.ShouldBeGreaterThanOrEqualTo(text.Length);
    }

    [Fact]
    public void Another_generation_knows_nothing()
    {
        var scan = new RememberedScan(Index);
        var body = Body(Message("user", Words(100)));
        scan.Turn(body);
        scan.Context = scan.Context with { Generation = 2 };

        scan.Turn(body);

        scan.BytesKnown.ShouldBe(0);
    }

    [Fact]
    public void The_escaped_form_is_what_is_compared()
    {
        var scan = new RememberedScan(Index);
        scan.Turn(Encoding.UTF8.GetBytes("""{"messages":[{"role":"user","content":"a plain text of some words"}]}"""));

        scan.Turn(Encoding.UTF8.GetBytes("""{"messages":[{"role":"user","content":"a pl\u0061in text of some words"}]}"""));

        scan.Counters.BytesScanned.ShouldBeGreaterThan(0);
    }

    private static byte[] Body(params string[] messages) => Encoding.UTF8.GetBytes($$"""{"messages":[{{string.Join(",", messages)}}]}""");

    private static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes($$"""{"lines":[{{string.Join(",", lines)}}]}""");

    private static string Message(string role, string text) => $$"""{"role":"{{role}}","content":"{{text}}"}""";

    private static string Words(int count) => string.Join(" ", Enumerable.Range(0, count).Select(i => $"word{i}"));
}
