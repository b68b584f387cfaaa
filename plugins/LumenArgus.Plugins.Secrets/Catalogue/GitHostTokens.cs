using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens of the other places where source code is kept and edited.</summary>
internal static class GitHostTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "gitea_token",
            "Gitea, Forgejo or Gogs access token",
            Severity.Critical,
            "https://docs.gitea.com/development/api-usage",
            "<name:gitea|forgejo|codeberg|gogs+token|api key|pat|password><hex:40>",
            "GITEA_ACCESS_TOKEN=" + "c81a67d925550a9d8bfc2d5391d691d6a18e6da6",
            "gitea_token_hash: see 1f482e23490fd7c695d9f931fb31f1fa463998b1",
            "GITEA_ACCESS_TOKEN=d5f8\u04352\u04303a88bc2db29918155dc6c0b6ed0d17c28"),
        CatalogueRule.Of(
            "gitea_oauth_secret",
            "Gitea or Forgejo OAuth application secret",
            Severity.High,
            "https://docs.gitea.com/development/oauth2-provider",
            "gto_<[a-z2-7]:52>",
            "client_secret = \"gto_" + "q2mfiz7hvoz4np7bate6x4574rmw3vmneemlbd2b5clqh77sv7j5\"",
            "gto_wx7spzodu3lal2pldrlj5l7yke4rbc3a4q7r6hgj",
            "Y2xpZW50X3NlY3JldCA9ICJndG9fMjQzdnJzeWZvZGlqbDdvdmNwa3VmYXZkZXhv\ndWZrcTNvNWtnN2t3b2tmZnV6b2s3b3NpNyI="),
        CatalogueRule.Of(
            "gitea_runner_registration_token",
            "Gitea or Forgejo runner registration token",
            Severity.High,
            "https://docs.gitea.com/usage/actions/act-runner",
            "<name:gitea|forgejo+runner registration token|runner token|runner secret><alnum:40>",
            "GITEA_RUNNER_REGISTRATION_TOKEN=" + "mLLX3hagkQ8qCZTLxx3D96ZwvueASQ4hCPn9GqGM",
            "gitea_runner_name = \"fkzcabnqjatcyltsjqamjuqsnwifpjfnapaewhjw\"",
            "47 49 54 45 41 5f 52 55 4e 4e 45 52 5f 52 45 47 49 53 54 52 41 54 49 4f 4e 5f 54 4f 4b 45 4e 3d 6b 4f 73 33 31 43 52 3"
                + "9 44 77 34 70 76 65 5a 64 58 30 32 4e 31 4a 70 6d 4d 33 41 66 35 54 4c 42 67 30 31 75 5a 58 6d 4a") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "gitee_token",
            "Gitee access token",
            Severity.Critical,
            "https://gitee.com/api/v5/swagger",
            "<name:gitee+token|client secret><hex:32>",
            "GITEE_ACCESS_TOKEN=" + "0f861e19168bedd76ed03cdd6f207842",
            "gitee_commit = \"fbe5db0f2236bebccb3fb5ea72ae5ccd\"",
            "R0lURUVfQUNDRVNTX1RPS0VOPTRmMzYxMzg3NzU5MTA2N2RjMWQ2YzlmOTQxOGFjOTQ0"),
        CatalogueRule.Of(
            "phabricator_conduit_token",
            "Phabricator Conduit token",
            Severity.Critical,
            "https://secure.phabricator.com/book/phabricator/article/conduit/",
            "<api|cli>-<[a-z2-7]:28>",
            "\"conduit_api_token\": \"api-" + "banatt5a7ecp5pcgpe33j3f3hadq\"",
            "api-gateway-and-its-own-documentation",
            "\"conduit_api_token\": \"cli-rghtdlkrvlrb\u200bekuqziklcjedydt2\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "youtrack_permanent_token",
            "JetBrains YouTrack, Hub or Marketplace permanent token",
            Severity.Critical,
            "https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html",
            "perm<:|-><[0-9A-Za-z+/=]:8-64>.<[0-9A-Za-z+/=_-]:4-64>.<alnum:30>",
            "Authorization: Bearer perm"
                + ":PFr+dZ3KrfIro/SOq2BKbxm0tIzavxk4LqxF.Hu=oVO6iqaE3mSeRwCoVDLBqtNL9_GJpItaufBkDRJw2PK5T1HZeADc41F_sEbX2.1NwBiacZmWqFPBU"
                + "tjLQx1pmlIQHkY5",
            "perm-ission.checks.MLGT1cQL1Tjl",
            "Authorization: Bearer %70er%6D%3AW%45T%3D%558x%42LD%387E%39X%3D%36%2BY%61Ce%2Eo0%68EG%2D0X%726l%7AGL%57w%5F%6ARx%62vV%"
                + "33%2Db%69DV%41AC%65dw%32ub%67N9%72%2DY%2D38%42uf%43%2FI%77kR%58lc%36%2EG%683v%717t%6ADx%39XX%70DP%6FVC%776S%67IQ%62eo%"
                + "442"),
        CatalogueRule.Of(
            "gitpod_pat",
            "Gitpod personal access token",
            Severity.Critical,
            "https://www.gitpod.io/docs/classic/user/configure/user-settings/access-tokens",
            "gitpod_pat_<base64url:43>.<base64url:40>",
            "GITPOD_TOKEN=gitpod_pat_" + "WEUoVGA1PyjIKsz_eY3kt81JBlHHC7PpUOSyM0vqMAw.wYNsdxNxlX4JVQzwXZ9Cag9ciSFEzM55G3Mz63KC",
            "gitpod_pat_signature.value_of_the_token_in_the_database",
            "GITPOD_TOKEN=\\u0067\\u0069\\u0074\\u0070\\u006f\\u0064_pat_o8A7IvHpN9sCqV7jOk-OgyoLMi55Ob_zR5NVIw-Mk-f.wG1Wkx4noQ-IejTbF1cH"
                + "wF77x3cGg-bub-eGTST_"),
        CatalogueRule.Of(
            "open_vsx_token",
            "Open VSX registry access token",
            Severity.Critical,
            "https://github.com/eclipse/openvsx/wiki/Publishing-Extensions",
            "ovsxat_<uuid>",
            "npx ovsx publish -p ovsxat_" + "433c5c9a-92f0-4196-8e9a-b6090be12e6f",
            "ovsxat_647fb51ec154425f3f52af8a23c0f178",
            "bnB4IG92c3ggcHVibGlzaCAtcCBvdnN4YXRfNDhlMzI5MTItYTFiZC00ZTRiLWFkMWItNzNhM2Q4M2E5MGE4") with
        {
            Negatives =
            [
                "ovsxat_647fb51ec154425f3f52af8a23c0f178",
                "npx ovsx publish -p ovsxat_893e668e-dacf-492f-8843-9ec8ada58d5",
                "npx ovsx publish -p ovsxat_893e668edacf492f88439ec8ada58d5a",
            ],
        },
        CatalogueRule.Of(
            "coder_session_token",
            "Coder session token",
            Severity.Critical,
            "https://coder.com/docs/admin/users/sessions-tokens",
            "<name:coder session token><alnum:10>-<alnum:22>",
            "CODER_SESSION_TOKEN=" + "wCq99pMAho-dShOSDkIsa7uCON3D8V5Vj",
            "coder_session_token = \"environment-variable-from-the-cluster\"",
            "CODER_SESSION_TOKEN = \"j0ZxtajatH-\" + \"6ifHoON4yKYrwwEeJa2m4p\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "sourcehut_oauth_secret",
            "sourcehut OAuth client secret",
            Severity.High,
            "https://man.sr.ht/meta.sr.ht/oauth.md",
            "<name:sourcehut|srht+client secret|token><hex:32>",
            "SRHT_OAUTH_TOKEN=" + "dc5a64a304a3128745ddc8f3bd159cde",
            "srht_build = \"3e1746e17abf46c06c59ee264720e357\"",
            "SRHT_OAUTH_TOKEN=\\x66\\x38\\x61\\x38\\x31\\x38bcf6591302103cd99288c1c9ad") with { Keywords = ["sourcehut", "srht"] },
        CatalogueRule.Of(
            "apple_app_specific_password",
            "Apple app-specific password",
            Severity.High,
            "https://support.apple.com/102654",
            "<name:apple|icloud|altool|notarytool|notary|fastlane+password><lower:4>-<lower:4>-<lower:4>-<lower:4>",
            "FASTLANE_APPLE_APPLICATION_SPECIFIC_PASSWORD=" + "vket-gnqi-vrfi-fpfs",
            "apple_password = \"from-your-own-keychain\"",
            "FASTLANE_APPLE_APPLICATION_SPECIFIC_PASSWORD=wtvm-jjzl\u00ad-qhzd-cklz") with { Examples = ["abcd-" + "efgh-ijkl-mnop"] },
        CatalogueRule.Of(
            "expo_access_token",
            "Expo access token",
            Severity.High,
            "https://docs.expo.dev/accounts/programmatic-access/",
            "<name:expo token|expo access token|eas access token><base64url:40>",
            "EXPO_TOKEN=" + "HT0n0q9u-9wRAQtR0wdylEZqompFhMJQwCpZvnVV",
            "expo_token = \"the-token-of-the-robot-user-in-the-vault\"",
            "4558504f5f544f4b454e3d304f4c32584831363363464a384b363774314f5a6c30675679657a64336a7972653352754e4f756e") with { EntropyFloor = 3.9 },
    ];
}
