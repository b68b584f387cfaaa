namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>A key that every configuration has, with the way to see that it changed.</summary>
internal sealed record Setting
{
    private readonly Func<LumenArgusConfig, string> _text;
    private readonly Func<LumenArgusConfig, LumenArgusConfig, bool> _isWeaker;

    private Setting(string key, Func<LumenArgusConfig, string> text, Func<LumenArgusConfig, LumenArgusConfig, bool> isWeaker)
    {
        Key = key;
        _text = text;
        _isWeaker = isWeaker;
    }

    public string Key { get; }

    public bool NeedsRestart { get; private init; }

    /// <summary>A setting that a reload applies.</summary>
    /// <param name="key">The key with its parents.</param>
    /// <param name="read">Its value; two values are the same if their texts are.</param>
    /// <param name="isWeaker">Whether going from the first to the second value protects less; null if no value does.</param>
    public static Setting Live<T>(string key, Func<LumenArgusConfig, T> read, Func<T, T, bool>? isWeaker = null) =>
        new(key, config => SettingText.Of(read(config)), (from, to) => isWeaker is not null && isWeaker(read(from), read(to)));

    /// <summary>A setting that is read once, at the start.</summary>
    public static Setting AtStart<T>(string key, Func<LumenArgusConfig, T> read, Func<T, T, bool>? isWeaker = null) =>
        Live(key, read, isWeaker) with { NeedsRestart = true };

    public string TextOf(LumenArgusConfig config) => _text(config);

    public ConfigChange? Compare(LumenArgusConfig from, LumenArgusConfig to)
    {
        var (old, now) = (_text(from), _text(to));
        return old == now ? null : new ConfigChange(Key, old, now) { IsWeaker = _isWeaker(from, to), NeedsRestart = NeedsRestart };
    }
}
