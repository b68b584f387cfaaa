using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens of services that look for weaknesses in code and its dependencies.</summary>
internal static class CodeSecurityTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "snyk_legacy_token",
            "Snyk API token of the old form",
            Severity.Critical,
            "https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api",
            "<name:snyk+token|api key><uuid>",
            "SNYK_TOKEN=" + "a61986ad-8a40-40c2-a3db-cf536935cfda",
            "snyk_org = \"f1de8b1c-2be8-43c7-b7b4-f55b7e275d7c\"",
            "SNYK_TOKEN=&#49;&#x62;&#x32;&#101;96f2-8028-4df5-9c6a-45861838b9cd") with
        {
            Negatives =
            [
                "snyk_org = \"f1de8b1c-2be8-43c7-b7b4-f55b7e275d7c\"",
                "SNYK_TOKEN=ea770676-365b-4601-a2b1-38d900afa1d",
                "SNYK_TOKEN=ea770676365b4601a2b138d900afa1db",
            ],
        },
        CatalogueRule.Of(
            "snyk_token",
            "Snyk personal or service account access token",
            Severity.Critical,
            "https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api/personal-access-tokens-pats",
            "snyk_<uat|sat>.<hex:8>.<base64url:60-300>.<base64url:43-90>",
            "snyk auth snyk_"
                + "sat.635e0fda.-M2Ksxxwm7ErYdtzsbed77kR2_MtT5oKpWLxu3tKKXqpkOi4-eA9Lex_OaGPA2Lyl7YXcoHtFP6EoT6rwuOeUzQQbgK0Z8oRs04gmLWDM"
                + "XjH4NfaQ9tkjZOjNysYsOaL96z3Qkuz8RIZnMaW5uCAJOidUbx0NJYTIaiTYVhQg6okbe-KZhJd_TnfLvZ1YcmAcA.q8XZd5S9C0Vo3L053uOVVEiW4jO6"
                + "IDJY-WmthVzkmm2P0z1sPXOogw7hEOPLkXr5MvaJFUgOjpM5d9RLJD_",
            "snyk_uat.87029dcd.payload.signature",
            "snyk auth s\uff4eyk_sat.9b5773c2.h2dNPZ0EJWeAL0w00tlfQ6xCuc53pH-WeyDbDCgt0goWxco71s5BwFuFiktgFTqMkPWLm3Gl7gUT6yO7cMA423syFK"
                + "dJx9IKmj4l7G_TgUjtGppAk2rh0YnR9P71MpzfGgL3ekJiSwKsEsbE-oUVURY2lBArlZ78ZcS_N0kYZn2uHJWGnx7e1Qx35rkKvaoGUwyz4QGplqAWXMa9"
                + "tRIlhDF-38laVZue-80-iMyWlKrOV-oD._A7RRDjroJQKUGpXlxfiqRQFFKLO-kXxwJuxEEp358UHk8bX9uE9aGUXTzJlEF_GzgMEQZpODtWIiok",
            SnykTokenValidator.RuleName),
        CatalogueRule.Of(
            "semgrep_app_token",
            "Semgrep application token",
            Severity.Critical,
            "https://semgrep.dev/docs/deployment/add-semgrep-to-other-ci-providers",
            "<name:semgrep+token><hex:64>",
            "SEMGREP_APP_TOKEN=" + "ef46ef939fabe3c016bbe9e459f890edd77bd6cd3bb6bf12a9b1c435b0c3baee",
            "semgrep_rules_sha256 = \"23884eea1a41aa6e2f4e81b1504c6edcc9e1464a5937659cbd73c46554b28644\"",
            "SEMGREP_APP_TOKEN=3Dba=31b72d=391300=394a45=3359be=6638e0=6177b0=\nc3c1916b7386a8607cd193e6a402bf27"),
        CatalogueRule.Of(
            "gitguardian_api_key",
            "GitGuardian API key",
            Severity.Critical,
            "https://docs.gitguardian.com/api-docs/authentication",
            "<name:gitguardian+api key|token><alnum:71>",
            "GITGUARDIAN_API_KEY=" + "Z5dXr9XTKbOB7S2HQ8XlnJCu3FuOuj79npjPFKsOI2uAoiZvaXjBhFdvH5jFxAWBvpubqas",
            "gitguardian_api_key = \"U3WcrisH94tBnfT4XnPRtWMnbqeAzn\"",
            "GITGUARDIAN_API_KEY=qivF78g7FVb\u041aS\u04206BzjdEkSwDjomc4x2xMfAcEQRid4r6pjncnB3bOBSpggBNTi8JnvV8uJa") with { EntropyFloor = 3.6 },
        CatalogueRule.Of(
            "socket_api_token",
            "Socket security API token",
            Severity.High,
            "https://docs.socket.dev/docs/api-keys",
            "sktsec_<base64url:30-60>_api",
            "SOCKET_SECURITY_API_TOKEN=sktsec_" + "QcGVxzVQp2VDzr4javLnIJ0NmwcYVXfL_api",
            "sktsec_REDACTED_TOKEN",
            "U09DS0VUX1NFQ1VSSVRZX0FQSV9UT0tFTj1za3RzZWNfRzJDM25CV2RRR3NicEhE\ncVRHZGthQ1lZSUhJdHJzdC1wNzBnVVQ0NF9hcGk=") with
        {
            Pattern = @"\b(sktsec_[0-9A-Za-z_-]{34,64})(?:[^0-9A-Za-z_-]|$)",
            SecretGroup = 1,
            Keywords = ["sktsec_"],
            Examples = ["sktsec_t_" + "--RAN5U4ivauy4w37-6aoKyYPDt5ZbaT5JBVMqiwKo_api"],
            Negatives = ["sktsec_REDACTED_TOKEN", "sktsec_prefix", "mysktsec_XS8XKMyG9BmUgUouERTEDg3Ae4bcuz9TozSkKGuy"],
        },
        CatalogueRule.Of(
            "veracode_api_secret",
            "Veracode API secret key",
            Severity.Critical,
            "https://docs.veracode.com/r/c_api_credentials3",
            "vera01es-<hex:128>",
            "VERACODE_API_KEY_SECRET=vera01es-"
                + "581d13f075ae6f8d640266470bc0487130b9e8ee6c522b3eb348e7bf7a56670e0fc991a437e3017ceb73ee6d8b52a71326e84b1c9a46d140771c20"
                + "51a8634778",
            "vera01ei-5e9b61c2592ae6100ef10ae3a7685bf8",
            "56 45 52 41 43 4f 44 45 5f 41 50 49 5f 4b 45 59 5f 53 45 43 52 45 54 3d 76 65 72 61 30 31 65 73 2d 30 34 63 66 62 65 3"
                + "3 35 36 30 34 36 33 63 64 39 38 34 64 37 62 39 62 34 39 32 39 33 33 61 62 36 62 37 66 65 65 65 34 34 31 38 37 35 36 37"
                + " 62 61 63 35 30 35 37 66 31 34 38 66 37 64 33 32 32 61 34 31 61 62 35 35 65 35 37 32 36 36 37 65 35 66 64 37 62 36 30 "
                + "39 34 30 64 31 38 38 32 30 34 64 38 62 36 39 63 35 63 62 66 30 35 64 61 36 31 34 39 61 63 38 35 39 66 34 32 35 61 62 3"
                + "3 34 30 61"),
        CatalogueRule.Of(
            "veracode_legacy_api_secret",
            "Veracode API secret key of the old form",
            Severity.Critical,
            "https://docs.veracode.com/r/c_configure_api_cred_file",
            "<name:veracode+api key|key secret|secret key><hex:128>",
            "veracode_api_key_secret = "
                + "24c4c63d8372b9124fcf18277bcb3d9bb918316ae9e95bfa6b4056106fdae496035b9dc92a3b27e4578ec002f2431443cf376226e6aea6065c0cc9"
                + "78d87321bf",
            "veracode_api_key_id = \"5ee5a20333dcf94c70a526294236fa67\"",
            "dmVyYWNvZGVfYXBpX2tleV9zZWNyZXQgPSBkZmFjNmNmNjAwMWZiODJkODRkOGQzYWRlOWY1MzkzZGM4ZDRkODYyZDAyOTc1NDhhNzgzZTMwMWE3NGUyMW"
                + "MwNjc4Njg1YTMzN2FiOTI3M2RmMDE2YTBiMTJiYmZjMjMzZTBmMGZjY2JjMWNhMTk5OGU1OGFiNmJlZTJjZjk1Ng=="),
        CatalogueRule.Of(
            "fossa_api_key",
            "FOSSA API key",
            Severity.High,
            "https://docs.fossa.com/docs/api-reference",
            "<name:fossa+api key|token><hex:32>",
            "FOSSA_API_KEY=" + "220af3002e029d76ce52662532f07506",
            "fossa_revision = \"8cb6bfa71a82c10d04f001175f7bff06\"",
            "FOSSA_API_KEY=f656148090994629\u200b42dbe8a13722cd83"),
    ];
}
