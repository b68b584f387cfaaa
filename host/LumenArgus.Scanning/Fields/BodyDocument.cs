using System.Text;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields.Forms;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// The texts of one body. Every string value and property name of JSON is a field, whatever the shape; what is no JSON is a text field. Behind the fields
/// stand the views that were made from them.
/// Holds views of the body: use it only while the body is leased. Not thread safe: one exchange, one thread at a time.
/// Its tables are from a pool. The owner disposes it when nobody can see it any more; where that is not known (abandoned code), it never does,
/// and the garbage collector takes them.
/// </summary>
public sealed partial class BodyDocument : ScanDocument, IDisposable
{
    private readonly FieldTable _table;
    private readonly int _jsonEnd;
    private string?[]? _texts;
    private bool _isSensitive;
    private int _isDisposed;

    private BodyDocument(FieldTable table, int jsonEnd, string? file, LabelSet labels)
    {
        _labels = labels;
        _table = table;
        _jsonEnd = jsonEnd;
        _file = file;
    }

    /// <inheritdoc/>
    public override int Count => _table.Fields.Count + (_views?.Entries.Count ?? 0);

    /// <summary>Whether the body is JSON (leniently read) from start to end.</summary>
    public bool IsJson => _jsonEnd == _table.Body.Length && (_table.Fields.Count > 0 || _table.Body.Length > 0);

    /// <summary>The body as it was received.</summary>
    public ReadOnlyMemory<byte> Body => _table.Body;

    /// <summary>Bytes of all fields as they stand in the body, and of all views: at least as many as their texts have.</summary>
    public long TextBytes => _table.RawBytes + (_views?.TextBytes ?? 0);

    internal FieldTable Table => _table;

    /// <summary>Reads a body. Never throws on content.</summary>
    /// <param name="body">The body after content decoding.</param>
    /// <param name="file">The file whose content the body is; null for a request, which may name files itself.</param>
    /// <param name="labels">What the provider says about places in its bodies; null where it is not known whose body it is.</param>
    /// <param name="format">What its Content-Type says; null for none.</param>
    /// <returns>The document.</returns>
    public static BodyDocument Parse(ReadOnlyMemory<byte> body, string? file = null, LabelSet? labels = null, BodyFormat? format = null)
    {
        var table = new FieldTable(body);
        return new BodyDocument(table, Walk(table, file is null ? format ?? BodyFormat.Unstated : null), file, labels ?? LabelSet.None);
    }

    // A file is what it is; only a request can be a form.
    private static int Walk(FieldTable table, BodyFormat? format) =>
        format is not null && (MultipartWalker.TryWalk(table, format) || (format.IsUrlEncoded && UrlEncodedWalker.TryWalk(table))) ? -1 : JsonWalker.Walk(table);

    /// <summary>Gives the tables back, cleared if the body held a match. Only for the last user: a reader afterwards finds no fields.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _table.Return(_isSensitive);
            _views?.Return(_isSensitive);
            _leftOut.Return();
            _recall?.Return();
            _sources?.Return(_isSensitive);
        }
    }

    /// <summary>The body holds a match: the texts are cleared when they are given back.</summary>
    internal void MarkSensitive() => _isSensitive = true;

    /// <summary>A field's text as UTF-8.</summary>
    /// <param name="field">Index of the field.</param>
    /// <returns>A view of the body or of a buffer beside it.</returns>
    public ReadOnlySpan<byte> Utf8(int field) => IsView(field) ? _views!.Utf8(ViewOf(field)) : _table.Utf8(field);

    internal string TextOf(int field)
    {
        _texts ??= new string?[Count];
        return _texts[field] ??= Encoding.UTF8.GetString(Utf8(field));
    }

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> GetUtf8(int index) => Utf8(index);

    /// <inheritdoc/>
    protected override ReadOnlySpan<char> GetText(int index) => TextOf(index);

    /// <inheritdoc/>
    protected override string GetDecodeChain(int index) => ChainText(index);

    /// <inheritdoc/>
    protected override string GetPath(int index) => PathOf(index);

    /// <inheritdoc/>
    protected override FieldRole GetRole(int index) => RoleOf(index);

    /// <inheritdoc/>
    protected override bool GetIsLatestTurn(int index) => IsLatestTurn(index);

    /// <inheritdoc/>
    protected override string? GetSourceFile(int index) => SourceFileOf(index);
}
