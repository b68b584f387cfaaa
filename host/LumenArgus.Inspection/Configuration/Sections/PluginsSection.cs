using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Trust;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class PluginsSection
{
    private static readonly (string Name, OnFault Value)[] OnFaults =
    [
        ("allow", OnFault.Allow), ("block", OnFault.Block), ("block_if_no_other_detector", OnFault.BlockIfNoOtherDetector),
    ];

    private static readonly (string Name, PluginTrust Value)[] Trusts =
        [("open", PluginTrust.Open), ("pinned", PluginTrust.Pinned), ("signed", PluginTrust.Signed)];

    private static readonly (string Name, PluginIsolation Value)[] Isolations = [("none", PluginIsolation.None), ("process", PluginIsolation.Process)];
    private static readonly (string Name, FailMode Value)[] HookModes = [("allow", FailMode.Open), ("block", FailMode.Closed)];

    public static PluginsConfig Read(SectionReader section, ReadContext context)
    {
        var config = new PluginsConfig
        {
            Trust = section.Choice("trust", PluginTrust.Open, Trusts),
            TrustedKeys = ReadKeys(section, context),
            OnFault = section.Choice("on_fault", OnFault.Allow, OnFaults),
            ProcessMemoryMb = ReadMemory(section) ?? 512,
            ProcessCallMs = ReadCall(section) ?? 50,
        };
        var plugins = ImmutableDictionary.CreateBuilder<string, PluginConfig>(StringComparer.Ordinal);
        foreach (var entry in section.Unread.ToArray())
        {
            // An identifier has at least two parts, so a slip in "trust" cannot be taken for a plugin.
            if (entry.Key.Value.AsSpan().IndexOfAny('.', '-') > 0)
            {
                plugins[entry.Key.Value] = ReadOne(section.Section(entry.Key.Value), context);
            }
        }

        section.Finish();
        return config with { ById = plugins.ToImmutable() };
    }

    // A key that is none would trust nobody, and its owner would look for the mistake elsewhere.
    private static ImmutableArray<string> ReadKeys(SectionReader section, ReadContext context)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var node in section.TextNodes("trusted_keys"))
        {
            if (PluginKey.TryParse(node.Value) is null)
            {
                context.Error(node, section.PathOf("trusted_keys"), "holds a text that is no public key; 'lumen-argus plugins keygen' prints one");
            }

            keys.Add(node.Value);
        }

        return keys.ToImmutable();
    }

    private static int? ReadMemory(SectionReader section) =>
        section.Scalar("process_memory_mb") is null ? null : (int)section.Integer("process_memory_mb", 512, 64, 65_536);

    private static int? ReadCall(SectionReader section) =>
        section.Scalar("process_call_ms") is null ? null : (int)section.Integer("process_call_ms", 50, 10, 60_000);

    private static HookFaults ReadHooks(SectionReader section)
    {
        string[] known = [.. HookFaults.Choosable, HookFaults.AlwaysBlocks, .. HookFaults.NeverBlocks.Keys];
        var modes = ImmutableDictionary.CreateBuilder<string, FailMode>(StringComparer.Ordinal);
        foreach (var name in section.Keys.ToArray())
        {
            if (!known.Contains(name))
            {
                section.Error(name, $"is no hook; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}{Suggestion.For(name, known)}");
                section.Node(name);
                continue;
            }

            var hook = section.Section(name);
            if (hook.Scalar("on_fault") is not null)
            {
                var mode = hook.Choice("on_fault", FailMode.Open, HookModes);
                if (mode == FailMode.Open && name == HookFaults.AlwaysBlocks)
                {
                    hook.Error("on_fault", "must be block: what was to be removed is not sent");
                }
                else if (mode == FailMode.Closed && HookFaults.NeverBlocks.TryGetValue(name, out var why))
                {
                    hook.Error("on_fault", $"must be allow: {why}");
                }

                modes[name] = mode;
            }

            hook.Finish();
        }

        return new HookFaults(modes.ToImmutable());
    }

    private static PluginConfig ReadOne(SectionReader section, ReadContext context) => new()
    {
        Enabled = section.Boolean("enabled", fallback: true),
        OnFault = section.Scalar("on_fault") is null ? null : section.Choice("on_fault", OnFault.Allow, OnFaults),
        Grant = section.Texts("grant"),
        Isolation = section.Scalar("isolation") is null ? null : section.Choice("isolation", PluginIsolation.None, Isolations),
        ProcessMemoryMb = ReadMemory(section),
        ProcessCallMs = ReadCall(section),
        Hooks = ReadHooks(section.Section("hooks")),
        Settings = SettingReader.Read(section, context),
    };
}
