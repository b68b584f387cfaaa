using LumenArgus.PluginTesting;

namespace Plugin._1.Tests;

public sealed class OptionsTests
{
    [Theory]
#if (hasDetector)
    [InlineData("code_names:0", "ab", "code_names")]
#endif
#if (authProvider)
    [InlineData("token", "too short", "token")]
#endif
    public async Task Load_WrongValue_IsRefusedWithTheKey(string key, string value, string named)
    {
        var refusal = await Assert.ThrowsAsync<PluginRefusedException>(() => Plugin.LoadAsync((key, value)));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }
}
