using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Private keys in text form (RFC 7468, OpenSSH).</summary>
internal static class RulesKeyMaterial
{
    // The header alone is a finding. What follows belongs to the value, so that two keys are two findings: lines of base64, with real line ends or with
    // escaped ones (the n of \n then counts as the first character of its line). Prose behind a header has no run of 40 characters without a space.
    // 150 lines hold an RSA key of 8,192 bits.
    private const string Body = @"(?:[\s\\]{1,6}[A-Za-z0-9+/=]{40,}){0,150}";

    private const int LongestKey = 16 * 1024;

    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "private_key_pem",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Private key: PKCS#1, PKCS#8, SEC 1, DSA or OpenPGP.",
            Source = "https://www.rfc-editor.org/rfc/rfc7468",
            Pattern = "-----BEGIN (?:(?:RSA|EC|DSA|ENCRYPTED|ANY|PGP) )?PRIVATE KEY(?: BLOCK)?-----" + Body,
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
        },
        new()
        {
            Name = "ssh_private_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "OpenSSH private key.",
            Source = "https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key",
            Pattern = "-----BEGIN OPENSSH PRIVATE KEY-----" + Body,
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
        },
    ];
}
