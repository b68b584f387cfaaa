namespace LumenArgus.Storage.Rules;

/// <summary>Where a rule of the table comes from: the words of the column <c>source</c>.</summary>
public static class RuleSource
{
    /// <summary>A plugin, or a rule file.</summary>
    public const string Import = "import";

    /// <summary><c>custom_rules</c> of the configuration.</summary>
    public const string Yaml = "yaml";

    /// <summary>A program, by the API.</summary>
    public const string Api = "api";

    /// <summary>A person, by the dashboard.</summary>
    public const string Dashboard = "dashboard";
}
