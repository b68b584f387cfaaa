namespace LumenArgus.Tests.Scanning.Decoding;

public class CompressionTests
{
    [Fact]
    public void Expand_TextThatBeginsLikeACompressedStream_IsReadAsText()
    {
        foreach (var second in Enumerable.Range(0, 256))
        {
            byte[] text = [(byte)'x', (byte)second, .. "= the key "u8, .. System.Text.Encoding.ASCII.GetBytes(Decoded.Aws + " ends")];

            Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(text)) + "]").Only("aws_access_key").Location.ShouldBe("[0][base64]");
        }
    }
}
