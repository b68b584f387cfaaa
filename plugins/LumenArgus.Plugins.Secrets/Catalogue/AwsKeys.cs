using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Amazon Web Services.</summary>
internal static class AwsKeys
{
    private const string IamGuide = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "aws_access_key",
            Detector = Rules.Detector,
            Title = "AWS access key identifier",
            Severity = Severity.Critical,
            Description = "AWS access key identifier, long-term (AKIA) or temporary (ASIA).",
            Source = IamGuide + "reference_identifiers.html",
            Format = "<AKIA|ASIA><upperalnum:16>",
            Validator = AwsKeyIdValidator.RuleName,
            Tags = ["cloud", "aws"],
            Examples = ["AKIA" + "IOSFODNN7EXAMPLE", "ASIA" + "IOSFODNN7EXAMPLE", "AKIA" + "I44QH8DHBEXAMPLE"],
            Positives =
            [
                "AKIA" + Sample.Of(16, Sample.Upper),
                $"id={"AKIA"}{Sample.Of(16, Sample.Upper, 2)};",
                @"a\n" + "ASIA" + Sample.Of(16, Sample.Upper, 3),
                "aws_access_key_id = AKIA" + "444UCKG2RG35CKDS",
            ],
            Negatives =
            [
                "AKIA" + Sample.Of(17, Sample.Upper),
                "xAKIA" + Sample.Of(16, Sample.Upper),
                "AKIA" + Sample.Of(15, Sample.Upper),
                "Akia" + Sample.Of(16, Sample.Upper),
            ],
            Evasions =
            [
                "QVdTX0FDQ0VTU19LRVlfSUQ9QUtJQTJHTVlMQ1BWUzdKNVo3TUo=",
                "the key is AKIA" + "\u200b2GM\u200bYLCPVS7J\u200b5Z7MJ",
            ],
        },
        new()
        {
            Name = "aws_secret_key",
            Detector = Rules.Detector,
            Title = "AWS secret access key",
            Severity = Severity.Critical,
            Description = "AWS secret access key: 40 characters assigned to a name that says so.",
            Source = IamGuide + "id_credentials_access-keys.html",
            Pattern = @"(?i)(?:aws[_.-]?secret|secret[_.-]?access)[_.-]?(?:access[_.-]?)?key(?:[ \t]{1,4}|" + Shape.Assign + @")([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$)",
            SecretGroup = 1,
            Keywords = ["secret"],
            WindowBytes = 160,
            Tags = ["cloud", "aws"],
            Examples = ["wJalrXUtnFEMI" + "/K7MDENG/bPxRfiCYEXAMPLEKEY", "je7MtGbClwBF" + "/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"],
            Positives =
            [
                $"aws_secret_key = \"{Sample.Of(40)}\"",
                $"AWS_SECRET_ACCESS_KEY={Sample.Of(40, seed: 2)}",
                $"\"SecretAccessKey\": \"{Sample.Of(39, seed: 3)}/\",",
                $"secretAccessKey: '{Sample.Of(40, seed: 4)}'",
                $"{{\\\"aws_secret_access_key\\\": \\\"{Sample.Of(40, seed: 5)}\\\"}}",
                $"aws configure set aws_secret_access_key {Sample.Of(40, seed: 6)}",
                "aws_secret_access_key = " + "c8SBevBUH9e4EfXspKGoMi4EMP8GyBkr36WVge9Q",
            ],
            Negatives =
            [
                $"aws_secret_key = \"{Sample.Of(39)}\"",
                $"aws_secret_key = \"{Sample.Of(41)}\"",
                $"aws_secret_key_rotation = \"{Sample.Of(40)}\"",
                "aws_secret_access_key = os.environ",
            ],
            Evasions =
            [
                "AWS_SECRET_ACCESS_KEY=" + "%541ZsxGLMBqd%4Bk3to6Sgl4JXLrh6I96bOlmFqCWWz",
                "payload=QVdTX1NFQ1JFVF9BQ0NFU1NfS0VZPVQxWnN4R0xNQnFkS2szdG82U2dsNEpYTHJoNkk5NmJPbG1GcUNXV3o",
            ],
        },
        CatalogueRule.Of(
            "aws_session_token", "AWS session token of temporary credentials", Severity.Critical,
            "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html",
            "<IQoJb3JpZ2luX2Vj|FwoGZXIvYXdzE|FQoGZXIvYXdzE|FQoDYXdzE|AQoDYXdzE><base64:100+>",
            "AWS_SESSION_TOKEN=FQoDYXdzE"
                + "MI6VZ4wNAgD41ez/wHNoQSNpv8rafPRD7lOBTZHGRbWlVvQDLixG7UqVbpaanmxrK4luqIk/Q9UvjuYElLEnBLEO/BPpC5DGce53" + "7ljpWPG8gK3a",
            "header = decode(\"IQoJb3JpZ2luX2VjEJr\")",
            "bG9naW4gd2l0aCBGUW9HWlhJdllYZHpFZHVTeVczcXRBL09wTml5dkh5RjdTakppSXg4TlJhTnlDaUZNWHQ0eWpaL2ZpYmhIQzRk"
                + "QlJiMExpZnpOcHlGYm5sazZhbExOL2dkV2U1SlBCYWpFalc3V1ZZUEFGaEIxN01pOUF2IHBsZWFzZQ=="),
        CatalogueRule.Of(
            "aws_bedrock_api_key", "Amazon Bedrock long-term API key", Severity.Critical,
            "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-how.html",
            "ABSKQmVkcm9ja0FQSUtleS<base64:86+>",
            "AWS_BEARER_TOKEN_BEDROCK=ABSKQmVkcm9ja0FQSUtleS"
                + "UJBmaH8x054wNDuy3nqG/ui1ocJi+3RZI9aormEKSzPp4yf1rGt/MItKYxgEMi0M59DTfZFtCEb1jSgaK3ZYWsTUVxw4",
            "ABSKQmVkcm9ja0FQSUtleS is how each of these keys begins",
            "ABSK\u200bQmVkcm9ja0FQSUtle"
                + "SgMBbAFGA+I8Hv+5ndgBFi2IjQ6\u200bihIGSFnaA9zmMdm1xc5/dKjAV12F6Mh9YfB1/UjGxPEZbOA7t6Rm0h\u200bz9AelBXE4Ymh work"
                + "s for all of us"),
        CatalogueRule.Of(
            "aws_bedrock_short_term_key", "Amazon Bedrock short-term API key", Severity.High,
            "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-generate.html",
            "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t<base64:100+>",
            "AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t"
                + "YnhQlboq4mfc2Muu2bAwbYwglRt2D3ZAwuIgMm7WDTP1esTnYWgE/8hUh48avPoO8D1Fg5DylTMSPQRRjTkNrNMRjwS12ENLbCwjsFUsLlKr",
            "name: bedrock-api-key-rotation-schedule-for-staging-and-production",
            "use b%65drock-api-key-YmVkcm9jay5hbWF6b25hd3MuY2"
                + "9t6y0tayAz%54my2bz78Tfih2s%59xKqOZg8%2BycWkvxBXH1gdjYfsE4sZTeY56mofTuJSL1qLTno7LyL3yYaOA3eOwqINU7boz"
                + "8zR578ZsXXIY for the staging job"),
        new()
        {
            Name = "aws_presigned_url",
            Detector = Rules.Detector,
            Title = "AWS request with its signature in the address",
            Severity = Severity.High,
            Description = "Whoever has the address can make the request until it expires, with the rights of the key that signed it.",
            Source = "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",
            Pattern = @"(X-Amz-Date=\d{8}T\d{6}Z&X-Amz-Expires=\d{1,6}&[A-Za-z0-9%._~&=+/-]{0,2000}?X-Amz-Signature=[0-9a-f]{64})\b",
            SecretGroup = 1,
            Validator = SignedUrlValidator.RuleName,
            Keywords = ["X-Amz-Date="],
            WindowBytes = 4096,
            Tags = ["cloud", "aws", "url"],
            Positives =
            [
                "https://orders.s3.eu-central-1.amazonaws.com/2025/invoice.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz"
                    + "-Credential=AKIA%2F20250314%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20250314T091500Z&X-Amz-Exp"
                    + "ires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature="
                    + "1af2333fccf1cbce3727052995be4e054f2311e29ef745aa88aa1949131894dd",
                "curl \"https://orders.s3.eu-central-1.amazonaws.com/2025/invoice.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                    + "&X-Amz-Credential=AKIA%2F20250314%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20260102T000000Z&X-A"
                    + "mz-Expires=604800&X-Amz-Security-Token=IQoJ2ucxPgK72AlvbjvUWyKMDqHlPV8moo3uMfLjaGwGUOOno5Dhc5UdxTCIR"
                    + "riu%2F&X-Amz-SignedHeaders=host&X-Amz-Signature="
                    + "321a3efb48f4f9eb22c186ae1242c5585d9b0ef34f13dc7460f329fddb8fbc52\"",
                "X-Amz-Date=20990102T000000Z&X-Amz-Expires=60&X-Amz-Signature="
                    + "efa8e91119a5be3d552e3cd0e5d282b2edb36f0e6c611f6b9fcea684a9d57197&X-Amz-SignedHeaders=host&x-id=GetObject",
            ],
            Negatives =
            [
                "https://orders.s3.eu-central-1.amazonaws.com/2025/invoice.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz"
                    + "-Credential=AKIA%2F20250314%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20250314T091500Z&X-Amz-Exp"
                    + "ires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=<signature-value>",
                "X-Amz-Date: 20250314T091500Z\nX-Amz-Expires: 3600\nX-Amz-Signature: "
                    + "a1ccebe3616f88ae461a3444f3b26e123dc6927fb64b3fda426a68c07e2755b8",
                "const url = `${base}&X-Amz-Date=${date}&X-Amz-Expires=${ttl}&X-Amz-Signature=${signature}`;",
            ],
            Evasions = ["aHR0cHM6Ly9vcmRlcnMuczMuZXUtY2VudHJhbC0xLmFtYXpvbmF3cy5jb20vMjAyNS9pbnZvaWNlLnBkZj9YLUFtei1BbGdvcml0"
                    + "aG09QVdTNC1ITUFDLVNIQTI1NiZYLUFtei1DcmVkZW50aWFsPUFLSUElMkYyMDI1MDMxNCUyRmV1LWNlbnRyYWwtMSUyRnMzJTJG"
                    + "YXdzNF9yZXF1ZXN0JlgtQW16LURhdGU9MjAyNTAzMTRUMDkxNTAwWiZYLUFtei1FeHBpcmVzPTM2MDAmWC1BbXotU2lnbmVkSGVh"
                    + "ZGVycz1ob3N0JlgtQW16LVNpZ25hdHVyZT1hMWNjZWJlMzYxNmY4OGFlNDYxYTM0NDRmM2IyNmUxMjNkYzY5MjdmYjY0YjNmZGE0"
                    + "MjZhNjhjMDdlMjc1NWI4"],
        },
        CatalogueRule.Of(
            "aws_cloudfront_signed_url", "CloudFront signed URL", Severity.High,
            "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html",
            "Expires=<digit:10>&Signature=<[0-9A-Za-z~_-]:171-344>&Key-Pair-Id=<upperalnum:13-21>",
            "https://d111111abcdef8.cloudfront.net/image.jpg?Expires="
                + "1987193202&Signature=8DoqOk3hO68p_80xawmkIa_flZOTuw8jw4MMmKOTbFPhbTZ4965tEkRuaZhAfu99bys14Z5lhFCFnOl"
                + "rlKjRWSvWwI8lISkRAmFWCQ8v-jcgGKD5nKI9SGNDiDKg3Y1Kv9uwOzBS7ecFmGfXKuoANfyxVk9QOsOVnlLxRiQ0j1i&Key-Pai"
                + "r-Id=GK7LH7FTBG6V01T2P82M7",
            "https://d111111abcdef8.cloudfront.net/image.jpg?Expires=1767290400&Signature=nitfHRCrtziwO2HwPfWw~yY"
                + "DhUF5EwRunQA&Key-Pair-Id=K2JCJMDEHXQW5F",
            "73656520457870697265733d35373132303535313037265369676e61747572653d7a714765754e35674c314e4b6e4f355567"
                + "4437316f464c7a6a68745779713577704d677a715563504b764b3236726c416a394555717e566d4e565638326e4a31414e7a"
                + "744b5f3375317146797a4d433232425a3771736857376f463465667736426671386e6450754a55505f34463658357a694a4f"
                + "335662567259315551464558323463583866637252365f7e7a7342786536664a5a623956355374434e737a75675357503154"
                + "434b775a264b65792d506169722d49643d30514949334e5155494d4845454d20666f72207468652070696374757265",
            SignedUrlValidator.RuleName) with { Keywords = ["&Signature="] },
        CatalogueRule.Of(
            "aws_sso_token", "IAM Identity Center or AWS Builder ID access or refresh token", Severity.Critical,
            "https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html",
            "<aoa|aor><base64url:80-300>:MG<[QUY]:1>C<base64:80+>",
            "\"accessToken\": \"aor"
                + "eVuwZWqz0C5nVmSLtDvcRhREmm7FtimpsDY58eISyqe9IjPtqTpleHdvBz7DFgZmTAHHXD0Tno31lZ6s:MGUCb+DkaGGSbEYxGKy"
                + "vxy+1nzGcIcaB+8+On2SeU1Ul4Mhi6xLy4pj5OzxEHuTAXX0nNTI735Z4ons1ywcVdCIAQ\",",
            "aoaLongModuleNameOfAConfigurationThatIsGeneratedByATemplateEngineForEveryTenantOfTheSystem:MGR",
            "&#x" + "61;orQRX&#x69;lhTGVuS2Ixr9a8squKzRUxnG8LKnpzxKai3MJcR8o3E&#x6d;STR_ygsGtuzUrg525NgIK9lo6oQbKvw5:MGUC"
                + "cGRa1au5J0z3QvNADWoED2J8QjA253eXBTmJRhdipyY19zoiqhivy5TwO++PZMd2c4QrsyLYxGOIO+eJl1m8mXgGj6 works for all of us") with
        {
            Keywords = ["aoa", "aor"],
            WindowBytes = 1024,
        },
        CatalogueRule.Of(
            "aws_appsync_api_key", "AWS AppSync API key", Severity.High,
            "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
            "da2-<loweralnum:26>",
            "x-api-key: da2-" + "613xj8uojnkxpm2j28dlfwjpu8",
            "AWS_APPSYNC_API_KEY=da2-<paste it here>",
            "757365206461322d3362616174786b70306f656661326a6d3077766a67673463646a20666f72207468652073746167696e67206a6f62"),
        CatalogueRule.Of(
            "aws_mws_auth_token", "Amazon Marketplace Web Service token", Severity.Critical,
            "https://docs.developer.amazonservices.com/en_US/dev_guide/DG_Registering.html",
            "amzn.mws.<uuid>",
            "\"token\": \"amzn.mws." + "720fc2c8-767e-777d-4a52-40c285cf1998\",",
            "import amzn.mws.client; amzn.mws.4ea38b7b",
            "the key amzn.mws." + "18ed6269-99\u04410-5791-3f48-3879\u04309e7894e is shared with the team"),
        CatalogueRule.Of(
            "aws_ses_smtp_password", "Amazon SES SMTP password", Severity.High,
            "https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html",
            "<name:smtp password|smtp pass|ses password|ses smtp password>B<[A-P]:1><base64:42>",
            "const sesPassword = 'B" + "PiHYYNzA3Lv+iZq/l//z4Xr8smpzkFVC4YFI/NUwZ4/';",
            "SMTP_PASSWORD=BuildServerPasswordFromTheVaultOfTheTeam",
            "\"SMTP_PASSWORD=B\" + \"" + "Cok4jkUgah+bqQWjO60keeEXgrZu/X5mkBKTahB6qTG\""),
        CatalogueRule.Of(
            "aws_cognito_client_secret", "Amazon Cognito app client secret", Severity.High,
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html",
            "<name:cognito+client secret|app secret><loweralnum:50-52>",
            "export COGNITO_APP_SECRET=\"" + "kk8wdsv9b6fl7kjvlj7ijsz79p1md5bpyvtsuomgbf8lzmkp59ar\"",
            "cognito_revision = \"" + "ew2nj39x84snahrrs1oz1gvaz3djjenujvvd2rvsgdtvfixobf0\"",
            "cognito-client-secret: " + "\\x69vc52\\x7acmyv2q10\\x39zn37zw2dmtxa34qzciapw4olmvftcdujlkq") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "aws_ecr_password", "Amazon ECR registry password, with its user name in base64", Severity.High,
            "https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html",
            "QVdTOmV5SndZWGxzYjJGa0lqb2<base64:200+>",
            "{\"auths\":{\"123456789012.dkr.ecr.eu-west-1.amazonaws.com\":{\"auth\":\"QVdTOmV5SndZWGxzYjJGa0lqb2"
                + "QErJyuWd4j3289c7Ln3B4d5JpiSDDG9n+YbGmogfp47Wl7m/bz9iWsufAbdGbBl2ZXp9yp7jW+uc50Lwvc+LrzxSP0/tbEkWsIjX"
                + "Tk6m4m9Dei5AvncIBoldfYD7k0N6nhIijPGsofIbBcyriu2m7YjiUO5+FEa3WoY03n2SfhpLBPip10M4N9lHp4G3cwbjIqHSPPzkT9XmNi\"}}}",
            "QVdTOmV5SndZWGxzYjJGa0lqb2 is the head of such a value",
            "use QVdTOmV5SndZWGxzYjJGa0l\u200bqb"
                + "24xh+84eOwj9WKrGBna6xTk6fP9YC6RouTPhHDtKSmrgC//J9OXePBJrr/Mjb2jAJluvbWC\u200bCq1p\u200bKp952dkHZKwREVBudgTlnBW"
                + "wgTLZ0hn9/fweXHR5A9PCfPwXBpuMfgE551K7tCb1lzL48TJH/kiyVzlasQgMM/FAT4h6NMLPFS0+Dwrg4jExpIz8NuO+UK9GYHU"
                + "5k2Zb for the staging job"),
    ];
}
