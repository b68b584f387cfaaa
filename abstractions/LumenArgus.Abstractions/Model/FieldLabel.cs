using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>
/// What the texts at a place of a provider's bodies are. Data, not code: the host compiles all labels of a provider once and no plugin is called for a
/// text. A label never hides a text. It counts for all that stands inside the place, until a nearer label says otherwise.
/// </summary>
public sealed class FieldLabel
{
    /// <summary>The segment for every element of an array.</summary>
    public const string Elements = "[]";

    /// <summary>The segment for a property of any name.</summary>
    public const string AnyName = "*";

    /// <summary>The first segment of a path that begins anywhere; one name follows.</summary>
    public const string Anywhere = "**";

    private const int MaxSegments = 32;

    /// <summary>Creates a label.</summary>
    /// <param name="path">
    /// Names from the top of the body, separated by dots. <c>[]</c> behind a name, or at the start, is every element of an array; <c>*</c> is any name; <c>**.</c>
    /// and one name is the property of that name wherever it stands. For example <c>turns[].parts[].upload</c>.
    /// </param>
    /// <param name="role">What stands there; <see cref="FieldRole.Unknown"/> leaves that to what is around it.</param>
    /// <exception cref="ArgumentException">The path is none.</exception>
    public FieldLabel(string path, FieldRole role)
    {
        ArgumentNullException.ThrowIfNull(path);
        Path = path;
        Role = role;
        Segments = Parse(path);
    }

    /// <summary>The place, as it was given.</summary>
    public string Path { get; }

    /// <summary>What stands there.</summary>
    public FieldRole Role { get; }

    /// <summary>
    /// Whether the place is the array of the conversation's messages, oldest first. The newest turn begins behind the last message of the model. Without such
    /// a label the arrays <c>messages</c>, <c>input</c> and <c>contents</c> at the top are taken for it.
    /// </summary>
    public bool HoldsMessages { get; init; }

    /// <summary>The place in parts: names, <see cref="Elements"/>, <see cref="AnyName"/> and <see cref="Anywhere"/>.</summary>
    public ImmutableArray<string> Segments { get; }

    /// <summary>Shows place and role.</summary>
    /// <returns>For example <c>tools: ToolDefinition</c>.</returns>
    public override string ToString() => $"{Path}: {Role}";

    private static ImmutableArray<string> Parse(string path)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        foreach (var part in path.Split('.'))
        {
            var name = part;
            var arrays = 0;
            while (name.EndsWith(Elements, StringComparison.Ordinal))
            {
                name = name[..^Elements.Length];
                arrays++;
            }

            if (name.Length > 0)
            {
                segments.Add(name);
            }

            segments.AddRange(Enumerable.Repeat(Elements, arrays));
            var isEmpty = name.Length == 0 && (arrays == 0 || segments.Count > arrays);
            var isMisplaced = name == Anywhere ? segments.Count != 1 : name.AsSpan().IndexOfAny("[]*") >= 0 && name != AnyName;
            if (isEmpty || isMisplaced)
            {
                throw Wrong(path);
            }
        }

        var isAnywhere = segments[0] == Anywhere;
        return segments.Count <= MaxSegments && (!isAnywhere || (segments.Count == 2 && segments[1] is not (Elements or AnyName)))
            ? segments.ToImmutable()
            : throw Wrong(path);
    }

    private static ArgumentException Wrong(string path) => new(
        $"'{path}' is no path of a label: names separated by dots, [] for the elements of an array, * for any name, or **. and one name", nameof(path));
}
