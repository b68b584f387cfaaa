using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LumenArgus.Storage.Database;

/// <summary>One step of the schema: an embedded file <c>NNNN_what_it_does.sql</c>. A step that was released is never changed.</summary>
internal sealed record Migration(int Number, string Description, string Sql)
{
    /// <summary>All steps in order.</summary>
    public static ImmutableArray<Migration> All { get; } = Load();

    private static ImmutableArray<Migration> Load()
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                    return new Migration(
                        int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name[5..^4].Replace('_', ' '), reader.ReadToEnd());
                }),
        ];
    }
}
