namespace LumenArgus.FunctionalTests.Smuggling;

/// <summary>Bytes that one of two parsers may take for something else.</summary>
/// <param name="Name">What is odd about them.</param>
/// <param name="Bytes">As they are on the wire (Latin-1).</param>
/// <param name="Forwarded">How many requests the provider may see of them; 0 where they are refused.</param>
internal sealed record Payload(string Name, string Bytes, int Forwarded)
{
    public override string ToString() => Name;
}
