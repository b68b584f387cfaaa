using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Trust;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;

namespace LumenArgus.Tests.PluginRuntime.Trust;

public sealed class TrustGateTests : IDisposable
{
    private readonly ExtensionsFolder _extensions = new();
    private readonly TemporaryFolder _home = new();
    private readonly string _folder;

    public TrustGateTests()
    {
        _folder = _extensions.Add(TestPlugins.Finder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string Pins => _home.File(PluginPins.FileName);

    [Fact]
    public void Open_Anything_IsLetIn() => Verify(TrustGate.Open).Trust.ShouldBe("open");

    [Fact]
    public void Pinned_NothingAccepted_SaysWhatAcceptsIt()
    {
        var problem = Verify(TrustGate.Pinned(Pins)).Problem.ShouldNotBeNull();
        problem.ShouldStartWith("nobody has accepted it (plugins.trust: pinned); its content is ");
        problem.ShouldEndWith("'lumen-argus plugins trust test.finder' accepts it");
    }

    [Fact]
    public void Pinned_AcceptedThenChanged_ShowsBothContents()
    {
        Accept();
        Verify(TrustGate.Pinned(Pins)).Trust.ShouldBe("pinned");
        var before = Verify(TrustGate.Open).ContentHash;

        File.AppendAllText(Path.Combine(_folder, "plugin.json"), " ");

        var problem = Verify(TrustGate.Pinned(Pins)).Problem.ShouldNotBeNull();
        problem.ShouldContain(before[..12]);
        problem.ShouldContain(Verify(TrustGate.Open).ContentHash[..12]);
        problem.ShouldContain("plugins trust test.finder");
    }

    [Fact]
    public void Pinned_FileIsBroken_RefusesAll()
    {
        File.WriteAllText(Pins, "{}");
        Verify(TrustGate.Pinned(Pins)).Problem.ShouldNotBeNull().ShouldContain("is not as the product wrote it");
    }

    [Fact]
    public void Pins_WrittenAndRead_AreTheSame()
    {
        Accept();
        var pin = PluginPins.TryRead(Pins, out _).ShouldNotBeNull().ById.Values.ShouldHaveSingleItem();
        (pin.Id, pin.Version, pin.Capabilities.Single()).ShouldBe(("test.finder", "0.1.0", "detect"));
        PluginPins.TryRead(Pins, out _)!.Without("test.finder").ById.ShouldBeEmpty();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Pins).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Signed_ByATrustedKey_IsLetIn()
    {
        using var key = PluginKey.Generate();
        PluginSignature.Sign(_folder, key);
        Verify(SignedBy(PluginKey.Of(key))).Trust.ShouldBe($"signed with {PluginKey.Of(key).Id}");

        // Signing once more signs the same files: the signature is none of them.
        PluginSignature.Sign(_folder, key).Files.Keys.ShouldNotContain(PluginSignature.FileName);
        Verify(SignedBy(PluginKey.Of(key))).Problem.ShouldBeNull();
    }

    [Fact]
    public void Signed_NotSigned_IsRefused() => Verify(SignedBy()).Problem.ShouldBe("is not signed (plugins.trust: signed)");

    [Fact]
    public void Signed_ByAnUnknownKey_NamesIt()
    {
        using var key = PluginKey.Generate();
        using var other = PluginKey.Generate();
        PluginSignature.Sign(_folder, key);
        Verify(SignedBy(PluginKey.Of(other))).Problem.ShouldBe($"is signed with the key {PluginKey.Of(key).Id}, which is not among plugins.trusted_keys (plugins.trust: signed)");
    }

    [Theory]
    [InlineData("changed", "plugin.json was changed since it was signed")]
    [InlineData("added", "more.dll was added since it was signed")]
    [InlineData("removed", "LumenArgus.TestPlugins.Finder.pdb is missing since it was signed")]
    [InlineData("list", "plugin.sig is not by the key ")]
    public void Signed_FilesDiffer_NamesTheFile(string change, string problem)
    {
        using var key = PluginKey.Generate();
        var signature = PluginSignature.Sign(_folder, key);
        switch (change)
        {
            case "changed":
                File.AppendAllText(Path.Combine(_folder, "plugin.json"), " ");
                break;
            case "added":
                File.WriteAllText(Path.Combine(_folder, "more.dll"), "");
                break;
            case "removed":
                File.Delete(Path.Combine(_folder, "LumenArgus.TestPlugins.Finder.pdb"));
                break;
            default:
                var file = Path.Combine(_folder, PluginSignature.FileName);
                File.WriteAllText(file, File.ReadAllText(file).Replace(signature.Files["plugin.json"], new string('0', 64), StringComparison.Ordinal));
                break;
        }

        Verify(SignedBy(PluginKey.Of(key))).Problem.ShouldNotBeNull().ShouldStartWith(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{\"schema\":1,\"algorithm\":\"ecdsa-p256-sha256\",\"key_id\":1,\"files\":{},\"signature\":\"\"}")]
    [InlineData("{\"schema\":1,\"algorithm\":\"none\",\"key_id\":\"a\",\"files\":{},\"signature\":\"\"}")]
    public void Signed_SignatureIsNone_IsRefused(string text)
    {
        File.WriteAllText(Path.Combine(_folder, PluginSignature.FileName), text);
        Verify(SignedBy()).Problem.ShouldBe("plugin.sig is none of this product's (plugins.trust: signed)");
    }

    [Fact]
    public void Signed_CameWithTheProduct_IsLetInUntilItIsChanged()
    {
        var files = PluginFiles.Read(_folder);
        File.WriteAllLines(_home.File(ShippedPlugins.FileName), files.Select(static file => $"test.finder|{file.Key}|{file.Value.ToUpperInvariant()}"));
        var gate = TrustGate.SignedBy([], ShippedPlugins.Read(_home.Path));
        Verify(gate).Trust.ShouldBe("came with the product");

        File.AppendAllText(Path.Combine(_folder, "plugin.json"), " ");

        Verify(gate).Problem.ShouldBe("is not signed, and is not as it came with the product: plugin.json was changed (plugins.trust: signed)");
    }

    [Fact]
    public void PinnedAndSigned_FolderThatOthersCanWriteTo_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Accept();
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.GroupWrite);
        Verify(TrustGate.Pinned(Pins)).Problem.ShouldBe("other users can write to the folder: chmod go-w it (plugins.trust wants it so)");
        Verify(TrustGate.Open).Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base64")]
    [InlineData("AAAA")]
    public void Key_ThatIsNone_IsNotRead(string text) => PluginKey.TryParse(text).ShouldBeNull();

    [Fact]
    public void Key_PrivateOne_IsReadAsItWasWritten()
    {
        using var key = PluginKey.Generate();
        using var read = PluginKey.TryReadPrivate(key.ExportPkcs8PrivateKeyPem()).ShouldNotBeNull();
        PluginKey.Of(read).ToString().ShouldBe(PluginKey.Of(key).ToString());
        PluginKey.TryReadPrivate(key.ExportSubjectPublicKeyInfoPem()).ShouldBeNull();
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        PluginKey.TryReadPrivate(other.ExportPkcs8PrivateKeyPem()).ShouldBeNull();
        PluginKey.TryParse(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())).ShouldBeNull();
    }

    public void Dispose()
    {
        _extensions.Dispose();
        _home.Dispose();
    }

    private static TrustGate SignedBy(params PluginKey[] keys) => TrustGate.SignedBy([.. keys], ShippedPlugins.None);

    private void Accept()
    {
        var verification = Verify(TrustGate.Open);
        PluginPins.None.With(verification.Candidate.Manifest!, verification.ContentHash).Write(Pins);
    }

    private PluginVerification Verify(TrustGate gate) => PluginVerification.Of(PluginCatalog.Inspect(_folder), gate);
}
