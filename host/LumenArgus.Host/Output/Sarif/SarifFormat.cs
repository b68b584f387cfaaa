using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Host.Output.Sarif;

/// <summary>What all our SARIF 2.1.0 has in common.</summary>
internal static class SarifFormat
{
    public const string Version = "2.1.0";
    public const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    public const string ToolName = "lumen-argus";

    /// <summary>The identifier of a rule.</summary>
    public static string RuleId(string detector, string type) => $"{detector}.{type}";

    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>The title of a rule that has none of its own.</summary>
    public static string TitleOf(string detector, string type) => $"{type.Replace('_', ' ')} ({detector})";

    /// <summary>The end of a rule: its level, and the number by which code hosts sort.</summary>
    public static void WriteSeverity(Utf8JsonWriter json, Severity severity)
    {
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("security-severity", ScoreOf(severity));
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Info => "note",
        Severity.Warning => "warning",
        _ => "error",
    };

    private static string ScoreOf(Severity severity) => severity switch
    {
        Severity.Info => "2.0",
        Severity.Warning => "5.0",
        Severity.High => "8.0",
        _ => "9.5",
    };
}
