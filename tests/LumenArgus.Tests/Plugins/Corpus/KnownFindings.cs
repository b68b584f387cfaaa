namespace LumenArgus.Tests.Plugins.Corpus;

/// <summary>Findings of severity high and above in the corpus, each looked at. The rules see what they are made for; that it is an example only people know.</summary>
internal static class KnownFindings
{
    public static readonly (string Type, string File, int Most, string Reason)[] All =
    [
        ("basic_auth_url", "@types/node/http.d.ts", 1, "address with user and password in the documentation of URL options"),
        ("basic_auth_url", "@types/node/https.d.ts", 1, "the same"),
        ("basic_auth_url", "@types/node/url.d.ts", 4, "addresses with user and password in the documentation of URL"),
        ("basic_auth_url", "fast-uri/test/fixtures/uri-js-parse.json", 2, "user and password in test data of a parser of addresses"),
        ("basic_auth_url", "fast-uri/test/host-delimiter-security.test.js", 1, "the same"),
        ("database_url", "keyv/README.md", 4, "connection addresses with user:pass in a README"),
    ];
}
