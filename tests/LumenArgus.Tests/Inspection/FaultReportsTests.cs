using LumenArgus.Inspection.Health;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.Inspection;

public sealed class FaultReportsTests
{
    private readonly LogLines _log = new();

    [Fact]
    public void Audit_Fault_IsLoggedAtItsBeginningAndEnd()
    {
        var reports = new FaultReports(new HealthReasons(), _log);

        reports.Audit("the disk is full");
        reports.Audit(null);

        _log.Lines.ShouldBe(["Warning the disk is full", "Information The audit log can be written again."]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("the key is short")]
    public void HashKey_Problem_IsLogged(string? problem)
    {
        new FaultReports(new HealthReasons(), _log).HashKey(problem);

        _log.Lines.ShouldBe(problem is null ? [] : [$"Warning {problem}"]);
    }

    private sealed class LogLines : ILogger<FaultReports>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
