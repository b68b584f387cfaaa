using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Records;
using LumenArgus.Storage.Audit;
using LumenArgus.Testing;
using LumenArgus.Testing.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.FunctionalTests.Product;

public sealed class AuditRetentionJobTests
{
    [Fact]
    public async Task Start_LongRunningProcess_DeletesEveryDayButNeverItsOwnFile()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualTimeProvider();
        await using var log = new AuditLog(folder.Path, clock);
        using var current = new CurrentGeneration();
        var old = folder.File("guard-20251201-000000.jsonl");
        var newer = folder.File("guard-20251231-000000.jsonl");
        await File.WriteAllTextAsync(old, "");
        await File.WriteAllTextAsync(newer, "");
        using (var job = new AuditRetentionJob(log, current, clock, NullLogger<AuditRetentionJob>.Instance))
        {
            job.Start(new AuditConfig { LogDir = folder.Path, RetentionDays = 10 });
            File.Exists(old).ShouldBeFalse();
            File.Exists(newer).ShouldBeTrue();

            clock.Advance(TimeSpan.FromDays(20));
            File.Exists(newer).ShouldBeFalse();
            File.Exists(log.Path).ShouldBeTrue();
        }

        clock.ArmedTimers.ShouldBe(0);
    }
}
