namespace LumenArgus.Tests.Plugins.Generic;

/// <summary>What stands in the place of a credential in code and documentation and is none.</summary>
internal static class ReadableValues
{
    public static readonly string[] All =
    [
        "changeme", "your-token-goes-here", "<your token>", "xxxxxxxxxxxxxxxxxxxx", "********************", "null", "undefined", "getPassword()", "config.password", "process.env.API_TOKEN", "${API_TOKEN}", "$API_TOKEN",
        "{{ vault_token }}", "%API_TOKEN%", "$(cat /run/secrets/token)", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "{6BA7B810-9DAD-11D1-80B4-00C04FD430C8}", "hunter2", "Sommer2024", "correct-horse-battery-staple",
        "AuthenticationTokenProviderFactory", "com.acme.security.TokenValidator", "/etc/ssl/private/server.pem", "src/auth/tokenStore.ts", "https://login.acme.io/oauth2/token", "login.eu-west-1.acme.io", "admin@mail.acme.io",
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "2024-11-25T18:14:35.000Z", "1.2.3-beta.4+build.567", "application/octet-stream", "text-sm-font-semibold-text-gray-900", "0123456789abcdefghijklmnop", "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "aaaaaaaaaaaaaaaaaaaaaaaa", "12345678901234567890", "SESSION_COOKIE_ENCRYPTION", "base64UrlDecodeToString", "toolu_01A09q90qw90lq917835lq9", "req_011CSHoEeqs5C35K2UUqR7Fy", "data:image/png;base64,iVBORw0KGgo", "iVBORw0KGgoAAAANSUhEUgAAAAUA",
        "AAAAB3NzaC1yc2EAAAADAQABAAABgQ", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A", "main.3f2a1b9c.chunk.js", "registry.acme.io/team/app:1.4.2", "b77a5c561934e089", "user.profile.settings.password.label", "test-token-for-unit-tests", "arn:aws:iam::123456789012:role/deploy",
        "(\\d{3})-[a-z]+", "e.target.value", "t.getAttribute", "n[r.tokenIndex]", "std::string_view", "@Value",
    ];
}
