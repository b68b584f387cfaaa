using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>
/// A value for a template: a text, a number, a truth value, a list, an object, or nothing. Closed, because a template engine keeps every type that it has seen, and with one of a
/// plugin the plugin's code.
/// </summary>
public sealed class TemplateValue
{
    private readonly object? _value;

    private TemplateValue(object? value) => _value = value;

    /// <summary>Nothing: empty where it is written, false in a condition.</summary>
    public static TemplateValue None { get; } = new(null);

    /// <summary>A text.</summary>
    /// <param name="text">The text; null is <see cref="None"/>.</param>
    /// <returns>The value.</returns>
    public static TemplateValue Of(string? text) => text is null ? None : new(text);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The value.</returns>
    public static TemplateValue Of(long number) => new(number);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The value.</returns>
    public static TemplateValue Of(double number) => new(number);

    /// <summary>A truth value.</summary>
    /// <param name="isTrue">The truth value.</param>
    /// <returns>The value.</returns>
    public static TemplateValue Of(bool isTrue) => new(isTrue);

    /// <summary>A list, copied.</summary>
    /// <param name="values">Its values.</param>
    /// <returns>The value.</returns>
    public static TemplateValue Of(IEnumerable<TemplateValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.ToImmutableArray());
    }

    /// <summary>An object, copied.</summary>
    /// <param name="members">Its members.</param>
    /// <returns>The value.</returns>
    public static TemplateValue Of(IEnumerable<KeyValuePair<string, TemplateValue>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new(members.ToImmutableDictionary(StringComparer.Ordinal));
    }

    /// <summary>The value in types of the runtime: a string, a <see cref="long"/>, a <see cref="double"/>, a <see cref="bool"/>, an array, a dictionary, or null.</summary>
    /// <returns>The value.</returns>
    public object? ToObject() => _value switch
    {
        ImmutableArray<TemplateValue> list => list.Select(static value => value.ToObject()).ToArray(),
        ImmutableDictionary<string, TemplateValue> members => members.ToDictionary(static member => member.Key, static member => member.Value.ToObject(), StringComparer.Ordinal),
        _ => _value,
    };
}
