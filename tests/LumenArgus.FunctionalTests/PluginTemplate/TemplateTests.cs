using System.Net;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.PluginTemplate;

/// <summary>
/// What an author does in the first ten minutes: installs the template, generates a plugin, tests it, and sees a running host take it up. With <c>make template-test</c> each option by itself
/// as well.
/// </summary>
[Collection(TemplateCollection.Name)]
public sealed class TemplateTests
{
    private const string Id = "acme.blue-tickets";
    private const string Token = "a token of the template test";

    /// <summary>Options of one generation each: all at once, and, in the long form, none and each alone.</summary>
    public static TheoryData<string> Generations => Environment.GetEnvironmentVariable("LUMEN_ARGUS_TEMPLATE") == "1"
        ? [string.Join(' ', Effects.Keys), "", .. Effects.Keys]
        : [string.Join(' ', Effects.Keys)];

    // What shows in a running product that an option works.
    private static Dictionary<string, Func<RunningPlugin, Task>> Effects { get; } = new(StringComparer.Ordinal)
    {
        ["--detector"] = static async product => (await product.PostAsync("about project-nightfall")).ShouldBe(HttpStatusCode.BadRequest),
        ["--rules"] = static async product => (await product.PostAsync("smpl_" + "k3v9q2x7m1t8w4r6y0bz")).ShouldBe(HttpStatusCode.BadRequest),
        ["--page"] = static async product =>
        {
            (await product.DashboardAsync("/api/v1/pages")).Text.ShouldContain("\"blue-tickets\"");
            (await product.DashboardAsync("/api/v1/pages/blue-tickets/fragment")).Text.ShouldContain("Opened 1 times");
            (await product.DashboardAsync($"/api/v1/plugins/{Id}/visits")).Text.ShouldBe("""{"count":1}""");
        },
        ["--hook"] = static async product =>
        {
            await product.PostAsync("an ordinary text");
            await product.WaitForMetricAsync("blue_tickets_scans_total");
        },
        ["--notifier"] = static async product =>
        {
            (await product.DashboardAsync(HttpMethod.Post, "/api/v1/notifications/channels/1/test")).Status.ShouldBe(HttpStatusCode.OK);
            (await File.ReadAllTextAsync(product.Journal)).ShouldNotBeEmpty();
        },
        ["--command"] = static async product =>
        {
            var greeting = await product.RunAsync("blue-tickets", "ann", "--loud");
            (greeting.ExitCode, greeting.StandardOutput.Trim()).ShouldBe((0, "HELLO ANN, GREETED 1 TIMES"), greeting.StandardError);
        },
        ["--auth-provider"] = static async product =>
        {
            (await product.DashboardAsync("/api/v1/session", ("X-blue-tickets-Token", Token))).Status.ShouldBe(HttpStatusCode.OK);
            (await product.DashboardAsync("/api/v1/session", ("X-blue-tickets-Token", Token + "x"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        },
    };

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task Template_Generated_BuildsPassesItsTestsAndWorksInARunningProduct(string options)
    {
        using var machine = new AuthorMachine();
        await machine.InstallTemplateAsync();
        var folder = machine.ProjectFolder("Acme.BlueTickets");
        await machine.DotnetAsync(folder, "", ["new", "lumenargus-plugin", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        await using var provider = await StandInProvider.StartAsync();
        using var journal = new TemporaryFolder();
        await using var product = await RunningPlugin.StartAsync(provider.BaseAddress, journal.File("journal.txt"), $"""
            plugins:
              {Id}:
                token: {Token}
            notifications:
              channels:
                - name: journal
                  type: blue-tickets
                  file: {journal.File("journal.txt")}
            """);
        var expected = options.Length == 0 ? ["--detector", "--rules", "--page"] : options.Split(' ');
        if (expected.Contains("--detector"))
        {
            (await product.PostAsync("about project-nightfall")).ShouldBe(HttpStatusCode.OK);
        }

        var output = await machine.DotnetAsync(folder, product.Home, "test", "-c", "Release", "-v", "q", "--nologo");

        output.ShouldContain("Passed!");
        await product.WaitUntilLoadedAsync(Id);
        foreach (var option in expected)
        {
            await Effects[option](product);
        }
    }
}
