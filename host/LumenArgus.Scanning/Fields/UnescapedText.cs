namespace LumenArgus.Scanning.Fields;

/// <summary>A string with escapes: where its text is in the side buffer, and where its checkpoints begin.</summary>
internal struct UnescapedText
{
    public int Start;
    public int Length;
    public int FirstCheckpoint;
    public int CheckpointCount;
}
