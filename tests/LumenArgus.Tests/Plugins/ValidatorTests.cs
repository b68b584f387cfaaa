using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins;

public sealed class ValidatorTests
{
    [Theory]
    [InlineData("001-01-0001", true)]
    [InlineData("665-99-9999", true)]
    [InlineData("899-01-0001", true)]
    [InlineData("000-01-0001", false)]
    [InlineData("666-01-0001", false)]
    [InlineData("900-01-0001", false)]
    [InlineData("999-01-0001", false)]
    [InlineData("123-00-0001", false)]
    [InlineData("123-01-0000", false)]
    public void SsnRange_AreaGroupSerial_AsIssued(string value, bool valid) => IsValid("ssn_range", value).ShouldBe(valid);

    [Theory]
    [InlineData("4222222222222", true)]                // 13 digits, a number for tests
    [InlineData("4539578763628", false)]               // 13 digits: no card has them any more
    [InlineData("6205500000000000004", true)]          // UnionPay, 19
    [InlineData("2200150000000007", true)]             // Mir
    [InlineData("8171999900000018", true)]             // UnionPay
    [InlineData("341111111111111", true)]
    [InlineData("3411111111111111", false)]            // an American Express number with 16 digits
    [InlineData("6111111111111116", false)]            // no network
    [InlineData("30569309025904", true)]               // 14
    [InlineData("371449635398431", true)]              // 15
    [InlineData("4012-8888-8888-1881", true)]
    [InlineData("6304 0000 0000 0000", true)]
    [InlineData("6011000990139424", true)]
    [InlineData("4000 0000 0000 0000 006", true)]      // 19
    [InlineData("4222222222223", false)]               // check digit
    [InlineData("422222222222", false)]                // 12 digits
    [InlineData("40000000000000000006", false)]        // 20 digits
    [InlineData("4012-8888 8888-1881", false)]         // mixed separators
    [InlineData("40 12 88 88 88 88 18 81", false)]     // a list of numbers
    [InlineData("0.4012888888881881", false)]
    [InlineData("1700000000007", false)]               // a time stamp with a valid check digit
    [InlineData("8944500102198304826", false)]         // a SIM card with a valid check digit
    public void Luhn_CardNumbers_OnlyThoseOfPaymentNetworks(string value, bool valid) => IsValid("luhn", value).ShouldBe(valid);

    [Theory]
    [InlineData("luhn", "4242 4242 4242 4242", Verdict.Test)]
    [InlineData("luhn", "378282246310005", Verdict.Test)]
    [InlineData("luhn", "4111 1111 1111 1111 123", Verdict.Test)]
    [InlineData("luhn", "4539578763621486", Verdict.LikelyLive)]
    [InlineData("iban_mod97", "DE89370400440532013000", Verdict.LikelyLive)]
    [InlineData("phone_us", "415-555-0132", Verdict.Example)]
    [InlineData("phone_us", "415-555-2671", Verdict.None)]
    [InlineData("phone_intl", "+44 20 7946 0958", Verdict.Example)]
    [InlineData("phone_intl", "+49 30 901820", Verdict.None)]
    [InlineData("exclude_private_ips", "203.0.113.7", Verdict.Example)]
    [InlineData("uk_nhs_number", "999 123 4519", Verdict.Test)]
    [InlineData("fi_hetu", "010594Y9032", Verdict.Test)]
    [InlineData("br_cpf", "038.335.882-50", Verdict.LikelyLive)]
    public void Judge_AcceptedValues_TellTestAndExample(string validator, string value, Verdict verdict) => PluginUnderTest.All.Validators[validator].Judge(value).ShouldBe(verdict);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("169.253.1.1", true)]
    [InlineData("192.167.1.1", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("239.255.255.250", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.0", false)]
    [InlineData("8.8.8.256", false)]
    [InlineData("8.8.8.08", false)]
    [InlineData("8.8.8", false)]
    [InlineData("8.8.8.8.8", false)]
    [InlineData("v8.8.8.8", false)]
    public void ExcludePrivateIps_Addresses_OnlyPublicOnes(string value, bool valid) => IsValid("exclude_private_ips", value).ShouldBe(valid);

    [Theory]
    [InlineData("GB29NWBK60161331926819", true)]
    [InlineData("GB29 NWBK 6016 1331 9268 19", true)]
    [InlineData("MT84MALT011000012345MTLCAST001S", true)]
    [InlineData("NO9386011117947", true)]
    [InlineData("HN88CABF00000000000250005469", true)]
    [InlineData("GB28NWBK60161331926819", false)]
    [InlineData("GB58123460161331926819", false)]
    [InlineData("GB29NWBK6016133192681", false)]
    [InlineData("XX29NWBK60161331926819", false)]
    [InlineData("GB29", false)]
    public void IbanMod97_CheckDigitsCountryLength_AllCount(string value, bool valid) => IsValid("iban_mod97", value).ShouldBe(valid);

    [Theory]
    [InlineData("415-555-2671", true)]
    [InlineData("+1 (415) 555-2671", true)]
    [InlineData("115-555-2671", false)]
    [InlineData("415-055-2671", false)]
    [InlineData("911-555-2671", false)]
    [InlineData("2-415-555-2671", false)]
    [InlineData("12-415-555-2671", false)]
    public void PhoneUs_NumberingPlan_Decides(string value, bool valid) => IsValid("phone_us", value).ShouldBe(valid);

    [Theory]
    [InlineData("+44 20 7946 0958", true)]
    [InlineData("+7 495 123 45 67", true)]
    [InlineData("+35799123456", true)]
    [InlineData("+99 1234 5678", false)]        // no such country
    [InlineData("+34 123 456", false)]          // too short for its country
    [InlineData("+33 1 23 45 67 89", true)]
    [InlineData("+44123456", false)]            // too short without groups
    [InlineData("+441234567890123456", false)]  // more than 15 digits
    [InlineData("+2024-05-06", false)]
    [InlineData("x+442079460958", false)]
    public void PhoneIntl_CountryCodeAndLength_Decide(string value, bool valid) => IsValid("phone_intl", value).ShouldBe(valid);

    [Theory]
    [InlineData("jane@contoso.com", true)]
    [InlineData("jane@notexample.com", true)]
    [InlineData("jane@example.co.uk", true)]
    [InlineData("reply@contoso.com", true)]
    [InlineData("jane@example.com", false)]
    [InlineData("jane@mail.EXAMPLE.net", false)]
    [InlineData("jane@host.test", false)]
    [InlineData("jane@a.invalid", false)]
    [InlineData("noreply@contoso.com", false)]
    [InlineData("No.Reply@contoso.com", false)]
    [InlineData("no-reply+ci@contoso.com", false)]
    [InlineData("do_not_reply@contoso.com", false)]
    [InlineData("git@github.com", false)]
    [InlineData("icon@3x.PNG", false)]
    [InlineData(".jane@contoso.com", false)]
    [InlineData("jane@contoso..com", false)]
    [InlineData("@contoso.com", false)]
    public void EmailShape_LookAlikesAndAddressesOfNobody_AreDropped(string value, bool valid) => IsValid("email_shape", value).ShouldBe(valid);

    [Theory]
    [InlineData("https://user:s3cret@host", true)]
    [InlineData("redis://:s3cret@host", true)]
    [InlineData("https://user:$PASS@host", false)]
    [InlineData("https://user:%s@host", false)]
    [InlineData("https://user:xxxx@host", false)]
    [InlineData("https://user:***@host", false)]
    [InlineData("https://host", false)]
    public void UrlCredentials_VariablesAndMasks_AreDropped(string value, bool valid) => IsValid("url_credentials", value).ShouldBe(valid);

    [Theory]
    [InlineData("Zk3vQ9xT7bLm2RwY8nPc", true)]
    [InlineData("u+Kx83jQpLw02nV", true)]
    [InlineData("0357f812dab273c0780c558606663a03e93e34df", true)]
    [InlineData("P@ss-w!rd", false)]
    [InlineData("your-api-key-goes-here", false)]
    [InlineData("src/python3/site-packages/utf8", false)]
    [InlineData("2024-05-06_12-30", false)]
    [InlineData("com/acme/sdk/commit/0357f812dab273c0780c558606663a03e93e34df", false)]
    [InlineData("$DATABASE_PASSWORD_2X9", false)]
    [InlineData("https://example.com/a1b2c3", false)]
    [InlineData("sha512-Zk3vQ9xT7bLm2RwY8nPc", false)]
    public void RandomToken_NamesReferencesChecksums_AreDropped(string value, bool valid) => IsValid("random_token", value).ShouldBe(valid);

    [Theory]
    [InlineData("hV7!kq92LmzPw", true)]
    [InlineData("hV7kq92LmzPwQ7z", true)]
    [InlineData("k9#Vt2xQ", true)]
    [InlineData("x7f3k9w2m1qz", true)]
    [InlineData("kR!vQz#mLpWx", true)]
    [InlineData("Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVo", true)]
    [InlineData("aaaaaaaaaaaa1A", false)]            // entropy
    [InlineData("changeme1!", false)]
    [InlineData("P@ssw0rd123", false)]
    [InlineData("Test1234!", false)]
    [InlineData("xxxxxxxxK7", false)]
    [InlineData("b77a5c561934e089", false)]          // public key token of an assembly
    [InlineData("0123456789abcdefGHIJ", false)]
    [InlineData("base64DecodeV2", false)]
    [InlineData("Encoding.UTF8.GetString", false)]
    [InlineData("sha256WithRSA2048", false)]
    [InlineData("args[0].b1c", false)]
    [InlineData("a1.b2?.c3", false)]
    [InlineData("x1=>x1.p4ss", false)]
    [InlineData("%(db_1Pa)s9", false)]
    [InlineData("@p1UserPw9", false)]
    [InlineData("${DB_PW_9x}", false)]
    [InlineData("#{cfg.k3y9}", false)]
    [InlineData("0357f812dab273c0780c558606663a03e93e34df", true)]
    [InlineData("UTF8String", false)]
    [InlineData("1.2.840.113549.1.9.7", false)]
    [InlineData("CREDENTIALS_STS_ASSUME_ROLE_WEB_ID", false)]
    [InlineData("X-Amz-Security-Token", false)]
    [InlineData("AWS4-HMAC-SHA256", false)]
    [InlineData("base64.urlsafe_b64encode", false)]
    [InlineData("[a-zA-Z0-9!/_+=.@-]", false)]
    [InlineData("--version-destroy-ttl=", false)]
    public void NamedSecret_CodeNamesAndPlaceholders_AreDropped(string value, bool valid) => IsValid("named_secret", value).ShouldBe(valid);

    /// <summary>What a password manager makes. The rest could be a name.</summary>
    [Theory]
    [InlineData(8, 0.8)]
    [InlineData(12, 0.94)]
    [InlineData(16, 0.97)]
    [InlineData(20, 0.99)]
    [InlineData(32, 0.99)]
    public void NamedSecret_RandomAlphanumerics_MostAreAccepted(int length, double share)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        const int Count = 2000;
        var random = new Random(length);

        var accepted = Enumerable.Range(0, Count).Count(_ => IsValid("named_secret", new string(random.GetItems<char>(Alphabet, length))));

        ((double)accepted / Count).ShouldBeGreaterThan(share);
    }

    [Theory]
    [InlineData("Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVo", true)]
    [InlineData("RSA/ECB/OAEPWithSHA-256AndMGF1Padding", false)]
    [InlineData("aa.__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED.ReactCurrentDispatcher", false)]
    [InlineData("com/acme/sdk/commit/0357f812dab273c0780c558606663a03e93e34df", false)]
    [InlineData("h1:Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVoZk3vQ9xT", false)]
    [InlineData("SHA256:Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1uK6eVoZk3vQ9x", false)]
    [InlineData("toolu_01Zk3vQ9xT7bLm2RwY8nPcJ5", false)]
    [InlineData("UY/Gxha2CwKW0URe7McxtnmECrZnT1n/YtfrrCNxY5KMP4o8hMrxsYEe05+1ZGFT", false)]
    public void LoneToken_AllButRandomText_IsDropped(string value, bool valid) => IsValid("lone_token", value).ShouldBe(valid);

    [Fact]
    public void RandomToken_RunLongerThanASecret_IsDropped() => IsValid("random_token", string.Concat(Enumerable.Repeat("Zk3vQ9xT7", 15))).ShouldBeFalse();

    [Fact]
    public void AllValidators_OddInput_AnswerWithoutThrowing()
    {
        string[] odd = ["", "@", "+", "://", "a@", "-", "é", "DE", " ", "....", "1"];

        foreach (var validator in PluginUnderTest.All.Validators.Values)
        {
            foreach (var text in odd)
            {
                Should.NotThrow(() => validator.IsValid(text), $"{validator.Name} on '{text}'");
            }
        }
    }

    private static bool IsValid(string validator, string value) => PluginUnderTest.All.Validators[validator].IsValid(value);
}
