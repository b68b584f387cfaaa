using LumenArgus.Abstractions.Host;

namespace LumenArgus.Abstractions.Model;

/// <summary>
/// All texts of one exchange, valid during the call it is passed to. A ref struct: a detector cannot keep it or its fields, so no plugin
/// can see the bytes of another exchange in a reused buffer.
/// </summary>
public readonly ref struct ScanBatch
{
    private readonly ScanDocument _document;

    /// <summary>Creates a view of a document. The host and the test kit do this, plugins do not.</summary>
    /// <param name="document">The texts.</param>
    /// <param name="provider">Identifier of the provider, for example <c>anthropic</c>.</param>
    /// <param name="model">Model named in the request, or null.</param>
    /// <param name="session">Who sent it.</param>
    public ScanBatch(ScanDocument document, string provider, string? model, SessionContext session)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(session);
        _document = document;
        Provider = provider;
        Model = model;
        Session = session;
    }

    /// <summary>Identifier of the provider, for example <c>anthropic</c>.</summary>
    public string Provider { get; }

    /// <summary>Model named in the request, or null.</summary>
    public string? Model { get; }

    /// <summary>Who sent it.</summary>
    public SessionContext Session { get; }

    /// <summary>Which traffic the texts are of.</summary>
    public RuleStages Stage { get; init; } = RuleStages.Request;

    /// <summary>Number of fields.</summary>
    public int Count => _document.Count;

    /// <summary>One field.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside.</exception>
    public ScanField this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _document.Count);
            return new ScanField(_document, index);
        }
    }

    /// <summary>Enumerates the fields.</summary>
    /// <returns>An enumerator for <c>foreach</c>.</returns>
    public Enumerator GetEnumerator() => new(_document);

    /// <summary>Enumerates the fields of a batch.</summary>
    public ref struct Enumerator
    {
        private readonly ScanDocument _document;
        private int _index;

        internal Enumerator(ScanDocument document)
        {
            _document = document;
            _index = -1;
        }

        /// <summary>The current field.</summary>
        public readonly ScanField Current => new(_document, _index);

        /// <summary>Goes to the next field.</summary>
        /// <returns>False behind the last one.</returns>
        public bool MoveNext() => ++_index < _document.Count;
    }
}
