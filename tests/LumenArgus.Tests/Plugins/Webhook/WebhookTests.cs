using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.PluginServices;
using LumenArgus.Plugins.Webhook;

namespace LumenArgus.Tests.Plugins.Webhook;

public sealed class WebhookTests
{
    private static readonly Notification Message = new()
    {
        Findings =
        [
            new StoredFinding
            {
                Id = 0, Timestamp = DateTimeOffset.UnixEpoch, Detector = "secrets", Type = "aws_access_key", Severity = "critical", Action = "block", ValuePreview = "AK\"I****", Location = "messages[0]",
            },
        ],
        Count = 3,
        Provider = "anthropic",
        Model = "m\"1\n",
        Timestamp = DateTimeOffset.UnixEpoch,
        Suppressed = [new SuppressedFindings("pii", "email", 7)],
    };

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("1.1.1.1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    public void Address_OfTheInternet_IsTheOnlyOneThatMayBe(string address, bool isPublic) => PublicAddresses.Contains(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData("url must be", "url", "")]
    [InlineData("url must be", "url", "hooks.example.com")]
    [InlineData("url must be", "url", "ftp://hooks.example.com")]
    [InlineData("url must be", "url", "file:///etc/passwd")]
    [InlineData("url must be", "url", "https://name:word@hooks.example.com")]
    [InlineData("headers must be", "headers", "Authorization: x")]
    [InlineData("headers must be", "headers", "[\"a\"]")]
    [InlineData("headers must be", "headers", "{\"a\":1}")]
    [InlineData("headers: X cannot be sent", "headers", "{\"X\":\"a\\r\\nEvil: b\"}")]
    [InlineData("headers: X cannot be sent", "headers", "{\"X\":\"\\u00e4\"}")]
    [InlineData("headers: a name cannot be sent", "headers", "{\"X Y\":\"a\"}")]
    [InlineData("headers: host cannot be sent", "headers", "{\"host\":\"a\"}")]
    [InlineData("headers: Transfer-Encoding cannot be sent", "headers", "{\"Transfer-Encoding\":\"chunked\"}")]
    [InlineData("headers: x-lumenargus-signature cannot be sent", "headers", "{\"x-lumenargus-signature\":\"a\"}")]
    [InlineData("The template cannot be rendered", "template", "{{#each findings}}")]
    public void Settings_ThatCannotBeUsed_AreNamedWithoutTheirValues(string problem, string key, string value)
    {
        var builder = new WebhookBuilder(new WebhookClient(new WebhookOptions()), new TemplateRenderer(), TimeProvider.System);
        var channel = Channel(("url", "https://hooks.example.com/secret-path"), (key, value));

        builder.FindProblem(channel).ShouldNotBeNull().ShouldStartWith(problem);

        builder.FindProblem(channel)!.ShouldNotContain("secret-path");
        builder.FindProblem(Channel(("url", "https://hooks.example.com"), ("headers", "{\"A\":\"b\"}"), ("template", "{{count}}"))).ShouldBeNull();
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/hook", true)]
    [InlineData("http://localhost/hook", true)]
    [InlineData("https://[::1]/hook", true)]
    [InlineData("https://10.1.2.3/hook", true)]
    [InlineData("https://8.8.8.8/hook", false)]
    [InlineData("https://hooks.example.com/hook", false)]
    public void Settings_AddressThatIsForbiddenAsItIsWritten_IsNamedAtOnce(string url, bool isForbidden)
    {
        string? Problem(bool isAllowed)
        {
            using var client = new WebhookClient(new WebhookOptions { AllowPrivate = isAllowed });
            return new WebhookBuilder(client, new TemplateRenderer(), TimeProvider.System).FindProblem(Channel(("url", url)));
        }

        (Problem(isAllowed: false)?.Contains("allow_private: true", StringComparison.Ordinal) ?? false).ShouldBe(isForbidden);
        Problem(isAllowed: true).ShouldBeNull();
    }

    [Fact]
    public void Body_WithoutATemplate_IsTheOriginalsWithWhatWasHeldBack()
    {
        var body = WebhookBody.Of(Message, template: null, new TemplateRenderer());

        body.ContentType.ShouldBe("application/json");
        JsonElement.DeepEquals(JsonElement.Parse(body.Content.Span), JsonElement.Parse(
            """
            {"findings":[{"detector":"secrets","type":"aws_access_key","severity":"critical","action":"block","value_preview":"AK\"I****"}],"count":3,"provider":"anthropic","model":"m\"1\n",
             "suppressed":[{"detector":"pii","type":"email","count":7}]}
            """)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{\"text\": \"{{count}} in {{model}}: {{#each findings}}{{type}} {{value_preview}}{{/each}}\"}", "application/json", "{\"text\": \"3 in m\\u00221\\n: aws_access_key AK\\u0022I****\"}")]
    [InlineData("  [{{#each suppressed}}{{count}}{{/each}}]", "application/json", "  [7]")]
    [InlineData("{{#each findings}}{{value_preview}}{{/each}}", "text/plain; charset=utf-8", "AK\"I****")]
    public void Body_OfATemplate_IsEscapedWhereItIsJson(string template, string contentType, string text)
    {
        var body = WebhookBody.Of(Message, template, new TemplateRenderer());

        body.ContentType.ShouldBe(contentType);
        Encoding.UTF8.GetString(body.Content.Span).ShouldBe(text);
    }

    // The value comes from Python's hmac module: hmac.new(b"between-us", b"1764158400." + b'{"count":1}', "sha256").hexdigest().
    [Fact]
    public void Signature_IsThatOfTimestampDotBody() => WebhookSignature.Of("between-us", "1764158400", "{\"count\":1}"u8)
        .ShouldBe("sha256=27a7ae8b8913afc588d64bad7dbf1539b6a3b8170253da9326449811f4431ac7");

    private static ChannelInfo Channel(params (string Key, string Value)[] settings) => new()
    {
        Id = 1,
        Name = "a",
        Type = "webhook",
        Settings = settings.Aggregate(ImmutableDictionary<string, string>.Empty, static (all, setting) => all.SetItem(setting.Key, setting.Value)),
    };
}
