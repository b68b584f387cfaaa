using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Google Cloud, Firebase and the other Google interfaces.</summary>
internal static class GoogleKeys
{
    private const string AppPasswords = "https://support.google.com/accounts/answer/185833";

    private const string ValueEnd = """(?:["'`\\,;]|\s{0,4}(?:$|#))""";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "google_api_key",
            Detector = Rules.Detector,
            Title = "Google API key",
            Severity = Severity.Critical,
            Description = "Google API key, also of Gemini, Maps and Firebase.",
            Source = "https://cloud.google.com/docs/authentication/api-keys",
            Format = "AIza<base64url:35>",
            Tags = ["cloud", "google"],
            Positives =
            [
                "AIza" + Sample.Of(35),
                $"?key={"AIza"}{Sample.Of(34, seed: 2)}-&q=1",
                $"\"{"AIza"}{Sample.Of(35, seed: 3)}\"",
                "GEMINI_API_KEY=AIza" + "P0KzvCVLOLWvDSb0625iuKP7edLZqTHSKeK",
            ],
            Negatives = ["AIza" + Sample.Of(34), "AIza" + Sample.Of(36), "aiza" + Sample.Of(35)],
            Evasions =
            [
                "https://maps.googleapis.com/maps/api/geocode/json?key=A%49" + "zaxYug9gZ8%37bCcXqgqb%50T1ellzlcVbGhuO0pC",
                "key AIza" + "C\u04400OuhGbVclzlle1TPbqgqXc\u0421b78Zg9guYx",
            ],
        },
        new()
        {
            Name = "gcp_service_account",
            Detector = Rules.Detector,
            Title = "Google Cloud service account key file",
            Severity = Severity.Critical,
            Description = "Key file of a Google Cloud service account.",
            Source = "https://cloud.google.com/iam/docs/keys-create-delete",
            Pattern = """["']type\\{0,3}["'][ \t]{0,8}:[ \t]{0,8}\\{0,3}["']service_account\\{0,3}["']""",
            Keywords = ["service_account"],
            WindowBytes = 96,
            Tags = ["cloud", "google"],
            Positives = ["{\"type\": \"service_account\",", "{'type':'service_account'}", "{\\\"type\\\": \\\"service_account\\\"}"],
            Negatives = ["\"type\": \"authorized_user\"", "type: service_account", "\"name\": \"service_account\""],
            Evasions =
            [
                "ewogICJ0eXBlIjogInNlcnZpY2VfYWNjb3VudCIsCiAgInByb2plY3RfaWQiOiAib3JkZXJzLXByb2QiLA==",
                "{\n  \"type\": \"serv&#x" + "69;ce_ac&#x63;oun&#x74;\",\n  \"project_id\": \"orders-prod\",",
            ],
        },
        CatalogueRule.Of(
            "google_oauth_client_secret", "Google OAuth client secret", Severity.Critical,
            "https://developers.google.com/identity/protocols/oauth2/web-server",
            "GOCSPX-<base64url:28>",
            "\"client_secret\": \"GOCSPX-" + "cucbuiaHDbhp-gSGrwlmoP-m83Z9\"",
            "GOCSPX-{your client secret}",
            "login with GOCSPX\u00ad" + "-WkP0v\u00adb\u00adpRFOZbEjOmPZCmQDPMYX4q please"),
        CatalogueRule.Of(
            "google_oauth_legacy_client_secret", "Google OAuth client secret without a prefix", Severity.Critical,
            "https://developers.google.com/identity/protocols/oauth2/web-server",
            "<name:google+client secret><base64url:24>",
            "const googleClientSecret = '" + "Z1O7kyXBj6uzEOKJYH1o3ANm';",
            "google_etag = \"" + "acONPvkvtVZbc_Ro1wefU-L2\"",
            "export GOOGLE_CLIENT_SECRET=\"" + "\uff150YRlLLB3VB2Vy\uff50v\uff23BOaNlxI\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "google_oauth_access_token", "Google OAuth access token", Severity.Critical,
            "https://developers.google.com/identity/protocols/oauth2#size",
            "ya29.<base64url:40+>",
            "Authorization: Bearer ya29." + "JanL3bkzA5C4dIFMrXJBwezVkd7RgPl_b8uIg89GvQI5rnmxj",
            "tokens begin with ya29. and are up to 2048 bytes long",
            "use y=612" + "9.K0lGO_amKhpxSWBI_Wqk=\ne8pF-=6DOLtTnYY5TEf=42FL6zbZ for the staging job"),
        CatalogueRule.Of(
            "google_oauth_refresh_token", "Google OAuth refresh token", Severity.Critical,
            "https://developers.google.com/identity/protocols/oauth2/native-app",
            "1//0<base64url:60+>",
            "\"refresh_token\": \"1//0" + "y1NbEVjwaE-kLn691SR13rRW-U2Gy8qNPoHPts5_zkNUeNSXKq0Zoii0eNhE_UG6TrOLT1jP\"",
            "x = 1//0 # integer division by zero, see 1//0e2",
            "dGhlIGtleSAxLy8wNEdrMDVsR19UWXRPQzhHSkQ4S08zNXZMdFlxeXlUekdkb1hBSUU1Z25KcTZ1UnVKR2NteU5PVzRiZE5yaUdz"
                + "UklHdWl4UEV2IGlzIHNoYXJlZCB3aXRoIHRoZSB0ZWFt"),
        CatalogueRule.Of(
            "google_oauth_authorization_code", "Google OAuth authorization code", Severity.High,
            "https://developers.google.com/identity/protocols/oauth2/native-app#handlingresponse",
            "4/0A<base64url:60+>",
            "code=4/0A" + "l5VvINVJTYmcfd3DZQ7dYuM5V9iz-Ps5aWrOJahEcAs1jEwVHMLjhZCJS4-lSiIVK9&scope=email",
            "build 4/0Alpha of release-candidate",
            "login with 4\u200b/0" + "AvDrkr5gJbg9Qbn6\u200bU-KD9y_DgWftr-LLXzUOP\u200b3Y8-hBqZV0tC_30-NtnYXmBp75_7a please"),
        CatalogueRule.Of(
            "google_gemini_auth_key", "Google authorization key for Gemini or Vertex AI", Severity.Critical,
            "https://cloud.google.com/vertex-ai/generative-ai/docs/start/api-keys",
            "AQ.Ab8<base64url:40+>",
            "GOOGLE_API_KEY=AQ.Ab8" + "rIJ3BX3gg0gud5uldCHnw8SO7bAyrRctPx3N3nchrLcb0Guoc8v",
            "see AQ.Ab8 in the appendix",
            "AQ.%41" + "b8xVTLkje%48hcSz_QstXWL7wyG6qraq3IfXx-%4Fa63fdvDXXyEc works for all of us"),
        CatalogueRule.Of(
            "google_fcm_server_key", "Firebase Cloud Messaging server key", Severity.Critical,
            "https://firebase.google.com/docs/cloud-messaging/http-server-ref",
            "AAAA<base64url:7>:APA91b<base64url:134>",
            "Authorization: key=AAAA"
                + "TAznked:APA91blx_eVrDkWJhAjZXZLWJhpF2UZdVdmNKr6CjKGTlelVyN1S4zZ4ZzRuococrleZakutshkvj_Jx2iD9_1vZl_XA"
                + "FSlR_CDy2WHVM9mo9GGQ5c7QKnIFX4F14v4PSUVfRTRVsw-W",
            "AAAAbbbbccc:APA91bHun4MxP5egoKMwt2KZFBaFUH-1RYqx",
            "use A\\u0" + "041AAS7UQJDj:APA91bkiG76gS4K9skcvTCijey_QJ1IPVLqQhII8xolO1vfJZmGRP0_dEa8ZLaEAV-twk3huYWg2QNtGTfDuLn-"
                + "S7l7JtaKxq\\u0065XvPq3F\\u0068af_R7AGoMqwoXl2Vl_7tjyPVBMUvM-_zOe3 for the staging job"),
        CatalogueRule.Of(
            "google_storage_hmac_id", "Google Cloud Storage HMAC key identifier of a service account", Severity.High,
            "https://cloud.google.com/storage/docs/authentication/hmackeys",
            "GOOG1E<upperalnum:55>",
            "gs_access_key_id = GOOG1E" + "S843GD6JREUBWRG3ILXDJ5HJFZRO0PFFX591PRPYQ3JWJBQ9FL5G1X6",
            "value GOOG1E" + "7G81MNL8J79SAFLR5K5IRVN8CVQL3AFBFCJ6AG8O3FQ9BYCGLA8HH2KN end",
            "the key G&#x4f" + ";OG1EZKBH6Z4BP4PW57BXVAJBQ9QAPGCIQA1NUBSLJP&#x45;X44MZ7M3GD34J&#x57;T9 is shared with the team"),
        CatalogueRule.Of(
            "google_storage_hmac_secret", "Google Cloud Storage HMAC secret", Severity.Critical,
            "https://cloud.google.com/storage/docs/authentication/hmackeys",
            "<name:gcs hmac secret|gcs secret key|google hmac secret|goog hmac secret><base64:40>",
            "GCS_HMAC_SECRET=" + "KjS3v3/zWiBIxVzNdCMb9EH1k1sDpmbn8cy7Wbs4",
            "google_hmac_secret_build = \"" + "p/EwoHPLFIruMOuYjJXc6l//07i/aSnFStyX93h+\"",
            "ZXhwb3J0IEdPT0dfSE1BQ19TRUNSRVQ9Ik1NYnNmNTV2ZWVUckppbkMwT0JMQTBsaWJ0N2FvRm82NzhLMElJaEki") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "google_storage_signed_url", "Google Cloud Storage signed URL", Severity.High,
            "https://cloud.google.com/storage/docs/access-control/signed-urls",
            "X-Goog-Date=<digit:8>T<digit:6>Z&X-Goog-Expires=<digit:1-6>&X-Goog-SignedHeaders=<[0-9A-Za-z%-]:4-60"
                + ">&X-Goog-Signature=<hex:512>",
            "https://storage.googleapis.com/orders/invoice.pdf?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Date="
                + "06729189T504622Z&X-Goog-Expires=656&X-Goog-SignedHeaders=jFi24q%x3qGOB57IQKRkxBF7J2SC0Oj5rZyqQEdQXkQ"
                + "3HER0&X-Goog-Signature=9a386bf3db4b2b2b2b6a7742f7eaa7171a3df7f3cd4c2f8b63f1b425075156eeca453ba19c56d"
                + "2dd5c1542ad55bd0d60f80061add976f78954baa8073f441e5d43e66ee0e21017ef4418cfa22677fb0d37dbb1e114cb060d7"
                + "e23e5decace15751c01baf2a8cd09735390a1fdabafab83c3286fcfb6a7d8150f389d4d612d79718c8ffcf9aa13dcfd0a849"
                + "7ca47f4189a47395d2e372f53d56f0daf63f4a01f9ac0f226497fc1f204a6f9726bf25c3aa78b05898aa712dfd03b5d8f926"
                + "0ee7bf90498b3d6b73040196e10569f90ca554c54a22b77b41e3b157dfe02ed8b3945ad99dc2805b415b7a7d41a4d911cd4e"
                + "9f1b81781ef2e1efedf4a76f9366d2d0b38",
            "X-Goog-Date=20250314T091500Z&X-Goog-Expires=900&X-Goog-SignedHeaders=host&X-Goog-Signature=SIGNATURE",
            "X-G%6Fog-Dat" + "e%3D11623951T712451Z&X-Goog-Expires%3D876&X-Goog-SignedHeaders%3DGlh-yQPAD-Fd7qdG1NFSGwpbStHCdH&X-Go"
                + "og-Signa%74ure%3D338863d3d8345025655628c51f802f96c412e58231ccdb753cc7ca0c25e7bdd2ecb9f30ad1f3cdcbeb4"
                + "848e17e269c750d9c8acded878e1cc02e5320bdce360b4a698dc88d14d35aacb342b989dd8ed419b8369787daa72ae681b14"
                + "1fde6c30b934a927c14aded4ec012a7e553fdf0a9c41fbb9ba4a069b6d8668146c5db1fc745014c3f0018%37bb23aaeb9d0b"
                + "72944a08ea6e6cb9ca80fe5cee0d0bc7cdedba149f9584e1393b43de14bf2cb91b239adc1147a12719a35df6dd68c9e9b4e3"
                + "78a0e1f73813803dd31c51f17b188be2188b37f6cd1bf211c6b6853aa72a2c50d34f7351d62c6c61e32aeff3eaeaaf72746b"
                + "4dbcc843ec29eb5aa9bf0dfbb8ab6bc works for all of us",
            SignedUrlValidator.RuleName) with { Keywords = ["X-Goog-Date="], WindowBytes = 1024 },
        CatalogueRule.Of(
            "google_recaptcha_secret", "reCAPTCHA secret key", Severity.High,
            "https://developers.google.com/recaptcha/docs/verify",
            "<name:recaptcha+secret key|secret|private key>6L<base64url:38>",
            "recaptcha-secret-key: 6L" + "sm7vwzuI9tel9OdR6F5fZMS-jTs8Y0R1_jjX3L",
            "RECAPTCHA_SITE_KEY=" + "6LfePYkvX5QiXHr9bJRKU0xJY1WVsMGcJwA35iJr",
            "\"RECAPTCHA_SECRET_KEY=6L\" + \"" + "qpOHU5YHBPxRThlJQsEYAkahUvJstpn1TcHlBJ\"") with
        {
            Examples = ["6LeIx" + "AcTAAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe"],
        },
        CatalogueRule.Of(
            "google_maps_signing_secret", "Google Maps URL signing secret", Severity.Warning,
            "https://developers.google.com/maps/documentation/maps-static/digital-signature",
            "<name:google maps signing secret|maps signing secret|maps url signing secret><base64url:27>=",
            "GOOGLE_MAPS_SIGNING_SECRET=" + "srX3j9eV6zqnDa_46lTnwAjhzQq=",
            "maps_signing_secret_checksum = \"" + "-DEHLC6o4IL1J1O_NEtasMPLAlN=\"",
            "\"GOOGLE_MAPS_SIGNING_SECRET=7GjAERkyxyukwh\" + \"" + "bKPJATXvEG2dH=\"") with
        {
            EntropyFloor = 3.5,
            Examples = ["vNIXE" + "0xscrmjlyV-12Nj_BvUPaw="],
        },
        CatalogueRule.Of(
            "firebase_database_secret", "Firebase Realtime Database secret", Severity.High,
            "https://firebase.google.com/docs/database/rest/auth",
            "<name:firebase+database secret|db secret|secret><alnum:40>",
            "FIREBASE_SECRET=" + "DjEAzXFPjOhspADdwSDWHiX8x4j5Tx5h6LSptFq9",
            "firebase_trace = \"" + "H28hUYY0u2eQCac6MSB6rHFbXbWsvwncIl7wFU4A\"",
            "payload=ImZpcmViYXNlRGF0YWJhc2VTZWNyZXQiOiAiTlRLUVZRV1JxdmdMTWExOGtXZE85MDdnN1lYUVJ1TjZQMjBGRFVyayI") with { EntropyFloor = 3.5 },
        new()
        {
            Name = "google_app_password",
            Detector = Rules.Detector,
            Title = "Google app password",
            Severity = Severity.Critical,
            Source = AppPasswords,
            Pattern = "(?i:passw(?:or)?d|[_-]pass|pwd)" + Shape.Assign + "([a-z]{4} [a-z]{4} [a-z]{4} [a-z]{4})" + ValueEnd,
            SecretGroup = 1,
            Keywords = ["password", "passwd", "_pass", "-pass", "pwd"],
            Validator = DrawnLettersValidator.RuleName,
            Tags = ["mail", "google"],
            Positives = ["EMAIL_HOST_PASSWORD = \"" + "nijd kyza fjtv vepb\"", "smtp_pass: " + "qxwk zvbn hjrt pfge\n", "{\"appPassword\": \"" + "wzkq jxhv bnfg tmdc\"}"],
            Negatives = ["password = \"four " + "each more time\"", "EMAIL_HOST_PASSWORD = \"" + "nijd kyza fjtv\"", "EMAIL_HOST_PASSWORD = \"" + "nijd kyza fjtv vepb qxwk\"", "compass: " + "nijd kyza fjtv vepb", "password: \"this must have more\""],
            Evasions = ["EMAIL_HOST_PASSWORD = \"nijd ky" + "\\u007aa fjtv vepb\""],
        },
        new()
        {
            Name = "gmail_app_password",
            Detector = Rules.Detector,
            Title = "Google app password beside a Gmail address or server",
            Severity = Severity.Critical,
            Source = AppPasswords,
            Pattern = """(?:(?i:pass(?:w(?:or)?d)?|pwd)""" + Shape.Assign + """|["'`]\s{0,4},\s{0,16}\\{0,2}["'`])([a-z]{4} ?[a-z]{4} ?[a-z]{4} ?[a-z]{4})""" + ValueEnd,
            SecretGroup = 1,
            Keywords = ["gmail"],
            KeywordDistance = 256,
            Validator = DrawnLettersValidator.RuleName,
            Tags = ["mail", "google"],
            Positives =
            [
                "GMAIL_APP_PASSWORD=" + "nijdkyzafjtvvepb", "server.login(\"me@gmail.com\", \"" + "qxwkzvbnhjrtpfge\")", "server.login('me@gmail.com', '" + "qxwk zvbn hjrt pfge')",
                "host: smtp.gmail.com\nport: 587\npass: \"" + "wzkqjxhvbnfgtmdc\"",
            ],
            Negatives =
            [
                "APP_PASSWORD=" + "nijdkyzafjtvvepb", "GMAIL_APP_PASSWORD=applicationtoken", "GMAIL_APP_PASSWORD=" + "nijdkyzafjtvvepbq", "server.login(\"me@example.org\", \"" + "qxwkzvbnhjrtpfge\")",
                "server.login(\"me@gmail.com\", \"correcthorsebatt\")",
            ],
            Evasions = ["GMAIL_APP_PASSWORD=nijdky" + "\\x7aafjtvvepb"],
        },
    ];
}
