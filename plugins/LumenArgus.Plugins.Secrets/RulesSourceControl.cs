using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Tokens of source control, build and package services.</summary>
internal static class RulesSourceControl
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "github_token",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "GitHub token: personal (ghp), OAuth (gho), app user (ghu), app installation (ghs) or refresh (ghr).",
            Source = "https://github.blog/changelog/2021-03-31-authentication-token-format-updates-are-generally-available/",
            // Installation tokens are changing to a signed form (JWT). No part may run on without a bound and then be refused: that would cost its length
            // again at every start.
            Pattern = @"gh[opru]_[A-Za-z0-9_]{36,}|ghs_(?:[A-Za-z0-9_-]{16,200}\.[A-Za-z0-9_-]{16,1024}\.[A-Za-z0-9_-]{16,}|[A-Za-z0-9_]{36,})",
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
        },
        new()
        {
            Name = "github_fine_grained_pat",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "GitHub fine-grained personal access token.",
            Source = "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github",
            Pattern = "github_pat_[A-Za-z0-9_]{22,}",
            Keywords = ["github_pat_"],
            Tags = ["vcs", "github"],
            Positives = ["github_pat_" + Sample.Of(22) + "_" + Sample.Of(59, seed: 2), "=" + "github_pat_" + Sample.Of(22, seed: 3), "\"" + "github_pat_" + Sample.Of(82, seed: 4) + "\""],
            Negatives = ["github_pat_" + Sample.Of(21), "github_pat_token", "github-pat_" + Sample.Of(40)],
        },
        new()
        {
            Name = "gitlab_token",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "GitLab token: personal, project and group access, deploy, runner, trigger, feed, agent, SCIM and mail.",
            Source = "https://docs.gitlab.com/security/tokens/#token-prefixes",
            // A routable token carries a version and a checksum behind dots.
            Pattern = @"\bgl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|wt|soat|ffct)-[A-Za-z0-9_-]{20,}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?",
            Keywords = ["glpat-", "gloas-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-", "glwt-", "glsoat-", "glffct-"],
            Tags = ["vcs", "gitlab"],
            Positives = ["glpat-" + Sample.Of(20), "PRIVATE-TOKEN: " + "glpat-" + Sample.Of(27, seed: 2) + ".01." + Sample.Of(9, Sample.Lower), "gldt-" + Sample.Of(20, seed: 3)],
            Negatives = ["glpat-" + Sample.Of(19), "glxyz-" + Sample.Of(20), "myglpat-" + Sample.Of(20)],
        },
        new()
        {
            Name = "npm_token",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "npm access token.",
            Source = "https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/",
            Pattern = Shape.Start + @"(npm_[A-Za-z0-9]{36,})",
            SecretGroup = 1,
            Keywords = ["npm_"],
            Tags = ["vcs", "npm"],
            Positives = ["npm_" + Sample.Of(36), "//registry.example.com/:_authToken=" + "npm_" + Sample.Of(36, seed: 2), @"\n" + "npm_" + Sample.Of(36, seed: 3)],
            Negatives = ["npm_" + Sample.Of(35), "npm_config_registry_with_a_very_long_name_behind_it", "pnpm_" + Sample.Of(36)],
        },
        new()
        {
            Name = "pypi_token",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "PyPI upload token.",
            Source = "https://pypi.org/help/#apitoken",
            Pattern = "pypi-[A-Za-z0-9_-]{50,}",
            Keywords = ["pypi-"],
            Tags = ["vcs", "pypi"],
            Positives = ["pypi-" + "AgEIcHlwaS5vcmc" + Sample.Of(150), "password = " + "pypi-" + Sample.Of(50, seed: 2), "\"" + "pypi-" + Sample.Of(80, seed: 3) + "\""],
            Negatives = ["pypi-" + Sample.Of(49), "pypi-server", "PYPI-" + Sample.Of(60)],
        },
    ];
}
