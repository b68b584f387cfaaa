using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields.Forms;

namespace LumenArgus.Scanning.Fields;

/// <summary>What is known of a body that is a form, beside its fields.</summary>
public sealed partial class BodyDocument
{
    private const int MaxFileNameBytes = 1024;

    private string?[]? _partFiles;

    /// <summary>Whether the body is a form or a multipart body.</summary>
    public bool IsFormBody => _table.Containers.Count > 0 && _table.Containers[0].IsForm;

    internal bool IsForm(int container) => container >= 0 && _table.Containers[container].IsForm;

    /// <summary>The part whose content begins with a field; null if more than its text is not known of it.</summary>
    internal FormPart? PartOf(int field)
    {
        var part = PartAt(_table.Fields[field].RawStart);
        return part >= 0 && _table.Parts[part] is var found && found.Field == field && found.Start == _table.Fields[field].RawStart ? found : null;
    }

    // The name as a program would show it; encoded words and percent signs are left as they are.
    private string? PartFile(int offset) => PartAt(offset) is >= 0 and var part ? FileOfPart(part) : null;

    private IEnumerable<SourceFile> PartFiles()
    {
        for (var i = 0; i < _table.Parts.Count; i++)
        {
            if (FileOfPart(i) is { } file)
            {
                yield return new SourceFile(file, _table.Parts[i].Field);
            }
        }
    }

    private string? FileOfPart(int part)
    {
        var span = _table.Parts[part].File;
        if (span.Length == 0)
        {
            return null;
        }

        _partFiles ??= new string?[_table.Parts.Count];
        return _partFiles[part] ??= Encoding.UTF8.GetString(_table.Body.Span.Slice(span.Start, Math.Min(span.Length, MaxFileNameBytes)));
    }

    private bool IsInFile(int field) => PartAt(_table.Fields[field].RawStart) is >= 0 and var part && _table.Parts[part].File.Length > 0;

    // Parts are in the order of the body.
    private int PartAt(int offset)
    {
        int low = 0, high = _table.Parts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_table.Parts[middle].Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && offset < _table.Parts[low - 1].End ? low - 1 : -1;
    }
}
