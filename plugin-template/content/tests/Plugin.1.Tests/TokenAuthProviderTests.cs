using System.Net;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginTesting;

namespace Plugin._1.Tests;

public sealed class TokenAuthProviderTests
{
    private const string Token = "a token of sixteen and more";

    [Fact]
    public async Task Authenticate_RightTokenAlone_KnowsSomebody()
    {
        await using var host = await Plugin.LoadAsync(("token", Token));

        Assert.Equal(DashboardRole.Viewer, (await AskAsync(host, Token))?.Role);
        Assert.Null(await AskAsync(host, Token + "x"));
        Assert.Null(await AskAsync(host));
        Assert.Null(await AskAsync(host, Token, Token));
    }

    [Fact]
    public async Task Authenticate_NotConfigured_KnowsNobody()
    {
        await using var host = await Plugin.LoadAsync();

        Assert.Null(await AskAsync(host, ""));
    }

    private static Task<DashboardUser?> AskAsync(PluginTestHost host, params string[] tokens)
    {
        var head = new RequestHead("GET", "/api/v1/status", tokens.Select(static token => KeyValuePair.Create("X-SAMPLE-ID-Token", token)));
        return host.CallAsync<IAuthProvider, DashboardUser?>((provider, token) => provider.AuthenticateAsync(head, IPAddress.Loopback, token));
    }
}
