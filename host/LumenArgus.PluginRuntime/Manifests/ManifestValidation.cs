using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>One pass over the keys of a manifest, collecting every error.</summary>
internal sealed partial class ManifestValidation(string folder)
{
    private const int MaxTextLength = 256;
    private const int MaxListLength = 64;

    private readonly ImmutableArray<string>.Builder _errors = ImmutableArray.CreateBuilder<string>();
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);

    private static ImmutableArray<string> Keys { get; } =
        ["schema", "id", "version", "entry", "entryType", "api", "capabilities", "detectors", "dependsOn", "commands", "isolation"];

    public PluginManifestResult Check(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new PluginManifestResult(null, ["plugin.json must be a JSON object"]);
        }

        CollectKeys(root);
        var manifest = new PluginManifest
        {
            Schema = Schema(),
            Id = Text("id", IdPattern(), "lower-case words joined by dots or hyphens, at least two, for example acme.pii-nl"),
            Version = Text("version", VersionPattern(), "a version such as 1.2.0 or 1.2.0-beta.1"),
            Entry = Entry(),
            EntryType = Text("entryType", TypePattern(), "the full name of a class, for example Acme.PiiNl.PiiNlPlugin"),
            Api = Api(),
            Capabilities = Capabilities(),
            Detectors = Texts("detectors", DetectorPattern(), "a detector name such as pii or acme_ids"),
            DependsOn = Texts("dependsOn", IdPattern(), "the id of a plugin"),
            Commands = Commands(),
            Isolation = Isolation(),
        };
        return _errors.Count == 0 ? new PluginManifestResult(manifest, []) : new PluginManifestResult(null, _errors.ToImmutable());
    }

    [GeneratedRegex(@"^[a-z0-9]+([.-][a-z0-9]+)+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+){1,3}([-+][0-9A-Za-z.+-]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*([.+][\p{L}_][\p{L}\p{Nd}_]*)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_.-]*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DetectorPattern();

    private void CollectKeys(JsonElement root)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (!Keys.Contains(property.Name))
            {
                _errors.Add($"{Shown(property.Name)}: unknown key; allowed are {string.Join(", ", Keys)}");
            }
            else if (!_values.TryAdd(property.Name, property.Value))
            {
                _errors.Add($"{property.Name}: given twice");
            }
        }
    }

    private int Schema()
    {
        if (!_values.TryGetValue("schema", out var value))
        {
            _errors.Add("schema: missing; must be 1");
        }
        else if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var schema) || schema != 1)
        {
            _errors.Add($"schema: must be 1 (was {Shown(value.GetRawText())})");
        }

        return 1;
    }

    private PluginIsolation Isolation()
    {
        if (!_values.TryGetValue("isolation", out var value))
        {
            return PluginIsolation.None;
        }

        switch (value.ValueKind == JsonValueKind.String ? ReadText(value) : null)
        {
            case "none":
                return PluginIsolation.None;
            case "process":
                return PluginIsolation.Process;
            default:
                _errors.Add($"isolation: must be \"none\" or \"process\" (was {Shown(value.GetRawText())})");
                return PluginIsolation.None;
        }
    }

    private ApiVersion Api()
    {
        var text = Text("api", pattern: null, "the contract's version, for example 1.0");
        if (text.Length > 0 && !ApiVersion.TryParse(text, out _))
        {
            _errors.Add($"api: must be two numbers, for example {ApiVersion.Host} (was '{Shown(text)}')");
        }

        return ApiVersion.TryParse(text, out var api) ? api : default;
    }

    private string Entry()
    {
        var text = Text("entry", pattern: null, "the plugin's dll, for example Acme.PiiNl.dll");
        if (text.Length == 0)
        {
            return text;
        }

        // '\' is a separator on some systems and a character on others: refused everywhere, so that a manifest means the same on all.
        if (text.Contains('\\') || text.Contains('\0') || text.Contains(':') || Path.IsPathRooted(text))
        {
            _errors.Add($"entry: must be a relative path with forward slashes (was '{Shown(text)}')");
            return text;
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        if (!Path.GetFullPath(Path.Combine(root, text)).StartsWith(root, StringComparison.Ordinal) || text.Split('/').Contains(".."))
        {
            _errors.Add($"entry: must stay inside the plugin's folder (was '{Shown(text)}')");
        }
        else if (!text.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            _errors.Add($"entry: must be a .dll (was '{Shown(text)}')");
        }

        return text;
    }

    private ImmutableArray<string> Capabilities()
    {
        var capabilities = Texts("capabilities", pattern: null, "a capability");
        foreach (var capability in capabilities.Where(capability => !PluginCapability.All.Contains(capability)))
        {
            _errors.Add($"capabilities: unknown capability '{Shown(capability)}'; this host knows {string.Join(", ", PluginCapability.All)}");
        }

        return capabilities;
    }

    private ImmutableArray<PluginCommand> Commands()
    {
        if (!_values.TryGetValue("commands", out var list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaxListLength)
        {
            _errors.Add($"commands: must be a list of at most {MaxListLength} commands");
            return [];
        }

        var commands = ImmutableArray.CreateBuilder<PluginCommand>();
        foreach (var item in list.EnumerateArray())
        {
            if (PluginCommandReader.Read(item, out var problem) is not { } command)
            {
                _errors.Add($"commands[{commands.Count}]: {Shown(problem)}");
                return [];
            }

            if (commands.Any(other => other.Name == command.Name))
            {
                _errors.Add($"commands: '{command.Name}' is given twice");
            }

            commands.Add(command);
        }

        return commands.ToImmutable();
    }

    private string Text(string key, Regex? pattern, string expected)
    {
        if (!_values.TryGetValue(key, out var value))
        {
            _errors.Add($"{key}: missing; must be {expected}");
            return "";
        }

        return Checked(key, value, pattern, expected) ?? "";
    }

    private ImmutableArray<string> Texts(string key, Regex? pattern, string expected)
    {
        if (!_values.TryGetValue(key, out var list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaxListLength)
        {
            _errors.Add($"{key}: must be a list of at most {MaxListLength} texts");
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (Checked(key, item, pattern, expected) is not { } text)
            {
                continue;
            }

            if (texts.Contains(text))
            {
                _errors.Add($"{key}: '{text}' is given twice");
            }

            texts.Add(text);
        }

        return texts.ToImmutable();
    }

    private string? Checked(string key, JsonElement value, Regex? pattern, string expected)
    {
        // A lone surrogate in an escape is valid JSON but not a text.
        var text = value.ValueKind == JsonValueKind.String ? ReadText(value) : null;
        if (text is null || text.Length is 0 or > MaxTextLength || pattern?.IsMatch(text) == false)
        {
            _errors.Add($"{key}: must be {expected} (was {Shown(value.GetRawText())})");
            return null;
        }

        return text;
    }

    /// <summary>A text; null for one that is none.</summary>
    internal static string? ReadText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // The text goes to a terminal: no control characters, no page-long values.
    private static string Shown(string text)
    {
        var shown = text.Length > 60 ? text[..60] + "..." : text;
        return string.Create(shown.Length, shown, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? '?' : source[i];
            }
        });
    }
}
