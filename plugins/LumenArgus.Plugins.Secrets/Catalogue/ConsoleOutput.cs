using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys and passwords without a form of their own, as the tools of their issuers print or store them.</summary>
internal static class ConsoleOutput
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "azure_storage_key_list", "Azure storage account key in a list of keys", Severity.Critical,
            "https://learn.microsoft.com/en-us/cli/azure/storage/account/keys",
            "\"keyName\": \"key1\", \"permissions\": \"FULL\", \"value\": \"<base64:86>==\"",
            "[{\"creationTime\": \"2024-01-02T03:04:05+00:00\", \"keyName\": \"key2\",\n    \"permissions\": \"FULL\",\n    \"value\": \"" + Sample.Of(86) + "==\"}]",
            "\"keyName\": \"key1\", \"permissions\": \"FULL\", \"value\": \"none\"",
            "\"keyName\": \"key1\", \"permissions\": \"FULL\", \"value\": \"" + Sample.Of(40, seed: 2) + "\u200b" + Sample.Of(46, seed: 3) + "==\"") with
        {
            Pattern = @"""keyName"":\s{0,4}""[A-Za-z0-9]{1,16}"",\s{0,40}""permissions"":\s{0,4}""[A-Za-z]{4,12}"",\s{0,40}""value"":\s{0,4}""([0-9A-Za-z+/]{86}==)""",
            SecretGroup = 1,
            Keywords = ["\"keyName\""],
            Negatives =
            [
                "\"keyName\": \"key1\", \"permissions\": \"FULL\", \"value\": \"none\"", "\"keyName\": \"key1\", \"value\": \"" + Sample.Of(86) + "==\"",
                "\"keyName\": \"key1\", \"permissions\": \"FULL\", \"value\": \"" + Sample.Of(80) + "\"",
            ],
        },
        CatalogueRule.Of(
            "azure_account_key_pair", "Azure account key in a pair of keys", Severity.High,
            "https://learn.microsoft.com/en-us/cli/azure/cognitiveservices/account/keys",
            "\"key1\": \"<hex:32>\"",
            "{\n  \"key1\": \"" + Sample.Of(32, Sample.Hex) + "\",\n  \"key2\": \"" + Sample.Of(32, Sample.Hex, seed: 2) + "\"\n}",
            "\"key1\": \"value1\"",
            "\"key1\": \"" + Sample.Of(16, Sample.Hex) + "\u200b" + Sample.Of(16, Sample.Hex, seed: 2) + "\"") with
        {
            Pattern = @"""key[12]"":[ ]{0,2}""([0-9a-f]{32})""",
            SecretGroup = 1,
            Keywords = ["\"key1\"", "\"key2\""],
            Negatives = ["\"key1\": \"value1\"", "\"key3\": \"" + Sample.Of(32, Sample.Hex) + "\"", "\"key1\": \"" + Sample.Of(40, Sample.Hex) + "\""],
        },
        CatalogueRule.Of(
            "elastic_password_reset", "Elasticsearch password after a reset", Severity.Critical,
            "https://www.elastic.co/docs/reference/elasticsearch/command-line-tools/reset-password",
            "Password for the [elastic] user successfully reset.\nNew value: <base64url:20>",
            "Password for the [kibana_system] user successfully reset.\r\nNew value: " + Sample.Of(18) + "+_",
            "Password for the [elastic] user successfully reset.",
            "Password for the [elastic] user successfully reset.\nNew value: " + Sample.Of(10) + "\u200b" + Sample.Of(10, seed: 2)) with
        {
            Pattern = @"user successfully reset\.\r?\nNew value: ([^\s]{8,64})",
            SecretGroup = 1,
            Keywords = ["successfully reset."],
            Negatives = ["Password for the [elastic] user successfully reset.", "The counter of the user successfully reset. New value: 0", "user successfully reset.\nNew value: 0"],
        },
        CatalogueRule.Of(
            "kaggle_key_file", "Kaggle API key in a kaggle.json file", Severity.High,
            "https://www.kaggle.com/docs/api",
            "{\"username\":\"acme\",\"key\":\"<hex:32>\"}",
            "{\"username\": \"me\", \"key\": \"" + Sample.Of(32, Sample.Hex) + "\"}",
            "{\"username\":\"me\",\"key\":\"primary\"}",
            "{\"username\":\"me\",\"key\":\"" + Sample.Of(16, Sample.Hex) + "\u200b" + Sample.Of(16, Sample.Hex, seed: 2) + "\"}") with
        {
            Pattern = @"""username""[ ]{0,2}:[ ]{0,2}""[A-Za-z0-9_.-]{1,64}"",\s{0,8}""key""[ ]{0,2}:[ ]{0,2}""([0-9a-f]{32})""",
            SecretGroup = 1,
            Keywords = ["\"username\""],
            Negatives = ["{\"username\":\"me\",\"key\":\"primary\"}", "{\"user\":\"me\",\"key\":\"" + Sample.Of(32, Sample.Hex) + "\"}", "{\"username\":\"me\",\"etag\":\"" + Sample.Of(32, Sample.Hex) + "\"}"],
        },
        CatalogueRule.Of(
            "composer_host_token", "Token of a host in a Composer auth.json", Severity.Critical,
            "https://getcomposer.org/doc/articles/authentication-for-private-packages.md",
            "\"bearer\": {\"repo.acme.io\": \"<alnum:20-64>\"}",
            "{\n    \"gitlab-token\": {\n        \"gitlab.contoso.com\": \"" + Sample.Of(20) + "\"\n    }\n}",
            "\"bearer\": {\"repo.acme.io\": \"${TOKEN}\"}",
            "\"bearer\": {\"repo.acme.io\": \"" + Sample.Of(16) + "\u200b" + Sample.Of(16, seed: 2) + "\"}") with
        {
            Pattern = @"""(?:bearer|git(?:hub-oauth|lab-(?:oauth|token)))""[ ]{0,2}:[ ]{0,2}\{\s{0,16}""[A-Za-z0-9.-]{3,80}""[ ]{0,2}:[ ]{0,2}""([A-Za-z0-9_.-]{16,256})""",
            SecretGroup = 1,
            Keywords = ["\"bearer\"", "\"github-oauth\"", "\"gitlab-oauth\"", "\"gitlab-token\""],
            Negatives = ["\"bearer\": {\"repo.acme.io\": \"${TOKEN}\"}", "\"bearer\": {\"repo.acme.io\": {}}", "\"gitlab-domains\": [\"gitlab.contoso.com\"]"],
        },
    ];
}
