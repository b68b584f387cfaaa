using System.Buffers;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Values that look drawn and are public by purpose: checksums, identifiers, references, encoded data.</summary>
internal static class PublicShape
{
    private const int UuidLength = 36;

    // 0x and 20 bytes; a private key has 32.
    private const int ChainAddressLength = 42;

    private const int LongestResourceKind = 10;
    private const int ShortResourceId = 8;
    private const int ResourceId = 17;

    private const int PodSuffix = 5;
    private const int ShortestSetSuffix = 8;
    private const int LongestSetSuffix = 10;

    private static readonly SearchValues<char> SuffixCharacters = SearchValues.Create("bcdfghjklmnpqrstvwxz2456789-");

    private static readonly SearchValues<char> UuidCharacters = SearchValues.Create("0123456789abcdefABCDEF-");

    private static readonly SearchValues<char> NoMailAddress = SearchValues.Create("!#$%^&*=/");

    // Subresource integrity (W3C SRI), container digests, Go's and Cargo's lock files, content security policies, hashes of passwords (crypt(5), Django), values that SOPS has encrypted, keys of SSH servers and users, the public key tokens of the assemblies of .NET.
    private static readonly string[] Checksums =
        ["sha1-", "sha256-", "sha384-", "sha512-", "sha1:", "sha256:", "sha384:", "sha512:", "md5:", "md5-", "h1:", "nonce-", "crc32:", "pin-sha256", "SHA256:", "MD5:", "$2a$", "$2b$", "$2y$", "$argon2", "$scrypt$", "$pbkdf2", "pbkdf2_sha", "argon2$", "ENC[AES", "$1$", "$5$", "$6$", "$y$", "$apr1$", "ssh-rsa", "ssh-ed25519", "AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNh",
            "b77a5c561934e089", "b03f5f7f11d50a3a", "31bf3856ad364e35", "cc7b13ffcd2ddd51", "adb9793829ddae60", "7cec85d7bea7798e"];

    // Identifiers of requests, messages, calls and the like, as the AI providers and others write them.
    private static readonly string[] Identifiers =
        [
            "req_", "msg_", "toolu_", "call_", "chatcmpl-", "resp_", "run_", "thread_", "asst_", "file-", "batch_", "gen-", "evt_", "cus_", "prod_", "price_", "sub_", "pi_", "ch_", "seti_", "pm_",
            "in_", "txn_", "acct_", "srvtoolu_", "fc_", "rs_", "step_", "vs_", "trace-", "arn:", "urn:", "data:", "blob:", "pk.eyJ",
        ];

    // The first bytes of PNG, JPEG, GIF, WOFF, TrueType, OpenType, WebAssembly, PDF, SVG, XML and DER certificates in base64.
    private static readonly string[] EncodedFiles =
        ["iVBORw0KGgo", "/9j/", "R0lGOD", "d09GR", "AAEAAAA", "T1RUT", "AGFzb", "JVBERi", "PHN2Zy", "PD94bWw", "MIIB", "MIIC", "MIID", "MIIE", "MIIF", "MIIG", "MIIH", "UklGR"];

    private static readonly SearchValues<string> FileEndings = SearchValues.Create(
        [".js", ".mjs", ".cjs", ".ts", ".css", ".map", ".json", ".png", ".jpg", ".svg", ".woff", ".html", ".wasm", ".gz", ".zip", ".tgz", ".py", ".cs", ".go", ".rs", ".java", ".md", ".txt", ".xml", ".yml", ".yaml", ".dll", ".tsx", ".jsx", ".vue", ".svelte", ".rb", ".php", ".sh", ".cpp", ".hpp", ".kt", ".scala", ".swift", ".sql", ".toml", ".lock", ".snap", ".csv", ".pdf", ".ipynb"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the value is one of these.</summary>
    public static bool Holds(ReadOnlySpan<char> value) =>
        IsNumber(value) || IsChainAddress(value) || IsUuid(value.Trim("{}()[]")) || StartsWithAny(value, Checksums) || StartsWithAny(value, Identifiers) || StartsWithAny(value, EncodedFiles)
        || IsReference(value) || EndsWithFileName(value) || IsMailAddress(value) || IsPodName(value) || IsCloudResource(value);

    // Versions, dates, object identifiers, telephone numbers: drawn digits cannot be told from them.
    private static bool IsNumber(ReadOnlySpan<char> value) => !value.ContainsAnyInRange('A', 'Z') && !value.ContainsAnyInRange('a', 'z');

    private static bool IsChainAddress(ReadOnlySpan<char> value) => value.Length == ChainAddressLength && value.StartsWith("0x") && Alphabet.IsHex(value[2..]);

    private static bool IsUuid(ReadOnlySpan<char> value) =>
        value.Length >= UuidLength && value[8] == '-' && value[13] == '-' && value[18] == '-' && value[23] == '-' && value[..UuidLength].IndexOfAnyExcept(UuidCharacters) < 0;

    private static bool IsReference(ReadOnlySpan<char> value) =>
        value.Contains("://", StringComparison.Ordinal) || value.Contains("${", StringComparison.Ordinal) || value.Contains("{{", StringComparison.Ordinal);

    // main.3f2a1b9c.js, with or without what a URL has behind it.
    private static bool EndsWithFileName(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny('?', '#');
        var name = end < 0 ? value : value[..end];
        var dot = name.LastIndexOf('.');
        return dot >= 0 && FileEndings.Contains(name[dot..].ToString());
    }

    private static bool IsMailAddress(ReadOnlySpan<char> value)
    {
        var at = value.IndexOf('@');
        return at > 0 && value[(at + 1)..].IndexOf('.') > 0 && value.Count('@') == 1 && !value.ContainsAny(NoMailAddress) && char.IsAsciiLetterLower(value[^1]) && char.IsAsciiLetterLower(value[^2]);
    }

    // auth-gateway-6b7c9d8f5c-q9zvn: Kubernetes draws the ends of names without vowels and the digits that look like letters (k8s.io/apimachinery, util/rand).
    private static bool IsPodName(ReadOnlySpan<char> value)
    {
        var last = value.LastIndexOf('-');
        var set = last > 0 ? value[..last].LastIndexOf('-') : -1;
        return set > 0 && value.Length - last - 1 == PodSuffix && last - set - 1 is >= ShortestSetSuffix and <= LongestSetSuffix && value[(set + 1)..].IndexOfAnyExcept(SuffixCharacters) < 0;
    }

    // i-0aaeff0f1aa2db6bc, subnet-1a2b3c4d: resources of AWS.
    private static bool IsCloudResource(ReadOnlySpan<char> value)
    {
        var dash = value.IndexOf('-');
        return dash is > 0 and <= LongestResourceKind && value.Length - dash - 1 is ShortResourceId or ResourceId && value[..dash].IndexOfAnyExceptInRange('a', 'z') < 0 && Alphabet.IsHex(value[(dash + 1)..]);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> value, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (value.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
