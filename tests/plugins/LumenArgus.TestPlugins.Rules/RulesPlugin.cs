using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Rules;

/// <summary>
/// One rule, whose validator throws for the value test_9999 and never returns from test_7777 until the plugin is stopped, and one rule for a detector that the manifest does not name.
/// With the setting "newer" it stands for its own next version: the first rule is critical and has another description, and there is a second rule.
/// </summary>
public sealed class RulesPlugin : ILumenPlugin, IRuleSource, IRuleValidator
{
    private CancellationToken _stopping;
    private bool _isUnreadable;
    private bool _isNewer;

    public string Name => "test_even";

    public void Configure(IPluginBuilder plugin)
    {
        _isUnreadable = plugin.Configuration["unreadable"] == "true";
        _isNewer = plugin.Configuration["newer"] == "true";
        plugin.Registry.AddRuleSource(_ => this);
        plugin.Registry.AddRuleValidator(_ => this);
    }

    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        _stopping = context.Stopping;
        return ValueTask.CompletedTask;
    }

    public IEnumerable<DetectionRule> GetRules() => _isUnreadable ? throw new InvalidOperationException("unreadable as configured") :
    [
        new DetectionRule
        {
            Name = "test_even_number",
            Detector = "test_rules",
            Pattern = @"\btest_[0-9]{4}\b",
            Keywords = ["test_"],
            Severity = _isNewer ? Severity.Critical : Severity.High,
            Description = _isNewer ? "An even number, as of version 2" : "An even number",
            Validator = Name,
            Positives = ["test_1234"],
            Negatives = ["test_1235"],
        },
        new DetectionRule { Name = "stray", Detector = "not_declared", Pattern = "stray_[0-9]{4}", Keywords = ["stray_"], Severity = Severity.High },
        .. _isNewer ? [new DetectionRule { Name = "test_second", Detector = "test_rules", Pattern = "second_[0-9]{4}", Severity = Severity.High }] : Array.Empty<DetectionRule>(),
    ];

    public bool IsValid(ReadOnlySpan<char> value)
    {
        while (value is "test_7777" && !_stopping.IsCancellationRequested)
        {
        }

        return value is "test_9999"
            ? throw new InvalidOperationException("9999 is not a number to me")
            : (value[^1] - '0') % 2 == 0;
    }
}
