using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;

namespace LumenArgus.TestPlugins.Services;

/// <summary>Words in the plugin's own file.</summary>
internal sealed class Words(IPluginRows rows)
{
    private static readonly ImmutableDictionary<string, object?> Nothing = ImmutableDictionary<string, object?>.Empty;

    public async ValueTask AddAsync(string word, int times, CancellationToken cancellationToken) =>
        await rows.ExecuteAsync("INSERT INTO words (word, times) VALUES (@word, @times)", Nothing.Add("word", word).Add("times", times), cancellationToken);

    public ValueTask<ImmutableArray<string>> AllAsync(CancellationToken cancellationToken) =>
        rows.QueryAsync("SELECT word, times FROM words ORDER BY id", Nothing, static row => $"{row.GetString(0)} x{row.GetInt32(1)}", cancellationToken);

    public ValueTask<int> BreakAsync(CancellationToken cancellationToken) =>
        rows.ExecuteAsync("INSERT INTO words (word) VALUES ('half'); INSERT INTO missing VALUES (1)", Nothing, cancellationToken);
}
