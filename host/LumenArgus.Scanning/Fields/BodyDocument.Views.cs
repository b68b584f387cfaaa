using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Scanning.Fields;

/// <summary>Views: texts made from fields. Their indexes follow those of the fields; role, file and place are those of the field they came from.</summary>
public sealed partial class BodyDocument
{
    private static readonly (TextEncodings Encoding, string Name)[] ChainNames =
    [
        (TextEncodings.Joined, "[joined]"),
        (TextEncodings.Base64, "[base64]"),
        (TextEncodings.Compressed, "[gzip]"),
        (TextEncodings.Hex, "[hex]"),
        (TextEncodings.Url, "[url]"),
        (TextEncodings.QuotedPrintable, "[quoted-printable]"),
        (TextEncodings.Unicode, "[unicode]"),
        (TextEncodings.Html, "[html]"),
        (TextEncodings.Normalized, "[normalized]"),
        (TextEncodings.Table, "[table]"),
    ];

    private ViewTable? _views;

    internal ViewTable? Views => _views;

    /// <summary>Number of fields of the body itself, without views.</summary>
    internal int FieldCount => _table.Fields.Count;

    /// <summary>All ranges of the body that a range of a text came from. More than one where a view joins several fields.</summary>
    /// <param name="field">Index of the field or view.</param>
    /// <param name="start">First byte in its UTF-8 text.</param>
    /// <param name="length">Number of bytes.</param>
    /// <returns>The ranges, in the order of the text.</returns>
    public IReadOnlyList<ByteSpan> ToBodySpans(int field, int start, int length)
    {
        if (!IsView(field))
        {
            return [ToBodySpan(field, start, length)];
        }

        var ranges = new List<SourceRange>();
        _views!.Map(ViewOf(field), start, start + length, ranges);
        var spans = new List<ByteSpan>(ranges.Count);
        foreach (var range in ranges)
        {
            spans.AddRange(ToBodySpans(range.Source, range.Start, range.End - range.Start));
        }

        return spans;
    }

    internal bool IsView(int field) => field >= _table.Fields.Count;

    /// <summary>Index of a view in the table of views.</summary>
    internal int ViewOf(int field) => field - _table.Fields.Count;

    /// <summary>The field that a text came from; for one that came from several the first.</summary>
    internal int RootOf(int field) => IsView(field) ? _views!.Entries[ViewOf(field)].Root : field;

    /// <summary>All that was done to a text since it was in the body.</summary>
    internal TextEncodings ChainOf(int field) => IsView(field) ? _views!.Entries[ViewOf(field)].Chain : TextEncodings.None;

    /// <summary>Whether a range of a view is only copied, so that it was looked at in its source.</summary>
    internal bool IsCopied(int field, int start, int length) => IsView(field) && _views!.IsCopied(ViewOf(field), start, start + length);

    /// <summary>Whether the text begins where the value of its field begins.</summary>
    internal bool IsFromStart(int field) => !IsView(field) || _views!.IsFromStart(ViewOf(field));

    /// <summary>The ranges of its sources that a range of a view came from.</summary>
    internal void MapToSources(int view, int start, int length, List<SourceRange> ranges) => _views!.Map(ViewOf(view), start, start + length, ranges);

    /// <summary>Begins the table of views.</summary>
    internal ViewTable StartViews(TextEncodings enabled)
    {
        if (_views is not null)
        {
            throw new InvalidOperationException("The document has views already.");
        }

        _texts = null;
        return _views = new ViewTable(this, enabled);
    }

    internal string ChainText(int field)
    {
        if (!IsView(field))
        {
            return "";
        }

        var view = ViewOf(field);
        var chain = new StringBuilder(ChainText(_views!.PiecesOf(view)[0].Source));
        foreach (var (encoding, name) in ChainNames)
        {
            if ((_views.Entries[view].Encodings & encoding) != TextEncodings.None)
            {
                chain.Append(name);
            }
        }

        return chain.ToString();
    }
}
