using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Responses;
using LumenArgus.Scanning.Responses.Rewriting;

namespace LumenArgus.Tests.Scanning.Responses.Rewriting;

/// <summary>Sends a response through a rewriter in chunks.</summary>
internal static class RewriteRun
{
    /// <summary>The whole response.</summary>
    public static byte[] Whole(ResponseShape shape, ReadOnlySpan<byte> body, Random random, Func<ResponseText, RewrittenText?> rewrite, int maxEventBytes = Streams.Limit)
    {
        var rewriter = new StreamRewriter(shape, maxEventBytes);
        var output = new List<byte>();
        Feed(rewriter, body, random, rewrite, output);
        rewriter.Complete(rewrite);
        output.AddRange(rewriter.Output.Span);
        return [.. output];
    }

    /// <summary>A response that was cut: no end is told.</summary>
    public static byte[] Cut(ResponseShape shape, ReadOnlySpan<byte> body, Random random, Func<ResponseText, RewrittenText?> rewrite)
    {
        var output = new List<byte>();
        Feed(new StreamRewriter(shape, Streams.Limit), body, random, rewrite, output);
        return [.. output];
    }

    private static void Feed(StreamRewriter rewriter, ReadOnlySpan<byte> body, Random random, Func<ResponseText, RewrittenText?> rewrite, List<byte> output)
    {
        var longest = random.Next(3) switch { 0 => 1, 1 => 20, _ => 2000 };
        while (!body.IsEmpty)
        {
            var taken = random.Next(1, Math.Min(body.Length, longest) + 1);
            rewriter.Append(body[..taken], rewrite);
            output.AddRange(rewriter.Output.Span);
            rewriter.ClearOutput();
            body = body[taken..];
        }
    }
}
