using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields.Forms;

/// <summary>A part of a multipart body of which more is to be known than its text: it is a file, or it is encoded.</summary>
internal struct FormPart
{
    /// <summary>Where its content begins and ends in the body.</summary>
    public int Start;
    public int End;

    /// <summary>A field of the part: its content, or where it has none its header.</summary>
    public int Field;

    /// <summary>Where its file name stands; empty without one.</summary>
    public ByteSpan File;

    /// <summary>Where its content codings stand; empty without them.</summary>
    public ByteSpan Coding;

    public TransferEncoding Transfer;
}
