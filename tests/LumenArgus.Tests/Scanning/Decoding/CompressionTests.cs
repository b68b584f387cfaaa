using System.IO.Compression;
using System.Text;

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

    [Fact]
    public void Expand_ZipArchive_IsLookedInto()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["word/styles.xml", "word/document.xml"])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<w:p>lorem ipsum</w:p>", 50)) + (name.EndsWith("document.xml", StringComparison.Ordinal) ? $"<w:t>{Decoded.GitHub}</w:t>" : "")));
            }
        }

        Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(file.ToArray())) + "]").Only("github_token").Location.ShouldBe("[0][base64][gzip]");
    }

    [Fact]
    public void Expand_StreamsOfAPdf_AreLookedInto()
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n1 0 obj << /Filter /FlateDecode >>\n"u8);
        foreach (var text in (string[])["BT (nothing here) Tj ET", $"BT (the key {Decoded.GitHub} is) Tj ET"])
        {
            file.Write("stream\r\n"u8);
            using (var zlib = new ZLibStream(file, CompressionMode.Compress, leaveOpen: true))
            {
                zlib.Write(Encoding.ASCII.GetBytes(text));
            }

            file.Write("\nendstream\nendobj\n"u8);
        }

        Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(file.ToArray())) + "]").Only("github_token").Location.ShouldBe("[0][base64][gzip]");
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and no archive, but the key # is in it")]
    [InlineData("%PDF-1.4 stream\nno stream, but the key # is in it")]
    public void Expand_FileThatOnlyBeginsSo_IsReadAsText(string text) =>
        Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(Encoding.ASCII.GetBytes(text.Replace("#", Decoded.GitHub, StringComparison.Ordinal)))) + "]").Only("github_token").Location.ShouldBe("[0][base64]");
}
