using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens, client secrets and key files of GitHub.</summary>
internal static class GitHubTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "github_token",
            Detector = Rules.Detector,
            Title = "GitHub token",
            Severity = Severity.Critical,
            Description = "GitHub token: personal (ghp), OAuth (gho), app user (ghu), app installation (ghs) or refresh (ghr).",
            Source = "https://github.blog/changelog/2021-03-31-authentication-token-format-updates-are-generally-available/",
            // Installation tokens are changing to a signed form (JWT). No part may run on without a bound and then be refused: that would cost its length
            // again at every start.
            Pattern = @"gh[opru]_[A-Za-z0-9_]{36,}|ghs_(?:[A-Za-z0-9_-]{16,200}\.[A-Za-z0-9_-]{16,1024}\.[A-Za-z0-9_-]{16,}|[A-Za-z0-9_]{36,})",
            Format = "<ghp|gho|ghu|ghs|ghr>_<alnum:30><crc32-base62:6>",
            Validator = Base62ChecksumValidator.RuleName,
            WindowBytes = 1536,
            Keywords = ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
            Tags = ["vcs", "github"],
            Positives =
            [
                "ghp_" + Sample.Of(36),
                "token: " + "gho_" + Sample.Of(36, seed: 2),
                "https://" + "ghu_" + Sample.Of(36, seed: 3) + "@github.com/o/r.git",
                "ghs_" + Sample.Of(36, seed: 4) + ".",
                "ghs_" + Sample.Of(40, seed: 5) + "." + Sample.Of(120, seed: 6) + "." + Sample.Of(40, seed: 7),
                "ghr_" + Sample.Of(76, seed: 8),
            ],
            Negatives = ["ghp_" + Sample.Of(35), "GHP_" + Sample.Of(36), "ghx_" + Sample.Of(36), "ghp_" + Sample.Of(20) + "-" + Sample.Of(20)],
            Evasions =
            [
                "Y2xvbmUgaXQgd2l0aCBnaHBfMmtxSnlNRTcyblV3ekxkd29zODc3YmJmTGRUUmVWMXJ6QlJDIGFzIHRoZSBwYXNzd29yZA==",
                "gho_TLLFyWyE7gbyEXcw\u200bZjzYmqGSdUW5ks3BnCNf",
            ],
        },
        new()
        {
            Name = "github_fine_grained_pat",
            Detector = Rules.Detector,
            Title = "GitHub fine-grained personal access token",
            Severity = Severity.Critical,
            Description = "GitHub fine-grained personal access token.",
            Source = "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",
            Pattern = "github_pat_[A-Za-z0-9_]{22,}",
            Format = "github_pat_<alnum:22>_<alnum:59>",
            Keywords = ["github_pat_"],
            Tags = ["vcs", "github"],
            Positives =
            [
                "github_pat_" + Sample.Of(22) + "_" + Sample.Of(59, seed: 2),
                "=" + "github_pat_" + Sample.Of(22, seed: 3),
                "\"" + "github_pat_" + Sample.Of(82, seed: 4) + "\"",
            ],
            Negatives = ["github_pat_" + Sample.Of(21), "github_pat_token", "github-pat_" + Sample.Of(40)],
            Evasions = ["token=%67it%68ub%5Fpa%74%5F4%39Qd%4Dml%6D16%4DOz%4Awc%70GL%4FL7%5FBJ%6F6L%635H%78ws%63Hw%30UP%4Bae%53Gn%53N1%43ua%6Eid"
                + "%57M6%75Bp%46nk%61EQ%3321%32Ec%63gZ%35bh%30I3"],
        },
        CatalogueRule.Of(
            "github_legacy_token",
            "GitHub personal access token of the old form",
            Severity.Critical,
            "https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api",
            "<name:github token|github api token|github access token|github oauth token|github personal access token|github enterprise token|github auth token|github api key><hex:40>",
            "export GITHUB_API_TOKEN=" + "26b28e14ba5373c07e6a076d7c403cf7ee1029dc",
            "github_token_sha = \"see 2c3dd9554e1c99ba033306cdc66259486dca91d6\"",
            "ZXhwb3J0IEdJVEhVQl9BUElfVE9LRU49YTRhY2Q5YmI4NDQ5OTQzMjRjMGY3M2NhMDliNzk3ZDRmYmY5ZjcxMg=="),
        CatalogueRule.Of(
            "github_client_secret",
            "GitHub OAuth or GitHub App client secret",
            Severity.Critical,
            "https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps",
            "<name:github client secret|github app secret|github app client secret|github oauth secret|github oauth client secret><hex:40>",
            "GITHUB_CLIENT_SECRET=\"" + "056935dc411efa790caf067c23b20684989fd1cd\"",
            "github_client_id = \"Iv1.4e3e62e74ab725e2\"",
            "GITHUB_CLIENT_SECRET=\"9d3e39766b23e8bd7fd6\u200b6953fd68901b3cbd5528\""),
        CatalogueRule.Of(
            "github_runner_registration_token",
            "GitHub Actions runner registration or removal token",
            Severity.High,
            "https://docs.github.com/en/rest/actions/self-hosted-runners",
            "<name:runner token|runner registration token|runner reg token|runner remove token|runner removal token>A<upperalnum:28>",
            "RUNNER_REGISTRATION_TOKEN=A" + "1JVQDYHOLQYJG56QUY4YBCBW7M6M",
            "runner_token = \"AUTOMATICALLYGENERATEDBYTHEJOB\"",
            "RUNNER_REGISTRATION_TOKEN=%410L%4AKU%5A4C%449H%57S6%55YS%327P%35QR%30C3%33M") with
        {
            EntropyFloor = 3.2,
            Examples = ["AABF3J" + "GZDX3P5PMEXLND6TS6FCWO6"],
        },
        CatalogueRule.Of(
            "github_runner_config_token",
            "GitHub Actions runner registration on a command line",
            Severity.High,
            "https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/add-runners",
            "config.sh --url https://github.com/<lower:6-12> --token A<upperalnum:28>",
            "./config.sh --url https://github.com/" + "cmjwfg --token AZQM9902SQXE19VSB7AEAK5XELTIS --unattended",
            "./config.sh --url https://github.com/acme --token ${RUNNER_TOKEN}",
            "Li9jb25maWcuc2ggLS11cmwgaHR0cHM6Ly9naXRodWIuY29tL2R1Zmhsb2RhbnN3\nIC0tdG9rZW4gQTJVTEdBMFEyTjU1TFYwNTI3VFdNUVo1V0VYMVogL"
                + "S11bmF0dGVu\nZGVk") with
        {
            Pattern = @"config\.(?:sh|cmd)[ \t]+--url[ \t]+https?://[^\s""]{1,200}[ \t]+--token[ \t]+(A[0-9A-Z]{28})\b",
            SecretGroup = 1,
            Keywords = ["--token"],
            Negatives =
            [
                "./config.sh --url https://github.com/acme --token ${RUNNER_TOKEN}",
                "./config.sh remove --token GVA9T3FBAXTQ",
                "./config.sh --token",
            ],
        },
        new()
        {
            Name = "github_app_private_key_file",
            Detector = Rules.Detector,
            Title = "Private key file of a GitHub App",
            Severity = Severity.High,
            Description = "A file with the name that GitHub gives to the private key of an app.",
            Source = "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps",
            Target = RuleTarget.SourceFileName,
            Pattern = @"^[a-z0-9-]{1,64}\.20\d{2}-\d{2}-\d{2}\.private-key\.pem$",
            Format = "<loweralnum:4-12>.20<digit:2>-<digit:2>-<digit:2>.private-key.pem",
            Tags = ["vcs", "github", "file"],
            Positives = ["octo-app.2024-03-09.private-key.pem"],
            Negatives = ["private-key.pem.md", "octo-app.private-key.pem.txt", "octo-app.2024-03-09.public-key.pem"],
        },
    ];
}
