using LumenArgus.Inspection.PluginServices;

namespace LumenArgus.Tests.Inspection.PluginServices;

public sealed class PluginKvTests
{
    private readonly MemoryPluginState _state = new();

    [Fact]
    public async Task Values_OfAPlugin_AreItsOwn()
    {
        var (mine, other) = (new PluginKv("a.b", _state), new PluginKv("a.c", _state));

        await mine.SetAsync("runs/1", "x", default);
        await mine.SetAsync("runs/2", "y", default);
        await mine.SetAsync("other", "z", default);

        (await mine.GetAsync("runs/1", default)).ShouldBe("x");
        (await mine.KeysAsync("runs/", default)).ShouldBe(["runs/1", "runs/2"]);
        (await other.GetAsync("runs/1", default)).ShouldBeNull();
        (await other.KeysAsync("", default)).ShouldBeEmpty();
        (await other.DeleteAsync("runs/1", default)).ShouldBeFalse();
        (await mine.DeleteAsync("runs/1", default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Values_WithoutADatabase_AreBounded()
    {
        var kv = new PluginKv("a.b", _state);
        var large = new string('x', 8_000_000);
        for (var i = 0; i < 4; i++)
        {
            await kv.SetAsync($"k{i}", large, default);
        }

        await Should.ThrowAsync<InvalidOperationException>(async () => await kv.SetAsync("k4", large, default));
        await Should.ThrowAsync<ArgumentException>(async () => await kv.SetAsync("k", large + "x", default));
        await Should.ThrowAsync<ArgumentException>(async () => await kv.SetAsync(new string('k', 201), "x", default));
    }
}
