using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;

namespace LumenArgus.Host.Startup;

/// <summary>Has the inspector look at a text of our own before the first request comes, so that the first one does not wait for the just-in-time compiler.</summary>
internal static class WarmUp
{
    private const int Runs = 3;

    public static async Task RunAsync(Inspector inspector, Generation generation, CancellationToken cancellationToken)
    {
        var text = JsonEncodedText.Encode(DefaultConfigFile.Text);
        var body = BodyLease.Own(Encoding.UTF8.GetBytes($$"""{"messages":[{"role":"user","content":"{{text}}"}]}"""));
        for (var i = 0; i < Runs; i++)
        {
            await inspector.InspectAsync(
                new InspectionRequest { Request = new RequestInfo(0, Guid.Empty, "POST", "/"), Provider = "warm-up", Body = body }, generation, cancellationToken);
        }
    }
}
