using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.Inspection.Configuration.Sections;

namespace LumenArgus.Inspection.Configuration.Project;

/// <summary>
/// The file <c>.lumen-argus.yaml</c> of a project. It comes with the sources, from whoever wrote them, so it can only make the policy stricter:
/// enable a detector, or raise its action. All else is refused with a warning.
/// </summary>
public static class ProjectFile
{
    /// <summary>Its name.</summary>
    public const string Name = ".lumen-argus.yaml";

    private const string OnlyStricter = "is refused: a project file can only make the policy stricter";

    /// <summary>Reads the file and tightens a configuration by it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="config">The configuration with the command line's flags applied.</param>
    /// <param name="home">Gives the meaning of <c>~</c>.</param>
    /// <returns>The tightened configuration, or the errors.</returns>
    public static ConfigResult Apply(string path, LumenArgusConfig config, LumenArgusHome home)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(config);
        var context = new ReadContext(path, home);
        var root = new SectionReader(ConfigText.Load(path, context), "", context);
        root.Choice("version", "1", [("1", "1")]);
        var detectors = root.Section("detectors");
        foreach (var name in detectors.Keys)
        {
            config = config with { Detectors = config.Detectors.SetItem(name, Tighten(detectors.Section(name), config.Detector(name), Defaults(config))) };
        }

        if (root.Node("allowlists") is not null)
        {
            root.Warn("allowlists", OnlyStricter + "; an allowlist belongs into your own config.yaml");
        }

        if (root.Node("default_action") is not null)
        {
            root.Warn("default_action", OnlyStricter + ", and as a default even block is milder for findings of low severity; set the detectors' actions");
        }

        RefuseOthers(root);
        return context.ToResult(config);
    }

    /// <summary>Whether an action of its own makes no finding of a detector milder, whatever the finding's severity.</summary>
    /// <param name="wanted">The action that is asked for.</param>
    /// <param name="own">The detector's present action; null if the default counts.</param>
    /// <param name="defaults">The actions that count without one of its own: the default and those of roles.</param>
    /// <returns>True if it is really stricter.</returns>
    internal static bool IsStricter(PolicyAction wanted, PolicyAction? own, IReadOnlyCollection<PolicyAction> defaults) =>
        own is { } present ? wanted > present : defaults.All(each => each == wanted || IsAbove(wanted, each)) && defaults.Any(each => IsAbove(wanted, each));

    // As a default, block is for severe findings alone; as an own action it is for all.
    private static bool IsAbove(PolicyAction wanted, PolicyAction fallback) =>
        fallback == PolicyAction.Block ? wanted == PolicyAction.Block : wanted > fallback;

    private static PolicyAction[] Defaults(LumenArgusConfig config) => [.. config.Roles.Values.Append(config.DefaultAction)];

    private static DetectorConfig Tighten(SectionReader section, DetectorConfig present, PolicyAction[] defaults)
    {
        var enabled = section.Boolean("enabled", present.Enabled);
        if (!enabled && present.Enabled)
        {
            section.Warn("enabled", OnlyStricter);
        }

        PolicyAction? wanted = section.Scalar("action") is { Value.Length: > 0 } ? section.Choice("action", PolicyAction.Alert, ActionChoices.All) : null;
        var isStricter = wanted is { } action && IsStricter(action, present.Action, defaults);
        if (wanted is { } refused && !isStricter && refused < (present.Action ?? defaults.Max()))
        {
            section.Warn("action", OnlyStricter);
        }

        RefuseOthers(section);
        return present with { Enabled = enabled || present.Enabled, Action = isStricter ? wanted : present.Action };
    }

    private static void RefuseOthers(SectionReader section)
    {
        foreach (var entry in section.Unread)
        {
            section.Warn(entry, OnlyStricter + " (enable detectors, raise their actions)");
        }
    }
}
