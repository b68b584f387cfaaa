using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins;

/// <summary>Everyday content of a repository raises no alarm. The last test plants a token in the same texts to show that they are looked at.</summary>
public sealed class QuietOnCodeTests
{
    private const string LockFile = """
        { "name": "app", "lockfileVersion": 3, "packages": {
          "node_modules/js-tokens": { "version": "4.0.0", "resolved": "https://registry.example.com/js-tokens/-/js-tokens-4.0.0.tgz",
            "integrity": "sha512-RdJUflcE3cUzKiMqQgsCu06FPu9UdIJO0beYbPhHN4k6apgJtifcoCtT9bcxOpYBtpD2kCM6Sbzg4CausW/PKQ==", "license": "MIT" },
          "node_modules/keyv": { "version": "4.5.4", "integrity": "sha1-7c1YFtbT2YGNG1bCL1oN0Nc2GrE=" } } }
        """;

    private const string GitLog = """
        commit 9e2d945226435360915908c529ba7c6969f64458
        Merge: 0357f812dab2 73c0780c5586
        diff --git a/src/auth/token.ts b/src/auth/token.ts
        index 2b75b49..67c7adb 100644
        --- a/src/auth/token.ts
        +++ b/src/auth/token.ts
        @@ -12,7 +12,9 @@ export class TokenStore
        +  const session = await store.get(key);
        +86400,
        https://github.com/acme/auth-library/blob/3ae120d0a45c95e36c59c9ac8286483938781f30/src/auth/secretManager.ts#L10
        """;

    private const string Minified = """
        !function(e,t){"object"==typeof exports?module.exports=t():e.key=t()}(this,function(){var n={token:function(e){return e.kind},
        secret:process.env.SESSION_SECRET_VALUE,password:document.getElementById("user-password-input"),apiKey:config.get("services.billing.apiKey"),
        hvs:[1,2,3]};n.hvs.forEach(function(e){sk=e});return n.tokenizer=function(e){for(var t=0,r=e.length;t<r;t++)if(e.charCodeAt(t)===45)return!0;return!1},n});
        //# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbImEuanMiXSwibmFtZXMiOltdLCJtYXBwaW5ncyI6IkFBQUEifQ==
        """;

    private const string Configuration = """
        id: 6ba7b810-9dad-11d1-80b4-00c04fd430c8
        api_key: ${API_KEY}
        password: {{ vault_password }}
        secret: <your-client-secret-goes-here>
        token: "https://login.example.com/oauth2/v2.0/token"
        image: app@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        database: postgres://localhost:5432/app
        proxy: http://proxy.example.com:3128
        version: 10.0.19041.1
        created: 1700000000000
        ratio: 0.4111111111111111
        """;

    private const string Application = """
        export const login = async (email: string, password: string) => post("/login", { email, password: sha256Hex(password), token: opts.x509Token });
        this.password = null; user.password = req.body.password1 ?? ""; const apiKey = process.env.ACME_V2_API_KEY ?? config.keys["acme2"];
        password = os.environ["DB2_PASSWORD"]; cfg.password=(a1)=>b2(a1.c3); <input type="password" name="pw1"/> <password>changeme</password>
        DB_PASSWORD=changeme123
        API_TOKEN=your-token-here
        PublicKeyToken=b77a5c561934e089, PublicKeyToken=31bf3856ad364e35
        git config user.email noreply@contoso.com; send("jane.doe@example.com", "no-reply@mail.example.org")
        Create a draft PR; the client is a confidential client in terms of OAuth 2.0 and may not be linked into proprietary programs.
        """;

    // Subjects and names that end with a word for a secret, and what the next entry begins with.
    private const string Lists = """
        8d7c5df9aa91b5b3a9a2bf4d64ffcd67d9c3b0e1 Rotate the API token
        1f0e4b0b26d9a8cf7f1c4a5a1a7e9b6d1f3c2d4e Fix crash when reading the password
        5b2c7e9d8a1f4063b7c9d2e5f8a1b4c7d0e3f6a9 Remove the hard coded secret

        Store the token
        0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b
        secret/service-account-token
        pod/api-token-service-xk2td5w7zb-q9zvn   1/1   Running
        secret/db-secret
        pod/auth-gateway-6b7c9d8f5c-q9zvn
        """;

    // Results of test runners, numbers of orders, and a package that is named after a secret.
    private const string Results = """
        PASS: vp9-10bit-422p
        PASS: h264-444p12
        XFAIL: test-pass2
        PASS packages/x1y2z3/src/a.spec.tsx (5.2 s)
        --- PASS: TestSHA256x4 (0.01s)
        {"order_id": "4015747191257121", "tracking_number": "4015747191257121"}
        [[package]]
        name = "token"
        checksum = "2622e4ca6da452a76d7c29203e97ebf7aaa15fc5d26d32862dfcdf62669a0e87"
        """;

    public static TheoryData<string, string> Texts => new()
    {
        { nameof(LockFile), LockFile },
        { nameof(GitLog), GitLog },
        { nameof(Minified), Minified },
        { nameof(Configuration), Configuration },
        { nameof(Application), Application },
        { nameof(Lists), Lists },
        { nameof(Results), Results },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Scan_Code_RaisesNothing(string name, string text)
    {
        var types = RuleRunner.TypesIn(text);

        types.ShouldBeEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Scan_CodeWithAPlantedToken_RaisesIt(string name, string text)
    {
        var middle = text.IndexOf('\n') + 1;
        var planted = text.Insert(middle, "\"ghp_" + "Zk3vQ9xT7bLm2RwY8nPcJ5hGf4DsA1058mIh\"\n");

        RuleRunner.Scan(planted).Where(finding => finding.Severity == Severity.Critical).Select(finding => finding.Type).ShouldBe(["github_token"], name);
    }
}
