using System.Collections.Immutable;
using System.Reflection;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Isolation.Child;
using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.Tests.PluginRuntime.Isolation;

public sealed class WireTests
{
    [Fact]
    public void Session_AllProperties_ComeOutAsTheyWentIn()
    {
        // By reflection: a property that is added to the contract and not to the message fails here.
        var session = new SessionContext();
        foreach (var property in typeof(SessionContext).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static each => each.CanWrite))
        {
            property.SetValue(session, $"value of {property.Name}");
        }

        var writer = new WireWriter();
        SessionWire.Write(writer, session);
        var reader = new WireReader(writer.Written);
        SessionWire.Read(ref reader).ShouldBe(session);
        reader.Left.ShouldBe(0);
    }

    [Fact]
    public void Rule_AllProperties_ComeOutAsTheyWentIn()
    {
        var rule = new DetectionRule { Name = "name", Detector = "detector", Severity = Severity.High };
        var number = 3;
        foreach (var property in typeof(DetectionRule).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static each => each.CanWrite))
        {
            object value = property.PropertyType switch
            {
                var type when type == typeof(string) => $"value of {property.Name}",
                var type when type == typeof(ImmutableArray<string>) => ImmutableArray.Create($"one of {property.Name}", $"two of {property.Name}"),
                var type when type == typeof(ImmutableArray<FieldRole>) => ImmutableArray.Create(FieldRole.Document, FieldRole.User),
                var type when type == typeof(int) => number++,
                var type when type == typeof(double) => 3.25,
                var type when type == typeof(bool) => true,
                var type when type == typeof(Severity) => Severity.Warning,
                var type when type == typeof(RuleStages) => RuleStages.Response | RuleStages.Mcp,
                var type when type == typeof(RuleTarget) => Enum.GetValues<RuleTarget>()[^1],
                var type => throw new InvalidOperationException($"{property.Name} has the type {type}, which no message knows."),
            };
            property.SetValue(rule, value);
        }

        var writer = new WireWriter();
        RuleWire.Write(writer, [rule, rule with { Name = "other", Validator = null }]);
        var reader = new WireReader(writer.Written);
        var read = RuleWire.Read(ref reader);

        read.Length.ShouldBe(2);
        RuleEquality.AreSame(read[0], rule).ShouldBeTrue();
        read[0].Validator.ShouldBe(rule.Validator);
        read[1].Validator.ShouldBeNull();
        reader.Left.ShouldBe(0);
    }

    [Fact]
    public void OwnedBatch_HalfASurrogatePair_ComesOutAsItWentIn()
    {
        var batch = new OwnedScanBatch([new OwnedScanField(7, "a\ud83db", FieldRole.User, "file.txt") { IsLatestTurn = true }], "anthropic", "model", SessionContext.Empty);
        var writer = new WireWriter();
        BatchWire.Write(writer, batch);
        var reader = new WireReader(writer.Written);
        var read = BatchWire.ReadOwned(ref reader);
        read.Fields.ShouldBe(batch.Fields);
        (read.Provider, read.Model, read.Session).ShouldBe((batch.Provider, batch.Model, batch.Session));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(1_000_000)]
    [InlineData(int.MinValue)]
    public void Reader_LengthThatIsNotThere_IsRefused(int length)
    {
        var writer = new WireWriter();
        writer.Number(length);
        Should.Throw<InvalidDataException>(() => new WireReader(writer.Written).TextOrNull());
        Should.Throw<InvalidDataException>(() => new WireReader(writer.Written).Texts());
    }

    [Fact]
    public void Channel_MessageThatIsTooLong_IsRefusedBeforeItIsRead()
    {
        using var pipe = new MemoryStream();
        using (var sender = new WireChannel(Stream.Null, new MemoryStreamThatStaysOpen(pipe)))
        {
            sender.Send(MessageKind.Log, 1, new byte[100_000]);
        }

        pipe.Position = 0;
        using var receiver = new WireChannel(pipe, Stream.Null);
        Should.Throw<InvalidDataException>(() => receiver.Receive(maxBytes: 99_999));
    }

    [Theory]
    [InlineData("Unhandled exception. System.InvalidOperationException: what it looked at", "Unhandled exception. System.InvalidOperationException")]
    [InlineData("   at Acme.Plugin.<Run>b__0(String text) in /src/Plugin.cs:line 12", "at Acme.Plugin.<Run>b__0()")]
    [InlineData("Process terminated. what it looked at", "Process terminated.")]
    [InlineData("Stack overflow.", "Stack overflow.")]
    [InlineData("what it looked at", null)]
    [InlineData("   at what it looked at", null)]
    [InlineData("Unhandled exception. what it looked at", null)]
    [InlineData("at key=value", null)]
    public void ErrorText_OnlyNamesOfTheRuntimeAreTold(string line, string? told) => ChildErrorText.WordsOf(line).ShouldBe(told);

    [Fact]
    public void ErrorText_LineWithoutEnd_IsCut()
    {
        var told = new List<string>();
        var text = new ChildErrorText(told.Add);
        for (var i = 0; i < 1_000; i++)
        {
            text.Add(new string('x', 10_000));
        }

        text.EndLine();
        told.ShouldBeEmpty();
        text.LeftOut.ShouldBe(1);
    }

    [Fact]
    public void Sink_OfTheProcess_SaysTheSameOfWrongPlacesAsTheHosts()
    {
        var document = new TextDocument("text");
        var sink = new ReportSink(document);
        Should.Throw<ArgumentOutOfRangeException>(() => sink.Report(document.Batch()[0], -1, 1, "type", Severity.High));
        Should.Throw<ArgumentOutOfRangeException>(() => sink.Report(document.Batch()[0], 0, 0, "type", Severity.High));
        Should.Throw<ArgumentOutOfRangeException>(() => sink.Report(document.Batch()[0], 3, 2, "type", Severity.High));
        Should.Throw<ArgumentException>(() => sink.Report(document.Batch()[0], 0, 1, "", Severity.High));
        sink.Count.ShouldBe(0);
    }

    private sealed class MemoryStreamThatStaysOpen(MemoryStream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => inner.Position = value; }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
