using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens, headers and cookies that prove who sends a request.</summary>
internal static class HttpCredentials
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "jwt_token",
            Detector = Rules.Detector,
            Title = "JSON Web Token",
            Severity = Severity.High,
            Description = "JSON Web Token: header, payload and signature.",
            Source = "https://www.rfc-editor.org/rfc/rfc7519",
            // "eyJ" is {" in base64url, the start of both JSON objects.
            Pattern = Shape.Start + @"(eyJ[A-Za-z0-9_-]{10,1024}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{8,})",
            Format = "eyJ<base64url:30-60>.eyJ<base64url:60-300>.<base64url:43>",
            SecretGroup = 1,
            Validator = JwtValidator.RuleName,
            Keywords = [".eyJ"],
            WindowBytes = 8192,
            Tags = ["token"],
            // The two tokens that jwt.io shows.
            Examples =
            [
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"
                    + ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWUsImlhdCI6MTUxNjIzOTAyMn0"
                    + ".KMUFsIDTnFmyG3nMiGM6H9FNFUROf3wh7SmqJp-QV30",
            ],
            Positives = [Jwt(20, 60, 43), "Authorization: Bearer " + Jwt(30, 300, 86) + "\n", $"\"id_token\":\"{Jwt(60, 700, 342)}\""],
            Negatives = ["eyJ" + Sample.Of(20) + ".eyJ" + Sample.Of(40), "eyJ" + Sample.Of(200), "eyJ" + Sample.Of(20) + "." + Sample.Of(30) + "." + Sample.Of(43)],
            Evasions =
            [
                "Authorization: Bearer eyJ\u200b" + "hbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImExIn0.eyJzdWIiOiI4NzMxIiwic2NvcGUiOiJkZXBsb3kiLCJpYXQiOjE3NjAwMD"
                    + "AwMDB9.l5C2OQHD9MaReOhTig3lPvnOTdhUiPQDTDhRWdEoukAIHo6aFDLmpOvHNm80XWYCN4jSr6tUy69_oRUuYONCf_",
            ],
        },
        new()
        {
            Name = "http_basic_credentials",
            Detector = Rules.Detector,
            Title = "User name and password of HTTP Basic authentication",
            Severity = Severity.High,
            Source = "https://www.rfc-editor.org/rfc/rfc7617",
            Pattern = @"(?i:\bbasic)[ \t]{1,4}([A-Za-z0-9+/]{8,512}={0,2})(?:[^A-Za-z0-9+/=]|$)",
            SecretGroup = 1,
            Validator = HttpBasicValidator.RuleName,
            Keywords = ["basic"],
            WindowBytes = 640,
            Examples = ["QWxhZGRpbjpvcGVuIHNlc2FtZQ=="],
            Positives =
            [
                "Authorization: Basic Y2ktYm90OnZQQjBLQTdjZkZOZA==",
                "curl -H \"Authorization: Basic YWRtaW46MGdCdTlJR2QwdXVl\"",
                "headers: { Authorization: 'Basic ZGVwbG95Ojg0cnlvM3U2b1FDXw==' }",
            ],
            Negatives =
            [
                "Authorization: Basic realm",
                "Basic Authentication schemes",
                "Authorization: Basic dXNlcjpwYXNzd29yZA==",
                "Authorization: Basic dXNlcm5hbWU6cGFzc3dvcmQ=",
                "basic knowledge of HTTP",
            ],
            Evasions =
            [
                "Authorization: Basic%20c3ZjOlBXWW5GTkQ1NWpKZQ%3D%3D",
            ],
        },
        CatalogueRule.Of(
            "php_session_cookie", "PHP session cookie", Severity.High, "https://www.php.net/manual/en/session.configuration.php#ini.session.name",
            "PHPSESSID=<loweralnum:26-32>",
            positive: "Cookie: PHPSESSID=" + "ltoiinuez7zdzralw8y3cycwk3; lang=en",
            negative: "session_name('PHPSESSID'); // PHPSESSID=value",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nCookie: PHPSESSID=3D3usjbvkvxi=\n=798duz008weggui1faig2n; lang=3Den") with { EntropyFloor = 3.0 },
        CatalogueRule.Of(
            "java_session_cookie", "Java servlet session cookie", Severity.High, "https://tomcat.apache.org/tomcat-10.1-doc/config/manager.html",
            "JSESSIONID=<upperhex:32>",
            positive: "Cookie: JSESSIONID=" + "AFEFE1028E4BC2EB0BB7BE0015E60CE8",
            negative: "JSESSIONID=<session id>",
            evasion: "Cookie: JSESSIONID=8D8669CC9\u0415892896BFB92D51C9B4470D"),
        CatalogueRule.Of(
            "express_session_cookie", "Express session cookie", Severity.High, "https://expressjs.com/en/resources/middleware/session.html",
            "connect.sid=s<:|%3A><base64url:32>.<[0-9A-Za-z+/%]:43-60>",
            positive: "Cookie: connect.sid=s:" + "cHo5q_ntaq6IaO5L-XlfZySO96GFu5lT.lTvMNoSMakvmBynGSsLHjBN5BDKJu4GIQznfHKyKUFj/1z+39RimeUY",
            negative: "Cookie: connect.sid=s%3A...",
            evasion: "payload: Q29va2llOiBjb25uZWN0LnNpZD1zOmpYSUxjZnRoLWo4dlFsR1VObllPZEV4a3ZIMU9Wd0lpLmhFRXUlQXZrT2NJamQ2YkgwRm1BalpoUkc5NlVHU1FU"
                + "cmV3NlROM1JjY3F1Q25oYldmVmpqSEVNUXhoZA=="),
        CatalogueRule.Of(
            "aspnet_session_cookie", "ASP.NET session cookie", Severity.High, "https://learn.microsoft.com/en-us/dotnet/api/system.web.configuration.sessionstatesection.cookiename",
            "ASP.NET_SessionId=<[0-5a-z]:24>",
            positive: "Cookie: ASP.NET_SessionId=" + "uwkltjp2rbyiq0lpxuw5gukj",
            negative: "ASP.NET_SessionId=your-session",
            evasion: "Cookie: ASP.NET_SessionId=je\u200b2uo4gcvu1kcjsbphvmup2s"),
        CatalogueRule.Of(
            "aspnet_forms_cookie", "ASP.NET forms authentication ticket", Severity.High, "https://learn.microsoft.com/en-us/dotnet/api/system.web.security.formsauthentication.formscookiename",
            ".ASPXAUTH=<upperhex:64+>",
            positive: "Cookie: .ASPXAUTH=" + "806686A60394B78F689BB71DDC48C1CD2B4A3DEA56D47119122F26D5D4701F10B",
            negative: "Cookie: .ASPXAUTH=; path=/",
            evasion: "Cookie:%20.ASPXAUTH%3D5A9FE93B306C85393C4CF519F7678B%3806CA4F8C4CF2F745D3F%438366EB124BF9B0FEC9F8E"),
        CatalogueRule.Of(
            "aspnetcore_protected_payload", "ASP.NET Core protected payload (authentication cookie, reset token)", Severity.High, "https://learn.microsoft.com/en-us/aspnet/core/security/data-protection/implementation/authenticated-encryption-details",
            "CfDJ8<base64url:80+>",
            positive: "Cookie: .AspNetCore.Identity.Application=CfDJ8"
                + "YDuVEUL1Fb54d-6I9lZVlPdZeAKZ7uXkKzDjWn05FZaAZPImc1mCFAI-4OIJM2khhwLDgzL2yNyG01Ja",
            negative: "CfDJ8 is how every protected payload begins",
            evasion: "Cookie: .AspNetCore.Identity.Application=\"CfDJ8nlivYjlYPOnkV2akGviAzOdk7kLapbsS4Bqtx8qS\" + \"0NRWBP4RVTNhvBof1pg1W9Uf22PUmO"
                + "Jp6zuAqy2qQGYTr\""),
        CatalogueRule.Of(
            "django_session_cookie", "Django session cookie", Severity.High, "https://docs.djangoproject.com/en/stable/topics/http/sessions/",
            "sessionid=<loweralnum:32>",
            positive: "Cookie: sessionid=" + "xuio9erpgn9rhuw8gzvf7yy2cl3v953v; csrftoken=x",
            negative: "sessionid=request.session.session_key",
            evasion: "dump 436f6f6b69653a2073657373696f6e69643d64657538716165386d6e6d706b62727a376b366963363478717063366f6534733b2063737266746f6b65"
                + "6e3d78") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "flask_session_cookie", "Flask session cookie", Severity.Warning, "https://flask.palletsprojects.com/en/stable/quickstart/#sessions",
            "session=<eyJ|.eJ><base64url:10-400>.<base64url:6>.<base64url:27>",
            positive: "Cookie: session=eyJ" + "aQg2z4k8sg92Kbka7Zl-P8_RIGrB7e1r97bjUap8illhZP-IQW-JcoN9jMzVyQPJAFzF.EjG3C-.tXCvYo5VnCNGM2A4s96AT3tBpDb",
            negative: "session=eyJ... is signed, not encrypted",
            evasion: "Cookie: session=eyJYZOAPc9BMyHKV48akl6f6hMbWGT-s18SHr\\u0034ZPqEI2ZF2MwN.lEWLRU.vQQ\\u00770ytd5KG3qV56TS4qbF1qMgT"),
        CatalogueRule.Of(
            "laravel_session_cookie", "Laravel session cookie", Severity.High, "https://laravel.com/docs/session",
            "laravel_session=eyJpdiI6<[0-9A-Za-z+/%=]:150+>",
            positive: "Cookie: laravel_session=eyJpdiI6"
                + "YMZSe+zygl08jjzWF%NWM1KJdy4mbI6LMi2CQAfvEN/p+26%0nzM2tBgNpMio8OHLBiblrYIOactZP23L9WDdCs/dYtPjmM/%PKW9%hy+AABUFXFyFB60MGNM3Zz/"
                + "luM0WiNfRdU4aE2OZUEEb%PUBtJwaD",
            negative: "laravel_session=eyJpdiI6...",
            evasion: "Cookie: laravel_session=eyJpdiI6yt1dkozX8SXk/=OPqBDuxsGAbTH7=LyhRZtNKaTypU8gazRwc7a6Fg%AvQ0u9Gd\uff2dq%5P6SrmZ30/Z+Cw3GweoB=e"
                + "IS4PdwvSh8ASOHQRZQq=t\uff13u0ebU0hMsuZvVK3qUYH2OtN3ielx/YZPke82lsxHfW/"),
    ];

    private static string Jwt(int header, int payload, int signature) =>
        "eyJ" + Sample.Of(header) + ".eyJ" + Sample.Of(payload, seed: 2) + "." + Sample.Of(signature, seed: 3);
}
