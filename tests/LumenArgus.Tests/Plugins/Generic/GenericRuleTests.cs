namespace LumenArgus.Tests.Plugins.Generic;

/// <summary>A drawn value behind a word for a credential is found in every language, and a readable, repeated or structured one in none.</summary>
public sealed class GenericRuleTests
{
    private const int Drawn = 2000;
    private const double Recall = 0.97;

    private static readonly string[] PasswordWords = ["pass", "pwd", "clave", "contrase", "senha", "identified by", "-p{0}", "-p {0}", "-a {0}", "-u deploy:"];

    public static TheoryData<string> Languages => [.. Syntaxes.All.Select(each => each.Language)];

    [Fact]
    public void Syntaxes_EachLanguage_HasThreeFormsOrMore()
    {
        Syntaxes.All.Length.ShouldBeGreaterThanOrEqualTo(20);
        Syntaxes.All.Where(each => each.Forms.Length < 3).Select(each => each.Language).ShouldBeEmpty();
    }

    // Messages name values by position: the test output stays free of what looks like a secret.
    [Theory]
    [MemberData(nameof(Languages))]
    public void Scan_DrawnSecrets_NearlyAllAreFound(string language)
    {
        foreach (var form in FormsOf(language))
        {
            var values = DrawnSecrets.Draw(Drawn, withPasswords: PasswordWords.Any(word => form.Contains(word, StringComparison.OrdinalIgnoreCase)), seed: form.Length);

            // The first and last characters may belong to the syntax ("=", a dot at the end).
            var found = Conversation.Scan(values.Select(value => form.Replace("{0}", value, StringComparison.Ordinal)))
                .Where(hit => hit.Value.Contains(values[hit.Message].AsSpan(2, values[hit.Message].Length * 2 / 3), StringComparison.Ordinal))
                .Select(hit => hit.Message).Distinct().Count();

            ((double)found / Drawn).ShouldBeGreaterThanOrEqualTo(Recall, form);
        }
    }

    // What Terraform's random_password and AWS Secrets Manager draw from, without quotes and backslash.
    [Theory]
    [InlineData("!@#$%&*()-_=+[]{}<>:?", "password = \"{0}\"")]
    [InlineData("!@#$%&*()-_=+[]{}<>:?", "DB_PASSWORD={0}")]
    [InlineData("!#$%&()*+,-./:;<=>?@[]^_{|}~", "{\"dbPassword\": \"{0}\"}")]
    [InlineData("!#$%&()*+,-./:;<=>?@[]^_{|}~", "db_password: '{0}'")]
    public void Scan_PasswordsOfGeneratorsWithAllMarks_MostAreFound(string marks, string form)
    {
        var values = DrawnSecrets.DrawWithMarks(Drawn, marks, seed: form.Length);

        var found = Conversation.Scan(values.Select(value => form.Replace("{0}", value, StringComparison.Ordinal))).Select(hit => hit.Message).Distinct().Count();

        ((double)found / Drawn).ShouldBeGreaterThanOrEqualTo(0.8, form);
    }

    // Sixteen and sixty-four bytes end with two signs that look like a comparison.
    [Theory]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(64)]
    public void Scan_KeysInBase64_AreAllFound(int bytes)
    {
        var random = new Random(bytes);
        string[] values = [.. Enumerable.Range(0, Drawn).Select(_ =>
        {
            var key = new byte[bytes];
            random.NextBytes(key);
            return Convert.ToBase64String(key);
        })];

        var found = Conversation.Scan(values.Select(static value => $"encryption_key = \"{value}\"")).Where(static hit => hit.Type == "generic_api_key").Select(hit => hit.Message).Distinct().Count();

        ((double)found / Drawn).ShouldBeGreaterThanOrEqualTo(Recall);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Scan_ReadableValues_RaiseNothing(string language)
    {
        foreach (var form in FormsOf(language))
        {
            var hits = Conversation.Scan(ReadableValues.All.Select(value => form.Replace("{0}", value, StringComparison.Ordinal)));

            hits.Select(hit => $"{hit.Type}: {form} with value {hit.Message}").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("datadog = \"{0}\"", "generic_issuer_credential")]
    [InlineData("пароль: {0}", "generic_password_localized")]
    [InlineData("- name: DB_PASSWORD\n  value: {0}", "generic_credential_pair")]
    [InlineData("sshpass -p {0} ssh host", "generic_credential_argument")]
    [InlineData("commit_hash = {0}", null)]
    [InlineData("etag: {0}", null)]
    [InlineData("passwordHash = \"{0}\"", null)]
    [InlineData("api_key_sha256: {0}", null)]
    [InlineData("secret_checksum = {0}", null)]
    public void Scan_HexValue_CountsByItsName(string form, string? type)
    {
        var value = DrawnSecrets.Draw(5, withPasswords: false, seed: 1)[4];

        Conversation.Scan([form.Replace("{0}", value, StringComparison.Ordinal)]).Select(hit => hit.Type).ShouldBe(type is null ? [] : [type]);
    }

    private static string[] FormsOf(string language) => Syntaxes.All.Single(each => each.Language == language).Forms;
}
