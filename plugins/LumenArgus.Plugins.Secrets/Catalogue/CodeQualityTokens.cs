using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens of services that measure and test code.</summary>
internal static class CodeQualityTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "codecov_token",
            "Codecov upload or API token",
            Severity.High,
            "https://docs.codecov.com/docs/codecov-tokens",
            "<name:codecov+token|api key><uuid>",
            "CODECOV_TOKEN=" + "84f2e4c1-3ec7-4286-8047-41cc9efe5b2d",
            "codecov_run = \"c39bc79e-b352-4d83-94ed-ab16ddbe281d\"",
            "Q09ERUNPVl9UT0tFTj01YTEyMDBjYy1hN2E4LTQ0NDEtYTA1My1mOWNmZmZjNDkzMGU=") with
        {
            Negatives =
            [
                "codecov_run = \"c39bc79e-b352-4d83-94ed-ab16ddbe281d\"",
                "CODECOV_TOKEN=eaf22c2a-32df-4284-ba7b-a606635d625",
                "CODECOV_TOKEN=eaf22c2a32df4284ba7ba606635d6259",
            ],
        },
        CatalogueRule.Of(
            "coveralls_repo_token",
            "Coveralls repository token",
            Severity.High,
            "https://docs.coveralls.io/supported-ci-services",
            "<name:coveralls+token><alnum:32>",
            "COVERALLS_REPO_TOKEN=" + "Ev7glZAu0blJvKev5ujj0ESwHG2396oR",
            "coveralls_token = \"RepositoryTokenFromTheSettingsPage\"",
            "COVERALLS_REPO_TOKEN=prwkvZ8CRJz3OEvv\u200bhWKAAsF35NIAglTw") with { EntropyFloor = 3.6 },
        CatalogueRule.Of(
            "codacy_project_token",
            "Codacy project token",
            Severity.High,
            "https://docs.codacy.com/coverage-reporter/",
            "<name:codacy+token><hex:32>",
            "CODACY_PROJECT_TOKEN=" + "4411ac37c4b47816308d16d89158e4fc",
            "codacy_commit = \"f63925128212f902e7124747ef4db31f\"",
            "CODACY_PROJECT_TOKEN=%3579%6430%31c6%616d%6295%6619%34b5%3977%6616%623b%669"),
        CatalogueRule.Of(
            "codacy_api_token",
            "Codacy account API token",
            Severity.High,
            "https://docs.codacy.com/codacy-api/api-tokens/",
            "<name:codacy+api token|account token><alnum:20>",
            "CODACY_API_TOKEN=" + "Yszx63n0avqTMLYsVKtZ",
            "codacy_api_token = \"AccountSettingsPage\"",
            "CODACY_API_TOKEN=\\u006c\\u0079\\u004d\\u0075\\u0034\\u0069YfJylSSkoJ84bk") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "sonarqube_token",
            "SonarQube or SonarCloud token",
            Severity.Critical,
            "https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/",
            "<sqp|squ|sqa>_<hex:40>",
            "mvn sonar:sonar -Dsonar.token=sqp_" + "4d839141c14ec58d55af2c033f065cbc4c81e466",
            "sqp_97e6336d691ff13f9f636e8b491cd945f50499f",
            "bXZuIHNvbmFyOnNvbmFyIC1Ec29uYXIudG9rZW49c3F1X2E1NjQ4ZmU4NGE2ZGQ5MzgzM2Q5NzI5Yjk3ZTE0Nzg0Mjg0NjVkMmU"),
        CatalogueRule.Of(
            "sonar_legacy_token",
            "SonarQube or SonarCloud token of the old form",
            Severity.Critical,
            "https://docs.sonarsource.com/sonarqube-cloud/managing-your-account/managing-tokens/",
            "<name:sonar|sonarqube|sonarcloud+token|login|api key><hex:40>",
            "SONAR_TOKEN=" + "59b04dc3e791da949974a99caa4eb697fa667cfe",
            "sonar_revision = \"b1601c6688978cba3ed1afdbd421fe6a9c31e36c\"",
            "SONAR_TOKEN = \"67986db3c4311\" + \"b2acafe4338ab1817c07686eebc\""),
        CatalogueRule.Of(
            "harness_token",
            "Harness personal or service account token",
            Severity.Critical,
            "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/",
            "<pat|sat>.<base64url:22>.<hex:24>.<alnum:20>",
            "x-api-key: pat." + "3IdsImq95rNcc9Eky1TOQG.a9da3bbe59a815845e3e3539.CdN0A8fXKYXbgftsT7pI",
            "pat.AccountSettingsOfTheOrg.tokens.value",
            "x-api-key: \\x73\\x61\\x74\\x2e\\x33\\x47hIQdgkPdi__REs7SJ6rf.b32690330d40cd4fd094323d.1x57haQognfLUQ0yM4zS"),
        CatalogueRule.Of(
            "octopus_api_key",
            "Octopus Deploy API key",
            Severity.Critical,
            "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
            "API-<upperalnum:25-32>",
            "octo push --apiKey API-" + "FXWFBP97KCPSPSDDGQZULSYU0S",
            "API-REFERENCE-DOCUMENTATION",
            "octo push --apiKey API-UYC3DBMSDKW\u00adP06TAQ0B79M8C24") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "code_climate_reporter_id",
            "Code Climate or Qlty test reporter id",
            Severity.Warning,
            "https://docs.codeclimate.com/docs/finding-your-test-coverage-token",
            "<name:cc test reporter|code climate|codeclimate+id|token><hex:64>",
            "CC_TEST_REPORTER_ID=" + "bddac7611f105653694831bf0006c08c8da515207c779937543b932fb02e590d",
            "cc_test_reporter_sha256 = \"see 103ce5220f9898d6e6f9c04c09fae208bea9ee36864737d0b46855c203bc4ff9\"",
            "43435f544553545f5245504f525445525f49443d633430303665333065336663633137396264633630346434343830393235346436336464613634"
                + "37613831616639363762666661363339613030653236386461"),
        CatalogueRule.Of(
            "deepsource_dsn",
            "DeepSource DSN",
            Severity.High,
            "https://docs.deepsource.com/docs/guides-test-coverage",
            "https://<hex:32>@<app.|>deepsource.<io|com>",
            "DEEPSOURCE_DSN=https://" + "0fe0b3b395d950ef904d229b5ad3fccf@deepsource.io",
            "https://app.deepsource.com/gh/acme/4dee4ef1b6716ac3eec2527628b0933c",
            "44 45 45 50 53 4f 55 52 43 45 5f 44 53 4e 3d 68 74 74 70 73 3a 2f 2f 61 63 37 36 64 38 39 64 39 38 31 37 35 38 64 31 6"
                + "4 33 37 65 65 38 61 33 39 33 32 39 66 32 31 64 40 61 70 70 2e 64 65 65 70 73 6f 75 72 63 65 2e 69 6f"),
    ];
}
