using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Notifications;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.Storage.Channels;
using LumenArgus.Testing;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.Tests.Inspection.Notifications;

/// <summary>How long a plugin may take to send, with a real plugin on a clock that moves when told.</summary>
public sealed class SendBudgetTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Send_PluginThatNeverReturns_IsGivenUpWhenItsBudgetIsSpentAndNotBefore()
    {
        var clock = new ManualTimeProvider();
        using var home = new TemporaryFolder();
        using var extensions = new ExtensionsFolder();
        extensions.Add(TestPlugins.Notifying);
        LumenArgusHome.TryResolve(name => name == LumenArgusHome.Variable ? home.Path : null, out var resolved, out _).ShouldBeTrue();
        var config = LumenArgusConfig.Defaults(resolved!);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging();
        services.AddLumenArgus(config, new PluginSearchPath([extensions.Path], home.Path));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<GenerationHost>().StartAsync(config, CancellationToken.None);
        var notifiers = new ChannelNotifiers(provider.GetRequiredService<CurrentGeneration>(), provider.GetRequiredService<PluginInvoker>());
        var told = home.File("told.txt");

        (await notifiers.SendAsync(Channel(told, ""), Message(), CancellationToken.None).WaitAsync(Limit)).Status.ShouldBe(DeliveryStatus.Sent);
        var timers = clock.ArmedTimers;
        var sending = notifiers.SendAsync(Channel(told, "hang"), Message(), CancellationToken.None);
        clock.ArmedTimers.ShouldBe(timers + 1);
        clock.Advance(Budget - TimeSpan.FromTicks(1));
        sending.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromTicks(1));
        var result = await sending.WaitAsync(Limit);

        (result.Status, result.Detail).ShouldBe((DeliveryStatus.Failed, "Plugin test.notifying took longer than its budget."));
        clock.ArmedTimers.ShouldBe(timers);

        // One receiver that is broken is one fault: the plugin sends to others.
        (await notifiers.SendAsync(Channel(told, ""), Message(), CancellationToken.None).WaitAsync(Limit)).Status.ShouldBe(DeliveryStatus.Sent);
        (await File.ReadAllLinesAsync(told)).Length.ShouldBe(2);
    }

    private static NotificationChannel Channel(string path, string mode) =>
        new(new StoredChannel { Id = 1, Name = "team", Type = "file", Config = $$"""{"path":"{{path}}","mode":"{{mode}}"}""" }, Problem: null);

    private static Notification Message() => TestMessage.Of(DateTimeOffset.UnixEpoch);
}
