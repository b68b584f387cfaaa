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
    public void Expand_ZipArchive_IsLookedInto() =>
        Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(Archive($"<w:t>{Decoded.GitHub}</w:t>"))) + "]").Only("github_token").Location.ShouldBe("[0][base64][gzip]");

    [Fact]
    public void Expand_EncryptedEntry_IsReportedAndTheOthersAreRead()
    {
        var file = Archive($"<w:t>{Decoded.GitHub}</w:t>");

        // General purpose bit 0 of the first entry, in its own header and in the directory (APPNOTE.TXT 4.4.4).
        file[file.AsSpan().IndexOf("PK\u0003\u0004"u8) + 6] |= 1;
        file[file.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        var result = Decoded.Run("[" + Decoded.Json(Convert.ToBase64String(file)) + "]");

        result.Only("github_token").Location.ShouldBe("[0][base64][gzip]");
        result.Only("unscanned").Detail.ShouldNotBeNull().ShouldContain("encrypted");
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

    private static byte[] Archive(string last)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["word/styles.xml", "word/document.xml"])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<w:p>lorem ipsum</w:p>", 50)) + (name.EndsWith("document.xml", StringComparison.Ordinal) ? last : "")));
            }
        }

        return file.ToArray();
    }
}
