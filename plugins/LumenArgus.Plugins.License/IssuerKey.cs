namespace LumenArgus.Plugins.License;

/// <summary>The public key of who issues licences (SubjectPublicKeyInfo, P-256). The private half is in no repository; another issuer puts its own key here.</summary>
internal static class IssuerKey
{
    public static ReadOnlySpan<byte> Value => Bytes;

    private static readonly byte[] Bytes = Convert.FromBase64String(
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8+8Ohkqtke40t/glQSY1wkfAsU1J6cPrwdi/zxXPVJfdEMxbx4P2mZMBUYbk29RBgbtXamn29YMkJUw7E0HAxg==");
}
