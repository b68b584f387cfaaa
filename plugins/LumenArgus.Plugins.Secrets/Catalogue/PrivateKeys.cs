using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Private keys in text form (RFC 7468, OpenSSH and others).</summary>
internal static class PrivateKeys
{
    // All of a key belongs to the value, whatever stands before each of its lines (a number, the mark of a quote or of a difference, a comment): who takes the value
    // out takes the key out. It goes to the end line, and not over another line of five dashes, so that many headers cost no more than one.
    private const string ToEnd = "[^-]{0,12000}(?:-{1,4}[^-]{1,12000}){0,60}-{5,7}END [A-Z0-9 ]{0,40}-----";

    // Of one that is cut off: lines of 40 and more characters, with real line ends or with escaped ones (the n of \n then counts as the first character of its line).
    // Prose behind a header has no such run. 30 lines hold an RSA key of 2,048 bits.
    private const string Lines = "(?:[^A-Za-z0-9+/=]{1,8}[A-Za-z0-9+/=]{40,}){1,30}";
    private const string NumberedLines = "(?:[^A-Za-z0-9+/=]{1,8}[0-9]{1,5}[^A-Za-z0-9+/=]{1,4}[A-Za-z0-9+/=]{40,}){1,20}";

    // A header in quotes is what code looks for. The header alone is a finding: the key may be in another text.
    private const string Body = "(?:" + ToEnd + "|" + Lines + "|" + NumberedLines + """|\\?["'`])?""";

    private const int LongestKey = 16 * 1024;

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "private_key_pem",
            Detector = Rules.Detector,
            Title = "Private key (PEM)",
            Severity = Severity.Critical,
            Description = "Private key: PKCS#1, PKCS#8, SEC 1, DSA or OpenPGP.",
            Source = "https://www.rfc-editor.org/rfc/rfc7468",
            Pattern = "-----BEGIN (?:(?:RSA|EC|DSA|ENCRYPTED|ANY|PGP) )?PRIVATE KEY(?: BLOCK)?-----" + Body,
            Format = "-----BEGIN <RSA |EC |DSA |ENCRYPTED |ANY |>PRIVATE KEY-----\n<base64:64>\n<base64:64>\n",
            Validator = PrivateKeyValidator.RuleName,
            Keywords = ["PRIVATE KEY-----", "PRIVATE KEY BLOCK-----"],
            WindowBytes = LongestKey,
            Tags = ["key"],
            Positives =
            [
                "-----BEGIN RSA PRIVATE" + " KEY-----",
                "-----BEGIN PRIVATE" + " KEY-----\n" + Sample.Of(64) + "\n" + Sample.Of(64, seed: 2) + "\n-----END PRIVATE" + " KEY-----",
                "-----BEGIN EC PRIVATE" + " KEY-----\\n" + Sample.Of(64, seed: 3) + "\\n",
                "-----BEGIN PGP PRIVATE" + " KEY BLOCK-----",
            ],
            Negatives = ["-----BEGIN OPENSSH PRIVATE" + " KEY-----", "-----BEGIN PUBLIC KEY-----", "-----END RSA PRIVATE" + " KEY-----", "BEGIN RSA PRIVATE KEY"],
            Evasions = ["-----BEGIN&#32;RSA PRIVATE" + " KEY&#45;----\n" + Sample.Of(64, seed: 4)],
        },
        new()
        {
            Name = "ssh_private_key",
            Detector = Rules.Detector,
            Title = "OpenSSH private key",
            Severity = Severity.Critical,
            Description = "OpenSSH private key.",
            Source = "https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key",
            Pattern = "-----BEGIN OPENSSH PRIVATE KEY-----" + Body,
            Format = "-----BEGIN OPENSSH PRIVATE KEY-----\n<base64:70>\n",
            Validator = PrivateKeyValidator.RuleName,
            Keywords = ["OPENSSH PRIVATE KEY-----"],
            WindowBytes = LongestKey,
            Tags = ["key", "ssh"],
            Positives =
            [
                "-----BEGIN OPENSSH PRIVATE" + " KEY-----",
                "cat id: -----BEGIN OPENSSH PRIVATE" + " KEY-----\n" + Sample.Of(70) + "\n" + Sample.Of(40, seed: 2) + "\n-----END",
                "\"-----BEGIN OPENSSH PRIVATE" + " KEY-----\\n" + Sample.Of(70, seed: 3) + "\\n\"",
            ],
            Negatives = ["-----BEGIN RSA PRIVATE" + " KEY-----", "-----END OPENSSH PRIVATE" + " KEY-----", "ssh-ed25519 " + Sample.Of(68), "---- BEGIN SSH2 PUBLIC KEY ----"],
            Evasions = ["payload: LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS0KYjNCbGJuTnphQzFyWlhrdGRqRUFUTi9rS0NiNzRoUlk4Q3hVL1lRc3MyN1ZaQ1BpRmY5U2JRSUg4VEFmRm9qMVJPeFIwdAo="],
        },
        new()
        {
            Name = "putty_private_key",
            Detector = Rules.Detector,
            Title = "PuTTY private key file",
            Severity = Severity.Critical,
            Source = "https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html",
            // To the last line, the MAC: no other has so many digits behind a colon.
            Pattern = @"PuTTY-User-Key-File-[123]: (?:ssh-|ecdsa-)[a-z0-9-]{2,24}(?:(?:[^:]{1,12000}:){3,13} [0-9a-f]{40,64})?",
            WindowBytes = LongestKey,
            Format = "PuTTY-User-Key-File-<[123]:1>: ssh-<ed25519|rsa|dss|ed448>",
            Keywords = ["PuTTY-User-Key-File-"],
            Positives =
            [
                "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: me@host",
                "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: aes256-cbc",
                "cat id.ppk\nPuTTY-User-Key-File-3: ecdsa-sha2-nistp256",
            ],
            Negatives =
            [
                "PuTTY-User-Key-File-3: <algorithm>",
                "The file begins with PuTTY-User-Key-File-",
                "PuTTY user key file 3: ssh-rsa",
            ],
            Evasions =
            [
                "dump 50755454" + "592d557365722d4b65792d46696c652d333a207373682d656432353531390a456e6372797074696f6e3a206e6f6e650a",
            ],
        },
        new()
        {
            Name = "ssh2_private_key",
            Detector = Rules.Detector,
            Title = "SSH2 private key (ssh.com, Tectia)",
            Severity = Severity.Critical,
            Source = "https://www.rfc-editor.org/rfc/rfc4716",
            Pattern = "---- BEGIN SSH2 (?:ENCRYPTED )?PRIVATE KEY ----(?:[^-]{0,12000}(?:-{1,3}[^-]{1,12000}){0,60}---- END SSH2 [A-Z ]{0,24}----)?",
            WindowBytes = LongestKey,
            Keywords = ["BEGIN SSH2 "],
            Positives =
            [
                "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: \"id\"",
                "key: ---- BEGIN SSH2 PRIVATE KEY ----",
                "\"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\\nP2/5\"",
            ],
            Negatives =
            [
                "---- BEGIN SSH2 PUBLIC KEY ----",
                "---- END SSH2 ENCRYPTED PRIVATE KEY ----",
                "BEGIN SSH2 PRIVATE KEY",
            ],
            Evasions =
            [
                "\\u002d--- BEGIN SSH2 ENCRYPTED PRIVATE KEY ---\\u002d",
            ],
        },
        new()
        {
            Name = "sigstore_private_key",
            Detector = Rules.Detector,
            Title = "Cosign (Sigstore) private key",
            Severity = Severity.High,
            Source = "https://docs.sigstore.dev/cosign/key_management/signing_with_self-managed_keys/",
            Pattern = "-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----(?:" + ToEnd + ")?",
            WindowBytes = LongestKey,
            Keywords = ["ENCRYPTED SIGSTORE", "ENCRYPTED COSIGN"],
            Positives =
            [
                "-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\neyJrZGYi",
                "COSIGN_KEY=\"-----BEGIN ENCRYPTED COSIGN PRIVATE KEY-----",
                "cat cosign.key\n-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----",
            ],
            Negatives =
            [
                "-----END ENCRYPTED SIGSTORE PRIVATE KEY-----",
                "-----BEGIN SIGSTORE PUBLIC KEY-----",
                "ENCRYPTED COSIGN PRIVATE KEY",
            ],
            Evasions =
            [
                "%2D%2D%2D%2D%2DBEGIN%20ENCRYPTED%20SIGSTORE%20PRIVATE%20KEY%2D%2D%2D%2D%2D",
            ],
        },
        new()
        {
            Name = "private_key_der",
            Detector = Rules.Detector,
            Title = "Private key (DER in base64, without a header)",
            Severity = Severity.Critical,
            Source = "https://www.rfc-editor.org/rfc/rfc5958",
            // What the version and the algorithm of RSA and of the curves P-256 and P-384 are in base64; PKCS#1 begins with the version and the modulus. A line of a PEM file is shorter.
            Pattern = @"\b((?:MII[A-Za-z0-9+/]{3}IBADANBgkqhkiG9w0BAQEFAASC|MII[A-Za-z0-9+/]{3}IBAAK|MIGHAgEAMBMGByqGSM49AgEG|MIG2AgEAMBAGByqGSM49AgEG)[A-Za-z0-9+/=]{100,})",
            SecretGroup = 1,
            Keywords = ["IBADANBgkqhkiG9w0BAQEF", "IBAAK", "MIGHAgEAMBMGByqGSM49", "MIG2AgEAMBAGByqGSM49"],
            WindowBytes = LongestKey,
            Tags = ["key"],
            Positives =
            [
                "PRIVATE_KEY=MIICeAIBADANBgkqhkiG" + "9w0BAQEFAASCAmIwggJeAgEAAoGBAKaa27gjyEx5WVXvL0+Sb3EflcFwokVt3KnnNsthgL5rMbbxM97Q77jiuEkbv0LFveoPsyvU" + "qKLhiIlHQLYfVJJVUPQicevPbNBl2DgNTQ96RD1/VBs5b7ay8vZhV6tD/Ek5kkv5r3wjM1B0ql9RDFqYoNViI0y4E0u/f/bOy+75" + "AgMBAAECgYAKJfSsSsGwptOiQGeJWUoggeQFXG8F+6MtVkAoM1A8SRtGIXsfX2q6wFSpX19PGexvjXVEfjendEV01zpB3baw+ggZ" + "mQCwSqVlyPUtfp4Mw96/lVK1dMsnrIo+6oVwtKI3T6e2wzgqxvYaMFuVxIc+4/oaTy0AgNPE4ldjISS84QJBAND9HXlVuT3PkGOb" + "MKZPlOWmdTCUQZSGAGm9Y8DPDPDcRQzQqs8llt5RwBJSoqz0DWlIjmlbaoK4aDIlg6kuSGcCQQDMFQQ/yw5xcRomeSb3b6qujiuS" + "1btoVi/kiHYa3hY9Y/7ssM0ZKhaTUVR1d6oqL650BtDk0SOAfvKNFFPRfPGfAkEApEi1KLKIgdxuxr4yCiq5A6ZMrTl+LAECxhyJ" + "FAIvTA/7f81w2JHV/UIKWNz44DihakgNGykvmz7XOcRfsVietQJBAIzfyRIcIfku4KVEJiDRhVl/LBbs0LPiIqc3h4deXK299AAA" + "v2MqiXDhyFJZ6y25wku3VMVOlJojh1zZdk56V/MCQQCK+T3YkvMyJvqMdZ8nTWkv69YzG7OB+mXOHn9BA6WEcTgAukbbXGzwG6Sm" + "lyjfFWymVbQZMz0Y1+tS8ulhnx+n",
                "\"privateKey\": \"" + "MIGHAgEAMBMGByqGSM49" + "AgEGCCqGSM49AwEHBG0wawIBAQQgqT2pmL/TqAXOYH9oy1wayHjwsvPvQQRZG5uxL1r6Bo+hRANCAARLTiAr0JTcnbylkr4F300T" + "lVppwHEEkqgsH3GIkq4utTYiExTJVh/ZxAauUR5AKURrIy5vZNTBXoyjOXJuDkBI" + "\"",
                "key: MIIEpAIBAAKCAQEAow4F" + "O6b+BrHtKt0nQxPUQwnj/rVG/A1fx3GF2Jj/h4yOujei+XndpiURZSPjmGu+lQ33iTe5oJNoIlTUr70wIA2qmlFU9946STcnoS+s" + "ehwy+urRX1TZUc2AsQdqaQZIh4lB0f/XPkxLKm2aChgtzqLl17Q7ZHBxoa8HChS0Qb8vSe/sj6xP8NwLHohggodvY0s3hDJx0HMY" + "3ePvaPM6xubUBKc4ewKFKkExO5QECKyAP2n78uwf0LwVTRTsPu5oesmWoMf0DLAQUKe4b9wVj9xALtem6+GJ278LAcr4dm9HlGeh" + "IBTzwQJC0QCTmj+iOwxOnjfS0BHNL/9mAPz75wIDAQABAoIBAADTy0QZoH/4bt1R2xVeZocb8uN7Idtn",
            ],
            Negatives =
            [
                "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA" + "WVXvL0+Sb3EflcFwokVt3KnnNsthgL5rMbbxM97Q77jiuEkbv0LFveoPsyvUqKLhiIlHQLYfVJJVUPQicevPbNBl2DgNTQ96RD1/VBs5b7ay8vZhV6tD/Ek5kkv5r3wjM1B0ql9RDFqY",
                "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE" + "YH9oy1wayHjwsvPvQQRZG5uxL1r6Bo+hRANCAARLTiAr0JTcnbylkr4F300TlVppwHEEkqgsH3GIkq4u",
                "PRIVATE_KEY=MIIEvQIBADANBgkqhkiG9w0BAQEFAASC...",
            ],
            Evasions = ["a2V5PU1JR0hBZ0VBTUJN" + "R0J5cUdTTTQ5QWdFR0NDcUdTTTQ5QXdFSEJHMHdhd0lCQVFRZ3FUMnBtTC9UcUFYT1lIOW95MXdheUhqd3N2UHZRUVJaRzV1eEwx" + "cjZCbytoUkFOQ0FBUkxUaUFyMEpUY25ieWxrcjRGMzAwVGxWcHB3SEVFa3Fnc0gzR0lrcTR1dFRZaUV4VEpWaC9aeEFhdVVSNUFL" + "VVJySXk1dlpOVEJYb3lqT1hKdURrQkk="],
        },
        new()
        {
            Name = "jwk_private_key",
            Detector = Rules.Detector,
            Title = "Private key in JSON (JWK)",
            Severity = Severity.Critical,
            Source = "https://www.rfc-editor.org/rfc/rfc7517",
            Pattern = @"""d""[ \t]{0,4}:[ \t]{0,4}""([A-Za-z0-9_-]{43,700})""",
            Format = "\"d\":\"<base64url:43>\"",
            SecretGroup = 1,
            EntropyFloor = 4,
            Keywords = ["\"d\""],
            WindowBytes = 768,
            Positives =
            [
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"XM5wcgcf" + "CSyiALkeiOrtB0R7JS9PtSmlgJLmiGOfl88\"}",
                "{\"kty\":\"RSA\",\"e\":\"AQAB\", \"d\": \"ei1lWZ98"
                    + "sikFU84eNGc-JEqewxGHjOhxaO7n5WJcNVGlgBctJoNopFg9eN8h7D2uarANHzkTtQXqxjgzfLVW2L4sBmREFDbOuYWDnVXoNQjJaPcCPbCJURIYzyl7r-KaiVVS2"
                    + "lhXPfaoUOvieeM7sh3c1yWKQL3d9vJvZH-Y37MMVcIQPKnAcccxH6R2Qh0GCQvyhWy-Qe7rRoHP0s1QI4PXAgXraNMp6R9KQ-CsLYQ7H5z-73vIYiY6gM6WujW0zC"
                    + "s5Glk-PCyynvpb4HF42KzAsPhOfFRraJ6mobWzzz6tRq6IEjTSFTJenI5JnnWrHn-iZ61gf1qScBu2Tn5-tc\", \"n\":\"x\"}",
                "\"d\":\"QkLBGYAd" + "HQKgk-PXScvl2RF_TfwXCsFwXf6-_tYFaZQ\"",
            ],
            Negatives =
            [
                "\"d\":\"M10 20 L30 40 L50 60 C70 80 90 100 110 120 Z\"",
                "\"d\":\"00000000" + "000000000000000000000000000000000000000000\"",
                "\"x\":\"8yYrPPSn" + "bOgHq4fds7gAqZ7viFDcSs9TlsLLMFYd4jp\"",
                "\"id\":\"AbN-rstn" + "-osic9gXsQkReyXAKi5gvJWQRVM1QbhJZgd\"",
            ],
            Evasions =
            [
                "payload: eyJrdHki"
                    + "OiJPS1AiLCJjcnYiOiJFZDI1NTE5IiwiZCI6Im9YbUQwZ3BiSmVEalBVMG4yeUxLLXRVUE9kUWh4MmNRTGFPTnV1dlFMRUpPa3hncHZHclZ3UW55UnhvNmhHZkEif" + "Q==",
            ],
        },
        new()
        {
            Name = "rsa_xml_private_key",
            Detector = Rules.Detector,
            Title = "Private RSA key in XML",
            Severity = Severity.Critical,
            Source = "https://learn.microsoft.com/en-us/dotnet/api/system.security.cryptography.rsa.toxmlstring",
            Pattern = "<D>([A-Za-z0-9+/]{80,1400}={0,2})</D>",
            Format = "<<D><base64:171>=<</D>",
            SecretGroup = 1,
            Keywords = ["<D>"],
            WindowBytes = 2048,
            Positives =
            [
                "<RSAKeyValue><Modulus>x</Modulus><D>KM00p5LV"
                    + "eF2xf9n4uK3af+Zht9bkYE4HFpVAXjTPFtvMFVxqa0hfU0neLXEv1kzgyPglMN/3gqBpP7BYnuP0ynt/apN3BEbAKEOD9ZneNTXGzrU8LBpAUEmKkjHzG5Y7WGWuy"
                    + "+OQULn2p09sOT+TzNVFdYlOfVIBbBBhLtuBnBr=</D></RSAKeyValue>",
                "<D>O5IlIxLJ"
                    + "ii9mBIrQoEcopcRbvUmuDHUd99EWFtQ0eWfKYVFUOr6XDhUSVJeZQUfb4Of4ZEVM94r1g4T6H+kaMtAmHfKFqFcjwewXEWEIEDToDLiaVEw5JehZQT4CKvE5Atov2"
                    + "rgMBfJ6BYl+LjRncKjutfR6BLEOYSIwt8wXIeZCqZiVuHDY9z1610Hp9kX7chzzYWaeBmr99wYpKun8B01OjP8XK3lD/9t+XbZ6amb6p+ixsJGg0CAf98D76m5qZD"
                    + "ijYq0yx7RQPLcL2SDWFDv+4TDcZYOl+1sesRj8wgzAQf1KtbhRHWQeX7GUFId7d47josn11jd+YgrjADbgQn==</D>",
                "key = \"<D>9JCG9kZr" + "Qwuc2wskGCsRU17OHvfnDzy+Oj9445n73uucQXURTIYKvma74tmdlkvusJoryzUn0ZXtGzSvzz0TCn==</D>\"",
            ],
            Negatives =
            [
                "<D>Documentation</D>",
                "<Modulus>nnjEM/wd"
                    + "Hu9wspcbxpjL78oIpjYVF1z0xRQ+GelqG0YpjVrQMBIhmU/UJb/F/rTzyAw50kcjytqOmQMwYELKrLrnFChskX/vUYycEqhMMBfTEFO7eXYnImQ9YwC4BDQv9/K1S"
                    + "GN+vCo3BRcG/idKBk3CdQ2VmF22hJktDiQll7Z=</Modulus>",
                "<ID>HSD5tRkc" + "vMaoNinp7/5qosSESNfMeK0q15qK35BZ/3KmRgKs+ma9nxjG9tpkEHXPUxw3JZ9LpiVoq0vOiN3e+V==</ID>",
            ],
            Evasions =
            [
                "payload: PEQ+Zm8v"
                    + "UDJRL1FKRGdDTEtCYkwvS3owVzNqVlR5aEIyU2pjMEltQWxuNjVIa3oyY0ovNEIzVUp0K1JYb2d0NkxTdzBSWkpIaDRlbTFRYlpGNTlUcEVlNy9qRVNtdGZGcEhEN"
                    + "zMzd3VSbmJ2b0hmQ2hxbERleGZaR1NHNWsvZDZtd3V2NTlISGI4QksrMUJxU2c0cFM0WkpLbXdGVlBOSlJXbEJDK3Jucm5oYjJyPTwvRD4=",
            ],
        },
        new()
        {
            Name = "wordpress_auth_key",
            Detector = Rules.Detector,
            Title = "WordPress authentication key or salt",
            Severity = Severity.Critical,
            Source = "https://developer.wordpress.org/advanced-administration/wordpress/wp-config/#security-keys",
            Pattern = "define\\([ \\t]{0,4}['\"](?:SECURE_AUTH|AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)['\"],[ \\t]{0,16}['\"]([^'\"\\n]{64})['\"]",
            SecretGroup = 1,
            EntropyFloor = 4,
            Keywords = ["define("],
            Positives =
            [
                "define('AUTH_KEY',         '2q3D}R]?z;<./oB5Hgq55m*mpUFis4n*a6j6*]P^uq;;mki{d@*E2gOtnDKLA/YI');",
                "define( 'NONCE_SALT', ';PEgWMiVw(22j?/<7S1IB]OFiT>nu<w~5>_mzN*/V?3B]XR>Q&V-`Oz+v<;F>l*u' );",
                "define(\"SECURE_AUTH_KEY\",\"y6LGHD!T!D1>`lqYG/E)H{;is+`41i]/=W[IuueyNW0NRgCohB:*b1FgbCM(cm4B\");",
            ],
            Negatives =
            [
                "define('AUTH_KEY', 'put your unique phrase here');",
                "define('DB_NAME', 'wordpress');",
                "define('AUTH_KEY', getenv('AUTH_KEY'));",
            ],
            Evasions =
            [
                "payload: ZGVmaW5l" + "KCdMT0dHRURfSU5fS0VZJywgJyw7flR2enVUTl96VVA2OXJHMi9MOC1oMig6RDBvP08mRVZ9SHJxWX4jUEt9Yihdd2N7ejRLTEgmb1ZaJWoxQVcnKTs=",
            ],
        },
    ];
}
