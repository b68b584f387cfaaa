using LumenArgus.Inspection.Notifications;
using LumenArgus.Storage.Channels;
using LumenArgus.Storage.Hashing;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Inspection.Notifications;

public sealed class ChannelSettingsTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["TOKEN"] = "t1", ["LUMEN_ARGUS_CHANNEL_TOKEN"] = "t2" };

    [Fact]
    public void Read_TextsAndParts_AreWhatAPluginGets()
    {
        var (channel, problem) = Read("""{"url":"https://a.example/${env:TOKEN}","headers":{"Authorization":"Bearer ${env:TOKEN}","X":["a",1,null]},"port":25,"tls":true,"nothing":null}""");

        problem.ShouldBeNull();
        channel.Settings.OrderBy(static pair => pair.Key).ShouldBe(
        [
            KeyValuePair.Create("headers", """{"Authorization":"Bearer t1","X":["a",1,null]}"""),
            KeyValuePair.Create("port", "25"),
            KeyValuePair.Create("tls", "true"),
            KeyValuePair.Create("url", "https://a.example/t1"),
        ]);
        channel.ToString().ShouldBe("channel 7 (webhook)");
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("")]
    public void Read_NoObject_IsNothing(string settings) => Read(settings).Channel.Settings.ShouldBeEmpty();

    [Fact]
    public void Read_VariableThatIsNotSet_IsNamed() =>
        Read("""{"secret":"${env:MISSING}"}""").Problem.ShouldBe("secret needs the environment variable MISSING, which is not set.");

    [Fact]
    public void Read_VariableOfTheProcess_IsForTheFileOnly()
    {
        var (channel, problem) = Read("""{"secret":"${env:TOKEN}","other":"${env:LUMEN_ARGUS_CHANNEL_TOKEN}"}""", NotificationChannel.Made);

        problem.ShouldBe("secret: a channel that is not from config.yaml can only name variables that begin with LUMEN_ARGUS_CHANNEL_.");
        channel.Settings["secret"].ShouldBeEmpty();
        channel.Settings["other"].ShouldBe("t2");
    }

    [Fact]
    public void Protection_SealedSettings_AreReadWithTheirKeyOnly()
    {
        const string settings = """{"secret":"between-us"}""";
        using var folder = new TempFolder();
        var protection = new SettingProtection(HashKey.LoadOrCreate(folder.File("hmac.key")));
        var stored = protection.Seal(settings);

        stored.ShouldNotContain("between-us");
        protection.Seal(settings).ShouldNotBe(stored);
        protection.Open(stored).ShouldBe(settings);
        new SettingProtection(HashKey.LoadOrCreate(folder.File("hmac.key"))).Open(stored).ShouldBe(settings);
        new SettingProtection(HashKey.Temporary("lost")).Open(stored).ShouldBeNull();
        protection.Open(stored[..^8] + "AAAAAAA=").ShouldBeNull();
        protection.Open("aes1:AAAA").ShouldBeNull();
        protection.Open("aes1:?").ShouldBeNull();

        // As the original has left them.
        protection.Open(settings).ShouldBe(settings);
    }

    private static (Abstractions.Model.ChannelInfo Channel, string? Problem) Read(string settings, string source = NotificationChannel.Configured) =>
        ChannelSettings.Read(new StoredChannel { Id = 7, Name = "a", Type = "webhook", Config = settings, Source = source }, Variables.GetValueOrDefault);
}
