using System.Text;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>The texts of a message. What a detector asks for rarely, the path of a field, is asked of the host.</summary>
internal sealed class ChildDocument : ScanDocument
{
    private readonly WireMessage _message;
    private readonly Func<int, string> _pathOf;
    private readonly (int Start, int Length)[] _places;
    private readonly FieldRole[] _roles;
    private readonly bool[] _latest;
    private readonly string?[] _files;
    private readonly string?[] _chains;
    private string?[]? _texts;

    private ChildDocument(WireMessage message, int count, Func<int, string> pathOf)
    {
        _message = message;
        _pathOf = pathOf;
        _places = new (int Start, int Length)[count];
        _roles = new FieldRole[count];
        _latest = new bool[count];
        _files = new string?[count];
        _chains = new string?[count];
    }

    public override int Count => _places.Length;

    public string Provider { get; private init; } = "";

    public string? Model { get; private init; }

    public RuleStages Stage { get; private init; }

    public SessionContext Session { get; private init; } = SessionContext.Empty;

    /// <param name="message">The message, which the texts are views of.</param>
    /// <param name="reader">Behind what stands in front of the batch.</param>
    /// <param name="pathOf">Asks the host for the path of a field.</param>
    /// <exception cref="InvalidDataException">It is no batch.</exception>
    public static ChildDocument Read(WireMessage message, WireReader reader, Func<int, string> pathOf)
    {
        var (provider, model, stage) = (reader.Text(), reader.TextOrNull(), (RuleStages)reader.Byte());
        var session = SessionWire.Read(ref reader);
        var document = new ChildDocument(message, reader.Count(BatchWire.MinFieldBytes), pathOf) { Provider = provider, Model = model, Stage = stage, Session = session };
        long start = 0;
        for (var i = 0; i < document.Count; i++)
        {
            var length = reader.Number();
            document._places[i] = ((int)start, length);
            document._roles[i] = reader.Choice<FieldRole>();
            var flags = (BatchWire.FieldFlags)reader.Byte();
            document._latest[i] = flags.HasFlag(BatchWire.FieldFlags.IsLatestTurn);
            document._files[i] = flags.HasFlag(BatchWire.FieldFlags.HasFile) ? reader.Text()
                : flags.HasFlag(BatchWire.FieldFlags.HasFileOfFieldBefore) ? document._files[i - 1]
                : null;
            document._chains[i] = flags.HasFlag(BatchWire.FieldFlags.HasChain) ? reader.Text() : null;
            start += length;
        }

        if (start != reader.Left)
        {
            throw new InvalidDataException("The texts of the batch are not those that it names.");
        }

        var offset = message.Payload.Length - reader.Left;
        for (var i = 0; i < document.Count; i++)
        {
            document._places[i].Start += offset;
        }

        return document;
    }

    protected override ReadOnlySpan<byte> GetUtf8(int index) => _message.Payload.Slice(_places[index].Start, _places[index].Length);

    protected override ReadOnlySpan<char> GetText(int index)
    {
        _texts ??= new string?[Count];
        return _texts[index] ??= Encoding.UTF8.GetString(GetUtf8(index));
    }

    protected override FieldRole GetRole(int index) => _roles[index];

    protected override bool GetIsLatestTurn(int index) => _latest[index];

    protected override string? GetSourceFile(int index) => _files[index];

    protected override string GetDecodeChain(int index) => _chains[index] ?? "";

    protected override string GetPath(int index) => _pathOf(index);
}
