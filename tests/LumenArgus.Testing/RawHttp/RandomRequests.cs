using System.Text;

namespace LumenArgus.Testing.RawHttp;

/// <summary>
/// Random requests that are legal HTTP and as odd as real ones get: escapes and dot segments in the target, repeated and Latin-1 headers, JSON
/// bodies with duplicate keys, huge numbers, lone surrogates, a byte order mark, or no JSON at all. One seed gives one sequence.
/// </summary>
public sealed class RandomRequests(int seed)
{
    private const string TokenChars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~";
    private const string TargetChars = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-._~!$&'()*+,;=:@\"<>[]\\^`{|}";

    private static readonly string[] Segments =
        ["v1", "..", ".", "", "%2F", "%2f", "%2E%2e", "%E9", "%41", "%7e", "a%20b", "models", "gpt-4o:generate", "%25", "%C3%A9", ";p=1", "a//b", "~", "x%5Cy"];

    private static readonly string[] Names =
        ["Accept", "accept-encoding", "User-Agent", "x-api-key", "anthropic-version", "anthropic-beta", "Authorization", "Cookie", "X-Custom", "x-stainless-os",
         "Content-Type", "Content-Language", "Content-Encoding-Hint", "Accept-Language", "If-None-Match", "Cache-Control", "Range", "Origin", "Referer",
         "Via", "X-Forwarded-For", "traceparent", "Date", "From", "Pragma", "Warning", "Forwarded", "Expires", "Allow", "Last-Modified", "Content-MD5"];

    private static readonly string[] Values =
        ["", "a", "a, b", "a,b , c", "\"quoted, comma\"", "text/event-stream; q=0.5, */*", "Mozilla/5.0 (X; y) (((", "not/a valid//user agent", "=;=", "caf\u00e9 \u00ff\u00a0x",
         "a  b\tc", "W/\"x\"", "bytes=0-", "gzip, deflate, br, zstd", "Bearer sk-not-a-key", "a=b; c=\"d\"; e", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"];

    private static readonly string[] JsonPieces =
        ["\"a\":1", "\"a\":1", "\"n\":1e400", "\"n\":-0.0E+5", "\"s\":\"\\ud800\"", "\"s\":\"\\udc00\\ud83d\\ude00\"", "\"e\":\"\\u0041\\/\\b\\f\\n\"", "\"\":null",
         "\"text\":\"line\\r\\nline\"", "\"deep\":[[[[[{}]]]]]", "\"big\":123456789012345678901234567890", "\"utf8\":\"\u00c3\u00a9\u00e2\u0082\u00ac\"", " \t\"sp\" : true "];

    private readonly Random _random = new(seed);

    /// <param name="largestBodyBytes">Most bodies are small; one in twenty goes up to this.</param>
    public RawRequest Next(int largestBodyBytes = 200_000)
    {
        var method = Pick("POST", "POST", "POST", "POST", "GET", "GET", "PUT", "PATCH", "DELETE", "OPTIONS", "REPORT");
        var body = method is "POST" or "PUT" or "PATCH" ? NextBody(largestBodyBytes) : _random.Next(8) == 0 ? NextBody(100) : null;
        return new RawRequest(method, NextTarget(), NextHeaders(), body, Chunked: body is not null && _random.Next(4) == 0);
    }

    private string NextTarget()
    {
        var target = new StringBuilder();
        for (var i = _random.Next(1, 7); i > 0; i--)
        {
            target.Append('/').Append(_random.Next(3) == 0 ? Letters(TargetChars, _random.Next(1, 12)) : Pick(Segments));
        }

        return _random.Next(4) switch
        {
            0 => target.Append('?').ToString(),
            1 => target.Append('?').Append(Letters(TargetChars + "?/", _random.Next(1, 40))).Append("&k=%2F%zz%").ToString(),
            2 when _random.Next(5) == 0 => target.Append("?long=").Append('x', 40_000).ToString(),
            _ => target.ToString(),
        };
    }

    private List<KeyValuePair<string, string>> NextHeaders()
    {
        var headers = new List<KeyValuePair<string, string>>();
        for (var i = _random.Next(0, 15); i > 0; i--)
        {
            // The prefix keeps a random name from being one that means something.
            var name = _random.Next(3) == 0 ? "q" + Letters(TokenChars, _random.Next(1, 10)) : Pick(Names);
            var value = _random.Next(20) == 0 ? new string('v', 20_000) : Pick(Values);
            for (var repeat = _random.Next(6) == 0 ? 3 : 1; repeat > 0; repeat--)
            {
                headers.Add(KeyValuePair.Create(name, value + (repeat > 1 ? repeat.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")));
            }
        }

        return headers;
    }

    private byte[] NextBody(int largestBodyBytes)
    {
        var length = _random.Next(20) == 0 ? _random.Next(largestBodyBytes) : _random.Next(3000);
        switch (_random.Next(6))
        {
            case 0:
                var bytes = new byte[length];
                _random.NextBytes(bytes);
                return bytes;
            case 1:
                return [];
            default:
                var json = new StringBuilder(_random.Next(5) == 0 ? "\u00EF\u00BB\u00BF{" : "{");
                while (json.Length < length)
                {
                    json.Append(json[^1] == '{' ? "" : ",").Append(Pick(JsonPieces));
                }

                return Encoding.Latin1.GetBytes(json.Append('}').ToString());
        }
    }

    private string Letters(string from, int count) => string.Create(count, (from, _random), static (span, state) =>
    {
        foreach (ref var letter in span)
        {
            letter = state.from[state._random.Next(state.from.Length)];
        }
    });

    private string Pick(params string[] of) => of[_random.Next(of.Length)];
}
