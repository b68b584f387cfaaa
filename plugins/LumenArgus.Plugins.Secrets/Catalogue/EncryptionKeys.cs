using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys with which programs sign and encrypt, and key stores.</summary>
internal static class EncryptionKeys
{
    private const string UpperHex = "0123456789ABCDEF";
    private const string DjangoLetters = "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "django_secret_key",
            Detector = Rules.Detector,
            Title = "Django development secret key",
            Severity = Severity.Warning,
            Source = "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
            Pattern = Shape.Start + @"(django-insecure-[0-9a-z!@#$%^&*(_=+)-]{50})(?:[^0-9a-z!@#$%^&*(_=+)-]|$)",
            Format = "django-insecure-<[0-9a-z!@#$%^&*(_=+)-]:50>",
            SecretGroup = 1,
            Keywords = ["django-insecure-"],
            Positives =
            [
                "SECRET_KEY = 'django-insecure-9b(e&wz!fb6f^98*#(&1wws6_ym9^t(#iscflg^ogee7xh+gem'",
                "DJANGO_SECRET_KEY=django-insecure-lmxvjs-#z#(i!bepobqutw=@xkl_ulhgx7ylphs$0*sb&-7p6b",
                "\"secretKey\": \"django-insecure-i3$0zvc1pcb%h=(il#@u*exhy&l&w306y9wd&s5x060bdi(%jg\"",
            ],
            Negatives =
            [
                "SECRET_KEY = 'django-insecure-' + get_random_secret_key()",
                "django-insecure-9b(e&wz!fb6f^98*#(&1wws6_ym9^t(#iscflg^ogee7xh+ge",
                "django-i" + "nsecure-key-that-is-only-used-for-tests",
            ],
            Evasions =
            [
                "dump 53454352"
                    + "45545f4b4559203d2027646a616e676f2d696e7365637572652d322a366c675f7276772a793876746f4064783875285e5e40217925233661626c326677293"
                    + "8736226315f76296b6935686c2a27",
            ],
        },
        CatalogueRule.Of(
            "age_secret_key", "age secret key", Severity.Critical, "https://github.com/C2SP/C2SP/blob/main/age.md",
            "AGE-SECRET-KEY-1<[02-9AC-HJ-NP-Z]:58>",
            positive: "# created: 2026-02-01\nAGE-SECRET-KEY-1" + "HCJGRSE047PKQM6MP9KUHQ24TUGHD0722FLQTUN9WH6SCMJHSC6S7WPNRW\n",
            negative: "tokens begin with AGE-SECRE" + "T-KEY-1 and are issued once",
            evasion: "# created: 2026-02-01\n\"AGE-SECRET-KEY-1MDMVS7TJC5P93Y6F2M0SY\" + \"STLFN45FTWYUDJ5WU589UEM3CTDTEJQLWAT5X\"\n",
            validator: Bech32KeyValidator.RuleName),
        CatalogueRule.Of(
            "minisign_secret_key", "Minisign secret key", Severity.Critical, "https://jedisct1.github.io/minisign/",
            "RWRTY0Iy<base64:203>=",
            positive: "untrusted comment: minisign encrypted secret key\nRWRTY0Iy"
                + "UB/M13AMjoDyofUmHO1jk2G8N/8CshE/1qlLpxQd+WjsUbpoyvH7narC+U+L2YdliHcdvEOOov8FO95VlvuNuX3doUOWqTiR4+Ht5EUFESlsYTHstdGr6uJpJVRmg"
                + "xNaw/B4VAv2Zo5JP/u4z5AYFFW8sGdcJkdKzwdFtpWTT7wWwg/fS30cQS33XrI8Tp4MkFxze5jqrWH=\n",
            negative: "RWRTY0IyRyaO2dGb3N3fwpmv51qlgmizOfM1W1XFAZQo/3dYfdWNhw1Lwb7vRXmZL9DKCbV6hvsBCzINX55DqWeTz57XemOg46cWoZ2aSC"
                + "32QFnkCtkg5xSVH0k6y2CqD2G8dLIq479ec0xYqwV22WLLVeYmVcM8AIUUyCsP8hzky5KLV9p5/D0gCLKayUuV/BaUZNcYpO3P3C+61***",
            evasion: "dump 756e7472757374656420636f6d6d656e743a206d696e697369676e20656e6372797074656420736563726574206b65790a5257525459304979357674"
                + "5339374d5258766263626d356b6c784b73594d344767465755344e31636431334c643257506e48524d65304e73494c6b646d6b66366132382f49484d4b767"
                + "262644d726e4c466c694f4b5854707a336e4b6339776e50577131665349674f5066513571357341667379324e435063644e45616844646573427166762f51"
                + "46392f316a56394f65594872526f786457446357386f31572b6937375333654232534c6c76394d786a716e53366c7a434834425543683278564b47516d4c6"
                + "14a59526a6f6d6d712f6e44343d0a"),
        CatalogueRule.Of(
            "signify_secret_key", "OpenBSD signify secret key", Severity.Critical, "https://man.openbsd.org/signify.1",
            "RWRCS<base64:134>=",
            positive: "untrusted comment: signify secret key\nRWRCS"
                + "tlnlFizFPKyEZHTKUOJZr/TDBMwBnpu2bJ0GtGCMfc+V5MVp28Dv4btnjyRq9J26KBsX54Ewl+zwItNc2fHhwbxOLMODpokyMT2So2Io55kkfE1uFk0FOvfELIuxd"
                + "pVSGh2o5e=\n",
            negative: "xRWRCSC4EkkCy0QCab5JfMxQF6+1KNPoOQ937zcDALYKR2YWo98UgH/XLG/zakUY3JT3sZ"
                + "HCUW31s+BVWy+4g4a4NNCngEUUS5Q4D+ejsMfhnLo+lC2wC8DUeHpD8zMaTbXGCo8UOenn=",
            evasion: "untrusted comment: signify secret key\nRWRCS0SPZb1SvjopI9Pp71v+uMxTP3mO3hLtG9Hto0E4uc71D4sQ9mMKL44uIofgAGbXX\\u0039waFfVFognl"
                + "GAzILwndt0rV5XzRlHW9HtS\\u0034hpcc41qlkd2MIfP5GQq3L20B3oZe2NpQMTC=\n"),
        CatalogueRule.Of(
            "wireguard_private_key", "WireGuard private or preshared key", Severity.Critical, "https://www.wireguard.com/quickstart/",
            "<PrivateKey|PresharedKey> = <base64:42><[AEIMQUYcgkosw048]:1>=",
            positive: "[Interface]\nPresharedKey = " + "iOThXEPk12vh/0IKgooN2aobYtyt6gPgE1nb+I96sbo=\nAddress = 10.2.0.2/32",
            negative: "[Peer]\nPublicKey = xTIBA5rboUvn" + "H4htodjb6e697QjLERt1NAB4mZqp8Dg=",
            evasion: "[Interface]\nPresharedKey = v4nDACYDHxpPJH\uff4bFvKT15WdafbLc\uff44sXrgZN56lkv5ec=\nAddress = 10.2.0.2/32"),
        CatalogueRule.Of(
            "openvpn_static_key", "OpenVPN static key", Severity.Critical, "https://openvpn.net/community-resources/static-key-mini-howto/",
            "-----BEGIN OpenVPN Static key V1-----\n<hex:32>",
            positive: "-----BEGIN OpenVPN Static key V1-----\n" + "fac65f5a659a706d06f468277f681a71\n",
            negative: "-----BEGIN OpenVPN Static key V1-----\n(16 lines of hex)",
            evasion: "payload: LS0tLS1CRUdJTiBPcGVuVlBOIFN0YXRpYyBrZXkgVjEtLS0tLQo0NWQ4NmVkNDdmNThmYjI0ODk2MmY3NzYxOTYwMzdjNAo="),
        CatalogueRule.Of(
            "pkcs12_base64", "PKCS #12 key store in base64", Severity.High, "https://www.rfc-editor.org/rfc/rfc7292",
            "MII<base64:2><[AQgw]:1>IBAzCC<base64:200+>",
            positive: "KEYSTORE_P12=MII"
                + "1EwIBAzCCkHQzreUcjggx8g37dCc8woqJwx8gTXvAVdZnwgpgOVe7pLqKZZ87Zm1Nuv7T85arGvJwC8D7HpVi4Zt6NOgXDaOjelmf5WIxGrRmQ8nasq9mkiYCjNEF"
                + "9Nui5wnRSPzjVv5Htso1AN9k92WKse+faXF+fCjCBDwxDfyI7MCft4PFKC60FjbjUyjafnOxk7GlFI0uKON72Wg5rAAa",
            negative: "KEYSTORE_P12=MIIxxxx",
            evasion: "state=eyJub3RlIjoiS0VZU1RPUkVfUDEyPU1JSVZDd0lCQXpDQ1dra0lzK0VCbXo1QjM4aDAvbWcvL2FadGp1OW1HdjYwYm4wTU8wdS9TbWRFMldXamhjc1NQajR"
                + "3eTFUR2Q2UVVmZjFVK3dFRWYwNEUvcEZpWjZHYmVpZFZNeHl4ajNSOEsycm1CMmZranFIbEFZRGN5YTlsc2xzeGNYV1BzanIrSjRqMzNsd0grcnNacDZ5VG9Dem1V"
                + "YXhJYnltK1dvMXQ1YThXMTNIQUt4MTBVZ2xMVlJXdEZXSEJCV3B4aGFuSCtvOWQ1MkVJeCJ9") with { WindowBytes = 640 },
        CatalogueRule.Of(
            "java_keystore_base64", "Java key store in base64", Severity.High, "https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html",
            "/u3+7QAAAAIA<base64:200+>",
            positive: "keystore: /u3+7QAAAAIA"
                + "JaMIXajGnQADh59Fvs5A3XjG/lvXi/g1LfGbGE4oJ+f71tuNWTSnHqSp5+BOzNQprF6FfMVvY/Xpa3WGcWGS/56fz54t572NsLcZT5m3QD974eI+zu6UkkpOLZcU2"
                + "DKafu337hVIWM7XSHxGLjK5Xf6vxXjmUt7/a5q6mjyPXwY6qHQi9Ar2ZOQYBogyDVqOsyY9Coab",
            negative: "/u3+7QAAAAIA<your token>",
            evasion: "keystore: \"/u3+7QAAAAIA1PdC4y4HxVwBzOYQsvsO5VkiwXgKh3D7Olaj2DpbgEl2iV+foguk4yz+IIJo55pJIqoOA8i6pTRjuKmYBqU5xAP+iU1Gro\" + \""
                + "AM9J+y8Iplqn79E4Ru9DtjuSlabEdDEHKDzY/kUYVRHlu5NejJciOCO5/h8MhO7DlSu4jVcg6urPZNZLfgXvO1aT4Rzc5iKcFjxSY72Rzm\"") with { WindowBytes = 640 },
        CatalogueRule.Of(
            "rails_master_key", "Rails master key", Severity.Critical, "https://guides.rubyonrails.org/security.html#custom-credentials",
            "<name:rails master key><hex:32>",
            positive: "export RAILS_MASTER_KEY=\"" + "702dd61d89e2636751d9a58bd58bd28e\"",
            negative: "rails_master_key_request_id = \"1" + "6ed2bf4ebe63becfdf0464ac6d60036\"",
            evasion: "export RAILS_MASTER_KEY=\"375e1e6bf7d9f86\\x32dacf43\\x30659520793\""),
        CatalogueRule.Of(
            "rails_secret_key_base", "Rails secret key base", Severity.Critical, "https://guides.rubyonrails.org/security.html#environmental-security",
            "<name:secret key base><hex:128>",
            positive: "SECRET_KEY_BASE="
                + "c3ec1e063a1f576e3baa45cd5171c11f14fabf34371073d8c0c5e0f96ecd8c29d9b9f1de5a07e20a3270360720c22a3a349e17da20237df8ac9ddfa492552" + "cb8",
            negative: "SECRET_KEY_BASE_ID=your" + "-secret-key-base-id-here",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nSECRET_KEY_BASE=3Dd2522bc037b1d2078ec71c73d0d5f7a56a8f3b7ff9e67d2ee490f249b99a"
                + "b3a9=\n=6607bb64800e6a4f62f4acc997314a2cced7f2dee1296465ff8e901c0ce8d2d2c"),
        CatalogueRule.Of(
            "laravel_app_key", "Laravel application key", Severity.Critical, "https://laravel.com/docs/encryption",
            "base64:<base64:43>=",
            positive: "APP_KEY=base64:" + "IbtVSM/C+ZfGpuipShOcRxdPVteQQRJAzAAMfNs7TXb=",
            negative: "base64:<your token>",
            evasion: "APP_KEY=base64:Cd7pTAlxLRV8a+i\u043e+Y57CVrEpBiJsUfxvwl0/OnVBt7="),
        CatalogueRule.Of(
            "fernet_key", "Fernet key (Airflow and others)", Severity.Critical, "https://github.com/fernet/spec/blob/master/Spec.md",
            "<name:fernet+key><base64url:43>=",
            positive: "fernet_key = '" + "flaSQwRnZXOYYrLgedCTi3loCDNNKMg1_vmA8IdvoML='",
            negative: "fernet_key = os.environ[\"FERNET_KEY\"]",
            evasion: "payload: ZmVybmV0X2tleSA9ICd1TGZuaGs5cnZ6Q2FZeXhjazdYWDA5UW9FU053QVdRQXByZzN0VTNydUVlPSc="),
        new()
        {
            Name = "aspnet_machine_key",
            Detector = Rules.Detector,
            Title = "ASP.NET machine key for validation or decryption",
            Severity = Severity.Critical,
            Source = "https://learn.microsoft.com/en-us/previous-versions/dotnet/netframework-4.0/w8h3skw9(v=vs.100)",
            Pattern = """(?:validation|decryption)Key\s{0,4}=\s{0,4}\\{0,3}["']([0-9A-Fa-f]{16,128})\\{0,3}["']""",
            SecretGroup = 1,
            Keywords = ["validationKey", "decryptionKey"],
            EntropyFloor = 2.5,
            Positives =
            [
                $"<machineKey validationKey=\"{Sample.Of(128, UpperHex)}\" decryptionKey=\"{Sample.Of(64, UpperHex, 2)}\" validation=\"SHA1\" />",
                $"<machineKey decryptionKey='{Sample.Of(48, Sample.Hex, 3)}' decryption='3DES'/>",
                $"validationKey=\"{Sample.Of(40, UpperHex, 4)}\"",
            ],
            Negatives =
            [
                "<machineKey validationKey=\"AutoGenerate,IsolateApps\" decryptionKey=\"AutoGenerate,IsolateApps\" />",
                "<machineKey validationKey=\"[your key]\" />",
                $"publicKeyToken=\"{Sample.Of(16, Sample.Hex)}\"",
                $"validationKey=\"{new string('0', 40)}\"",
            ],
            Evasions = [$"<machineKey validation&#x4b;ey=\"{Sample.Of(64, UpperHex, 5)}\" />"],
        },
        new()
        {
            Name = "django_production_secret_key",
            Detector = Rules.Detector,
            Title = "Django secret key",
            Severity = Severity.Critical,
            Source = "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
            Pattern = "(?i:secret_key)" + Shape.Assign + """([0-9a-z!@#$%^&*(_=+)-]{50})(?:["'`\\]|\s|$)""",
            SecretGroup = 1,
            Keywords = ["secret_key"],
            EntropyFloor = 4.2,
            Positives =
            [
                $"SECRET_KEY = '{Sample.Of(50, DjangoLetters)}'", $"DJANGO_SECRET_KEY={Sample.Of(50, DjangoLetters, 2)}\n", $"SECRET_KEY = os.environ.get('X') or None\nOLD_SECRET_KEY = \"{Sample.Of(50, DjangoLetters, 3)}\"",
            ],
            Negatives =
            [
                $"SECRET_KEY = '{Sample.Of(49, DjangoLetters)}'", $"SECRET_KEY = '{Sample.Of(51, DjangoLetters)}'", "SECRET_KEY = 'please-change-this-key-before-you-go-to-production-'", $"CACHE_ETAG = '{Sample.Of(50, DjangoLetters)}'",
            ],
            Evasions = [$"SECRET_KEY = '{Sample.Of(25, DjangoLetters, 4)}' + '{Sample.Of(25, DjangoLetters, 5)}'"],
        },
    ];
}
