namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>One node of the file with its position (from 1).</summary>
internal abstract record ConfigNode(int Line, int Column)
{
    /// <summary>Whether it stands for "nothing here": <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    public virtual bool IsNull => false;
}
