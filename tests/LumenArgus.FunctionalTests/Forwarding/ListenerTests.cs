using System.Net;
using LumenArgus.Forwarding.Listener;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.Forwarding;

/// <summary>The listener by itself.</summary>
public sealed class ListenerTests
{
    // The blocks of the server itself have 4 KB, and each is a call of the system or two.
    [Fact]
    public async Task Body_IsReceivedInLargeBlocks()
    {
        const int bytes = 400_000;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ListenerSetup.Use(builder, IPAddress.Loopback, port: 0);
        await using var application = builder.Build();
        var largest = 0;
        application.Run(async http =>
        {
            while (await http.Request.BodyReader.ReadAsync() is { } read)
            {
                foreach (var block in read.Buffer)
                {
                    largest = Math.Max(largest, block.Length);
                }

                http.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }
        });
        await application.StartAsync();
        using var client = new HttpClient { Timeout = Limits.Default };
        using var content = new ByteArrayContent(new byte[bytes]);

        using var response = await client.PostAsync(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(), content);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        largest.ShouldBeGreaterThan(8 * 1024);
    }
}
