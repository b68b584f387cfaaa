using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.Tests.PluginRuntime.Registration;

public sealed class ChannelRegistrationTests
{
    private static readonly ChannelType Pager = new() { Name = "pager", Label = "Pager", Fields = [new ChannelField { Name = "number", Label = "Number" }] };

    public static TheoryData<ChannelType, string> Wrong() => new()
    {
        { Pager with { Name = "Pager" }, "whose name is not" },
        { Pager with { Name = "" }, "whose name is not" },
        { Pager with { Label = "" }, "needs a label" },
        { Pager with { Description = new string('x', 501) }, "texts of at most" },
        { Pager with { Fields = default }, "has no list of fields" },
        { Pager with { Fields = [null!] }, "has a field that is null" },
        { Pager with { Fields = [.. Pager.Fields, .. Pager.Fields] }, "has two fields of one name" },
        { Pager with { Fields = [new ChannelField { Name = "a-b", Label = "x" }] }, "has a field 'a-b'" },
        { Pager with { Fields = [new ChannelField { Name = "events", Label = "x" }] }, "every channel has that" },
        { Pager with { Fields = [new ChannelField { Name = "a", Label = "" }] }, "without a label" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void ChannelType_OfWhichNoFormCanBeMade_IsRefused(ChannelType type, string reason)
    {
        var registry = Registry();

        Should.Throw<PluginLoadException>(() => registry.AddChannelType(type)).Message.ShouldContain(reason);

        Should.Throw<PluginLoadException>(((PluginRegistry)registry).Seal).Message.ShouldContain(reason);
    }

    [Fact]
    public void ChannelType_GivenTwiceOrWithoutABuilder_IsRefused()
    {
        var registry = Registry();
        registry.AddChannelType(Pager);
        Should.Throw<PluginLoadException>(() => registry.AddChannelType(Pager)).Message.ShouldBe("has two channel types 'pager'");

        var alone = Registry();
        alone.AddChannelType(Pager);
        Should.Throw<PluginLoadException>(((PluginRegistry)alone).Seal).Message.ShouldContain("call SetNotifierBuilder");
    }

    [Theory]
    [InlineData("AddChannelType", "notify")]
    [InlineData("SetNotifierBuilder", "notify")]
    [InlineData("AddNotifier", "notify")]
    [InlineData("SetDispatcher", "notify.dispatcher")]
    [InlineData("SetChannelLimit", "channels.limit")]
    public void Call_WithoutItsCapability_NamesTheOneToAdd(string call, string capability)
    {
        var registry = Registry("rules");

        Should.Throw<PluginLoadException>(Register).Message.ShouldStartWith($"calls {call} without the capability '{capability}'");

        void Register()
        {
            switch (call)
            {
                case "AddChannelType":
                    registry.AddChannelType(Pager);
                    break;
                case "SetNotifierBuilder":
                    registry.SetNotifierBuilder(static _ => null!);
                    break;
                case "AddNotifier":
                    registry.AddNotifier("a", static _ => null!);
                    break;
                case "SetDispatcher":
                    registry.SetDispatcher(static _ => null!);
                    break;
                default:
                    registry.SetChannelLimit(3);
                    break;
            }
        }
    }

    [Theory]
    [InlineData("", "a notifier whose name")]
    [InlineData("A", "a notifier whose name")]
    public void Notifier_WithoutAName_IsRefused(string name, string reason) =>
        Should.Throw<PluginLoadException>(() => Registry().AddNotifier(name, static _ => null!)).Message.ShouldContain(reason);

    [Fact]
    public void Limit_OfSeveralPlugins_IsTheLargest()
    {
        ChannelLimit.Of([]).Channels.ShouldBe(1);
        ChannelLimit.Of([new ChannelLimit(0)]).Channels.ShouldBe(0);
        ChannelLimit.Of([new ChannelLimit(3), new ChannelLimit(5), new ChannelLimit(2)]).Channels.ShouldBe(5);
        ChannelLimit.Of([new ChannelLimit(3), new ChannelLimit(null)]).Channels.ShouldBeNull();
        Should.Throw<PluginLoadException>(static () => Registry().SetChannelLimit(-1));
    }

    private static IPluginRegistry Registry(params string[] capabilities) => new PluginRegistry(new PluginManifest
    {
        Schema = 1,
        Id = "acme.pager",
        Version = "1.0.0",
        Entry = "Acme.dll",
        EntryType = "Acme.Plugin",
        Api = new ApiVersion(1, 0),
        Capabilities = capabilities.Length > 0 ? [.. capabilities] : PluginCapability.All,
    });
}
