using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens and session cookies of GitLab.</summary>
internal static class GitLabTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "gitlab_token",
            Detector = Rules.Detector,
            Title = "GitLab token",
            Severity = Severity.Critical,
            Description = "GitLab token: personal, project and group access, deploy, runner, job, trigger, feed, agent, SCIM, feature flag, workspace and mail.",
            Source = "https://docs.gitlab.com/security/tokens/#token-prefixes",
            // A routable token carries a length and a checksum behind dots, the newer ones with a version before them. Job tokens and runner tokens have a
            // partition or type before an underscore, which the class holds.
            Pattern = @"\bgl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|wt|soat|ffct)-[A-Za-z0-9_-]{20,}(?:(?:\.[0-9a-z]{2})?\.[0-9a-z]{9})?",
            Format = "<glpat|gloas|gldt|glrt|glrtr|glcbt|glptt|glft|glimt|glagent|glwt|glsoat|glffct>-<base64url:20>",
            Validator = GitLabTokenValidator.RuleName,
            Keywords = ["glpat-", "gloas-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-", "glwt-", "glsoat-", "glffct-"],
            Tags = ["vcs", "gitlab"],
            Positives =
            [
                "glpat-" + Sample.Of(20),
                "PRIVATE-TOKEN: " + "glpat-" + Sample.Of(27, seed: 2) + ".01." + Sample.Of(9, Sample.Lower),
                "gldt-" + Sample.Of(20, seed: 3),
                "CI_JOB_TOKEN=" + "glcbt-" + "64_" + Sample.Of(20, seed: 4),
                "glrt-" + "t1_" + Sample.Of(20, seed: 5),
            ],
            Negatives = ["glpat-" + Sample.Of(19), "glxyz-" + Sample.Of(20), "myglpat-" + Sample.Of(20)],
            Evasions =
            [
                "PRIVATE-TOKEN: \\u0067\\u006c\\u0070\\u0061\\u0074\\u002dDJ8GHDe0fZbxmTWPW4bk",
                "trigger: gl\u0440tt-\u0435a973e263f8519b3cf27105388e23da936ce00cf",
            ],
        },
        CatalogueRule.Of(
            "gitlab_runner_registration_token",
            "GitLab runner registration token",
            Severity.High,
            "https://docs.gitlab.com/security/tokens/",
            "GR1348941<base64url:20>",
            "gitlab-runner register --registration-token GR1348941" + "WOIpEqAkCBe0drhBVRbe",
            "GR1348941 is the prefix, x7PRDUtm5xoIiYJfkvgM is not behind it",
            "gitlab-runner register --registration-token \\u0047\\u0052\\u0031\\u0033\\u0034\\u0038941lAEyZrTqVqsltAvkMwET"),
        CatalogueRule.Of(
            "gitlab_session_cookie",
            "GitLab session cookie",
            Severity.High,
            "https://docs.gitlab.com/administration/settings/sign_in_restrictions/",
            "_gitlab_session=<hex:32>",
            "Cookie: _gitlab_session=" + "b1c547daccb9ebfa501cb8bddc4039dc; path=/",
            "_gitlab_session=<session>; c4d1f200a3baa0e23ec988eaf476e454",
            "Q29va2llOiBfZ2l0bGFiX3Nlc3Npb249ZjRmMzIzOTZhNjYyNWE2ZTM1NjA1YTFlOTZhYzY5OTg7IHBhdGg9Lw") with
        {
            Pattern = @"_gitlab_session=([0-9a-f]{32})\b",
            SecretGroup = 1,
            Keywords = ["_gitlab_session="],
            Negatives =
            [
                "_gitlab_session=<session>; c4d1f200a3baa0e23ec988eaf476e454",
                "_gitlab_session=99ed902acd9c67087ebed3feeb5cac9",
                "my_gitlab_session_id = 068463e6d1382e24a36a981c392ae6bc",
            ],
        },
        CatalogueRule.Of(
            "gitlab_feed_token",
            "GitLab feed token of the old form",
            Severity.High,
            "https://docs.gitlab.com/security/tokens/#feed-token",
            "https://gitlab.com/acme/shop.atom?feed_token=<base64url:20>",
            "curl https://gitlab.com/acme/shop.atom?feed_token=" + "0kqHhzx6b-f2qLqmywJp&state=opened",
            "feed_token=short&state=opened&id=36948676611387678005",
            "Y3VybCBodHRwczovL2dpdGxhYi5jb20vYWNtZS9zaG9wLmF0b20/ZmVlZF90b2tlbj1TMUFfOXNYT0cyWVVGQnFVN3pNTCZzdGF0ZT1vcGVuZWQ=") with
        {
            EntropyFloor = 3.2,
            Pattern = "[?&]feed_token=([0-9A-Za-z_-]{20})(?:[^0-9A-Za-z_-]|$)",
            SecretGroup = 1,
            Keywords = ["feed_token="],
            Negatives = ["feed_token=short&state=opened&id=36948676611387678005", "?feed_token=glft-", "feed_token=kkTYlB3i3i7ozY4pLAzO"],
        },
    ];
}
