using LumenArgus.Abstractions.Model;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of <c>roles</c>.</summary>
internal static class RoleDiff
{
    private const string Default = "(default)";

    public static IEnumerable<ConfigChange> Between(LumenArgusConfig from, LumenArgusConfig to)
    {
        foreach (var role in from.Roles.Keys.Union(to.Roles.Keys).Order())
        {
            var (old, now) = (Text(from, role), Text(to, role));
            if (old != now)
            {
                yield return new ConfigChange($"roles.{WireNames.Of(role)}.action", old, now) { IsWeaker = to.DefaultActionFor(role) < from.DefaultActionFor(role) };
            }
        }
    }

    private static string Text(LumenArgusConfig config, FieldRole role) => config.Roles.TryGetValue(role, out var action) ? SettingText.Of(action) : Default;
}
